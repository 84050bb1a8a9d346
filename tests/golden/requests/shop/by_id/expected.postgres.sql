-- GET /api/customers/1
SELECT t0."id", t0."name", t0."email", t0."vip", t0."address", t0."attributes"
  FROM "customers" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
-- GET /api/customers/99
SELECT t0."id", t0."name", t0."email", t0."vip", t0."address", t0."attributes"
  FROM "customers" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 99
-- GET /api/customers/x
