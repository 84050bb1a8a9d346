-- PATCH /api/tasks/1
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."id" = $3::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: 1
SELECT (NOT ((t0."id" = $1::integer) IS DISTINCT
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
-- 1: 1
-- 2: constant "Core"
-- 3: constant 1
-- 4: 1
UPDATE "tasks" SET "team_id" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 99
-- 2: 1
SELECT CASE WHEN (($1::boolean
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $2::text)) OR ($3::boolean
  AND (t0."pay" = $4::integer))) THEN 1 ELSE 0 END
  FROM (SELECT $5::integer AS "id", $6::integer AS "team_id", $7::integer AS "pay", $8::text AS "code") AS t0;
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
  FROM (SELECT $1::integer AS "id", $2::integer AS "team_id", $3::integer AS "pay", $4::text AS "code") AS t0;
-- 1: 1
-- 2: 99
-- 3: 1
-- 4: "a"
-- PATCH /api/tasks/1
SELECT t0."id", t0."team_id", t0."pay", t0."code", (NOT ((((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text) OR (t0."pay" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."pay" = $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "tasks" AS t0
  WHERE (t0."id" = $3::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: constant 1
-- 3: 1
SELECT (NOT ((t0."id" = $1::integer) IS DISTINCT
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
-- 1: 1
-- 2: constant "Core"
-- 3: constant 1
-- 4: 1
UPDATE "tasks" SET "code" = $1::text
  WHERE "id" = $2::integer;
-- 1: "b"
-- 2: 1
SELECT CASE WHEN (($1::boolean
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $2::text)) OR ($3::boolean
  AND (t0."pay" = $4::integer))) THEN 1 ELSE 0 END
  FROM (SELECT $5::integer AS "id", $6::integer AS "team_id", $7::integer AS "pay", $8::text AS "code") AS t0;
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
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
UPDATE "bills" SET "team_id" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 3
-- 2: 2
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text)) THEN 1 ELSE 0 END
  FROM "bills" AS t0, (SELECT $2::integer AS "id", $3::integer AS "team_id", $4::integer AS "pay", $5::text AS "code") AS o0
  WHERE t0."id" = $6::integer;
-- 1: constant "Core"
-- 2: 2
-- 3: 1
-- 4: 1
-- 5: "y"
-- 6: 2
-- PATCH /api/bills/2
SELECT t0."id", t0."team_id", t0."pay", t0."code"
  FROM "bills" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
UPDATE "bills" SET "team_id" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 99
-- 2: 2
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text)) THEN 1 ELSE 0 END
  FROM (SELECT $2::integer AS "id", $3::integer AS "team_id", $4::integer AS "pay", $5::text AS "code") AS t0, (SELECT $6::integer AS "id", $7::integer AS "team_id", $8::integer AS "pay", $9::text AS "code") AS o0;
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
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "bills" SET "code" = $1::text
  WHERE "id" = $2::integer;
-- 1: "y"
-- 2: 1
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text)) THEN 1 ELSE 0 END
  FROM (SELECT $2::integer AS "id", $3::integer AS "team_id", $4::integer AS "pay", $5::text AS "code") AS t0, (SELECT $6::integer AS "id", $7::integer AS "team_id", $8::integer AS "pay", $9::text AS "code") AS o0;
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
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "bills" SET "code" = $1::text
  WHERE "id" = $2::integer;
-- 1: "free"
-- 2: 1
SELECT CASE WHEN ((t0."pay" >= o0."pay")
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") = $1::text)) THEN 1 ELSE 0 END
  FROM "bills" AS t0, (SELECT $2::integer AS "id", $3::integer AS "team_id", $4::integer AS "pay", $5::text AS "code") AS o0
  WHERE t0."id" = $6::integer;
-- 1: constant "Core"
-- 2: 1
-- 3: 2
-- 4: 1
-- 5: "x"
-- 6: 1
-- POST /api/tasks
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES ($1::integer, $2::integer, $3::text)
  RETURNING "id";
-- 1: 3
-- 2: 1
-- 3: "n"
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES ($1::integer, $2::integer, $3::text)
  RETURNING "id";
-- 1: 1
-- 2: 1
-- 3: "a"
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT NULL::integer AS "id", $1::integer AS "team_id", $2::integer AS "pay", $3::text AS "code") AS t0;
-- 1: 3
-- 2: 1
-- 3: "n"
-- POST /api/tasks
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES ($1::integer, $2::integer, $3::text)
  RETURNING "id";
-- 1: 99
-- 2: 1
-- 3: "n"
INSERT INTO "tasks" ("team_id", "pay", "code")
  VALUES ($1::integer, $2::integer, $3::text)
  RETURNING "id";
-- 1: 1
-- 2: 1
-- 3: "a"
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT NULL::integer AS "id", $1::integer AS "team_id", $2::integer AS "pay", $3::text AS "code") AS t0;
-- 1: 99
-- 2: 1
-- 3: "n"
