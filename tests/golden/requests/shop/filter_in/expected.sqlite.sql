-- GET /api/customers?select=id&id=in.(1,3)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."id" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [1,3]
-- 2: 1001
-- GET /api/customers?select=id&name=in.(Ada,"bob%20\"the\"%20100%25%20O'Neil")
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."name" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: ["Ada","bob \"the\" 100% O'Neil"]
-- 2: 1001
-- GET /api/customers?select=id&id=not.in.(1)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT (t0."id" IN (SELECT value
  FROM json_each(?1))))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: [1]
-- 2: 1001
-- GET /api/customers?select=id&id=in.()
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."id" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: []
-- 2: 1001
