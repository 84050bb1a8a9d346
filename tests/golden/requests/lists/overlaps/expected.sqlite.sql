-- GET /api/shelves?select=id&numbers=ov.{2,9}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_overlaps(60000, 1020000, t0."numbers", 1020000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [2,9]
-- 2: 1001
-- GET /api/shelves?select=id&sizes=ov.{LARGE}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE bp_list_overlaps(60000, 1180000, t0."sizes", 1180000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: ["LARGE"]
-- 2: 1001
