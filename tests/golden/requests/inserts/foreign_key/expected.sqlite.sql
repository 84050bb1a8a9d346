INSERT INTO "items" ("name", "price", "parent_id", "kind")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "ab"
-- 2: 2.00
-- 3: 77
-- 4: "SMALL"
WITH "items" AS (SELECT "id", "name", "kind", "price", "parent_id", "sizes", "internal"
  FROM main."items" UNION ALL SELECT "id", "name", "kind", "price", "parent_id", "sizes", "internal"
  FROM (SELECT NULL AS "id", ?1 AS "name", ?2 AS "kind", ?3 AS "price", ?4 AS "parent_id", NULL AS "sizes", NULL AS "internal") AS n0) SELECT CASE WHEN ((t0."parent_id" IS NULL) OR (NOT ((SELECT x1."id"
  FROM "items" AS x1
  WHERE x1."id" = t0."parent_id") IS NULL))) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "name", ?2 AS "kind", ?3 AS "price", ?4 AS "parent_id", NULL AS "sizes", NULL AS "internal") AS t0;
-- 1: "ab"
-- 2: "SMALL"
-- 3: 2.00
-- 4: 77
