-- GET /api/sales?select=shopId,count()&limit=2
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."shop_id" AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 NULLS LAST
  LIMIT $1::bigint;
-- 1: 2
SELECT count(*)
  FROM (SELECT r1.k0 AS k0, count(*) AS a0
  FROM (SELECT t1."shop_id" AS k0
  FROM "sales" AS t1
  WHERE t1."open") AS r1 GROUP BY r1.k0) AS g1;
-- GET /api/sales?select=shopId&having=count().gt.1
SELECT g0.k0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."shop_id" AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  WHERE (g0.a0 > $1::bigint)
  ORDER BY g0.k0 NULLS LAST
  LIMIT $2::bigint;
-- 1: 1
-- 2: 1001
SELECT count(*)
  FROM (SELECT r1.k0 AS k0, count(*) AS a0
  FROM (SELECT t1."shop_id" AS k0
  FROM "sales" AS t1
  WHERE t1."open") AS r1 GROUP BY r1.k0) AS g1
  WHERE (g1.a0 > $1::bigint);
-- 1: 1
-- GET /api/sales?select=count()
SELECT g0.a0
  FROM (SELECT count(*) AS a0
  FROM (SELECT 1
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
SELECT count(*)
  FROM (SELECT count(*) AS a0
  FROM (SELECT 1
  FROM "sales" AS t1
  WHERE t1."open") AS r1) AS g1;
