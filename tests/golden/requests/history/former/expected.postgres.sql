-- POST /api/docs
INSERT INTO "docs" ("id", "title", "holder")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "k"
-- 2: "of ann"
-- 3: "ann"
INSERT INTO "docs" ("id", "title", "holder")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "m"
-- 2: "of ann, too"
-- 3: "ann"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"k\"]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "CREATE"
-- 7: "{\"id\":\"k\",\"holder\":\"ann\",\"title\":\"of ann\"}"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"m\"]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "CREATE"
-- 7: "{\"id\":\"m\",\"holder\":\"ann\",\"title\":\"of ann, too\"}"
-- DELETE /api/docs/k
SELECT t0."id", t0."holder", t0."title", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "docs" AS t0
  WHERE (t0."id" = $2::text)
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "k"
DELETE
  FROM "docs"
  WHERE "id" = $1::text;
-- 1: "k"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"k\"]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "DELETE"
-- 7: "{\"id\":\"k\",\"holder\":\"ann\",\"title\":\"of ann\"}"
-- PATCH /api/docs/m
SELECT t0."id", t0."holder", t0."title", (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE)), (NOT ((t0."holder" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "docs" AS t0
  WHERE (t0."id" = $2::text)
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "m"
UPDATE "docs" SET "id" = $1::text
  WHERE "id" = $2::text;
-- 1: "n"
-- 2: "m"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"m\"]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "DELETE"
-- 7: "{\"id\":\"m\",\"holder\":\"ann\",\"title\":\"of ann, too\"}"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"n\"]"
-- 4: 1767225600000000
-- 5: "ann"
-- 6: "CREATE"
-- 7: "{\"id\":\"n\",\"holder\":\"ann\",\"title\":\"of ann, too\"}"
-- POST /api/docs
INSERT INTO "docs" ("id", "title", "holder")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "k"
-- 2: "of bob"
-- 3: "bob"
INSERT INTO "docs" ("id", "title", "holder")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "m"
-- 2: "of bob, too"
-- 3: "bob"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"k\"]"
-- 4: 1767225600000000
-- 5: "bob"
-- 6: "CREATE"
-- 7: "{\"id\":\"k\",\"holder\":\"bob\",\"title\":\"of bob\"}"
INSERT INTO bedplate.bp_history (entity, tenant, key, at, principal, verb, changes)
  VALUES ($1::text, $2::text, $3::text, $4::bigint, $5::text, $6::text, $7::text);
-- 1: "Doc"
-- 2: ""
-- 3: "[\"m\"]"
-- 4: 1767225600000000
-- 5: "bob"
-- 6: "CREATE"
-- 7: "{\"id\":\"m\",\"holder\":\"bob\",\"title\":\"of bob, too\"}"
-- GET /api/docs/k/$history
SELECT t0."id", t0."holder", t0."title"
  FROM "docs" AS t0
  WHERE ((t0."id" = $1::text)
  AND (t0."holder" = $2::text))
  ORDER BY t0."id" COLLATE "C";
-- 1: "k"
-- 2: fact 0
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
-- 1: "Doc"
-- 2: ""
-- 3: "[\"k\"]"
-- 4: 9223372036854775807
-- 5: 0
-- 6: 101
-- GET /api/docs/m/$history
SELECT t0."id", t0."holder", t0."title"
  FROM "docs" AS t0
  WHERE ((t0."id" = $1::text)
  AND (t0."holder" = $2::text))
  ORDER BY t0."id" COLLATE "C";
-- 1: "m"
-- 2: fact 0
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
-- 1: "Doc"
-- 2: ""
-- 3: "[\"m\"]"
-- 4: 9223372036854775807
-- 5: 0
-- 6: 101
