-- POST /api/boxes
INSERT INTO "boxes" ("holder", "label", "version")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "ann"
-- 2: "Gone"
-- 3: 1
-- POST /api/boxes/3/$restore
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = ?1) IS NOT 1)), (NOT ((t0."holder" = ?1) IS NOT 1))
  FROM "boxes" AS t0
  WHERE ((t0."id" = ?2)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: 3
UPDATE "boxes" SET "deleted_at" = ?1, "bp_deletion" = ?2, "version" = ?3
  WHERE "id" = ?4;
-- 1: null
-- 2: null
-- 3: 2
-- 4: 3
-- POST /api/boxes?on_conflict=label&select=id,label,deletedAt
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version", (NOT ((t0."holder" = ?1) IS NOT 1)), (NOT ((t0."holder" = ?1) IS NOT 1))
  FROM "boxes" AS t0
  WHERE ((t0."label" = ?2)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: "Gone"
UPDATE "boxes" SET "holder" = ?1, "version" = ?2
  WHERE "id" = ?3;
-- 1: "ann"
-- 2: 2
-- 3: 5
SELECT t0."id", t0."label", t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."holder" = ?2)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id";
-- 1: 5
-- 2: fact 0
-- POST /api/boxes
INSERT INTO "boxes" ("holder", "label", "version")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "ann"
-- 2: "Gone"
-- 3: 1
-- GET /api/boxes/$trash?select=id,label
SELECT t0."id", t0."label"
  FROM "boxes" AS t0
  WHERE ((NOT (t0."deleted_at" IS NULL))
  AND (t0."holder" = ?1)
  AND (t0."holder" = ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
