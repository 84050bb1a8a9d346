-- GET /api/memos?select=id,reviewer(id)
SELECT t0."id", t0_1."id", t0_1."id"
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."reviewer_id"
  AND (t0."open" = TRUE)
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/memos?select=id,reviewer!inner(id)
SELECT t0."id", t0_1."id", t0_1."id"
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."reviewer_id"
  AND (t0."open" = TRUE)
  WHERE ((t0."open" = TRUE)
  AND EXISTS(SELECT 1
  FROM "people" AS x1
  WHERE x1."id" = t0."reviewer_id"))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/memos?select=id,reviewer()&reviewer=is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT EXISTS(SELECT 1
  FROM "people" AS x1
  WHERE x1."id" = t0."reviewer_id"
  AND (((t0."open" = TRUE) IS NOT TRUE) IS NOT TRUE)))
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/people?select=id,memos(id)
SELECT t0."id", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."id" WHEN FALSE THEN NULL::text END, ARRAY(SELECT ROW(t1."id")
  FROM "memos" AS t1
  WHERE t1."owner_id" = t0."id"
  AND (t0."id" = $1::text)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "people" AS t0
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/people?select=id,memos!inner(id)
SELECT t0."id", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."id" WHEN FALSE THEN NULL::text END, ARRAY(SELECT ROW(t1."id")
  FROM "memos" AS t1
  WHERE t1."owner_id" = t0."id"
  AND (t0."id" = $1::text)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "people" AS t0
  WHERE ((t0."id" = $1::text)
  AND EXISTS(SELECT 1
  FROM "memos" AS x1
  WHERE x1."owner_id" = t0."id"))
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
