-- GET /api/sheets
SELECT t0."id", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."owner_id" WHEN 0 THEN NULL END, t0."title", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."body" WHEN 0 THEN NULL END
  FROM "sheets" AS t0
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/sheets?select=id&body=not.is.null
SELECT t0."id"
  FROM "sheets" AS t0
  WHERE (NOT (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."body" WHEN 0 THEN NULL END IS NULL))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
