-- GET /api/projects?select=id,company(name),tasks(title)
SELECT t0."id", t0_1."id", t0_1."name", ARRAY(SELECT ROW(t1."title")
  FROM "tasks" AS t1
  WHERE t1."project_id" = t0."id"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "projects" AS t0
  LEFT JOIN "companies" AS t0_1 ON t0_1."id" = t0."company_id"
  AND (t0_1."id" = $1::integer)
  WHERE (t0."company_id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/tasks/2
SELECT t0."id", t0."company_id", t0."project_id", t0."title"
  FROM "tasks" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id";
-- 1: 2
-- 2: fact 0
-- GET /api/projects?select=id,tasks!inner(id)&tasks.title=eq.y
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "tasks" AS t1
  WHERE t1."project_id" = t0."id"
  AND ((t1."title" = $1::text)
  AND (t1."company_id" = $2::integer))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."company_id" = $2::integer)
  AND EXISTS(SELECT 1
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id"
  AND ((x1."title" = $1::text)
  AND (x1."company_id" = $2::integer))))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: "y"
-- 2: fact 0
-- 3: 1001
