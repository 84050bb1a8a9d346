-- PATCH /api/jobs/1
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3)))) IS NOT 1)), (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE (t0."id" = ?4)
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 1
-- PATCH /api/jobs/1
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3)))) IS NOT 1)), (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE (t0."id" = ?4)
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 1
UPDATE "jobs" SET "stage" = ?1, "pay" = ?2
  WHERE "id" = ?3;
-- 1: 1
-- 2: 20
-- 3: 1
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
-- PATCH /api/jobs/2
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3)))) IS NOT 1)), (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE (t0."id" = ?4)
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 2
UPDATE "jobs" SET "pay" = ?1
  WHERE "id" = ?2;
-- 1: 99
-- 2: 2
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
-- PATCH /api/jobs/2
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3)))) IS NOT 1)), (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE (t0."id" = ?4)
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 2
-- PATCH /api/jobs/4
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT (((NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3)))) IS NOT 1)), (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE (t0."id" = ?4)
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 4
-- GET /api/jobs
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
