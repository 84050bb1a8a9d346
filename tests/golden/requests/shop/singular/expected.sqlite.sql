-- GET /api/orders?select=id&id=eq.10
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 10
-- 2: 1001
-- GET /api/orders?select=id
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/orders?select=id&id=eq.1
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 1
-- 2: 1001
