-- GET /api/memos
SELECT t0."id", t0."owner_id", CASE (t0."open" = 1) WHEN 1 THEN t0."reviewer_id" WHEN 0 THEN NULL END, t0."open", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END, CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."extra" WHEN 0 THEN NULL END, length(t0."note")
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/people
SELECT t0."id", CASE (t0."id" = ?1) WHEN 1 THEN t0."email" WHEN 0 THEN NULL END
  FROM "people" AS t0
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/people?select=password
