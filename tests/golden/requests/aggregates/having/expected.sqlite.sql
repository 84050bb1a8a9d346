-- GET /api/sales?select=shopId,revenue:amount.sum()&having=revenue.gt.0
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, bp_group_sum(53802, 51002, r0.v0) AS a0
  FROM (SELECT t0."shop_id" AS k0, t0."amount" AS v0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  WHERE (bp_compare(53802, g0.a0, 53802, ?1) > 0)
  ORDER BY g0.k0 NULLS LAST
  LIMIT ?2;
-- 1: 0.00
-- 2: 1001
-- GET /api/sales?select=shopId&having=count().gte.2
SELECT g0.k0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."shop_id" AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  WHERE (g0.a0 >= ?1)
  ORDER BY g0.k0 NULLS LAST
  LIMIT ?2;
-- 1: 2
-- 2: 1001
-- GET /api/sales?select=shopId,count()&having=or(amount.sum().lt.0,not.and(count().lt.2,pieces.max.gt.5))&order=shopId.desc
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0, bp_group_sum(53802, 51002, r0.v1) AS a1, max(r0.v2) AS a2
  FROM (SELECT t0."shop_id" AS k0, t0."amount" AS v1, t0."pieces" AS v2
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  WHERE ((bp_compare(53802, g0.a1, 53802, ?1) < 0) OR ((NOT (g0.a0 < ?2)) OR (NOT (g0.a2 > ?3))))
  ORDER BY g0.k0 DESC NULLS FIRST, g0.k0 NULLS LAST
  LIMIT ?4;
-- 1: 0.00
-- 2: 2
-- 3: 5
-- 4: 1001
-- GET /api/sales?select=count()&having=count().gt.100
SELECT g0.a0
  FROM (SELECT count(*) AS a0
  FROM (SELECT 1
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  WHERE (g0.a0 > ?1)
  LIMIT ?2;
-- 1: 100
-- 2: 1001
-- GET /api/sales?select=shopId,count()&having=shopId.gt.1
