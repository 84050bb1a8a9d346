-- GET /api/products?select=name,...category(kind:name)
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orderItems?select=line,...order(status,...customer(name))&orderId=eq.10
SELECT t0."line", t0_1."id", t0_1."status", t0_2."id", t0_2."name", t0."order_id"
  FROM "order_items" AS t0
  LEFT JOIN "orders" AS t0_1 ON t0_1."id" = t0."order_id"
  LEFT JOIN "customers" AS t0_2 ON t0_2."id" = t0_1."customer_id"
  WHERE (t0."order_id" = $1::integer)
  ORDER BY t0."order_id", t0."line"
  LIMIT $2::bigint;
-- 1: 10
-- 2: 1001
