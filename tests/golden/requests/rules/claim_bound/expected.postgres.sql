SELECT t0."id", t0."region", t0."level"
  FROM "reports" AS t0
  WHERE ((t0."region" = $1::text) OR (t0."level" <= $2::integer))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 2
-- 2: fact 3
-- 3: 1001
