SELECT t0."id", t0."title"
  FROM "documents" AS t0
  WHERE (((t0."owner_id" = ?1) OR EXISTS(SELECT 1
  FROM "shares" AS x1
  WHERE x1."document_id" = t0."id"
  AND (x1."person_id" = ?1)))
  AND ((NOT (t0."sealed" = 1)) OR (NOT (t0."owner_id" <> ?1))))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
