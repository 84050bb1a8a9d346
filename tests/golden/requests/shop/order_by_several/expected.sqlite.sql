-- GET /api/orders?select=id&order=placedAt.asc,id.desc
SELECT t0."id", t0."placed_at"
  FROM "orders" AS t0
  ORDER BY t0."placed_at", t0."id" DESC
  LIMIT ?1;
-- 1: 1001
-- GET /api/orders?select=id&order=placedAt
SELECT t0."id", t0."placed_at"
  FROM "orders" AS t0
  ORDER BY t0."placed_at", t0."id"
  LIMIT ?1;
-- 1: 1001
