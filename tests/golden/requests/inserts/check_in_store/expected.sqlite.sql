-- POST /api/lines
INSERT INTO "lines" ("item_id", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: 1000
-- 2: 2.50
SELECT CASE WHEN (((SELECT x1."price"
  FROM "items" AS x1
  WHERE x1."id" = t0."item_id") = t0."price")
  AND EXISTS(SELECT 1
  FROM "items" AS x2, "items" AS x3
  WHERE x2."id" = t0."item_id"
  AND x3."parent_id" = x2."id"
  AND (bp_compare(51002, x3."price", 50100, ?1) > 0))) THEN 1 ELSE 0 END
  FROM "lines" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 5
-- 2: 1
SELECT t0."id", t0."item_id", t0."price"
  FROM "lines" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
-- POST /api/lines
INSERT INTO "lines" ("item_id", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: 1000
-- 2: 3.00
SELECT CASE WHEN (((SELECT x1."price"
  FROM "items" AS x1
  WHERE x1."id" = t0."item_id") = t0."price")
  AND EXISTS(SELECT 1
  FROM "items" AS x2, "items" AS x3
  WHERE x2."id" = t0."item_id"
  AND x3."parent_id" = x2."id"
  AND (bp_compare(51002, x3."price", 50100, ?1) > 0))) THEN 1 ELSE 0 END
  FROM "lines" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 5
-- 2: 2
-- POST /api/lines
INSERT INTO "lines" ("item_id", "price")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: 1002
-- 2: 2.50
SELECT CASE WHEN (((SELECT x1."price"
  FROM "items" AS x1
  WHERE x1."id" = t0."item_id") = t0."price")
  AND EXISTS(SELECT 1
  FROM "items" AS x2, "items" AS x3
  WHERE x2."id" = t0."item_id"
  AND x3."parent_id" = x2."id"
  AND (bp_compare(51002, x3."price", 50100, ?1) > 0))) THEN 1 ELSE 0 END
  FROM "lines" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 5
-- 2: 2
-- GET /api/lines
SELECT t0."id", t0."item_id", t0."price"
  FROM "lines" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
