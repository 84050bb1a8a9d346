-- POST /api/boxes/3/$restore?select=id,label,deletedAt,items(id)
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 3
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: null
-- 2: null
-- 3: 2
-- 4: 3
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 3
-- 2: "00000000-0000-7000-8000-000000000003"
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 3
-- 2: "00000000-0000-7000-8000-000000000003"
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 4
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "boxes" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."parent_id" FOR KEY SHARE OF r1;
-- 1: 3
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "items" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."box_id" FOR KEY SHARE OF r1;
-- 1: 4
SELECT t0."id", t0."label", t0."deleted_at", ARRAY(SELECT ROW(t1."id")
  FROM "items" AS t1
  WHERE t1."box_id" = t0."id"
  AND (TRUE
  AND (t1."deleted_at" IS NULL))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."holder" = $2::text)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id";
-- 1: 3
-- 2: fact 0
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
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
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
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 3: 2
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "deleted_at" IS NULL FOR UPDATE;
-- 1: 1
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: "2026-01-01T00:00:00Z"
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
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
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
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
-- POST /api/items/1/$restore
SELECT t0."id", t0."box_id", t0."friend_id", t0."name", t0."deleted_at", t0."bp_deletion"
  FROM "items" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 1
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "items" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."box_id" FOR KEY SHARE OF r1;
-- 1: 1
-- POST /api/boxes/1/$restore
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
-- POST /api/boxes/1/$restore
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
-- POST /api/boxes/1/$restore?select=id,items(id)
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: null
-- 2: null
-- 3: 3
-- 4: 1
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 1
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
UPDATE "boxes" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid, "version" = "version" + 1
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 2
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 1
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 1
SELECT "id"
  FROM "boxes"
  WHERE "parent_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 2
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT "id"
  FROM "items"
  WHERE "box_id" = $1::integer
  AND "bp_deletion" = $2::uuid FOR UPDATE;
-- 1: 2
-- 2: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
UPDATE "items" SET "deleted_at" = $1::timestamptz, "bp_deletion" = $2::uuid
  WHERE "id" = $3::integer;
-- 1: null
-- 2: null
-- 3: 2
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "boxes" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."parent_id" FOR KEY SHARE OF r1;
-- 1: 1
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "boxes" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."parent_id" FOR KEY SHARE OF r1;
-- 1: 2
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "items" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."box_id" FOR KEY SHARE OF r1;
-- 1: 1
SELECT CASE WHEN r1."deleted_at" IS NULL THEN 0 ELSE 1 END
  FROM "items" AS r0, "boxes" AS r1
  WHERE r0."id" = $1::integer
  AND r1."id" = r0."box_id" FOR KEY SHARE OF r1;
-- 1: 2
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "items" AS t1
  WHERE t1."box_id" = t0."id"
  AND (TRUE
  AND (t1."deleted_at" IS NULL))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."holder" = $2::text)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id";
-- 1: 1
-- 2: fact 0
