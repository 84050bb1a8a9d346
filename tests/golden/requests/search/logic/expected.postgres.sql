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
-- PATCH /api/authors?id=eq.1
SELECT t0."id", t0."name", t0."name_fts_simple1"
  FROM "authors" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 1
UPDATE "authors" SET "name" = $1::text, "name_fts_simple1" = $2::text
  WHERE "id" = $3::integer;
-- 1: "Herman Melville"
-- 2: " herman melville "
-- 3: 1
-- PATCH /api/authors?id=eq.2
SELECT t0."id", t0."name", t0."name_fts_simple1"
  FROM "authors" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 2
UPDATE "authors" SET "name" = $1::text, "name_fts_simple1" = $2::text
  WHERE "id" = $3::integer;
-- 1: "José Saramago"
-- 2: " jose saramago "
-- 3: 2
-- GET /api/books?select=id&or=(title.plfts.cities,blurb.phfts(english)."cat%20and")&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((strpos(t0."title_fts_english1", $1::text) > 0) OR (strpos(t0."blurb_fts_english1", $2::text) > 0))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " citi "
-- 2: " cat and "
-- 3: 1001
-- GET /api/books?select=id&and=(title.not.fts.cities,not.or(blurb.wfts.ones))&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE ((NOT (strpos(t0."title_fts_english1", $1::text) > 0))
  AND (NOT (strpos(t0."blurb_fts_english1", $2::text) > 0)))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " citi "
-- 2: " one "
-- 3: 1001
-- GET /api/authors?select=name,books(title)&books.title=wfts.white&order=id
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."title")
  FROM "books" AS t1
  WHERE t1."author_id" = t0."id"
  AND (strpos(t1."title_fts_english1", $1::text) > 0)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "authors" AS t0
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " white "
-- 2: 1001
-- GET /api/authors?select=name,books!inner(id)&books.title=plfts.cities
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "books" AS t1
  WHERE t1."author_id" = t0."id"
  AND (strpos(t1."title_fts_english1", $1::text) > 0)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "authors" AS t0
  WHERE EXISTS(SELECT 1
  FROM "books" AS x1
  WHERE x1."author_id" = t0."id"
  AND (strpos(x1."title_fts_english1", $1::text) > 0))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " citi "
-- 2: 1001
-- GET /api/books?select=id,author!inner(name)&author.name=wfts.melville%20herman&order=id
SELECT t0."id", t0_1."id", t0_1."name"
  FROM "books" AS t0
  LEFT JOIN "authors" AS t0_1 ON t0_1."id" = t0."author_id"
  AND ((strpos(t0_1."name_fts_simple1", $1::text) > 0)
  AND (strpos(t0_1."name_fts_simple1", $2::text) > 0))
  WHERE EXISTS(SELECT 1
  FROM "authors" AS x1
  WHERE x1."id" = t0."author_id"
  AND ((strpos(x1."name_fts_simple1", $1::text) > 0)
  AND (strpos(x1."name_fts_simple1", $2::text) > 0)))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: " melville "
-- 2: " herman "
-- 3: 1001
-- GET /api/authors?select=id&name=phfts(simple).jose%20saramago
SELECT t0."id"
  FROM "authors" AS t0
  WHERE (strpos(t0."name_fts_simple1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " jose saramago "
-- 2: 1001
-- GET /api/books?select=count()&title=wfts.whale
SELECT g0.a0
  FROM (SELECT count(*) AS a0
  FROM (SELECT 1
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)) AS r0) AS g0
  LIMIT $2::bigint;
-- 1: " whale "
-- 2: 1001
