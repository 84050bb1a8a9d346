-- GET /api/customers?select=id&name=match.%5E[AZ]
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."name" ~ $1::text)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "^[AZ]"
-- 2: 1001
-- GET /api/customers?select=id&name=imatch.%5EBOB
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."name" ~* $1::text)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "^BOB"
-- 2: 1001
-- GET /api/customers?select=id&name=match.(
