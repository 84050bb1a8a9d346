-- GET /api/memos?select=id,owner(email)&order=owner(email),id
SELECT t0."id", t0_1."id", CASE (t0_1."id" = $1::text) WHEN TRUE THEN t0_1."email" WHEN FALSE THEN NULL::text END, CASE ((SELECT x1."id"
  FROM "people" AS x1
  WHERE x1."id" = t0."owner_id") = $1::text) WHEN TRUE THEN (SELECT x2."email"
  FROM "people" AS x2
  WHERE x2."id" = t0."owner_id") WHEN FALSE THEN NULL::text END
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  ORDER BY CASE ((SELECT x3."id"
  FROM "people" AS x3
  WHERE x3."id" = t0."owner_id") = $1::text) WHEN TRUE THEN (SELECT x4."email"
  FROM "people" AS x4
  WHERE x4."id" = t0."owner_id") WHEN FALSE THEN NULL::text END COLLATE "C" NULLS LAST, t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/memos?select=id,owner!inner(email)&owner.email=like.*bob*
SELECT t0."id", t0_1."id", CASE (t0_1."id" = $1::text) WHEN TRUE THEN t0_1."email" WHEN FALSE THEN NULL::text END
  FROM "memos" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  AND (SELECT CASE WHEN x1.v2 ~ '(^|[^\\])(\\\\)*\\$' THEN x1.v1 <> x1.v1 ELSE x1.v1 LIKE x1.v2 END
  FROM (SELECT CASE (t0_1."id" = $1::text) WHEN TRUE THEN t0_1."email" WHEN FALSE THEN NULL::text END AS v1, $2::text AS v2 OFFSET 0) AS x1)
  WHERE EXISTS(SELECT 1
  FROM "people" AS x2
  WHERE x2."id" = t0."owner_id"
  AND (SELECT CASE WHEN x3.v2 ~ '(^|[^\\])(\\\\)*\\$' THEN x3.v1 <> x3.v1 ELSE x3.v1 LIKE x3.v2 END
  FROM (SELECT CASE (x2."id" = $1::text) WHEN TRUE THEN x2."email" WHEN FALSE THEN NULL::text END AS v1, $2::text AS v2 OFFSET 0) AS x3))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 0
-- 2: "%bob%"
-- 3: 1001
