-- GET /api/sheets
SELECT t0."id", CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."owner_id" WHEN FALSE THEN NULL::text END, t0."title", CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."body" WHEN FALSE THEN NULL::text END
  FROM "sheets" AS t0
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/sheets?select=id&body=not.is.null
SELECT t0."id"
  FROM "sheets" AS t0
  WHERE (NOT (CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."body" WHEN FALSE THEN NULL::text END IS NULL))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
