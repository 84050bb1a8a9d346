SELECT t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id" DESC
  LIMIT ?1;
-- 1: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  ORDER BY t1."id" DESC
  LIMIT 10001;
-- 1: the parent's column 1
