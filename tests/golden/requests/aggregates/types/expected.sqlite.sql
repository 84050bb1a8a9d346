-- GET /api/sales?select=a:clicks.sum(),b:clicks.avg(),c:amount.sum(),d:amount.avg(),e:wide.sum(),f:wide.avg(),g:ratio.sum(),h:ratio.avg(),i:took.sum(),j:twice.sum()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.a3, g0.a4, g0.a5, g0.a6, g0.a7, g0.a8, g0.a9
  FROM (SELECT bp_group_sum(30000, 30000, r0.v0) AS a0, bp_group_avg(52506, 30000, r0.v1) AS a1, bp_group_sum(53802, 51002, r0.v2) AS a2, bp_group_avg(51608, 51002, r0.v3) AS a3, bp_group_sum(53802, 53802, r0.v4) AS a4, bp_group_avg(53808, 53802, r0.v5) AS a5, bp_group_sum(40000, 40000, r0.v6) AS a6, bp_group_avg(40000, 40000, r0.v7) AS a7, bp_group_sum(110000, 110000, r0.v8) AS a8, bp_group_sum(53804, 51804, r0.v9) AS a9
  FROM (SELECT t0."clicks" AS v0, t0."clicks" AS v1, t0."amount" AS v2, t0."amount" AS v3, t0."wide" AS v4, t0."wide" AS v5, t0."ratio" AS v6, t0."ratio" AS v7, t0."took" AS v8, bp_cast(51804, 51102, bp_add(51102, 51002, t0."amount", 51002, t0."amount")) AS v9
  FROM "sales" AS t0
  WHERE ((t0."id" < ?1)
  AND t0."open")) AS r0) AS g0
  LIMIT ?2;
-- 1: 6
-- 2: 1001
-- GET /api/sales?select=a:size.min(),b:size.max(),c:soldAt.min(),d:soldAt.max(),e:day.min(),f:code.min(),g:code.max(),h:note.min(),i:note.max(),j:wide.max(),k:took.max()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.a3, g0.a4, g0.a5, g0.a6, g0.a7, g0.a8, g0.a9, g0.a10
  FROM (SELECT CASE min(CASE r0.v0 WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 END) WHEN 0 THEN ?1 WHEN 1 THEN ?2 WHEN 2 THEN ?3 END AS a0, CASE max(CASE r0.v1 WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 END) WHEN 0 THEN ?1 WHEN 1 THEN ?2 WHEN 2 THEN ?3 END AS a1, min(r0.v2) AS a2, max(r0.v3) AS a3, min(r0.v4) AS a4, min(r0.v5) AS a5, max(r0.v6) AS a6, min(r0.v7) AS a7, max(r0.v8) AS a8, max(r0.v9 COLLATE bp_decimal) AS a9, max(r0.v10) AS a10
  FROM (SELECT t0."size" AS v0, t0."size" AS v1, t0."sold_at" AS v2, t0."sold_at" AS v3, t0."day" AS v4, t0."code" AS v5, t0."code" AS v6, t0."note" AS v7, t0."note" AS v8, t0."wide" AS v9, t0."took" AS v10
  FROM "sales" AS t0
  WHERE ((t0."id" < ?4)
  AND t0."open")) AS r0) AS g0
  LIMIT ?5;
-- 1: constant "SMALL"
-- 2: constant "MEDIUM"
-- 3: constant "LARGE"
-- 4: 6
-- 5: 1001
