-- GET /api/sales?select=shopId,revenue:amount.sum()&order=revenue.desc.nullslast
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, (sum(r0.v0))::numeric(38,2) AS a0
  FROM (SELECT t0."shop_id" AS k0, t0."amount" AS v0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.a0 DESC NULLS LAST, g0.k0 NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=who:shopId,n:count()&order=n.desc,shopId.desc
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."shop_id" AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.a0 DESC, g0.k0 DESC NULLS FIRST, g0.k0 NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=shopId,n:count()&order=pieces
