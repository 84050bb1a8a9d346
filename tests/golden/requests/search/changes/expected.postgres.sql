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
-- PATCH /api/books?id=eq.1
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."note", t0."remark", t0."plain", t0."title_fts_english1", t0."blurb_fts_english1", t0."note_fts_simple1", t0."remark_fts_simple1"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "books" SET "title" = $1::text, "title_fts_english1" = $2::text
  WHERE "id" = $3::integer;
-- 1: "By the Sea"
-- 2: " by the sea "
-- 3: 1
-- GET /api/books?select=id,title&or=(title.wfts.whale,title.wfts.work,title.wfts.sea)&order=id
SELECT t0."id", t0."title"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."title_fts_english1", $2::text) > 0) OR (strpos(t0."title_fts_english1", $3::text) > 0))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " whale "
-- 2: " work "
-- 3: " sea "
-- 4: 1001
-- PATCH /api/books/2
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."note", t0."remark", t0."plain", t0."title_fts_english1", t0."blurb_fts_english1", t0."note_fts_simple1", t0."remark_fts_simple1"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
UPDATE "books" SET "plain" = $1::text, "blurb" = $2::text, "blurb_fts_english1" = $3::text
  WHERE "id" = $4::integer;
-- 1: "sea"
-- 2: null
-- 3: null
-- 4: 2
-- GET /api/books?select=id,title&or=(title.wfts.whale,title.wfts.work,title.wfts.sea)&order=id
SELECT t0."id", t0."title"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."title_fts_english1", $2::text) > 0) OR (strpos(t0."title_fts_english1", $3::text) > 0))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " whale "
-- 2: " work "
-- 3: " sea "
-- 4: 1001
-- GET /api/books?select=id&blurb=wfts.fat
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."blurb_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " fat "
-- 2: 1001
-- POST /api/books
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 4
-- 2: "Untitled Works"
-- 3: " untitl work "
-- 4: constant "books"
-- 5: constant "id"
-- GET /api/books?select=id,title&or=(title.wfts.whale,title.wfts.work,title.wfts.sea)&order=id
SELECT t0."id", t0."title"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."title_fts_english1", $2::text) > 0) OR (strpos(t0."title_fts_english1", $3::text) > 0))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " whale "
-- 2: " work "
-- 3: " sea "
-- 4: 1001
-- POST /api/books
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."note", t0."remark", t0."plain", t0."title_fts_english1", t0."blurb_fts_english1", t0."note_fts_simple1", t0."remark_fts_simple1"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 4
UPDATE "books" SET "title" = $1::text, "title_fts_english1" = $2::text
  WHERE "id" = $3::integer;
-- 1: "Sea and Works"
-- 2: " sea and work "
-- 3: 4
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."note", t0."remark", t0."plain", t0."title_fts_english1", t0."blurb_fts_english1", t0."note_fts_simple1", t0."remark_fts_simple1"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 5
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 5
-- 2: "Seas"
-- 3: " sea "
-- 4: constant "books"
-- 5: constant "id"
-- GET /api/books?select=id,title&or=(title.wfts.whale,title.wfts.work,title.wfts.sea)&order=id
SELECT t0."id", t0."title"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."title_fts_english1", $2::text) > 0) OR (strpos(t0."title_fts_english1", $3::text) > 0))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " whale "
-- 2: " work "
-- 3: " sea "
-- 4: 1001
-- PUT /api/books/5
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."note", t0."remark", t0."plain", t0."title_fts_english1", t0."blurb_fts_english1", t0."note_fts_simple1", t0."remark_fts_simple1"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 5
UPDATE "books" SET "title" = $1::text, "title_fts_english1" = $2::text
  WHERE "id" = $3::integer;
-- 1: "Whales"
-- 2: " whale "
-- 3: 5
-- GET /api/books?select=id,title&or=(title.wfts.whale,title.wfts.work,title.wfts.sea)&order=id
SELECT t0."id", t0."title"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."title_fts_english1", $2::text) > 0) OR (strpos(t0."title_fts_english1", $3::text) > 0))
  ORDER BY t0."id"
  LIMIT $4::bigint;
-- 1: " whale "
-- 2: " work "
-- 3: " sea "
-- 4: 1001
