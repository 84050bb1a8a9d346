-- GET /api/orders?select=id,total,lines
SELECT t0."id", (SELECT CASE WHEN abs(x1.v1) < 100000000000000::numeric THEN x1.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x2.total) < 1000000000000000000000000000000000000::numeric THEN x2.total END
  FROM (SELECT coalesce(sum(x3.v::numeric), 0) AS total, count(x3.v) AS number
  FROM (SELECT ((x4."quantity")::numeric * x4."price") AS v
  FROM "order_items" AS x4
  WHERE x4."order_id" = t0."id") AS x3) AS x2))::numeric AS v1 OFFSET 0) AS x1), (SELECT count(*)
  FROM "order_items" AS x5
  WHERE x5."order_id" = t0."id")
  FROM "orders" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/orders?select=id&total=gt.20&order=total.desc
SELECT t0."id", (SELECT CASE WHEN abs(x1.v1) < 100000000000000::numeric THEN x1.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x2.total) < 1000000000000000000000000000000000000::numeric THEN x2.total END
  FROM (SELECT coalesce(sum(x3.v::numeric), 0) AS total, count(x3.v) AS number
  FROM (SELECT ((x4."quantity")::numeric * x4."price") AS v
  FROM "order_items" AS x4
  WHERE x4."order_id" = t0."id") AS x3) AS x2))::numeric AS v1 OFFSET 0) AS x1)
  FROM "orders" AS t0
  WHERE ((SELECT CASE WHEN abs(x5.v1) < 100000000000000::numeric THEN x5.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x6.total) < 1000000000000000000000000000000000000::numeric THEN x6.total END
  FROM (SELECT coalesce(sum(x7.v::numeric), 0) AS total, count(x7.v) AS number
  FROM (SELECT ((x8."quantity")::numeric * x8."price") AS v
  FROM "order_items" AS x8
  WHERE x8."order_id" = t0."id") AS x7) AS x6))::numeric AS v1 OFFSET 0) AS x5) > $1::numeric(18,4))
  ORDER BY (SELECT CASE WHEN abs(x9.v1) < 100000000000000::numeric THEN x9.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x10.total) < 1000000000000000000000000000000000000::numeric THEN x10.total END
  FROM (SELECT coalesce(sum(x11.v::numeric), 0) AS total, count(x11.v) AS number
  FROM (SELECT ((x12."quantity")::numeric * x12."price") AS v
  FROM "order_items" AS x12
  WHERE x12."order_id" = t0."id") AS x11) AS x10))::numeric AS v1 OFFSET 0) AS x9) DESC NULLS FIRST, t0."id"
  LIMIT $2::bigint;
-- 1: 20.0000
-- 2: 1001
-- GET /api/customers?select=name,orders(total)
SELECT t0."name", t0."id", ARRAY(SELECT ROW((SELECT CASE WHEN abs(x1.v1) < 100000000000000::numeric THEN x1.v1 END
  FROM (SELECT ((SELECT CASE WHEN abs(x2.total) < 1000000000000000000000000000000000000::numeric THEN x2.total END
  FROM (SELECT coalesce(sum(x3.v::numeric), 0) AS total, count(x3.v) AS number
  FROM (SELECT ((x4."quantity")::numeric * x4."price") AS v
  FROM "order_items" AS x4
  WHERE x4."order_id" = t1."id") AS x3) AS x2))::numeric AS v1 OFFSET 0) AS x1))
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
