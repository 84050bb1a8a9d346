-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "b"
-- 2: 1
SELECT t0."id", t0."company_id", t0."name"
  FROM "projects" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id";
-- 1: 3
-- 2: fact 0
-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "a"
-- 2: 1
-- POST /api/projects
-- POST /api/tasks
INSERT INTO "tasks" ("title", "project_id", "company_id")
  VALUES ($1::text, $2::integer, $3::integer)
  RETURNING "id";
-- 1: "z"
-- 2: 1
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."title"
  FROM "tasks" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id";
-- 1: 3
-- 2: fact 0
-- POST /api/tasks
INSERT INTO "tasks" ("title", "project_id", "company_id")
  VALUES ($1::text, $2::integer, $3::integer)
  RETURNING "id";
-- 1: "z"
-- 2: 2
-- 3: 1
SELECT CASE WHEN ((SELECT x1."company_id"
  FROM "projects" AS x1
  WHERE x1."id" = t0."project_id") = $1::integer) THEN 1 ELSE 0 END
  FROM (SELECT NULL::integer AS "id", $2::integer AS "company_id", $3::integer AS "project_id", $4::text AS "title") AS t0;
-- 1: fact 0
-- 2: 1
-- 3: 2
-- 4: "z"
