-- GET /api/memos?select=id&order=note
SELECT t0."id", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END
  FROM "memos" AS t0
  ORDER BY CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END NULLS LAST, t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id&order=note.desc
SELECT t0."id", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END
  FROM "memos" AS t0
  ORDER BY CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END DESC NULLS FIRST, t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
