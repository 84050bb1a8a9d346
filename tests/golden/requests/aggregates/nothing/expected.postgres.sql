-- GET /api/sales?select=count(),pieces.sum(),m:pieces.max(),a:pieces.avg()&id=lt.0
SELECT g0.a0, g0.a1, g0.a2, g0.a3
  FROM (SELECT h0.a0 AS a0, h0.a1 AS a1, h0.a2 AS a2, ((SELECT (SELECT (x2.v1 + CASE WHEN x2.v2 > abs(x1.v2) OR (x2.v2 = abs(x1.v2)
  AND x2.v1 % 2 <> 0) THEN sign(x1.v1) * sign(x1.v2) ELSE 0 END) * 0.000001
  FROM (SELECT div(x1.v1, x1.v2) AS v1, 2 * abs(x1.v1 % x1.v2) AS v2 OFFSET 0) AS x2)
  FROM (SELECT (h0.a3)::numeric * 1000000 AS v1, nullif((h0.n3)::numeric, 0) AS v2 OFFSET 0) AS x1))::numeric(16,6) AS a3
  FROM (SELECT count(*) AS a0, (sum(r0.v1))::bigint AS a1, max(r0.v2) AS a2, sum(r0.v3::numeric) AS a3, count(r0.v3) AS n3
  FROM (SELECT t0."pieces" AS v1, t0."pieces" AS v2, t0."pieces" AS v3
  FROM "sales" AS t0
  WHERE ((t0."id" < $1::integer)
  AND t0."open")) AS r0) AS h0) AS g0
  LIMIT $2::bigint;
-- 1: 0
-- 2: 1001
-- GET /api/sales?select=size,count()&id=lt.0
SELECT g0.k0, g0.a0
  FROM (SELECT r0.k0 AS k0, count(*) AS a0
  FROM (SELECT t0."size" AS k0
  FROM "sales" AS t0
  WHERE ((t0."id" < $1::integer)
  AND t0."open")) AS r0 GROUP BY r0.k0) AS g0
  ORDER BY CASE g0.k0 WHEN $2::text THEN 0 WHEN $3::text THEN 1 WHEN $4::text THEN 2 END NULLS LAST
  LIMIT $5::bigint;
-- 1: 0
-- 2: constant "SMALL"
-- 3: constant "MEDIUM"
-- 4: constant "LARGE"
-- 5: 1001
