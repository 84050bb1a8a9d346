-- GET /api/shelves?select=id,numbers->0,first:words->>0
SELECT t0."id", CASE WHEN jsonb_typeof(t0."numbers"::jsonb) = 'array' THEN (t0."numbers"::jsonb -> 0) END, CASE WHEN jsonb_typeof(t0."words"::jsonb) = 'array' THEN (t0."words"::jsonb ->> 0) END
  FROM "shelves" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/shelves?select=id&words->>0=eq.a
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (CASE WHEN jsonb_typeof(t0."words"::jsonb) = 'array' THEN (t0."words"::jsonb ->> 0) END = $1::text)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "a"
-- 2: 1001
-- GET /api/shelves?select=id&numbers=is.null
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (t0."numbers"::jsonb IS NULL)
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/shelves?select=id&numbers=eq.[]
SELECT t0."id"
  FROM "shelves" AS t0
  WHERE (t0."numbers"::jsonb = $1::jsonb)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: []
-- 2: 1001
