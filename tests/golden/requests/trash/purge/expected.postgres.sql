-- POST /api/boxes/3/$purge
-- POST /api/boxes/1/$purge
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version"
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
-- POST /api/boxes/3/$purge?select=id,label,deletedAt
SELECT t0."id", t0."holder", t0."label", t0."parent_id", t0."deleted_at", t0."bp_deletion", t0."version"
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (NOT (t0."deleted_at" IS NULL)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
SELECT t0."id", t0."label", t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (NOT (t0."deleted_at" IS NULL))
  AND (TRUE OR TRUE))
  ORDER BY t0."id";
-- 1: 3
DELETE
  FROM "boxes"
  WHERE "id" = $1::integer;
-- 1: 3
-- GET /api/boxes/$trash
SELECT t0."id", t0."holder", t0."label", t0."parent_id", (SELECT count(*)
  FROM "items" AS x1
  WHERE x1."box_id" = t0."id"
  AND (x1."deleted_at" IS NULL)), t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((NOT (t0."deleted_at" IS NULL))
  AND (TRUE OR TRUE))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/items/$trash?select=id
SELECT t0."id"
  FROM "items" AS t0
  WHERE (NOT (t0."deleted_at" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
