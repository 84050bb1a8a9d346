-- POST /api/projects?select=id,name,tasks(id,title)
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "c"
-- 2: 1
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "d"
-- 2: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."title", t0."version", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "tasks" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: 1
UPDATE "tasks" SET "project_id" = ?1, "version" = ?2
  WHERE "id" = ?3;
-- 1: 4
-- 2: 2
-- 3: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "c1"
-- 2: 3
-- 3: 1
-- 4: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "c2"
-- 2: 3
-- 3: 1
-- 4: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "d1"
-- 2: 4
-- 3: 1
-- 4: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1)
  AND (t0."company_id" = ?2)
  AND ((SELECT count(*)
  FROM "tasks" AS x2
  WHERE x2."project_id" = t0."id") <= ?1)) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?3;
-- 1: constant 2
-- 2: fact 0
-- 3: 3
SELECT CASE WHEN (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1)
  AND (t0."company_id" = ?2)
  AND ((SELECT count(*)
  FROM "tasks" AS x2
  WHERE x2."project_id" = t0."id") <= ?1)) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?3;
-- 1: constant 2
-- 2: fact 0
-- 3: 4
SELECT t0."id", t0."name"
  FROM "projects" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."company_id" = ?2))
  ORDER BY t0."id";
-- 1: 3
-- 2: fact 0
SELECT t1."id", t1."title"
  FROM "tasks" AS t1
  WHERE t1."project_id" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
SELECT t0."id", t0."name"
  FROM "projects" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."company_id" = ?2))
  ORDER BY t0."id";
-- 1: 4
-- 2: fact 0
SELECT t1."id", t1."title"
  FROM "tasks" AS t1
  WHERE t1."project_id" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
-- POST /api/tasks?select=title,project(name)
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "e"
-- 2: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "e1"
-- 2: 5
-- 3: 1
-- 4: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1)
  AND (t0."company_id" = ?2)
  AND ((SELECT count(*)
  FROM "tasks" AS x2
  WHERE x2."project_id" = t0."id") <= ?1)) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?3;
-- 1: constant 2
-- 2: fact 0
-- 3: 5
SELECT t0."title", t0_1."id", t0_1."name"
  FROM "tasks" AS t0
  LEFT JOIN "projects" AS t0_1 ON t0_1."id" = t0."project_id"
  AND (t0_1."company_id" = ?1)
  WHERE ((t0."id" = ?2)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: 7
-- PATCH /api/projects/1
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."title", t0."version", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "tasks" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: 2
-- POST /api/tasks?select=title,project(name)
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "e1"
-- 2: 2
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."project_id" IS NULL) OR ((SELECT x1."company_id"
  FROM "projects" AS x1
  WHERE x1."id" = t0."project_id") = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?2 AS "company_id", ?3 AS "project_id", ?4 AS "title", ?5 AS "version") AS t0;
-- 1: fact 0
-- 2: 1
-- 3: 2
-- 4: "e1"
-- 5: 1
-- PATCH /api/projects/2
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 2
-- POST /api/tasks
