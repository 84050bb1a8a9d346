-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "racks" SET "most" = ?1
  WHERE "id" = ?2;
-- 1: 1
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND (bp_subtract(20000, 20000, t0."most", 20000, (SELECT count(*)
  FROM "books" AS x2
  WHERE x2."rack_id" = t0."id"
  AND (x2."deleted_at" IS NULL))) >= ?1)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 0
-- 2: 1
-- GET /api/racks?select=id,most,bookCount,freed
SELECT t0."id", t0."most", (SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)), bp_subtract(20000, 20000, t0."most", 20000, (SELECT count(*)
  FROM "books" AS x2
  WHERE x2."rack_id" = t0."id"
  AND (x2."deleted_at" IS NULL)))
  FROM "racks" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "racks" SET "most" = ?1
  WHERE "id" = ?2;
-- 1: 2
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND (bp_subtract(20000, 20000, t0."most", 20000, (SELECT count(*)
  FROM "books" AS x2
  WHERE x2."rack_id" = t0."id"
  AND (x2."deleted_at" IS NULL))) >= ?1)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 0
-- 2: 1
-- POST /api/books
INSERT INTO "books" ("rack_id")
  VALUES (?1)
  RETURNING "id";
-- 1: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < ?1) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 3
-- 2: 4
-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "racks" SET "most" = ?1
  WHERE "id" = ?2;
-- 1: 1
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND (bp_subtract(20000, 20000, t0."most", 20000, (SELECT count(*)
  FROM "books" AS x2
  WHERE x2."rack_id" = t0."id"
  AND (x2."deleted_at" IS NULL))) >= ?1)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 0
-- 2: 1
-- POST /api/books
INSERT INTO "books" ("rack_id")
  VALUES (?1)
  RETURNING "id";
-- 1: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < ?1) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 3
-- 2: 5
-- POST /api/books/2/$restore
SELECT t0."id", t0."rack_id", t0."deleted_at", t0."bp_deletion", (NOT (((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "racks" AS x3, "books" AS x4
  WHERE x3."id" = t0."rack_id"
  AND x4."rack_id" = x3."id"
  AND (x4."deleted_at" IS NULL)) < ?1) IS NOT 1))
  FROM "books" AS t0
  WHERE ((t0."id" = ?2)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id";
-- 1: constant 3
-- 2: 2
UPDATE "books" SET "deleted_at" = ?1, "bp_deletion" = ?2
  WHERE "id" = ?3;
-- 1: null
-- 2: null
-- 3: 2
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < ?1) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 3
-- 2: 2
