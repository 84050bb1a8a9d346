-- GET /api/memos
SELECT t0."id", t0."owner_id", CASE (t0."open" = TRUE) WHEN TRUE THEN t0."reviewer_id" WHEN FALSE THEN NULL::text END, t0."open", CASE (t0."owner_id" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END, CASE WHEN (t0."owner_id" = $1::text) THEN t0."extra" END, char_length(t0."note")
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/people
SELECT t0."id", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."email" WHEN FALSE THEN NULL::text END
  FROM "people" AS t0
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/people?select=password
