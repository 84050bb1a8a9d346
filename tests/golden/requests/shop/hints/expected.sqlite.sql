-- GET /api/categories?select=name,categories!parent(name)&id=eq.2
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "categories" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."parent_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 2
-- 2: 1001
-- GET /api/categories?select=name,categories!children(name)&id=eq.1
SELECT t0."name", t0."id"
  FROM "categories" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 1
-- 2: 1001
SELECT t1."name"
  FROM "categories" AS t1
  WHERE t1."parent_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- GET /api/orders?select=id,customer:customers!customerId(name)&id=eq.10
SELECT t0."id", t0_1."id", t0_1."name"
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: 10
-- 2: 1001
-- GET /api/categories?select=name,categories(name)
