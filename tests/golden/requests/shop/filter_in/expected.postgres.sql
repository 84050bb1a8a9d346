-- GET /api/customers?select=id&id=in.(1,3)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN jsonb_typeof($1::jsonb) = 'array' THEN t0."id" IN (SELECT x1.v::integer
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v)) END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1,3]
-- 2: 1001
-- GET /api/customers?select=id&name=in.(Ada,"bob%20\"the\"%20100%25%20O'Neil")
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN jsonb_typeof($1::jsonb) = 'array' THEN t0."name" IN (SELECT x1.v::text
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v)) END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["Ada","bob \"the\" 100% O'Neil"]
-- 2: 1001
-- GET /api/customers?select=id&id=not.in.(1)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT CASE WHEN jsonb_typeof($1::jsonb) = 'array' THEN t0."id" IN (SELECT x1.v::integer
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v)) END)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1]
-- 2: 1001
-- GET /api/customers?select=id&id=in.()
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN jsonb_typeof($1::jsonb) = 'array' THEN t0."id" IN (SELECT x1.v::integer
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v)) END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: []
-- 2: 1001
