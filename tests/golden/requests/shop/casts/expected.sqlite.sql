-- GET /api/orders?select=id::text,discount::int,placedAt::text,status::text&id=in.(10,11)
SELECT bp_cast(10000, 20000, t0."id"), bp_cast(20000, 50502, t0."discount"), bp_cast(10000, 70000, t0."placed_at"), bp_cast(10000, 180000, t0."status"), t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [10,11]
-- 2: 1001
-- GET /api/products?select=price::text,price::float,id::bigint,name::varchar&id=eq.2
SELECT bp_cast(10000, 51002, t0."price"), bp_cast(40000, 51002, t0."price"), t0."id", t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 2
-- 2: 1001
-- GET /api/orders?select=id::wrong
-- GET /api/orders?select=placedAt::date,t:placedAt::time,local:placedAt::timestamp&id=in.(10,11)
SELECT bp_cast(90000, 70000, t0."placed_at"), bp_cast(100000, 70000, t0."placed_at"), bp_cast(80000, 70000, t0."placed_at"), t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [10,11]
-- 2: 1001
-- GET /api/orders?select=placedAt::uuid
