SELECT t0."id", t0."title"
  FROM "documents" AS t0
  WHERE (((t0."owner_id" = $1::text) OR EXISTS(SELECT 1
  FROM "shares" AS x1
  WHERE x1."document_id" = t0."id"
  AND (x1."person_id" = $1::text)))
  AND ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text))))
  ORDER BY t0."id" DESC
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
