-- GET /api/memos
SELECT t0."id", t0."owner_id", CASE (t0."open" = 1) WHEN 1 THEN t0."reviewer_id" WHEN 0 THEN NULL END, t0."open", length(t0."note")
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/memos?select=note
-- GET /api/sheets
SELECT t0."id", t0."title"
  FROM "sheets" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/sheets?body=is.null
