-- POST /api/books
INSERT INTO "books" ("id", "author_id", "title", "blurb", "owner", "note", "remark", "plain", "title_fts_english1", "blurb_fts_english1", "note_fts_simple1", "remark_fts_simple1")
  VALUES ($1::integer, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text, $12::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($13::text), $14::text) AS s);
-- 1: 1
-- 2: 1
-- 3: "Running with the Whales"
-- 4: "A fat cat and a rat"
-- 5: "00000000-0000-7000-8000-00000000000a"
-- 6: "red herring"
-- 7: "signed copy"
-- 8: "whales"
-- 9: " run with the whale "
-- 10: " a fat cat and a rat "
-- 11: " red herring "
-- 12: " signed copy "
-- 13: constant "books"
-- 14: constant "id"
INSERT INTO "books" ("id", "author_id", "title", "blurb", "owner", "note", "remark", "plain", "title_fts_english1", "blurb_fts_english1", "note_fts_simple1", "remark_fts_simple1")
  VALUES ($1::integer, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text, $12::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($13::text), $14::text) AS s);
-- 1: 2
-- 2: 1
-- 3: "The White Whale"
-- 4: "Cats: fat ones, and rats."
-- 5: "00000000-0000-7000-8000-00000000000b"
-- 6: "red herring"
-- 7: null
-- 8: null
-- 9: " the white whale "
-- 10: " cat fat one and rat "
-- 11: " red herring "
-- 12: null
-- 13: constant "books"
-- 14: constant "id"
INSERT INTO "books" ("id", "author_id", "title", "blurb", "owner", "note", "remark", "plain", "title_fts_english1", "blurb_fts_english1", "note_fts_simple1", "remark_fts_simple1")
  VALUES ($1::integer, $2::integer, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text, $12::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($13::text), $14::text) AS s);
-- 1: 3
-- 2: 2
-- 3: "Runs of Cities"
-- 4: null
-- 5: null
-- 6: null
-- 7: "unsigned"
-- 8: "x"
-- 9: " run of citi "
-- 10: null
-- 11: null
-- 12: " unsigned "
-- 13: constant "books"
-- 14: constant "id"
-- GET /api/books?select=id&title=fts.whale&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " whale "
-- 2: 1001
-- GET /api/books?select=id&title=fts(english).run&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " run "
-- 2: 1001
-- GET /api/books?select=id&title=fts.white%26whales&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0)
  AND (strpos(t0."title_fts_english1", $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " white "
-- 2: " whale "
-- 3: 1001
-- GET /api/books?select=id&blurb=fts.(cat|dog)%26!ones&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (((strpos(t0."blurb_fts_english1", $1::text) > 0) OR (strpos(t0."blurb_fts_english1", $2::text) > 0))
  AND (NOT (strpos(t0."blurb_fts_english1", $3::text) > 0)))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " cat "
-- 2: " dog "
-- 3: " one "
-- 4: 1001
-- GET /api/books?select=id&blurb=fts.fat%3C-%3Ecats&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."blurb_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " fat cat "
-- 2: 1001
-- GET /api/books?select=id&title=fts.cit:*&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " cit"
-- 2: 1001
-- GET /api/books?select=id&title=plfts.whales%20running&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0)
  AND (strpos(t0."title_fts_english1", $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " whale "
-- 2: " run "
-- 3: 1001
-- GET /api/books?select=id&blurb=plfts.cats%20fat&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."blurb_fts_english1", $1::text) > 0)
  AND (strpos(t0."blurb_fts_english1", $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " cat "
-- 2: " fat "
-- 3: 1001
-- GET /api/books?select=id&blurb=phfts.fat%20cat&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."blurb_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " fat cat "
-- 2: 1001
-- GET /api/books?select=id&blurb=phfts.cat%20fat&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."blurb_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " cat fat "
-- 2: 1001
-- GET /api/books?select=id&blurb=wfts.%22cat%20and%22%20or%20ones&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."blurb_fts_english1", $1::text) > 0) OR (strpos(t0."blurb_fts_english1", $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " cat and "
-- 2: " one "
-- 3: 1001
-- GET /api/books?select=id&blurb=wfts.cats%20-%22fat%20cat%22&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."blurb_fts_english1", $1::text) > 0)
  AND (NOT (strpos(t0."blurb_fts_english1", $2::text) > 0)))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " cat "
-- 2: " fat cat "
-- 3: 1001
-- GET /api/books?select=id&blurb=not.wfts.ones&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (NOT (strpos(t0."blurb_fts_english1", $1::text) > 0))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " one "
-- 2: 1001
-- GET /api/books?select=id&title=plfts.&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "  "
-- 2: 1001
-- GET /api/books?select=id&title=wfts.UNTITLED&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " untitl "
-- 2: 1001
-- GET /api/books?select=id&blurb=not.plfts.&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (NOT (strpos(t0."blurb_fts_english1", $1::text) > 0))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "  "
-- 2: 1001
