-- GET /api/orders?select=id,total,discount
SELECT t0."id", (SELECT CASE WHEN abs(x1.v1) < 100000000000000::numeric THEN x1.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x2.total) < 1000000000000000000000000000000000000::numeric THEN x2.total END
  FROM (SELECT coalesce(sum(x3.v::numeric), 0) AS total, count(x3.v) AS number
  FROM (SELECT ((x4."quantity")::numeric * x4."price") AS v
  FROM "order_items" AS x4
  WHERE x4."order_id" = t0."id") AS x3) AS x2))::numeric AS v1 OFFSET 0) AS x1), t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id,note,customer(email),items(price)
SELECT t0."id", t0."note", t0_1."id", t0_1."email", ARRAY(SELECT ROW(t1."price")
  FROM "order_items" AS t1
  WHERE t1."order_id" = t0."id"
  ORDER BY t1."order_id", t1."line"
  LIMIT 10001)
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
