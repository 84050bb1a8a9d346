SELECT t0."id"
  FROM "projects" AS t0
  WHERE ((NOT EXISTS(SELECT 1
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id"
  AND ((x1."done" = 1) IS NOT TRUE))) OR ((SELECT CASE count(*) WHEN 0 THEN 0 ELSE bp_sum(30000, 20000, x2.v) END
  FROM (SELECT x3."hours" AS v
  FROM "tasks" AS x3
  WHERE x3."project_id" = t0."id") AS x2) > ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: constant 10
-- 2: 1001
