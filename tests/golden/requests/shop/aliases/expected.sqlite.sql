SELECT t0."name", t0."id"
  FROM "customers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 1
-- 2: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  AND (t1."id" = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: 10
