-- GET /api/products?select=name,tags(label)
SELECT t0."name", t0."id"
  FROM "products" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."label"
  FROM "tags" AS t1
  JOIN "products_tags" AS j1 ON j1."tag_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- GET /api/tags?select=label,products(name)
SELECT t0."label", t0."id"
  FROM "tags" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."name"
  FROM "products" AS t1
  JOIN "products_tags" AS j1 ON j1."product_id" = t1."id"
  WHERE j1."tag_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
