-- GET /api/customers?select=name,orders()&orders=is.null
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  WHERE (NOT EXISTS(SELECT 1
  FROM "orders" AS x1
  WHERE x1."customer_id" = t0."id"))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=name,orders()&orders=not.is.null
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  WHERE EXISTS(SELECT 1
  FROM "orders" AS x1
  WHERE x1."customer_id" = t0."id")
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id,items()&items.quantity=gt.2&items=is.null
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (NOT EXISTS(SELECT 1
  FROM "order_items" AS x1
  WHERE x1."order_id" = t0."id"
  AND (((x1."quantity" > $1::integer) IS NOT TRUE) IS NOT TRUE)))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 2
-- 2: 1001
-- GET /api/products?select=name,category()&category=is.null
SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE (NOT EXISTS(SELECT 1
  FROM "categories" AS x1
  WHERE x1."id" = t0."category_id"))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
