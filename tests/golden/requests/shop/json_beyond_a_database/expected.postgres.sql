-- GET /api/customers?select=id&attributes=cs.{"a":1e131073}
-- GET /api/customers?select=id&attributes=cd.[1e-16384]
-- GET /api/customers?select=id&attributes=cs.{"a":"%5Cu0000"}
-- GET /api/customers?select=id&attributes=cs.{"a":"%5Cud800"}
-- GET /api/customers?select=id&attributes->a=gt.1e131073
-- GET /api/customers?select=id&attributes=cs.{"a":1e131071}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."attributes"::jsonb @> $1::jsonb)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: {"a":1e131071}
-- 2: 1001
