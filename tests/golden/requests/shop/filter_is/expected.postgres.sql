-- GET /api/customers?select=id&vip=is.null
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."vip" IS NULL)
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&vip=is.true
SELECT t0."id"
  FROM "customers" AS t0
  WHERE t0."vip"
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&vip=is.false
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT (t0."vip" IS DISTINCT
  FROM FALSE))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&vip=is.unknown
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."vip" IS NULL)
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&vip=not.is.true
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."vip" IS NOT TRUE)
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&vip=is.not_null
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT (t0."vip" IS NULL))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/customers?select=id&name=is.true
