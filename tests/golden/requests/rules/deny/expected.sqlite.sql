SELECT t0."id"
  FROM "documents" AS t0
  WHERE ((NOT (t0."sealed" = 1)) OR (NOT (t0."owner_id" <> ?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
