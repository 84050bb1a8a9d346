-- PATCH /api/tasks/1
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
-- 3: 1
UPDATE "tasks" SET "team_id" = ?1
  WHERE "id" = ?2;
-- 1: 99
-- 2: 1
SELECT CASE WHEN ((?1
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?2)) OR (?3
  AND (t0."pay" = ?4))) THEN 1 ELSE 0 END
  FROM (SELECT ?5 AS "id", ?6 AS "team_id", ?7 AS "pay", ?8 AS "code") AS t0;
-- 1: true
-- 2: constant "Core"
-- 3: true
-- 4: constant 1
-- 5: 1
-- 6: 99
-- 7: 1
-- 8: "a"
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "pay", ?4 AS "code") AS t0;
-- 1: 1
-- 2: 99
-- 3: 1
-- 4: "a"
-- PATCH /api/tasks/1
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
-- 3: 1
UPDATE "tasks" SET "code" = ?1
  WHERE "id" = ?2;
-- 1: "b"
-- 2: 1
SELECT CASE WHEN ((?1
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?2)) OR (?3
  AND (t0."pay" = ?4))) THEN 1 ELSE 0 END
  FROM (SELECT ?5 AS "id", ?6 AS "team_id", ?7 AS "pay", ?8 AS "code") AS t0;
-- 1: true
-- 2: constant "Core"
-- 3: true
-- 4: constant 1
-- 5: 1
-- 6: 1
-- 7: 1
-- 8: "b"
-- PATCH /api/bills/2
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "bills" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
UPDATE "bills" SET "team_id" = ?1
  WHERE "id" = ?2;
-- 1: 3
-- 2: 2
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1)) THEN 1 ELSE 0 END
  FROM "bills" AS t0, (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "pay", ?5 AS "code") AS o0
  WHERE t0."id" = ?6;
-- 1: constant "Core"
-- 2: 2
-- 3: 1
-- 4: 1
-- 5: "y"
-- 6: 2
-- PATCH /api/bills/2
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "bills" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
UPDATE "bills" SET "team_id" = ?1
  WHERE "id" = ?2;
-- 1: 99
-- 2: 2
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "pay", ?5 AS "code") AS t0, (SELECT ?6 AS "id", ?7 AS "team_id", ?8 AS "pay", ?9 AS "code") AS o0;
-- 1: constant "Core"
-- 2: 2
-- 3: 99
-- 4: 1
-- 5: "y"
-- 6: 2
-- 7: 1
-- 8: 1
-- 9: "y"
-- PATCH /api/bills/1
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "bills" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "bills" SET "code" = ?1
  WHERE "id" = ?2;
-- 1: "y"
-- 2: 1
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "pay", ?5 AS "code") AS t0, (SELECT ?6 AS "id", ?7 AS "team_id", ?8 AS "pay", ?9 AS "code") AS o0;
-- 1: constant "Core"
-- 2: 1
-- 3: 2
-- 4: 1
-- 5: "y"
-- 6: 1
-- 7: 2
-- 8: 1
-- 9: "x"
-- PATCH /api/bills/1
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "bills" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "bills" SET "code" = ?1
  WHERE "id" = ?2;
-- 1: "free"
-- 2: 1
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = ?1)) THEN 1 ELSE 0 END
  FROM "bills" AS t0, (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "pay", ?5 AS "code") AS o0
  WHERE t0."id" = ?6;
-- 1: constant "Core"
-- 2: 1
-- 3: 2
-- 4: 1
-- 5: "x"
-- 6: 1
-- POST /api/tasks
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 3
-- 2: 1
-- 3: "n"
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 1
-- 2: 1
-- 3: "a"
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "pay", ?3 AS "code") AS t0;
-- 1: 3
-- 2: 1
-- 3: "n"
-- POST /api/tasks
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 99
-- 2: 1
-- 3: "n"
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 1
-- 2: 1
-- 3: "a"
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "pay", ?3 AS "code") AS t0;
-- 1: 99
-- 2: 1
-- 3: "n"
