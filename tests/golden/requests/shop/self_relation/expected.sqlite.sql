SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "categories" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."parent_id"
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."name"
  FROM "categories" AS t1
  WHERE t1."parent_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 4
