-- GET /api/orders?select=id&limit=2&offset=1
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1 OFFSET ?2;
-- 1: 2
-- 2: 1
-- GET /api/orders?select=id
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1 OFFSET ?2;
-- 1: 2
-- 2: 1
-- GET /api/orders?select=id
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1 OFFSET ?2;
-- 1: 1001
-- 2: 2
SELECT count(*)
  FROM "orders" AS t1;
-- GET /api/orders?select=id&offset=9
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1 OFFSET ?2;
-- 1: 1001
-- 2: 9
SELECT count(*)
  FROM "orders" AS t1;
-- GET /api/orders?select=id&limit=0
SELECT t0."id"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 0
