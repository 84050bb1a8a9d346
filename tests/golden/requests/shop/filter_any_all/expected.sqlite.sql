-- GET /api/customers?select=id&name=like(any).{A*,Z*}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (bp_like(t0."name", ?1, 0) OR bp_like(t0."name", ?2, 0))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: "A%"
-- 2: "Z%"
-- 3: 1001
-- GET /api/customers?select=id&name=like(all).{*a,A*}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (bp_like(t0."name", ?1, 0)
  AND bp_like(t0."name", ?2, 0))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: "%a"
-- 2: "A%"
-- 3: 1001
-- GET /api/customers?select=id&id=eq(any).{1,3}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."id" = ?1) OR (t0."id" = ?2))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: 1
-- 2: 3
-- 3: 1001
-- GET /api/customers?select=id&id=gt(all).{1,2}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."id" > ?1)
  AND (t0."id" > ?2))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: 1
-- 2: 2
-- 3: 1001
