-- GET /api/accounts/1
SELECT t0."id", t0."note", t0."balance", t0."version"
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
-- GET /api/accounts/1?select=note,entries(id,version)
SELECT t0."note", t0."id", t0."version", ARRAY(SELECT ROW(t1."id", t1."lock")
  FROM "entries" AS t1
  WHERE t1."account_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 1
-- 2: 1001
-- GET /api/entries/2?select=amount
SELECT t0."amount", t0."lock"
  FROM "entries" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 2
-- 2: 1001
