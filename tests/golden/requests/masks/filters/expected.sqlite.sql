-- GET /api/memos?select=id&note=eq.a
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END = ?2)
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: fact 0
-- 2: "a"
-- 3: 1001
-- GET /api/memos?select=id&note=not.eq.b
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END = ?2))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: fact 0
-- 2: "b"
-- 3: 1001
-- GET /api/memos?select=id&note=is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END IS NULL)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id&note=in.(a,b)
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END IN (SELECT value
  FROM json_each(?2)))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: fact 0
-- 2: ["a","b"]
-- 3: 1001
-- GET /api/memos?select=id&or=(note.eq.a,note.eq.b)
SELECT t0."id"
  FROM "memos" AS t0
  WHERE ((CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END = ?2) OR (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END = ?3))
  ORDER BY t0."id"
  LIMIT ?4;
-- 1: fact 0
-- 2: "a"
-- 3: "b"
-- 4: 1001
-- GET /api/memos?select=id&note=not.is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT (CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."note" WHEN 0 THEN NULL END IS NULL))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT count(*)
  FROM "memos" AS t1
  WHERE (NOT (CASE (t1."owner_id" = ?1) WHEN 1 THEN t1."note" WHEN 0 THEN NULL END IS NULL));
-- 1: fact 0
