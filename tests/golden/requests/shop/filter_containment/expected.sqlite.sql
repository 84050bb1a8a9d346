-- GET /api/customers?select=id&attributes=cs.{"colour":"red"}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_list_contains(60000, 130000, t0."attributes", 130000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: {"colour":"red"}
-- 2: 1001
-- GET /api/customers?select=id&attributes=cd.{"colour":"blue","sizes":[],"more":1}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_list_contained_by(60000, 130000, t0."attributes", 130000, ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: {"colour":"blue","sizes":[],"more":1}
-- 2: 1001
