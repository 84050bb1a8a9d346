SELECT g0.a0, g0.a1
  FROM (SELECT count(*) AS a0, (sum(r0.v1))::numeric(38,2) AS a1
  FROM (SELECT t0."amount" AS v1
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
