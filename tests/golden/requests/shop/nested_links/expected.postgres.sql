-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 3
INSERT INTO "tags" ("label")
  VALUES ($1::text)
  RETURNING "id";
-- 1: "hot"
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 4
-- 2: 3
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."label" COLLATE "C", t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."label" COLLATE "C", t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT "tag_id"
  FROM "products_tags"
  WHERE "product_id" = $1::integer
  ORDER BY "tag_id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 4
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer;
-- 1: 1
-- 2: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer;
-- 1: 4
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 2
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."label" COLLATE "C", t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- PATCH /api/products/3?select=name,tags(label)
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
DELETE
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer;
-- 1: 2
-- 2: 3
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- PATCH /api/products/3
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
DELETE
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer;
-- 1: 2
-- 2: 3
-- PATCH /api/products/3
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 99
-- PATCH /api/products/3?select=name,tags(label)
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT "tag_id"
  FROM "products_tags"
  WHERE "product_id" = $1::integer
  ORDER BY "tag_id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- POST /api/products?select=name,tags(label)
INSERT INTO "products" ("name", "price")
  VALUES ($1::text, $2::numeric(10,2))
  RETURNING "id";
-- 1: "P1"
-- 2: 1.00
INSERT INTO "products" ("name", "price")
  VALUES ($1::text, $2::numeric(10,2))
  RETURNING "id";
-- 1: "P2"
-- 2: 2.00
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 5
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 6
INSERT INTO "tags" ("label")
  VALUES ($1::text)
  RETURNING "id";
-- 1: "cold"
INSERT INTO "products" ("name", "price")
  VALUES ($1::text, $2::numeric(10,2))
  RETURNING "id";
-- 1: "P3"
-- 2: 3.00
INSERT INTO "products_tags" ("product_id", "tag_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "product_id" = $1::integer
  AND "tag_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 7
-- 2: 5
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT $1::integer, $2::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = $1::integer
  AND "product_id" = $2::integer) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 6
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 5
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."label")
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 6
-- PATCH /api/products/3
