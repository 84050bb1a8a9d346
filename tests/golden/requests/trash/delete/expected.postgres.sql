-- DELETE /api/boxes/1
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- 3: 2
-- 4: 1
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 1
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = "version" + 1
  WHERE "id" = $3::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- 3: 2
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 1
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- 3: 1
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 2
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 2
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- 3: 2
SELECT 1
  FROM "locks"
  WHERE "box_id" = $1::integer
  LIMIT 1;
-- 1: 1
SELECT 1
  FROM "locks"
  WHERE "box_id" = $1::integer
  LIMIT 1;
-- 1: 2
-- GET /api/items?select=id
SELECT t0."id"
  FROM "items" AS t0
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/boxes/$trash?select=id,label,deletedAt
SELECT t0."id", t0."label", t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((NOT (t0."deleted_at" IS NULL))
  AND (TRUE OR TRUE))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- DELETE /api/boxes/4
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 4
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 3: 2
-- 4: 4
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 4
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 4
SELECT 1
  FROM "locks"
  WHERE "box_id" = $1::integer
  LIMIT 1;
-- 1: 4
