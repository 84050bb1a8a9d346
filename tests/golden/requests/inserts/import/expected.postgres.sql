-- POST /api/items
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "one"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "two"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "one"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "two"
-- 2: "BIG"
-- 3: 2.00
-- GET /api/items?select=name&kind=eq.BIG&order=name
SELECT t0."name", t0."id"
  FROM "items" AS t0
  WHERE (t0."kind" = $1::text)
  ORDER BY t0."name" COLLATE "C", t0."id"
  LIMIT $2::bigint;
-- 1: "BIG"
-- 2: 1001
