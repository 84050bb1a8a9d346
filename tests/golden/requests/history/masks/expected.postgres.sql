-- PATCH /api/cases/100
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 100
UPDATE "cases" SET "remark" = $1::text, "pin" = $2::text, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: "seen"
-- 2: "2"
-- 3: 2
-- 4: 100
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "UPDATE"
-- 7: "{\"remark\":{\"old\":null,\"new\":\"seen\"}}"
-- GET /api/cases/100/$history
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."holder" = $3::text))
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 100
-- 3: fact 0
SELECT id, at, principal, verb, changes
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND id < $4::bigint
  AND (1 = $5::bigint OR id >= coalesce((SELECT max(CASE verb WHEN 'DELETE' THEN id + 1 ELSE id END)
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND verb <> 'UPDATE'), 0))
  ORDER BY id DESC
  LIMIT $6::bigint;
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 9223372036854775807
-- 5: 0
-- 6: 101
-- PATCH /api/cases/100
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 100
UPDATE "cases" SET "title" = $1::text, "version" = $2::bigint
  WHERE "id" = $3::integer;
-- 1: "Sealed"
-- 2: 3
-- 3: 100
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "UPDATE"
-- 7: "{\"title\":{\"old\":\"Old\",\"new\":\"Sealed\"}}"
-- GET /api/cases/100/$history?limit=1
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."holder" = $3::text))
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 100
-- 3: fact 0
SELECT id, at, principal, verb, changes
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND id < $4::bigint
  AND (1 = $5::bigint OR id >= coalesce((SELECT max(CASE verb WHEN 'DELETE' THEN id + 1 ELSE id END)
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND verb <> 'UPDATE'), 0))
  ORDER BY id DESC
  LIMIT $6::bigint;
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 9223372036854775807
-- 5: 0
-- 6: 2
-- GET /api/cases/100/$history?before=2
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."holder" = $3::text))
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 100
-- 3: fact 0
SELECT id, at, principal, verb, changes
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND id < $4::bigint
  AND (1 = $5::bigint OR id >= coalesce((SELECT max(CASE verb WHEN 'DELETE' THEN id + 1 ELSE id END)
  FROM bedplate.bp_history
  WHERE entity = $1::text
  AND tenant = $2::text
  AND key = $3::text
  AND verb <> 'UPDATE'), 0))
  ORDER BY id DESC
  LIMIT $6::bigint;
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 2
-- 5: 0
-- 6: 101
-- GET /api/cases/7/$history
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."holder" = $3::text))
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 7
-- 3: fact 0
