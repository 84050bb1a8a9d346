SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  AND (t1."id" = $1::integer)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "customers" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: 10
-- 2: 1
-- 3: 1001
