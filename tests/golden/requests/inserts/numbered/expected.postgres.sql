-- POST /api/drops
-- POST /api/drops
INSERT INTO "drops" ("text")
  VALUES ($1::text)
  RETURNING "id";
-- 1: "x"
