-- GET /api/memos?select=id&note=eq.a
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END = $2::text)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 0
-- 2: "a"
-- 3: 1001
-- GET /api/memos?select=id&note=not.eq.b
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END = $2::text))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 0
-- 2: "b"
-- 3: 1001
-- GET /api/memos?select=id&note=is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END IS NULL)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id&note=in.(a,b)
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END = ANY(ARRAY(SELECT x1.v
  FROM jsonb_array_elements_text($2::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 0
-- 2: ["a","b"]
-- 3: 1001
-- GET /api/memos?select=id&or=(note.eq.a,note.eq.b)
SELECT t0."id"
  FROM "memos" AS t0
  WHERE ((CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END = $2::text) OR (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END = $3::text))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: fact 0
-- 2: "a"
-- 3: "b"
-- 4: 1001
-- GET /api/memos?select=id&note=not.is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END IS NULL))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
SELECT count(*)
  FROM "memos" AS t1
  WHERE (NOT (CASE (t1."owner_id" = $1::text) WHEN TRUE THEN t1."note" WHEN FALSE THEN NULL::text END IS NULL));
-- 1: fact 0
