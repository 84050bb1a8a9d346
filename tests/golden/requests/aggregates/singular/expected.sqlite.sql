SELECT g0.a0, g0.a1
  FROM (SELECT count(*) AS a0, bp_group_sum(53802, 51002, r0.v1) AS a1
  FROM (SELECT t0."amount" AS v1
  FROM "sales" AS t0
  WHERE t0."open") AS r0) AS g0
  LIMIT ?1;
-- 1: 1001
