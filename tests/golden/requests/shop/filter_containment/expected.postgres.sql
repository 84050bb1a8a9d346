-- GET /api/customers?select=id&attributes=cs.{"colour":"red"}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."attributes"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."attributes"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: {"colour":"red"}
-- 2: 1001
-- GET /api/customers?select=id&attributes=cd.{"colour":"blue","sizes":[],"more":1}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."attributes"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN $1::jsonb @> t0."attributes"::jsonb
  AND NOT t0."attributes"::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: {"colour":"blue","sizes":[],"more":1}
-- 2: 1001
