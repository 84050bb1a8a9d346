SELECT t0."id"
  FROM "projects" AS t0
  WHERE ((NOT EXISTS(SELECT 1
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id"
  AND ((x1."done" = TRUE) IS NOT TRUE))) OR ((SELECT CASE WHEN x2.total BETWEEN -9223372036854775808
  AND 9223372036854775807 THEN (x2.total)::bigint END
  FROM (SELECT coalesce(sum(x3.v::numeric), 0) AS total, count(x3.v) AS number
  FROM (SELECT x4."hours" AS v
  FROM "tasks" AS x4
  WHERE x4."project_id" = t0."id") AS x3) AS x2) > $1::bigint))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: constant 10
-- 2: 1001
