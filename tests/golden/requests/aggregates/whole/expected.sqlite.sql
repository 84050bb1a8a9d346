SELECT g0.a0, g0.a1, g0.a2, g0.a3, g0.a4, g0.a5
  FROM (SELECT count(*) AS a0, count(r0.v1) AS a1, bp_group_sum(30000, 20000, r0.v2) AS a2, bp_group_avg(51606, 20000, r0.v3) AS a3, min(r0.v4) AS a4, max(r0.v5) AS a5
  FROM (SELECT t0."pieces" AS v1, t0."pieces" AS v2, t0."pieces" AS v3, t0."pieces" AS v4, t0."pieces" AS v5
  FROM "sales" AS t0
  WHERE ((t0."id" < ?1)
  AND t0."open")) AS r0) AS g0
  LIMIT ?2;
-- 1: 6
-- 2: 1001
