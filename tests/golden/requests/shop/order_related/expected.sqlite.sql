-- GET /api/products?select=name,category(name)&order=category(name).desc,name
SELECT t0."name", t0_1."id", t0_1."name", (SELECT x1."name"
  FROM "categories" AS x1
  WHERE x1."id" = t0."category_id"), t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  ORDER BY (SELECT x2."name"
  FROM "categories" AS x2
  WHERE x2."id" = t0."category_id") DESC NULLS FIRST, t0."name", t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/orders?select=id,customer()&order=customer(name).desc,id
SELECT t0."id", (SELECT x1."name"
  FROM "customers" AS x1
  WHERE x1."id" = t0."customer_id")
  FROM "orders" AS t0
  ORDER BY (SELECT x2."name"
  FROM "customers" AS x2
  WHERE x2."id" = t0."customer_id") DESC NULLS FIRST, t0."id"
  LIMIT ?1;
-- 1: 1001
