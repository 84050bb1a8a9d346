-- GET /api/orders?select=id&limit=1&status=neq.PAID
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."status" <> $1::text)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "PAID"
-- 2: 1
SELECT count(*)
  FROM "orders" AS t1
  WHERE (t1."status" <> $1::text);
-- 1: "PAID"
-- GET /api/orders?select=id&status=eq.PAID
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."status" = $1::text)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "PAID"
-- 2: 1001
SELECT count(*)
  FROM "orders" AS t1
  WHERE (t1."status" = $1::text);
-- 1: "PAID"
