-- POST /api/items
INSERT INTO "items" ("name", "price", "kind")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "ab"
-- 2: 2.00
-- 3: "SMALL"
-- POST /api/items
INSERT INTO "items" ("name", "price", "kind")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "abc"
-- 2: 2.00
-- 3: "SMALL"
