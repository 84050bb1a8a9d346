-- GET /api/customers?select=id&name=like.*d*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_like(t0."name", ?1, 0)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "%d%"
-- 2: 1001
-- GET /api/customers?select=id&name=ilike.ZO%C3%8B
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_like(t0."name", ?1, 1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "ZOË"
-- 2: 1001
-- GET /api/customers?select=id&name=like.ad*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_like(t0."name", ?1, 0)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "ad%"
-- 2: 1001
-- GET /api/customers?select=id&name=like.*100%5C%25*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_like(t0."name", ?1, 0)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "%100\\%%"
-- 2: 1001
-- GET /api/customers?select=id&name=not.like.A*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT bp_like(t0."name", ?1, 0))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "A%"
-- 2: 1001
