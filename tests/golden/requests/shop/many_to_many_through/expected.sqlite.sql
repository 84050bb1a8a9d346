-- GET /api/products?select=name,suppliers(name)&id=lt.4
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (t0."id" < ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 4
-- 2: 1001
SELECT t1."name"
  FROM "suppliers" AS t1
  JOIN "supplies" AS j1 ON j1."supplier_id" = t1."id"
  WHERE j1."product_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- GET /api/suppliers?select=name,products(name,price)
SELECT t0."name", t0."id"
  FROM "suppliers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."name", t1."price"
  FROM "products" AS t1
  JOIN "supplies" AS j1 ON j1."product_id" = t1."id"
  WHERE j1."supplier_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- GET /api/supplies/1,2?select=days,supplier(name),product(name)
SELECT t0."days", t0_1."id", t0_1."name", t0_2."id", t0_2."name"
  FROM "supplies" AS t0
  LEFT JOIN "suppliers" AS t0_1 ON t0_1."id" = t0."supplier_id"
  LEFT JOIN "products" AS t0_2 ON t0_2."id" = t0."product_id"
  WHERE ((t0."supplier_id" = ?1)
  AND (t0."product_id" = ?2))
  ORDER BY t0."supplier_id", t0."product_id"
  LIMIT ?3;
-- 1: 1
-- 2: 2
-- 3: 1001
