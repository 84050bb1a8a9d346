-- GET /api/memos?select=id&order=note
SELECT t0."id", CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "memos" AS t0
  ORDER BY CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END COLLATE "C" NULLS LAST, t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id&order=note.desc
SELECT t0."id", CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "memos" AS t0
  ORDER BY CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END COLLATE "C" DESC NULLS FIRST, t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
