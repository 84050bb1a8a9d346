-- GET /api/shelves?select=id,numbers->0,first:words->>0
SELECT t0."id", bp_json(t0."numbers", 0, 0), bp_json(t0."words", 1, 0)
  FROM "shelves" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/shelves?select=id&words->>0=eq.a
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (bp_json(t0."words", 1, 0) = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "a"
-- 2: 1001
-- GET /api/shelves?select=id&numbers=is.null
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (t0."numbers" IS NULL)
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/shelves?select=id&numbers=eq.[]
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (t0."numbers" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: []
-- 2: 1001
