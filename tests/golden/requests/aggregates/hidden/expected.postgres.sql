-- GET /api/sales?select=count(),margin.sum(),m:margin.max(),k:margin.count()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.a3
  FROM (SELECT count(*) AS a0, (sum(r0.v1))::bigint AS a1, max(r0.v2) AS a2, count(r0.v3) AS a3
  FROM (SELECT CASE (t0."size" = $1::text) WHEN TRUE THEN t0."margin" WHEN FALSE THEN NULL::integer END AS v1, CASE (t0."size" = $1::text) WHEN TRUE THEN t0."margin" WHEN FALSE THEN NULL::integer END AS v2, CASE (t0."size" = $1::text) WHEN TRUE THEN t0."margin" WHEN FALSE THEN NULL::integer END AS v3
  FROM "sales" AS t0
  WHERE ((t0."id" < $2::integer)
  AND t0."open")) AS r0) AS g0
  LIMIT $3::bigint;
-- 1: constant "SMALL"
-- 2: 6
-- 3: 1001
-- GET /api/sales?select=margin,count()
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT CASE (t0."size" = $1::text) WHEN TRUE THEN t0."margin" WHEN FALSE THEN NULL::integer END AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 NULLS LAST
  LIMIT $2::bigint;
-- 1: constant "SMALL"
-- 2: 1001
-- GET /api/sales?select=cost.sum()
-- GET /api/sales?select=cost,count()
-- GET /api/sales?select=count()&having=cost.max().gt.1
-- GET /api/sales?select=shopId,count()&order=cost
-- GET /api/sales?select=count(),cost.sum(),m:margin.max(),all:open,x:pieces.max()&id=lt.6
SELECT g0.a0, g0.a1, g0.a2, g0.k0, g0.a3
  FROM (SELECT r0.k0 AS k0, count(*) AS a0, (sum(r0.v1))::numeric(38,2) AS a1, max(r0.v2) AS a2, max(r0.v3) AS a3
  FROM (SELECT t0."open" AS k0, t0."cost" AS v1, t0."margin" AS v2, t0."pieces" AS v3
  FROM "sales" AS t0
  WHERE (t0."id" < $1::integer)) AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0
  LIMIT $2::bigint;
-- 1: 6
-- 2: 1001
