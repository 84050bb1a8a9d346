-- GET /api/shelves?select=id&numbers=cd.{3,4}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contained_by(60000, 1020000, t0."numbers", 1020000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [3,4]
-- 2: 1001
-- GET /api/shelves?select=id&words=cd.{"%C3%A4"}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_contained_by(60000, 1010000, t0."words", 1010000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: ["ä"]
-- 2: 1001
