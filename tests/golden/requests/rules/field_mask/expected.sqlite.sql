-- GET /api/documents?select=id,owner(name,phone)
SELECT t0."id", t0_1."id", t0_1."name", CASE (t0_1."id" = ?1) WHEN 1 THEN t0_1."phone" WHEN 0 THEN NULL END
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
-- GET /api/people?select=name,phone&phone=not.is.null
SELECT t0."name", CASE (t0."id" = ?1) WHEN 1 THEN t0."phone" WHEN 0 THEN NULL END, t0."id"
  FROM "people" AS t0
  WHERE ((NOT (CASE (t0."id" = ?1) WHEN 1 THEN t0."phone" WHEN 0 THEN NULL END IS NULL))
  AND (t0."id" = ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
