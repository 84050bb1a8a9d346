-- GET /api/orders?select=id,total,lines
SELECT t0."id", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1)), (SELECT count(*)
  FROM "order_items" AS x3
  WHERE x3."order_id" = t0."id")
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/orders?select=id&total=gt.20&order=total.desc
SELECT t0."id", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1))
  FROM "orders" AS t0
  WHERE (bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x3.v) END
  FROM (SELECT bp_multiply(52002, 51000, x4."quantity", 51002, x4."price") AS v
  FROM "order_items" AS x4
  WHERE x4."order_id" = t0."id") AS x3)) > ?1)
  ORDER BY bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x5.v) END
  FROM (SELECT bp_multiply(52002, 51000, x6."quantity", 51002, x6."price") AS v
  FROM "order_items" AS x6
  WHERE x6."order_id" = t0."id") AS x5)) DESC NULLS FIRST, t0."id"
  LIMIT ?2;
-- 1: 20.0000
-- 2: 1001
-- GET /api/customers?select=name,orders(total)
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t1."id") AS x1))
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
