-- GET /api/memos?select=id,owner(email)&order=owner(email),id
SELECT t0."id", t0_1."id", CASE (t0_1."id" = ?1) WHEN 1 THEN t0_1."email" WHEN 0 THEN NULL END, CASE ((SELECT x1."id"
  FROM "people" AS x1
  WHERE x1."id" = t0."owner_id") = ?1) WHEN 1 THEN (SELECT x2."email"
  FROM "people" AS x2
  WHERE x2."id" = t0."owner_id") WHEN 0 THEN NULL END
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  ORDER BY CASE ((SELECT x3."id"
  FROM "people" AS x3
  WHERE x3."id" = t0."owner_id") = ?1) WHEN 1 THEN (SELECT x4."email"
  FROM "people" AS x4
  WHERE x4."id" = t0."owner_id") WHEN 0 THEN NULL END NULLS LAST, t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id,owner!inner(email)&owner.email=like.*bob*
SELECT t0."id", t0_1."id", CASE (t0_1."id" = ?1) WHEN 1 THEN t0_1."email" WHEN 0 THEN NULL END
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  AND bp_like(CASE (t0_1."id" = ?1) WHEN 1 THEN t0_1."email" WHEN 0 THEN NULL END, ?2, 0)
  WHERE EXISTS(SELECT 1
  FROM "people" AS x1
  WHERE x1."id" = t0."owner_id"
  AND bp_like(CASE (x1."id" = ?1) WHEN 1 THEN x1."email" WHEN 0 THEN NULL END, ?2, 0))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: fact 0
-- 2: "%bob%"
-- 3: 1001
