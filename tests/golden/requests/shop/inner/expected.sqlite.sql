-- GET /api/customers?select=name,orders!inner(id)&orders.status=eq.PAID
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  WHERE EXISTS(SELECT 1
  FROM "orders" AS x1
  WHERE x1."customer_id" = t0."id"
  AND (x1."status" = ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "PAID"
-- 2: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  AND (t1."status" = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: "PAID"
SELECT count(*)
  FROM "customers" AS t2
  WHERE EXISTS(SELECT 1
  FROM "orders" AS x1
  WHERE x1."customer_id" = t2."id"
  AND (x1."status" = ?1));
-- 1: "PAID"
-- GET /api/orderItems?select=line,product!inner(name)&product.name=eq.Brie
SELECT t0."line", t0_1."id", t0_1."name", t0."order_id"
  FROM "order_items" AS t0
  LEFT JOIN "products" AS t0_1 ON t0_1."id" = t0."product_id"
  AND (t0_1."name" = ?1)
  WHERE EXISTS(SELECT 1
  FROM "products" AS x1
  WHERE x1."id" = t0."product_id"
  AND (x1."name" = ?1))
  ORDER BY t0."order_id", t0."line"
  LIMIT ?2;
-- 1: "Brie"
-- 2: 1001
-- GET /api/orders?select=id,items!inner(product!inner(name))&items.product.name=eq.Hammer
SELECT t0."id"
  FROM "orders" AS t0
  WHERE EXISTS(SELECT 1
  FROM "order_items" AS x1
  WHERE x1."order_id" = t0."id"
  AND EXISTS(SELECT 1
  FROM "products" AS x2
  WHERE x2."id" = x1."product_id"
  AND (x2."name" = ?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "Hammer"
-- 2: 1001
SELECT t1_1."id", t1_1."name"
  FROM "order_items" AS t1
  LEFT JOIN "products" AS t1_1 ON t1_1."id" = t1."product_id"
  AND (t1_1."name" = ?1)
  WHERE t1."order_id" = ?2
  AND EXISTS(SELECT 1
  FROM "products" AS x1
  WHERE x1."id" = t1."product_id"
  AND (x1."name" = ?1))
  ORDER BY t1."order_id", t1."line"
  LIMIT 10001;
-- 1: "Hammer"
-- 2: the parent's column 1
