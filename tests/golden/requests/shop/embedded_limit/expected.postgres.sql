-- GET /api/customers?select=id,orders(id)&orders.order=id&orders.limit=1
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  ORDER BY t1."id"
  LIMIT $1::bigint)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 1
-- 2: 1001
-- GET /api/customers?select=id,orders(id)&orders.order=id&orders.limit=1&orders.offset=1
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  ORDER BY t1."id"
  LIMIT $1::bigint OFFSET $2::bigint)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: 1
-- 2: 1
-- 3: 1001
