-- GET /api/orders?select=id&order=discount
SELECT t0."id", t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."discount" NULLS LAST, t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id&order=discount.desc
SELECT t0."id", t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."discount" DESC NULLS FIRST, t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id&order=discount.asc.nullsfirst
SELECT t0."id", t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."discount" NULLS FIRST, t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id&order=discount.desc.nullslast
SELECT t0."id", t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."discount" DESC NULLS LAST, t0."id"
  LIMIT $1::bigint;
-- 1: 1001
