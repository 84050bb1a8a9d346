-- GET /api/memos?select=id,extra,z:extra->z,a:extra->a->>0
SELECT t0."id", CASE WHEN (t0."owner_id" = $1::text) THEN t0."extra" END, (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."extra"::jsonb WHEN FALSE THEN NULL::jsonb END -> $2::text), (SELECT CASE WHEN jsonb_typeof(x1.v1) = 'array' THEN (x1.v1 ->> 0) END
  FROM (SELECT (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."extra"::jsonb WHEN FALSE THEN NULL::jsonb END -> $3::text) AS v1 OFFSET 0) AS x1)
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: fact 0
-- 2: constant "z"
-- 3: constant "a"
-- 4: 1001
-- GET /api/memos?select=id&extra->>z=eq.2
SELECT t0."id"
  FROM "memos" AS t0
  WHERE ((CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."extra"::jsonb WHEN FALSE THEN NULL::jsonb END ->> $2::text) = $3::text)
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: fact 0
-- 2: constant "z"
-- 3: "2"
-- 4: 1001
