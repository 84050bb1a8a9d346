SELECT t0."name", t0."notes", t0."id"
  FROM "people" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
