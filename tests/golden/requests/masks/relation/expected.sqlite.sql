-- GET /api/memos?select=id,reviewer(id)
SELECT t0."id", t0_1."id", t0_1."id"
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."reviewer_id"
  AND (t0."open" = 1)
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/memos?select=id,reviewer!inner(id)
SELECT t0."id", t0_1."id", t0_1."id"
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."reviewer_id"
  AND (t0."open" = 1)
  WHERE ((t0."open" = 1)
  AND EXISTS(SELECT 1
  FROM "people" AS x1
  WHERE x1."id" = t0."reviewer_id"))
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/memos?select=id,reviewer()&reviewer=is.null
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (NOT EXISTS(SELECT 1
  FROM "people" AS x1
  WHERE x1."id" = t0."reviewer_id"
  AND (((t0."open" = 1) IS NOT TRUE) IS NOT TRUE)))
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
-- GET /api/people?select=id,memos(id)
SELECT t0."id", CASE (t0."id" = ?1) WHEN 1 THEN t0."id" WHEN 0 THEN NULL END
  FROM "people" AS t0
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."id"
  FROM "memos" AS t1
  WHERE t1."owner_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- GET /api/people?select=id,memos!inner(id)
SELECT t0."id", CASE (t0."id" = ?1) WHEN 1 THEN t0."id" WHEN 0 THEN NULL END
  FROM "people" AS t0
  WHERE ((t0."id" = ?1)
  AND EXISTS(SELECT 1
  FROM "memos" AS x1
  WHERE x1."owner_id" = t0."id"))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."id"
  FROM "memos" AS t1
  WHERE t1."owner_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
