-- GET /api/documents?select=id,shares(personId),owner(name)
SELECT t0."id", t0_1."id", t0_1."name", ARRAY(SELECT ROW(t1."person_id")
  FROM "shares" AS t1
  WHERE t1."document_id" = t0."id"
  AND (t1."person_id" = $1::text)
  ORDER BY t1."document_id", t1."person_id" COLLATE "C"
  LIMIT 10001)
  FROM "documents" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  AND (t0_1."id" = $1::text)
  WHERE (((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x1
  WHERE x1."document_id" = t0."id"
  AND (x1."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
-- GET /api/people?select=name,documents(title,parts(weight))
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."title", t1."id", ARRAY(SELECT ROW(t2."weight")
  FROM "parts" AS t2
  WHERE t2."document_id" = t1."id"
  AND ((SELECT x1."owner_id"
  FROM "documents" AS x1
  WHERE x1."id" = t2."document_id") = $1::text)
  ORDER BY t2."id"
  LIMIT 10001))
  FROM "documents" AS t1
  WHERE t1."owner_id" = t0."id"
  AND (((t1."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x2
  WHERE x2."document_id" = t1."id"
  AND (x2."person_id" = $1::text)))
  AND ((NOT (t1."sealed" = TRUE)) OR (NOT (t1."owner_id" <> $1::text))))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "people" AS t0
  WHERE (t0."id" = $1::text)
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
