-- GET /api/boxes?select=id,itemCount,items(id),children(id)&order=id
SELECT t0."id", (SELECT count(*)
  FROM "items" AS x1
  WHERE x1."box_id" = t0."id"
  AND (x1."deleted_at" IS NULL)), ARRAY(SELECT ROW(t1."id")
  FROM "items" AS t1
  WHERE t1."box_id" = t0."id"
  AND (TRUE
  AND (t1."deleted_at" IS NULL))
  ORDER BY t1."id"
  LIMIT 10001), ARRAY(SELECT ROW(t2."id")
  FROM "boxes" AS t2
  WHERE t2."parent_id" = t0."id"
  AND (TRUE
  AND (t2."deleted_at" IS NULL))
  ORDER BY t2."id"
  LIMIT 10001)
  FROM "boxes" AS t0
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/items?select=id,friend(id),box(label)&order=id
SELECT t0."id", t0_1."id", t0_1."id", t0_2."id", t0_2."label"
  FROM "items" AS t0
  LEFT JOIN "boxes" AS t0_1 ON t0_1."id" = t0."friend_id"
  AND (TRUE
  AND (t0_1."deleted_at" IS NULL))
  LEFT JOIN "boxes" AS t0_2 ON t0_2."id" = t0."box_id"
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/items?select=count()
SELECT g0.a0
  FROM (SELECT count(*) AS a0
  FROM (SELECT 1
  FROM "items" AS t0
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL))) AS r0) AS g0
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/boxes?items.name=eq.Ball&select=id,items!inner(id)
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "items" AS t1
  WHERE t1."box_id" = t0."id"
  AND ((t1."name" = $1::text)
  AND TRUE
  AND (t1."deleted_at" IS NULL))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "boxes" AS t0
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL)
  AND EXISTS(SELECT 1
  FROM "items" AS x1
  WHERE x1."box_id" = t0."id"
  AND ((x1."name" = $1::text)
  AND TRUE
  AND (x1."deleted_at" IS NULL))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "Ball"
-- 2: 1001
-- GET /api/items?friend.label=eq.Gone&select=id,friend!inner(id)
SELECT t0."id", t0_1."id", t0_1."id"
  FROM "items" AS t0
  LEFT JOIN "boxes" AS t0_1 ON t0_1."id" = t0."friend_id"
  AND ((t0_1."label" = $1::text)
  AND TRUE
  AND (t0_1."deleted_at" IS NULL))
  WHERE (TRUE
  AND (t0."deleted_at" IS NULL)
  AND EXISTS(SELECT 1
  FROM "boxes" AS x1
  WHERE x1."id" = t0."friend_id"
  AND ((x1."label" = $1::text)
  AND TRUE
  AND (x1."deleted_at" IS NULL))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "Gone"
-- 2: 1001
-- PATCH /api/items/4
SELECT t0."id", t0."box_id", t0."friend_id", t0."name", t0."deleted_at", t0."bp_deletion"
  FROM "items" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 4
-- PATCH /api/items/1
SELECT t0."id", t0."box_id", t0."friend_id", t0."name", t0."deleted_at", t0."bp_deletion"
  FROM "items" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."deleted_at" IS NULL))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "items" SET "box_id" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 3
-- 2: 1
SELECT CASE WHEN (TRUE
  AND ((SELECT x1."deleted_at"
  FROM "boxes" AS x1
  WHERE x1."id" = t0."box_id") IS NULL)) THEN 1 ELSE 0 END
  FROM "items" AS t0
  WHERE t0."id" = $1::integer;
-- 1: 1
-- GET /api/boxes/$trash
SELECT t0."id", t0."holder", t0."label", t0."parent_id", (SELECT count(*)
  FROM "items" AS x1
  WHERE x1."box_id" = t0."id"
  AND (x1."deleted_at" IS NULL)), t0."deleted_at"
  FROM "boxes" AS t0
  WHERE ((NOT (t0."deleted_at" IS NULL))
  AND (t0."holder" = $1::text))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/tags/$trash
-- GET /api/tags/$trash
SELECT t0."id", t0."word", t0."deleted_at"
  FROM "tags" AS t0
  WHERE (NOT (t0."deleted_at" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
