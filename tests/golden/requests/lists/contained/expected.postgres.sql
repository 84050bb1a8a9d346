-- GET /api/shelves?select=id&numbers=cd.{3,4}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN $1::jsonb @> t0."numbers"::jsonb
  AND NOT t0."numbers"::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [3,4]
-- 2: 1001
-- GET /api/shelves?select=id&words=cd.{"%C3%A4"}
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE CASE WHEN jsonb_typeof(t0."words"::jsonb) = 'array'
  AND jsonb_typeof($1::jsonb) = 'array' THEN $1::jsonb @> t0."words"::jsonb
  AND NOT t0."words"::jsonb @> '[null]' END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["ä"]
-- 2: 1001
