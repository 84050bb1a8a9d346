-- GET /api/shelves?select=id&numbers=ov.{2,9}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN EXISTS(SELECT 1
  FROM jsonb_array_elements(t0."numbers"::jsonb) AS x1(v)
  WHERE x1.v <> 'null'
  AND $1::jsonb @> x1.v) END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [2,9]
-- 2: 1001
-- GET /api/shelves?select=id&sizes=ov.{LARGE}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."sizes"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN EXISTS(SELECT 1
  FROM jsonb_array_elements(t0."sizes"::jsonb) AS x1(v)
  WHERE x1.v <> 'null'
  AND $1::jsonb @> x1.v) END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["LARGE"]
-- 2: 1001
