-- GET /api/documents?select=id,parts!inner(id)
SELECT t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "parts" AS t1
  WHERE t1."document_id" = t0."id"
  AND ((SELECT x1."owner_id"
  FROM "documents" AS x1
  WHERE x1."id" = t1."document_id") = $1::text)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "documents" AS t0
  WHERE (((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x2
  WHERE x2."document_id" = t0."id"
  AND (x2."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text)))
  AND EXISTS(SELECT 1
  FROM "parts" AS x3
  WHERE x3."document_id" = t0."id"
  AND ((SELECT x4."owner_id"
  FROM "documents" AS x4
  WHERE x4."id" = x3."document_id") = $1::text)))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/documents?select=id,parts()&parts=is.null
SELECT t0."id"
  FROM "documents" AS t0
  WHERE ((NOT EXISTS(SELECT 1
  FROM "parts" AS x1
  WHERE x1."document_id" = t0."id"
  AND ((((SELECT x2."owner_id"
  FROM "documents" AS x2
  WHERE x2."id" = x1."document_id") = $1::text) IS NOT TRUE) IS NOT TRUE)))
  AND ((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x3
  WHERE x3."document_id" = t0."id"
  AND (x3."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/documents?select=id,parts!inner()
SELECT t0."id"
  FROM "documents" AS t0
  WHERE (EXISTS(SELECT 1
  FROM "parts" AS x1
  WHERE x1."document_id" = t0."id"
  AND ((SELECT x2."owner_id"
  FROM "documents" AS x2
  WHERE x2."id" = x1."document_id") = $1::text))
  AND ((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x3
  WHERE x3."document_id" = t0."id"
  AND (x3."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
SELECT count(*)
  FROM "documents" AS t1
  WHERE (EXISTS(SELECT 1
  FROM "parts" AS x1
  WHERE x1."document_id" = t1."id"
  AND ((SELECT x2."owner_id"
  FROM "documents" AS x2
  WHERE x2."id" = x1."document_id") = $1::text))
  AND ((t1."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x3
  WHERE x3."document_id" = t1."id"
  AND (x3."person_id" = $1::text)))
  AND ((NOT (t1."sealed" = TRUE)) OR (NOT (t1."owner_id" <> $1::text))));
-- 1: fact 0
