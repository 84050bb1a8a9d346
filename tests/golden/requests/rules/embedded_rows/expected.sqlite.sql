-- GET /api/documents?select=id,shares(personId),owner(name)
SELECT t0."id", t0_1."id", t0_1."name"
  FROM "documents" AS t0
  LEFT JOIN "people" AS t0_1 ON t0_1."id" = t0."owner_id"
  AND (t0_1."id" = ?1)
  WHERE (((t0."owner_id" = ?1) OR EXISTS(SELECT 1
  FROM "shares" AS x1
  WHERE x1."document_id" = t0."id"
  AND (x1."person_id" = ?1)))
  AND ((NOT (t0."sealed" = 1)) OR (NOT (t0."owner_id" <> ?1))))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."person_id"
  FROM "shares" AS t1
  WHERE t1."document_id" = ?1
  AND (t1."person_id" = ?2)
  ORDER BY t1."document_id", t1."person_id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
-- GET /api/people?select=name,documents(title,parts(weight))
SELECT t0."name", t0."id"
  FROM "people" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."title", t1."id"
  FROM "documents" AS t1
  WHERE t1."owner_id" = ?1
  AND (((t1."owner_id" = ?2) OR EXISTS(SELECT 1
  FROM "shares" AS x1
  WHERE x1."document_id" = t1."id"
  AND (x1."person_id" = ?2)))
  AND ((NOT (t1."sealed" = 1)) OR (NOT (t1."owner_id" <> ?2))))
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: fact 0
SELECT t2."weight"
  FROM "parts" AS t2
  WHERE t2."document_id" = ?1
  AND ((SELECT x1."owner_id"
  FROM "documents" AS x1
  WHERE x1."id" = t2."document_id") = ?2)
  ORDER BY t2."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: fact 0
