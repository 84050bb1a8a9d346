SELECT t0."name", t0."id"
  FROM "customers" AS t0
  ORDER BY t0."name" COLLATE "C", t0."id"
  LIMIT $1::bigint;
-- 1: 1001
