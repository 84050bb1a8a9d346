SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  ORDER BY t1."id" DESC
  LIMIT 10001)
  FROM "customers" AS t0
  ORDER BY t0."id" DESC
  LIMIT $1::bigint;
-- 1: 1001
