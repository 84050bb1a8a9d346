-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "racks" SET "most" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 1
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND ((SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT ((t0."most")::bigint - ((SELECT count(*)
  FROM "books" AS x3
  WHERE x3."rack_id" = t0."id"
  AND (x3."deleted_at" IS NULL)))::bigint) AS v1 OFFSET 0) AS x2) >= $1::integer)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 0
-- 2: 1
-- GET /api/racks?select=id,most,bookCount,freed
SELECT t0."id", t0."most", (SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)), (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT ((t0."most")::bigint - ((SELECT count(*)
  FROM "books" AS x3
  WHERE x3."rack_id" = t0."id"
  AND (x3."deleted_at" IS NULL)))::bigint) AS v1 OFFSET 0) AS x2)
  FROM "racks" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "racks" SET "most" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 2
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND ((SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT ((t0."most")::bigint - ((SELECT count(*)
  FROM "books" AS x3
  WHERE x3."rack_id" = t0."id"
  AND (x3."deleted_at" IS NULL)))::bigint) AS v1 OFFSET 0) AS x2) >= $1::integer)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 0
-- 2: 1
-- POST /api/books
INSERT INTO "books" ("rack_id")
  VALUES ($1::integer)
  RETURNING "id";
-- 1: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < $1::integer) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 3
-- 2: 4
-- PATCH /api/racks/1
SELECT t0."id", t0."most"
  FROM "racks" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "racks" SET "most" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 1
-- 2: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "books" AS x1
  WHERE x1."rack_id" = t0."id"
  AND (x1."deleted_at" IS NULL)) <= t0."most")
  AND ((SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT ((t0."most")::bigint - ((SELECT count(*)
  FROM "books" AS x3
  WHERE x3."rack_id" = t0."id"
  AND (x3."deleted_at" IS NULL)))::bigint) AS v1 OFFSET 0) AS x2) >= $1::integer)) THEN 1 ELSE 0 END
  FROM "racks" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 0
-- 2: 1
-- POST /api/books
INSERT INTO "books" ("rack_id")
  VALUES ($1::integer)
  RETURNING "id";
-- 1: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < $1::integer) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 3
-- 2: 5
-- POST /api/books/2/$restore
SELECT t0."id", t0."rack_id", t0."deleted_at", t0."bp_deletion", (NOT (((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "racks" AS x3, "books" AS x4
  WHERE x3."id" = t0."rack_id"
  AND x4."rack_id" = x3."id"
  AND (x4."deleted_at" IS NULL)) < $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "books" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant 3
-- 2: 2
SELECT (NOT (((t0."id" = $1::integer)
  AND (NOT (t0."deleted_at" IS NULL))) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < $2::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "racks" AS x3, "books" AS x4
  WHERE x3."id" = t0."rack_id"
  AND x4."rack_id" = x3."id"
  AND (x4."deleted_at" IS NULL)) < $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "books" AS t0
  WHERE (t0."id" = $3::integer)
  ORDER BY t0."id";
-- 1: 2
-- 2: constant 3
-- 3: 2
UPDATE "books" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 2
SELECT CASE WHEN ((SELECT count(*)
  FROM "racks" AS x1, "books" AS x2
  WHERE x1."id" = t0."rack_id"
  AND x2."rack_id" = x1."id"
  AND (x2."deleted_at" IS NULL)) < $1::integer) THEN 1 ELSE 0 END
  FROM "books" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 3
-- 2: 2
