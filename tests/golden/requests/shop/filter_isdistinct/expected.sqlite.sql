-- GET /api/orders?select=id&note=isdistinct.gift
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."note" IS NOT ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "gift"
-- 2: 1001
-- GET /api/orders?select=id&note=not.isdistinct.gift
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (NOT (t0."note" IS NOT ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "gift"
-- 2: 1001
-- GET /api/orders?select=id&note=isdistinct.null
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (NOT (t0."note" IS NULL))
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
