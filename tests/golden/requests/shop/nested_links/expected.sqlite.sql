-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 3
INSERT INTO "tags" ("label")
  VALUES (?1)
  RETURNING "id";
-- 1: "hot"
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 4
-- 2: 3
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."label", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."label", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/products/3?select=name,tags(label)&tags.order=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT "tag_id"
  FROM "products_tags"
  WHERE "product_id" = ?1
  ORDER BY "tag_id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2;
-- 1: 1
-- 2: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2;
-- 1: 4
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 2
-- 2: 3
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."label", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/products/3?select=name,tags(label)
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
DELETE
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2;
-- 1: 2
-- 2: 3
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/products/3
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
DELETE
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2;
-- 1: 2
-- 2: 3
-- PATCH /api/products/3
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 99
-- PATCH /api/products/3?select=name,tags(label)
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT "tag_id"
  FROM "products_tags"
  WHERE "product_id" = ?1
  ORDER BY "tag_id";
-- 1: 3
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
DELETE
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2;
-- 1: 3
-- 2: 3
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- POST /api/products?select=name,tags(label)
INSERT INTO "products" ("name", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "P1"
-- 2: 1.00
INSERT INTO "products" ("name", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "P2"
-- 2: 2.00
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."label"
  FROM "tags" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 5
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 6
INSERT INTO "tags" ("label")
  VALUES (?1)
  RETURNING "id";
-- 1: "cold"
INSERT INTO "products" ("name", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "P3"
-- 2: 3.00
INSERT INTO "products_tags" ("product_id", "tag_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "product_id" = ?1
  AND "tag_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 7
-- 2: 5
INSERT INTO "products_tags" ("tag_id", "product_id") SELECT ?1, ?2
  WHERE NOT EXISTS (SELECT 1
  FROM "products_tags"
  WHERE "tag_id" = ?1
  AND "product_id" = ?2) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 6
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 5
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 6
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/products/3
