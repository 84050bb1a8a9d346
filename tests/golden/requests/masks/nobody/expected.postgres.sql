-- GET /api/memos
SELECT t0."id", t0."owner_id", CASE (t0."open" = TRUE) WHEN TRUE THEN t0."reviewer_id" WHEN FALSE THEN NULL::text END, t0."open", char_length(t0."note")
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/memos?select=note
-- GET /api/sheets
SELECT t0."id", t0."title"
  FROM "sheets" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/sheets?body=is.null
