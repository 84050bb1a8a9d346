-- GET /api/sales?select=count(),pieces.sum(),m:pieces.max(),a:pieces.avg()&id=lt.0
SELECT g0.a0, g0.a1, g0.a2, g0.a3
  FROM (SELECT count(*) AS a0, bp_group_sum(30000, 20000, r0.v1) AS a1, max(r0.v2) AS a2, bp_group_avg(51606, 20000, r0.v3) AS a3
  FROM (SELECT t0."pieces" AS v1, t0."pieces" AS v2, t0."pieces" AS v3
  FROM "sales" AS t0
  WHERE ((t0."id" < ?1)
  AND t0."open")) AS r0) AS g0
  LIMIT ?2;
-- 1: 0
-- 2: 1001
-- GET /api/sales?select=size,count()&id=lt.0
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."size" AS k0
  FROM "sales" AS t0
  WHERE ((t0."id" < ?1)
  AND t0."open")) AS r0 GROUP BY r0.k0) AS g0
  ORDER BY CASE g0.k0 WHEN ?2 THEN 0 WHEN ?3 THEN 1 WHEN ?4 THEN 2 END NULLS LAST
  LIMIT ?5;
-- 1: 0
-- 2: constant "SMALL"
-- 3: constant "MEDIUM"
-- 4: constant "LARGE"
-- 5: 1001
