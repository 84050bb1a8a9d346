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
-- GET /api/books?select=id,note&note=fts.herring&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE (strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " herring "
-- 3: 1001
-- GET /api/books?select=id,note&note=not.fts.herring&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE (NOT (strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " herring "
-- 3: 1001
-- GET /api/books?select=id,note&or=(note.wfts.red,note.is.null)&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE ((strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0) OR (CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END IS NULL))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " red "
-- 3: 1001
-- GET /api/books?select=id,note&note=fts.herring&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE (strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " herring "
-- 3: 1001
-- GET /api/books?select=id,note&note=not.fts.herring&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE (NOT (strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " herring "
-- 3: 1001
-- GET /api/books?select=id,note&or=(note.wfts.red,note.is.null)&order=id
SELECT t0."id", CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END
  FROM "books" AS t0
  WHERE ((strpos(CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note_fts_simple1" WHEN FALSE THEN NULL::text END, $2::text) > 0) OR (CASE (t0."owner" = $1::text) WHEN TRUE THEN t0."note" WHEN FALSE THEN NULL::text END IS NULL))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: fact 1
-- 2: " red "
-- 3: 1001
-- GET /api/books?select=id,note&note=fts.herring&order=id
-- GET /api/books?select=id,note&note=not.fts.herring&order=id
-- GET /api/books?select=id,note&or=(note.wfts.red,note.is.null)&order=id
-- GET /api/books?select=id&remark=fts.signed
-- GET /api/books?id=eq.1
SELECT t0."id", t0."author_id", t0."title", t0."blurb", t0."owner", t0."plain"
  FROM "books" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 1
-- 2: 1001
-- GET /api/books?select=id,remark&remark=fts.signed
SELECT t0."id", t0."remark"
  FROM "books" AS t0
  WHERE (strpos(t0."remark_fts_simple1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " signed "
-- 2: 1001
