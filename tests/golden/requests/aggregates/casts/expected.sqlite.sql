SELECT g0.a0, bp_cast(10000, 53802, g0.a1), bp_cast(20000, 51608, g0.a2), bp_cast(10000, 30000, g0.a3)
  FROM (SELECT bp_group_sum(30000, 20000, r0.v0) AS a0, bp_group_sum(53802, 51002, r0.v1) AS a1, bp_group_avg(51608, 51002, r0.v2) AS a2, count(*) AS a3
  FROM (SELECT bp_cast(20000, 10000, bp_json(t0."facts", 1, ?1)) AS v0, t0."amount" AS v1, t0."amount" AS v2
  FROM "sales" AS t0
  WHERE ((t0."id" < ?2)
  AND t0."open")) AS r0) AS g0
  LIMIT ?3;
-- 1: constant "n"
-- 2: 6
-- 3: 1001
