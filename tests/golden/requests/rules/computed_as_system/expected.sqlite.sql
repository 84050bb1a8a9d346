SELECT t0."id", (SELECT CASE count(*) WHEN 0 THEN 0 ELSE bp_sum(30000, 20000, x1.v) END
  FROM (SELECT x2."weight" AS v
  FROM "parts" AS x2
  WHERE x2."document_id" = t0."id") AS x1)
  FROM "documents" AS t0
  WHERE (((t0."owner_id" = ?1) OR EXISTS(SELECT 1
  FROM "shares" AS x3
  WHERE x3."document_id" = t0."id"
  AND (x3."person_id" = ?1)))
  AND ((NOT (t0."sealed" = 1)) OR (NOT (t0."owner_id" <> ?1))))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."weight"
  FROM "parts" AS t1
  WHERE t1."document_id" = ?1
  AND ((SELECT x1."owner_id"
  FROM "documents" AS x1
  WHERE x1."id" = t1."document_id") = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
