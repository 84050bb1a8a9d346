-- GET /api/customers?select=id&name=like.*d*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "%d%"
-- 2: 1001
-- GET /api/customers?select=id&name=ilike.ZO%C3%8B
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE upper(lower(t0."name" COLLATE "und-x-icu") COLLATE "und-x-icu") LIKE upper(lower($1::text COLLATE "und-x-icu") COLLATE "und-x-icu") END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "ZOË"
-- 2: 1001
-- GET /api/customers?select=id&name=like.ad*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "ad%"
-- 2: 1001
-- GET /api/customers?select=id&name=like.*100%5C%25*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "%100\\%%"
-- 2: 1001
-- GET /api/customers?select=id&name=not.like.A*
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT CASE WHEN $1::text ~ '(^|[^\\])(\\\\)*\\$' THEN t0."name" <> t0."name" ELSE t0."name" LIKE $1::text END)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "A%"
-- 2: 1001
