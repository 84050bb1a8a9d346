-- PATCH /api/jobs/3
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
-- 4: 3
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
-- PATCH /api/jobs?id=gt.0
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT ((t0."stage" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer)) IS DISTINCT
  FROM TRUE))
  FROM "jobs" AS t0
  WHERE ((t0."id" > $4::integer)
  AND (NOT t0."locked")
  AND ((t0."stage" = $1::integer) OR ((t0."stage" = $2::integer)
  AND (t0."pay" < $3::integer))))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 0
UPDATE "jobs" SET "pay" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 7
-- 2: 1
UPDATE "jobs" SET "pay" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 7
-- 2: 2
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
