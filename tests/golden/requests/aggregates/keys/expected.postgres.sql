-- GET /api/sales?select=size,count(),amount.sum()&order=size
SELECT g0.k0, g0.a0, g0.a1
  FROM (SELECT r0.k0 AS k0, count(*) AS a0, (sum(r0.v1))::numeric(38,2) AS a1
  FROM (SELECT t0."size" AS k0, t0."amount" AS v1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY CASE g0.k0 WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 END NULLS LAST, CASE g0.k0 WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 END NULLS LAST
  LIMIT $4::bigint;
-- 1: constant "SMALL"
-- 2: constant "MEDIUM"
-- 3: constant "LARGE"
-- 4: 1001
-- GET /api/sales?select=day,labels,n:count()
SELECT g0.k0, g0.k1::json, g0.a0
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT t0."day" AS k0, (t0."labels")::text AS k1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.k0 NULLS LAST, g0.k1 COLLATE "C" NULLS LAST
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sales?select=kind:facts->>kind,n:count(),whole:facts->kind&order=n.desc,kind
SELECT g0.k0, g0.a0, g0.k1::json
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, count(*) AS a0
  FROM (SELECT (t0."facts"::jsonb ->> $1::text) AS k0, ((t0."facts"::jsonb -> $1::text))::text AS k1
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0, r0.k1) AS g0
  ORDER BY g0.a0 DESC, g0.k0 COLLATE "C" NULLS LAST, g0.k0 COLLATE "C" NULLS LAST, g0.k1 COLLATE "C" NULLS LAST
  LIMIT $2::bigint;
-- 1: constant "kind"
-- 2: 1001
-- GET /api/sales?select=month:soldAt::text,count()&order=month.desc.nullslast&limit=2&offset=1
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT (rtrim(rtrim(to_char(t0."sold_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z') AS k0
  FROM "sales" AS t0
  WHERE t0."open") AS r0 GROUP BY r0.k0) AS g0
  ORDER BY g0.k0 COLLATE "C" DESC NULLS LAST, g0.k0 COLLATE "C" NULLS LAST
  LIMIT $1::bigint OFFSET $2::bigint;
-- 1: 2
-- 2: 1
