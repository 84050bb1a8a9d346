-- GET /api/shelves?select=id&numbers=cs.{1,3}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."numbers"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1,3]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=cs.{}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."numbers"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: []
-- 2: 1001
-- GET /api/shelves?select=id&words=cs.["b,c"]
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."words"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."words"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["b,c"]
-- 2: 1001
-- GET /api/shelves?select=id&prices=cs.{2.50}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."prices"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."prices"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [2.50]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=not.cs.{3}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (NOT CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN t0."numbers"::jsonb @> $1::jsonb
  AND NOT $1::jsonb @> '[null]' END)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [3]
-- 2: 1001
-- GET /api/shelves?select=id&numbers=cs.{x}
