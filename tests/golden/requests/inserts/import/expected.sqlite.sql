-- POST /api/items
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "one"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "two"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "one"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "two"
-- 2: "BIG"
-- 3: 2.00
-- GET /api/items?select=name&kind=eq.BIG&order=name
SELECT t0."name", t0."id"
  FROM "items" AS t0
  WHERE (t0."kind" = ?1)
  ORDER BY t0."name", t0."id"
  LIMIT ?2;
-- 1: "BIG"
-- 2: 1001
