-- GET /api/sales?select=size,count(),amount.sum()&order=size
SELECT g0.k0, g0.a0, g0.a1
  FROM (SELECT r0.k0 AS k0, count(*) AS a0, bp_group_sum(53802, 51002, r0.v1) AS a1
  FROM (SELECT t0."size" AS k0, t0."amount" AS v1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY CASE g0.k0 WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 END NULLS LAST, CASE g0.k0 WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 END NULLS LAST
  LIMIT ?4;
-- 1: constant "SMALL"
-- 2: constant "MEDIUM"
-- 3: constant "LARGE"
-- 4: 1001
-- GET /api/sales?select=day,labels,n:count()
SELECT g0.k0, g0.k1, g0.a0
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT t0."day" AS k0, t0."labels" AS k1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.k0 NULLS LAST, g0.k1 NULLS LAST
  LIMIT ?1;
-- 1: 1001
-- GET /api/sales?select=kind:facts->>kind,n:count(),whole:facts->kind&order=n.desc,kind
SELECT g0.k0, g0.a0, g0.k1
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT bp_json(t0."facts", 1, ?1) AS k0, bp_json(t0."facts", 0, ?1) AS k1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.a0 DESC, g0.k0 NULLS LAST, g0.k0 NULLS LAST, g0.k1 NULLS LAST
  LIMIT ?2;
-- 1: constant "kind"
-- 2: 1001
-- GET /api/sales?select=month:soldAt::text,count()&order=month.desc.nullslast&limit=2&offset=1
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT bp_cast(10000, 70000, t0."sold_at") AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 DESC NULLS LAST, g0.k0 NULLS LAST
  LIMIT ?1 OFFSET ?2;
-- 1: 2
-- 2: 1
