-- POST /api/$batch
INSERT INTO "tasks" ("code", "pay", "team_id")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "n"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = ?1;
-- 1: 3
SELECT t0."id", t0."code", t0."pay"
  FROM "tasks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
INSERT INTO "tasks" ("code", "pay")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "$n"
-- 2: 1
SELECT t0."code", t0."pay"
  FROM "tasks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1) OR (t0."pay" = ?2)) IS NOT 1)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = ?1) IS NOT 1)), (NOT ((t0."pay" = ?2) IS NOT 1))
  FROM "tasks" AS t0
  WHERE (t0."id" = ?3)
  ORDER BY t0."id";
-- 1: constant "Core"
-- 2: constant 1
-- 3: 3
UPDATE "tasks" SET "pay" = ?1
  WHERE "id" = ?2;
-- 1: 2
-- 2: 3
SELECT CASE WHEN ((?1
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?2)) OR (?3
  AND (t0."pay" = ?4))) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = ?5;
-- 1: true
-- 2: constant "Core"
-- 3: true
-- 4: constant 1
-- 5: 3
SELECT t0."pay"
  FROM "tasks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
-- POST /api/$batch
INSERT INTO "tasks" ("code", "pay", "team_id")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "o"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = ?1;
-- 1: 5
SELECT t0."id"
  FROM "tasks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 5
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1) IS NOT 1)), (NOT ((t0."pay" = ?2) IS NOT 1))
  FROM "tasks" AS t0
  WHERE ((t0."code" = ?3)
  AND (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = ?1) OR (t0."pay" = ?2)))
  ORDER BY t0."id";
-- 1: constant "Core"
-- 2: constant 1
-- 3: "o"
UPDATE "tasks" SET "pay" = ?1
  WHERE "id" = ?2;
-- 1: 3
-- 2: 5
SELECT CASE WHEN ((?1
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?2)) OR (?3
  AND (t0."pay" = ?4))) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = ?5;
-- 1: true
-- 2: constant "Core"
-- 3: true
-- 4: constant 1
-- 5: 5
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "tasks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 5
INSERT INTO "tasks" ("code", "pay")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "o"
-- 2: 5
-- GET /api/tasks?select=code,pay&order=code
SELECT t0."code", t0."pay", t0."id"
  FROM "tasks" AS t0
  ORDER BY t0."code" NULLS LAST, t0."id"
  LIMIT ?1;
-- 1: 1001
