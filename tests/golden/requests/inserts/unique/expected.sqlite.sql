-- POST /api/items
INSERT INTO "items" ("name", "kind", "price")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
SELECT t0."id", t0."name", t0."kind", t0."price", t0."parent_id", t0."sizes", t0."internal"
  FROM "items" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: null
-- POST /api/people
INSERT INTO "people" ("email", "id")
  VALUES (?1, ?2);
-- 1: "ada@example.org"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
SELECT t0."id", t0."email"
  FROM "people" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: "019b76da-a800-74ab-9426-880c31f2f016"
-- POST /api/items
INSERT INTO "items" ("id", "name", "price", "kind")
  VALUES (?1, ?2, ?3, ?4);
-- 1: 1000
-- 2: "new"
-- 3: 2.00
-- 4: "SMALL"
SELECT t0."id", t0."name", t0."kind", t0."price", t0."parent_id", t0."sizes", t0."internal"
  FROM "items" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1000
