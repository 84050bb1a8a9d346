-- GET /api/sales?select=clicks.sum()
SELECT g0.a0
  FROM (SELECT (sum(r0.v0))::bigint AS a0
  FROM (SELECT t0."clicks" AS v0
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=clicks::numeric.sum()
SELECT g0.a0
  FROM (SELECT (sum(r0.v0))::numeric(38,10) AS a0
  FROM (SELECT (t0."clicks")::numeric AS v0
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=pieces.sum(),count()
SELECT g0.a0, g0.a1
  FROM (SELECT (sum(r0.v0))::bigint AS a0, count(*) AS a1
  FROM (SELECT t0."pieces" AS v0
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=shopId,a:wide.sum()&order=a.desc&wide=not.is.null
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, (sum(r0.v0))::numeric(38,2) AS a0
  FROM (SELECT t0."shop_id" AS k0, t0."wide" AS v0
  FROM "sales" AS t0
  WHERE ((NOT (t0."wide" IS NULL))
  AND t0."open")) AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.a0 DESC NULLS FIRST, g0.k0 NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=wide.sum()&having=wide.sum().gt.0
SELECT g0.a0
  FROM (SELECT (sum(r0.v0))::numeric(38,2) AS a0
  FROM (SELECT t0."wide" AS v0
  FROM "sales" AS t0) AS r0) AS g0
  WHERE (g0.a0 > $1::numeric(38,2))
  LIMIT $2::bigint;
-- 1: 0.00
-- 2: 1001
