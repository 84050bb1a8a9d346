-- GET /api/orders?select=id,total,discount
SELECT t0."id", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1)), t0."discount"
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/orders?select=id,note,customer(email),items(price)
SELECT t0."id", t0."note", t0_1."id", t0_1."email"
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."price"
  FROM "order_items" AS t1
  WHERE t1."order_id" = ?1
  ORDER BY t1."order_id", t1."line"
  LIMIT 10001;
-- 1: the parent's column 1
