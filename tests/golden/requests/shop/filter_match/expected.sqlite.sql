-- GET /api/customers?select=id&name=match.%5E[AZ]
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_regex(t0."name", ?1, 0)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "^[AZ]"
-- 2: 1001
-- GET /api/customers?select=id&name=imatch.%5EBOB
SELECT t0."id"
  FROM "customers" AS t0
  WHERE bp_regex(t0."name", ?1, 1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "^BOB"
-- 2: 1001
-- GET /api/customers?select=id&name=match.(
