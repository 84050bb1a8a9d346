-- GET /api/shelves?select=id&numbers=cs.{1,3}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contains(60000, 1020000, t0."numbers", 1020000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [1,3]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=cs.{}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contains(60000, 1020000, t0."numbers", 1020000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: []
-- 2: 1001
-- GET /api/shelves?select=id&words=cs.["b,c"]
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contains(60000, 1010000, t0."words", 1010000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: ["b,c"]
-- 2: 1001
-- GET /api/shelves?select=id&prices=cs.{2.50}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contains(60000, 1051002, t0."prices", 1051002, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [2.50]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=not.cs.{3}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (NOT bp_list_contains(60000, 1020000, t0."numbers", 1020000, ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [3]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=cs.{x}
