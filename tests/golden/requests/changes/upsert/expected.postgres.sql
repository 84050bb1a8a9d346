-- POST /api/tasks?on_conflict=code&select=id,code,pay,team(name)
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."code" = $3::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: "a"
SELECT (NOT ((t0."code" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $2::text) OR (t0."pay" = $3::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $2::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $3::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id";
-- 1: "a"
-- 2: constant "Core"
-- 3: constant 1
-- 4: 1
UPDATE "tasks" SET "pay" = $1::integer, "team_id" = $2::integer
  WHERE "id" = $3::integer;
-- 1: 7
-- 2: 1
-- 3: 1
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."code" = $3::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: "x"
INSERT INTO "tasks" ("code", "pay", "team_id")
  VALUES ($1::text, $2::integer, $3::integer)
  RETURNING "id";
-- 1: "x"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = $1::integer;
-- 1: 3
SELECT CASE WHEN (($1::boolean
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $2::text)) OR ($3::boolean
  AND (t0."pay" = $4::integer))) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = $5::integer;
-- 1: true
-- 2: constant "Core"
-- 3: true
-- 4: constant 1
-- 5: 1
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "tasks" AS t0
  WHERE t0."id" = $1::integer;
-- 1: 1
SELECT t0."id", t0."code", t0."pay", t0_1."id", t0_1."name"
  FROM "tasks" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."code", t0."pay", t0_1."id", t0_1."name"
  FROM "tasks" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
-- POST /api/tasks?on_conflict=code&select=id,code,pay
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "tasks" AS t0
  WHERE (t0."code" = $1::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: "x"
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "tasks" AS t0
  WHERE (t0."code" = $1::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: "y"
INSERT INTO "tasks" ("code", "pay")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "y"
-- 2: 3
SELECT t0."id", t0."code", t0."pay"
  FROM "tasks" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 4
-- POST /api/tasks?on_conflict=code
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."code" = $3::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: "w"
INSERT INTO "tasks" ("code", "pay")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "w"
-- 2: 4
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."code" = $3::text)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: "y"
SELECT (NOT ((t0."code" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $2::text) OR (t0."pay" = $3::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $2::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $3::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id";
-- 1: "y"
-- 2: constant "Core"
-- 3: constant 1
-- 4: 4
INSERT INTO "tasks" ("code", "pay")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "y"
-- 2: 4
-- GET /api/tasks?select=code,pay&order=code
SELECT t0."code", t0."pay", t0."id"
  FROM "tasks" AS t0
  ORDER BY t0."code" COLLATE "C" NULLS LAST, t0."id"
  LIMIT $1::bigint;
-- 1: 1001
