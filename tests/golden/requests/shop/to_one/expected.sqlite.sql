-- GET /api/products?select=name,category(name)
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/products?select=name,category(name,parent(name))&id=in.(1,3,4)
SELECT t0."name", t0_1."id", t0_1."name", t0_2."id", t0_2."name", t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  LEFT JOIN "categories" AS t0_2 ON t0_2."id" = t0_1."parent_id"
  WHERE (t0."id" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [1,3,4]
-- 2: 1001
