-- POST /api/items
INSERT INTO "items" ("name", "kind", "price")
  VALUES ($1::text, $2::text, $3::numeric(10,2))
  RETURNING "id";
-- 1: "root"
-- 2: "BIG"
-- 3: 2.00
-- POST /api/people
INSERT INTO "people" ("email", "id")
  VALUES ($1::text, $2::text);
-- 1: "ada@example.org"
-- 2: "019b76da-a800-74ab-9426-880c31f2f016"
-- POST /api/items
INSERT INTO "items" ("id", "name", "price", "kind")
  VALUES ($1::integer, $2::text, $3::numeric(10,2), $4::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "items"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "items"."id") END
  FROM pg_get_serial_sequence(quote_ident($5::text), $6::text) AS s);
-- 1: 1000
-- 2: "new"
-- 3: 2.00
-- 4: "SMALL"
-- 5: constant "items"
-- 6: constant "id"
