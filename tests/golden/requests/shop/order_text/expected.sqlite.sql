SELECT t0."name", t0."id"
  FROM "customers" AS t0
  ORDER BY t0."name", t0."id"
  LIMIT ?1;
-- 1: 1001
