SELECT t0."id", (SELECT CASE WHEN x1.total BETWEEN -9223372036854775808
  AND 9223372036854775807 THEN (x1.total)::bigint END
  FROM (SELECT coalesce(sum(x2.v::numeric), 0) AS total, count(x2.v) AS number
  FROM (SELECT x3."weight" AS v
  FROM "parts" AS x3
  WHERE x3."document_id" = t0."id") AS x2) AS x1), ARRAY(SELECT ROW(t1."weight")
  FROM "parts" AS t1
  WHERE t1."document_id" = t0."id"
  AND ((SELECT x4."owner_id"
  FROM "documents" AS x4
  WHERE x4."id" = t1."document_id") = $1::text)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "documents" AS t0
  WHERE (((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x5
  WHERE x5."document_id" = t0."id"
  AND (x5."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
