-- POST /api/items
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
-- POST /api/people
INSERT INTO "people" ("email", "id")
  VALUES (?1, ?2);
-- 1: "ada@example.org"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- POST /api/items
INSERT INTO "items" ("id", "name", "price", "kind")
  VALUES (?1, ?2, ?3, ?4);
-- 1: 1000
-- 2: "new"
-- 3: 2.00
-- 4: "SMALL"
