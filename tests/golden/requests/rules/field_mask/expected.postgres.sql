-- GET /api/documents?select=id,owner(name,phone)
SELECT t0."id", t0_1."id", t0_1."name", CASE (t0_1."id" = $1::text) WHEN TRUE THEN t0_1."phone" WHEN FALSE THEN NULL::text END
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
-- GET /api/people?select=name,phone&phone=not.is.null
SELECT t0."name", CASE (t0."id" = $1::text) WHEN TRUE THEN t0."phone" WHEN FALSE THEN NULL::text END, t0."id"
  FROM "people" AS t0
  WHERE ((NOT (CASE (t0."id" = $1::text) WHEN TRUE THEN t0."phone" WHEN FALSE THEN NULL::text END IS NULL))
  AND (t0."id" = $1::text))
  ORDER BY t0."id" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
