-- GET /api/customers/2/orders?select=id&order=id.desc
SELECT t0."id", t0."name", t0."email", t0."vip", t0."address", t0."attributes"
  FROM "customers" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."customer_id" = $1::integer)
  ORDER BY t0."id" DESC
  LIMIT $2::bigint;
-- 1: 2
-- 2: 1001
-- GET /api/customers/9/orders
SELECT t0."id", t0."name", t0."email", t0."vip", t0."address", t0."attributes"
  FROM "customers" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 9
-- GET /api/products/2/tags?select=label
SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
SELECT t0."label", t0."id"
  FROM "tags" AS t0
  WHERE EXISTS(SELECT 1
  FROM "products_tags" AS x2, "products" AS x1
  WHERE x2."tag_id" = t0."id"
  AND x1."id" = x2."product_id"
  AND (x1."id" = $1::integer))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 2
-- 2: 1001
