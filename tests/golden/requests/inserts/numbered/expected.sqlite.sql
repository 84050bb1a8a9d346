-- POST /api/drops
-- POST /api/drops
INSERT INTO "drops" ("text")
  VALUES (?1)
  RETURNING "id";
-- 1: "x"
