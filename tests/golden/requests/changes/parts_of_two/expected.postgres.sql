-- PATCH /api/jobs/1
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)))) IS DISTINCT
  FROM TRUE)), (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 1
-- PATCH /api/jobs/1
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)))) IS DISTINCT
  FROM TRUE)), (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 1
UPDATE "jobs" SET "stage" = $1::integer, "pay" = $2::integer
  WHERE "id" = $3::integer;
-- 1: 1
-- 2: 20
-- 3: 1
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
-- PATCH /api/jobs/2
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)))) IS DISTINCT
  FROM TRUE)), (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 2
UPDATE "jobs" SET "pay" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 99
-- 2: 2
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
-- PATCH /api/jobs/2
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)))) IS DISTINCT
  FROM TRUE)), (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 2
-- PATCH /api/jobs/4
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)))) IS DISTINCT
  FROM TRUE)), (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 4
-- GET /api/jobs
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
