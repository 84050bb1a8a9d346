-- GET /api/people
SELECT t0."id", t0."email", t0."name", CASE (t0."id" = ?1) WHEN 1 THEN t0."phone" WHEN 0 THEN NULL END
  FROM "people" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
-- GET /api/people/00000000-0000-7000-8000-00000000000b
SELECT t0."id", t0."email", t0."name", CASE (t0."id" = ?1) WHEN 1 THEN t0."phone" WHEN 0 THEN NULL END
  FROM "people" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: "00000000-0000-7000-8000-00000000000b"
-- GET /api/people?select=id
SELECT t0."id"
  FROM "people" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT count(*)
  FROM "people" AS t1
  WHERE (t1."id" = ?1);
-- 1: fact 0
