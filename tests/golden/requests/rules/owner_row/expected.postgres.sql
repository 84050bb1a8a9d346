-- GET /api/people
SELECT t0."id", t0."email", t0."name", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."phone" WHEN FALSE THEN NULL::text END
  FROM "people" AS t0
  WHERE (t0."id" = $1::text)
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/people/00000000-0000-7000-8000-00000000000b
SELECT t0."id", t0."email", t0."name", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."phone" WHEN FALSE THEN NULL::text END
  FROM "people" AS t0
  WHERE ((t0."id" = $2::text)
  AND (t0."id" = $1::text))
  ORDER BY t0."id" COLLATE "C";
-- 1: fact 0
-- 2: "00000000-0000-7000-8000-00000000000b"
-- GET /api/people?select=id
SELECT t0."id"
  FROM "people" AS t0
  WHERE (t0."id" = $1::text)
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
SELECT count(*)
  FROM "people" AS t1
  WHERE (t1."id" = $1::text);
-- 1: fact 0
