-- PATCH /api/accounts/1?select=note
SELECT t0."id", t0."note", t0."balance", t0."version"
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
-- PATCH /api/accounts/1?select=note
SELECT t0."id", t0."note", t0."balance", t0."version"
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "accounts" SET "note" = $1::text, "version" = $2::bigint
  WHERE "id" = $3::integer;
-- 1: "fresh"
-- 2: 8
-- 3: 1
SELECT t0."note"
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
-- PATCH /api/entries?amount=gt.0
SELECT t0."id", t0."account_id", t0."amount", t0."lock"
  FROM "entries" AS t0
  WHERE (t0."amount" > $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 0
-- PUT /api/accounts?id=eq.1
SELECT t0."id", t0."note", t0."balance", t0."version"
  FROM "accounts" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "accounts" SET "balance" = $1::integer, "version" = $2::bigint
  WHERE "id" = $3::integer;
-- 1: 1
-- 2: 9
-- 3: 1
