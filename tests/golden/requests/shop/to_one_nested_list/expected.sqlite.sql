SELECT t0."id", t0_1."id", t0_1."name"
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 12
-- 2: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
