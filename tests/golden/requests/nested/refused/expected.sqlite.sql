-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "open"
-- 2: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r1"
-- 2: 3
-- 3: "019b76da-a800-74ab-9426-880c31f2f016"
-- 4: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r2"
-- 2: 3
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 4: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r3"
-- 2: 3
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
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
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74ab-9426-880c31f2f016"
SELECT CASE WHEN (((SELECT count(*)
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT CASE WHEN (((SELECT count(*)
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74ad-b34d-ce7c031b412b"
-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "shut"
-- 2: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r1"
-- 2: 3
-- 3: "019b76da-a800-74ae-a9de-7d94ce2cb55d"
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
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74ae-a9de-7d94ce2cb55d"
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
UPDATE "projects" SET "name" = ?1
  WHERE "id" = ?2;
-- 1: "open"
-- 2: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r1"
-- 2: 1
-- 3: "019b76da-a800-74af-bf7b-621e19cad933"
-- 4: 1
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r2"
-- 2: 1
-- 3: "019b76da-a800-74b0-85fa-5bd9ae9bb17c"
-- 4: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74af-bf7b-621e19cad933"
SELECT CASE WHEN (((SELECT count(*)
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?1)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?2)
  AND (t0."company_id" = ?3)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?1)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?2)) THEN 1 ELSE 0 END
  FROM "risks" AS t0
  WHERE t0."id" = ?4;
-- 1: constant 2
-- 2: constant "open"
-- 3: fact 0
-- 4: "019b76da-a800-74b0-85fa-5bd9ae9bb17c"
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
INSERT INTO "risks" ("text", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "r2"
-- 2: 1
-- 3: "019b76da-a800-74b1-bead-74402ec77442"
-- 4: 1
WITH "risks" AS (SELECT "id", "company_id", "project_id", "text"
  FROM main."risks" UNION ALL SELECT "id", "company_id", "project_id", "text"
  FROM (SELECT ?1 AS "id", ?2 AS "company_id", ?3 AS "project_id", ?4 AS "text") AS n0) SELECT CASE WHEN (((SELECT count(*)
  FROM "projects" AS x1, "risks" AS x2
  WHERE x1."id" = t0."project_id"
  AND x2."project_id" = x1."id") <= ?5)
  AND ((SELECT x3."name"
  FROM "projects" AS x3
  WHERE x3."id" = t0."project_id") = ?6)
  AND (t0."company_id" = ?7)
  AND ((SELECT count(*)
  FROM "projects" AS x4, "risks" AS x5
  WHERE x4."id" = t0."project_id"
  AND x5."project_id" = x4."id") <= ?5)
  AND ((SELECT x6."name"
  FROM "projects" AS x6
  WHERE x6."id" = t0."project_id") = ?6)) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "company_id", ?3 AS "project_id", ?4 AS "text") AS t0;
-- 1: "019b76da-a800-74b1-bead-74402ec77442"
-- 2: 1
-- 3: 1
-- 4: "r2"
-- 5: constant 2
-- 6: constant "open"
-- 7: fact 0
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
UPDATE "projects" SET "name" = ?1
  WHERE "id" = ?2;
-- 1: "closed"
-- 2: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."title", t0."version", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "tasks" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."project_id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: 1
-- 3: 1
UPDATE "tasks" SET "title" = ?1, "version" = ?2
  WHERE "id" = ?3;
-- 1: "seen"
-- 2: 2
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 2
-- 2: 1
-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "open"
-- 2: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "t1"
-- 2: 3
-- 3: 1
-- 4: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "t2"
-- 2: 3
-- 3: 1
-- 4: 1
INSERT INTO "tasks" ("title", "project_id", "company_id", "version")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "t3"
-- 2: 3
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
-- GET /api/projects?select=name,risks(text),tasks(title)&order=id&risks.order=text
SELECT t0."name", t0."id"
  FROM "projects" AS t0
  WHERE (t0."company_id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."text"
  FROM "risks" AS t1
  WHERE t1."project_id" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."text", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: fact 0
SELECT t2."title"
  FROM "tasks" AS t2
  WHERE t2."project_id" = ?1
  AND (t2."company_id" = ?2)
  ORDER BY t2."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: fact 0
