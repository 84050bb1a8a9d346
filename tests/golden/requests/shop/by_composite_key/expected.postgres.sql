-- GET /api/orderItems/10,2
SELECT t0."order_id", t0."line", t0."product_id", t0."quantity", t0."price"
  FROM "order_items" AS t0
  WHERE ((t0."order_id" = $1::integer)
  AND (t0."line" = $2::integer))
  ORDER BY t0."order_id", t0."line";
-- 1: 10
-- 2: 2
-- GET /api/orderItems/10,9
SELECT t0."order_id", t0."line", t0."product_id", t0."quantity", t0."price"
  FROM "order_items" AS t0
  WHERE ((t0."order_id" = $1::integer)
  AND (t0."line" = $2::integer))
  ORDER BY t0."order_id", t0."line";
-- 1: 10
-- 2: 9
-- GET /api/orderItems/10
