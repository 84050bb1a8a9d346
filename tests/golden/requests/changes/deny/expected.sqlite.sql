-- PATCH /api/jobs/3
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
-- 4: 3
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
-- PATCH /api/jobs?id=gt.0
SELECT t0."id", t0."stage", t0."pay", t0."locked", (NOT ((t0."stage" = ?1) IS NOT 1)), (NOT (((t0."stage" = ?2)
  AND (t0."pay" < ?3)) IS NOT 1))
  FROM "jobs" AS t0
  WHERE ((t0."id" > ?4)
  AND (NOT t0."locked")
  AND ((t0."stage" = ?1) OR ((t0."stage" = ?2)
  AND (t0."pay" < ?3))))
  ORDER BY t0."id";
-- 1: constant 1
-- 2: constant 2
-- 3: constant 100
-- 4: 0
UPDATE "jobs" SET "pay" = ?1
  WHERE "id" = ?2;
-- 1: 7
-- 2: 1
UPDATE "jobs" SET "pay" = ?1
  WHERE "id" = ?2;
-- 1: 7
-- 2: 2
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."stage", t0."pay", t0."locked"
  FROM "jobs" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
