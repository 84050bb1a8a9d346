-- GET /api/sales?select=count(),shop(name)
SELECT g0.a0, g0.k0, g0.k1
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT CASE WHEN (NOT (t0_1."id" IS NULL)) THEN TRUE ELSE NULL::boolean END AS k0, CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."name" ELSE NULL::text END AS k1
  FROM "sales" AS t0
  LEFT JOIN "shops" AS t0_1 ON t0_1."id" = t0."shop_id"
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.k0 NULLS LAST, g0.k1 COLLATE "C" NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=count(),shop(name,town(name))&order=shop(name).desc,count
SELECT g0.a0, g0.k0, g0.k1, g0.k2, g0.k3
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, r0.k2 AS k2, r0.k3 AS k3, count(*) AS a0
  FROM (SELECT CASE WHEN (NOT (t0_1."id" IS NULL)) THEN TRUE ELSE NULL::boolean END AS k0, CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."name" ELSE NULL::text END AS k1, CASE WHEN (NOT (t0_2."id" IS NULL)) THEN TRUE ELSE NULL::boolean END AS k2, CASE WHEN (NOT (t0_2."id" IS NULL)) THEN t0_2."name" ELSE NULL::text END AS k3
  FROM "sales" AS t0
  LEFT JOIN "shops" AS t0_1 ON t0_1."id" = t0."shop_id"
  LEFT JOIN "towns" AS t0_2 ON t0_2."id" = t0_1."town_id"
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1, r0.k2, r0.k3) AS g0
  ORDER BY g0.k1 COLLATE "C" DESC NULLS FIRST, g0.a0, g0.k0 NULLS LAST, g0.k1 COLLATE "C" NULLS LAST, g0.k2 NULLS LAST, g0.k3 COLLATE "C" NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=n:count(),...shop(name)&order=name
SELECT g0.a0, g0.k0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."name" ELSE NULL::text END AS k0
  FROM "sales" AS t0
  LEFT JOIN "shops" AS t0_1 ON t0_1."id" = t0."shop_id"
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 COLLATE "C" NULLS LAST, g0.k0 COLLATE "C" NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/shops?select=shops:count(),...town(people.sum(),towns:count(),name)
SELECT g0.a0, g0.a1, g0.a2, g0.k0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0, (sum(r0.v1))::bigint AS a1, count(r0.v2) AS a2
  FROM (SELECT CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."name" ELSE NULL::text END AS k0, CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."people" ELSE NULL::integer END AS v1, CASE WHEN (NOT (t0_1."id" IS NULL)) THEN TRUE ELSE NULL::boolean END AS v2
  FROM "shops" AS t0
  LEFT JOIN "towns" AS t0_1 ON t0_1."id" = t0."town_id") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 COLLATE "C" NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=count(),shop!inner(name)&shop.name=eq.West
SELECT g0.a0, g0.k0, g0.k1
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT CASE WHEN (NOT (t0_1."id" IS NULL)) THEN TRUE ELSE NULL::boolean END AS k0, CASE WHEN (NOT (t0_1."id" IS NULL)) THEN t0_1."name" ELSE NULL::text END AS k1
  FROM "sales" AS t0
  LEFT JOIN "shops" AS t0_1 ON t0_1."id" = t0."shop_id"
  AND (t0_1."name" = $1::text)
  WHERE (t0."open"
  AND EXISTS(SELECT 1
  FROM "shops" AS x1
  WHERE x1."id" = t0."shop_id"
  AND (x1."name" = $1::text)))) AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.k0 NULLS LAST, g0.k1 COLLATE "C" NULLS LAST
  LIMIT $2::bigint;
-- 1: "West"
-- 2: 1001
