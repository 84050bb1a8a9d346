SELECT g0.a0, round(g0.a1, 2)::text, (SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT (round(x1.v1, 0) - CASE WHEN 2 * abs(x1.v1 - trunc(x1.v1, 0)) = 1
  AND trunc(x1.v1, 0) % (2 * 1) = 0 THEN sign(x1.v1) * 1 ELSE 0 END) AS v1 OFFSET 0) AS x2)
  FROM (SELECT (g0.a2)::numeric AS v1 OFFSET 0) AS x1), (g0.a3)::text
  FROM (SELECT h0.a0 AS a0, h0.a1 AS a1, ((SELECT (SELECT (x4.v1 + CASE WHEN x4.v2 > abs(x3.v2) OR (x4.v2 = abs(x3.v2)
  AND x4.v1 % 2 <> 0) THEN sign(x3.v1) * sign(x3.v2) ELSE 0 END) * 0.00000001
  FROM (SELECT div(x3.v1, x3.v2) AS v1, 2 * abs(x3.v1 % x3.v2) AS v2 OFFSET 0) AS x4)
  FROM (SELECT (h0.a2)::numeric * 100000000 AS v1, nullif((h0.n2)::numeric, 0) AS v2 OFFSET 0) AS x3))::numeric(16,8) AS a2, h0.a3 AS a3
  FROM (SELECT (sum(r0.v0))::bigint AS a0, (sum(r0.v1))::numeric(38,2) AS a1, sum(r0.v2::numeric) AS a2, count(r0.v2) AS n2, count(*) AS a3
  FROM (SELECT (SELECT (SELECT CASE WHEN x6.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x6.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x5.v1) < 1000
  AND x5.v1 ~ '^-?[0-9]+$' THEN x5.v1::numeric END AS v1 OFFSET 0) AS x6)
  FROM (SELECT ((t0."facts"::jsonb ->> $1::text))::text AS v1 OFFSET 0) AS x5) AS v0, t0."amount" AS v1, t0."amount" AS v2
  FROM "sales" AS t0
  WHERE ((t0."id" < $2::integer)
  AND t0."open")) AS r0) AS h0) AS g0
  LIMIT $3::bigint;
-- 1: constant "n"
-- 2: 6
-- 3: 1001
