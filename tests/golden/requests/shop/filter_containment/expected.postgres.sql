-- GET /api/customers?select=id&attributes=cs.{"colour":"red"}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."attributes"::jsonb @> $1::jsonb)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: {"colour":"red"}
-- 2: 1001
-- GET /api/customers?select=id&attributes=cd.{"colour":"blue","sizes":[],"more":1}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."attributes"::jsonb <@ $1::jsonb)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: {"colour":"blue","sizes":[],"more":1}
-- 2: 1001
