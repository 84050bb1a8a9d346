SELECT t0."id", ARRAY(SELECT ROW(t1."id", ARRAY(SELECT ROW(t2."quantity", t2_1."id", t2_1."name")
  FROM "order_items" AS t2
  LEFT JOIN "products" AS t2_1 ON t2_1."id" = t2."product_id"
  WHERE t2."order_id" = t1."id"
  ORDER BY t2."order_id", t2."line"
  LIMIT 10001))
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "customers" AS t0
  WHERE (t0."id" < $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 3
-- 2: 1001
