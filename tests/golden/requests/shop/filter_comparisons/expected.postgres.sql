-- GET /api/orders?select=id&id=eq.11
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 11
-- 2: 1001
-- GET /api/orders?select=id&discount=neq.0
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."discount" <> $1::numeric(5,2))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 0.00
-- 2: 1001
-- GET /api/orders?select=id&discount=not.eq.0
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (NOT (t0."discount" = $1::numeric(5,2)))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 0.00
-- 2: 1001
-- GET /api/orders?select=id&placedAt=gt.2026-01-02T03:04:05Z
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."placed_at" > $1::timestamptz)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "2026-01-02T03:04:05Z"
-- 2: 1001
-- GET /api/orders?select=id&placedAt=gte.2026-01-02T04:04:05%2B01:00
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."placed_at" >= $1::timestamptz)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "2026-01-02T03:04:05Z"
-- 2: 1001
-- GET /api/orders?select=id&discount=lt.1.5
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."discount" < $1::numeric(5,2))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 1.50
-- 2: 1001
-- GET /api/orders?select=id&discount=lte.1.50
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."discount" <= $1::numeric(5,2))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 1.50
-- 2: 1001
-- GET /api/orders?select=id&discount=eq.1.505
-- GET /api/orders?select=id&id=eq.x
