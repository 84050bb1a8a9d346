-- POST /api/boxes
INSERT INTO "boxes" ("holder", "label", "version")
  VALUES ($1::text, $2::text, $3::bigint)
  RETURNING "id";
-- 1: "ann"
-- 2: "Gone"
-- 3: 1
-- POST /api/boxes/3/$restore
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
-- POST /api/boxes?on_conflict=label&select=id,label,deletedAt
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "boxes" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "Gone"
UPDATE "boxes" SET "holder" = $1::text, "version" = $2::bigint
  WHERE "id" = $3::integer;
-- 1: "ann"
-- 2: 2
-- 3: 5
SELECT t0."id", t0."label", t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."holder" = $2::text)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id";
-- 1: 5
-- 2: fact 0
-- POST /api/boxes
INSERT INTO "boxes" ("holder", "label", "version")
  VALUES ($1::text, $2::text, $3::bigint)
  RETURNING "id";
-- 1: "ann"
-- 2: "Gone"
-- 3: 1
-- GET /api/boxes/$trash?select=id,label
SELECT t0."id", t0."label"
  FROM "boxes" AS t0
  WHERE ((NOT (t0."deleted_at" IS NULL))
  AND (t0."holder" = $1::text)
  AND (t0."holder" = $1::text))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
