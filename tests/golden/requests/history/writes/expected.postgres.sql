-- POST /api/cases
INSERT INTO "cases" ("holder", "title", "fee", "pin", "data", "tags", "at", "version")
  VALUES ($1::text, $2::text, $3::numeric(8,2), $4::text, $5::text::json, $6::text::json, $7::timestamptz, $8::bigint)
  RETURNING "id";
-- 1: "ann"
-- 2: "Fence"
-- 3: 2.00
-- 4: "9"
-- 5: "{\"a\":[1,null]}"
-- 6: "[\"x\"]"
-- 7: "2026-01-01T00:00:00Z"
-- 8: 1
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[101]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "CREATE"
-- 7: "{\"id\":101,\"holder\":\"ann\",\"title\":\"Fence\",\"fee\":2.00,\"remark\":null,\"data\":{\"a\":[1,null]},\"tags\":[\"x\"],\"at\":\"2026-01-01T00:00:00Z\"}"
-- PATCH /api/cases/101
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 101
UPDATE "cases" SET "title" = $1::text, "fee" = $2::numeric(8,2), "data" = $3::text::json, "version" = $4::bigint
  WHERE "id" = $5::integer;
-- 1: "The fence"
-- 2: 2.00
-- 3: "{\"a\":2}"
-- 4: 2
-- 5: 101
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[101]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "UPDATE"
-- 7: "{\"title\":{\"old\":\"Fence\",\"new\":\"The fence\"},\"data\":{\"old\":{\"a\":[1,null]},\"new\":{\"a\":2}}}"
-- PATCH /api/cases?id=eq.101
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 101
UPDATE "cases" SET "title" = $1::text, "version" = $2::bigint
  WHERE "id" = $3::integer;
-- 1: "The fence"
-- 2: 3
-- 3: 101
-- POST /api/cases?on_conflict=id
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 101
UPDATE "cases" SET "holder" = $1::text, "title" = $2::text, "version" = $3::bigint
  WHERE "id" = $4::integer;
-- 1: "bob"
-- 2: "The fence"
-- 3: 4
-- 4: 101
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[101]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "UPDATE"
-- 7: "{\"holder\":{\"old\":\"ann\",\"new\":\"bob\"}}"
-- GET /api/cases/101/$history
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 101
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
-- 3: "[101]"
-- 4: 9223372036854775807
-- 5: 1
-- 6: 101
-- DELETE /api/cases/100
SELECT t0."id", t0."holder", t0."title", t0."fee", t0."remark", t0."pin", t0."data", t0."tags", t0."at", t0."version"
  FROM "cases" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 100
SELECT "id", "case_id", "parent_id", "text"
  FROM "papers"
  WHERE "case_id" = $1::integer FOR UPDATE;
-- 1: 100
SELECT "id", "case_id", "parent_id", "text"
  FROM "papers"
  WHERE "parent_id" = $1::integer FOR UPDATE;
-- 1: 100
SELECT "id", "case_id", "parent_id", "text"
  FROM "papers"
  WHERE "parent_id" = $1::integer FOR UPDATE;
-- 1: 101
DELETE
  FROM "cases"
  WHERE "id" = $1::integer;
-- 1: 100
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Paper"
-- 2: ""
-- 3: "[100]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "DELETE"
-- 7: "{\"id\":100,\"caseId\":100,\"parentId\":null,\"text\":\"root\"}"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Paper"
-- 2: ""
-- 3: "[101]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "DELETE"
-- 7: "{\"id\":101,\"caseId\":100,\"parentId\":100,\"text\":\"leaf\"}"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Case"
-- 2: ""
-- 3: "[100]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "DELETE"
-- 7: "{\"id\":100,\"holder\":\"ann\",\"title\":\"Old\",\"fee\":1.50,\"remark\":null,\"data\":null,\"tags\":[],\"at\":null}"
-- GET /api/cases/100/$history
SELECT (t0."title" <> $1::text)
  FROM "cases" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id";
-- 1: constant "Sealed"
-- 2: 100
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
-- 5: 1
-- 6: 101
-- GET /api/papers/101/$history
SELECT t0."id", t0."case_id", t0."parent_id", t0."text"
  FROM "papers" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 101
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
-- 1: "Paper"
-- 2: ""
-- 3: "[101]"
-- 4: 9223372036854775807
-- 5: 1
-- 6: 101
-- DELETE /api/racks/1
SELECT t0."id"
  FROM "racks" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
SELECT "id", "rack_id", "name"
  FROM "folders"
  WHERE "rack_id" = $1::integer FOR UPDATE;
-- 1: 1
DELETE
  FROM "racks"
  WHERE "id" = $1::integer;
-- 1: 1
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Folder"
-- 2: ""
-- 3: "[1]"
-- 4: 1767225600000000
-- 5: "cleo"
-- 6: "UPDATE"
-- 7: "{\"rackId\":{\"old\":1,\"new\":null}}"
-- GET /api/folders/1/$history
SELECT t0."id", t0."rack_id", t0."name"
  FROM "folders" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1
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
-- 1: "Folder"
-- 2: ""
-- 3: "[1]"
-- 4: 9223372036854775807
-- 5: 1
-- 6: 101
