-- GET /api/sales?select=a:clicks.sum(),b:clicks.avg(),c:amount.sum(),d:amount.avg(),e:wide.sum(),f:wide.avg(),g:ratio.sum(),h:ratio.avg(),i:took.sum(),j:twice.sum()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.a3, g0.a4, g0.a5, g0.a6, g0.a7, g0.a8, g0.a9
  FROM (SELECT h0.a0 AS a0, ((SELECT (SELECT (x2.v1 + CASE WHEN x2.v2 > abs(x1.v2) OR (x2.v2 = abs(x1.v2)
  AND x2.v1 % 2 <> 0) THEN sign(x1.v1) * sign(x1.v2) ELSE 0 END) * 0.000001
  FROM (SELECT div(x1.v1, x1.v2) AS v1, 2 * abs(x1.v1 % x1.v2) AS v2 OFFSET 0) AS x2)
  FROM (SELECT (h0.a1)::numeric * 1000000 AS v1, nullif((h0.n1)::numeric, 0) AS v2 OFFSET 0) AS x1))::numeric(25,6) AS a1, h0.a2 AS a2, ((SELECT (SELECT (x4.v1 + CASE WHEN x4.v2 > abs(x3.v2) OR (x4.v2 = abs(x3.v2)
  AND x4.v1 % 2 <> 0) THEN sign(x3.v1) * sign(x3.v2) ELSE 0 END) * 0.00000001
  FROM (SELECT div(x3.v1, x3.v2) AS v1, 2 * abs(x3.v1 % x3.v2) AS v2 OFFSET 0) AS x4)
  FROM (SELECT (h0.a3)::numeric * 100000000 AS v1, nullif((h0.n3)::numeric, 0) AS v2 OFFSET 0) AS x3))::numeric(16,8) AS a3, h0.a4 AS a4, ((SELECT (SELECT (x6.v1 + CASE WHEN x6.v2 > abs(x5.v2) OR (x6.v2 = abs(x5.v2)
  AND x6.v1 % 2 <> 0) THEN sign(x5.v1) * sign(x5.v2) ELSE 0 END) * 0.00000001
  FROM (SELECT div(x5.v1, x5.v2) AS v1, 2 * abs(x5.v1 % x5.v2) AS v2 OFFSET 0) AS x6)
  FROM (SELECT (h0.a5)::numeric * 100000000 AS v1, nullif((h0.n5)::numeric, 0) AS v2 OFFSET 0) AS x5))::numeric(38,8) AS a5, h0.a6 AS a6, ((SELECT CASE WHEN abs(x7.v1) BETWEEN 2.471e-324
  AND 1.7976931348623157e308 THEN (x7.v1)::double precision WHEN x7.v1 = 0 THEN 0 END
  FROM (SELECT h0.a7 / nullif(h0.n7, 0) AS v1 OFFSET 0) AS x7))::double precision AS a7, h0.a8 AS a8, h0.a9 AS a9
  FROM (SELECT (sum(r0.v0))::bigint AS a0, sum(r0.v1::numeric) AS a1, count(r0.v1) AS n1, (sum(r0.v2))::numeric(38,2) AS a2, sum(r0.v3::numeric) AS a3, count(r0.v3) AS n3, (sum(r0.v4))::numeric(38,2) AS a4, sum(r0.v5::numeric) AS a5, count(r0.v5) AS n5, (sum(r0.v6::text::numeric))::double precision AS a6, sum(r0.v7::text::numeric) AS a7, count(r0.v7) AS n7, ((sum((extract(epoch
  FROM r0.v8) * 1000000)))::bigint::text || ' microseconds')::interval AS a8, (sum(r0.v9))::numeric(38,4) AS a9
  FROM (SELECT t0."clicks" AS v0, t0."clicks" AS v1, t0."amount" AS v2, t0."amount" AS v3, t0."wide" AS v4, t0."wide" AS v5, t0."ratio" AS v6, t0."ratio" AS v7, t0."took" AS v8, ((t0."amount" + t0."amount"))::numeric AS v9
  FROM "sales" AS t0
  WHERE ((t0."id" < $1::integer)
  AND t0."open")) AS r0) AS h0) AS g0
  LIMIT $2::bigint;
-- 1: 6
-- 2: 1001
-- GET /api/sales?select=a:size.min(),b:size.max(),c:soldAt.min(),d:soldAt.max(),e:day.min(),f:code.min(),g:code.max(),h:note.min(),i:note.max(),j:wide.max(),k:took.max()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.a3, g0.a4, g0.a5, g0.a6, g0.a7, g0.a8, g0.a9, g0.a10
  FROM (SELECT CASE min(CASE r0.v0 WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 END) WHEN 0 THEN $1::text WHEN 1 THEN $2::text WHEN 2 THEN $3::text END AS a0, CASE max(CASE r0.v1 WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 END) WHEN 0 THEN $1::text WHEN 1 THEN $2::text WHEN 2 THEN $3::text END AS a1, min(r0.v2) AS a2, max(r0.v3) AS a3, min(r0.v4) AS a4, min(r0.v5::text COLLATE "C")::uuid AS a5, max(r0.v6::text COLLATE "C")::uuid AS a6, min(r0.v7 COLLATE "C") AS a7, max(r0.v8 COLLATE "C") AS a8, max(r0.v9) AS a9, max(r0.v10) AS a10
  FROM (SELECT t0."size" AS v0, t0."size" AS v1, t0."sold_at" AS v2, t0."sold_at" AS v3, t0."day" AS v4, t0."code" AS v5, t0."code" AS v6, t0."note" AS v7, t0."note" AS v8, t0."wide" AS v9, t0."took" AS v10
  FROM "sales" AS t0
  WHERE ((t0."id" < $4::integer)
  AND t0."open")) AS r0) AS g0
  LIMIT $5::bigint;
-- 1: constant "SMALL"
-- 2: constant "MEDIUM"
-- 3: constant "LARGE"
-- 4: 6
-- 5: 1001
