-- GET /api/customers?select=id&name=like(any).{A*,Z*}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END OR CASE WHEN $2::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $2::text END)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: "A%"
-- 2: "Z%"
-- 3: 1001
-- GET /api/customers?select=id&name=like(all).{*a,A*}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END
  AND CASE WHEN $2::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $2::text END)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: "%a"
-- 2: "A%"
-- 3: 1001
-- GET /api/customers?select=id&id=eq(any).{1,3}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."id" = $1::integer) OR (t0."id" = $2::integer))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: 1
-- 2: 3
-- 3: 1001
-- GET /api/customers?select=id&id=gt(all).{1,2}
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."id" > $1::integer)
  AND (t0."id" > $2::integer))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: 1
-- 2: 2
-- 3: 1001
