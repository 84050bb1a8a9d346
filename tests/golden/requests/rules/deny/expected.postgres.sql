SELECT t0."id"
  FROM "documents" AS t0
  WHERE ((NOT (t0."sealed" = TRUE)) OR (NOT (t0."owner_id" <> $1::text)))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
