-- POST /api/books
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 1
-- 2: "Café au lait"
-- 3: " cafe au lait "
-- 4: constant "books"
-- 5: constant "id"
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 2
-- 2: "東京都の本"
-- 3: " 東 京 都 の 本 "
-- 4: constant "books"
-- 5: constant "id"
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 3
-- 2: "STRASSE ＡＢＣ"
-- 3: " strass abc "
-- 4: constant "books"
-- 5: constant "id"
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 4
-- 2: "мой дом"
-- 3: " мой дом "
-- 4: constant "books"
-- 5: constant "id"
INSERT INTO "books" ("id", "title", "title_fts_english1")
  VALUES ($1::integer, $2::text, $3::text)
  RETURNING (SELECT CASE WHEN s IS NULL OR NOT has_sequence_privilege(s, 'UPDATE') OR NOT has_sequence_privilege(s, 'SELECT') THEN NULL WHEN "books"."id" > coalesce(pg_sequence_last_value(s::regclass), 0) THEN setval(s::regclass, "books"."id") END
  FROM pg_get_serial_sequence(quote_ident($4::text), $5::text) AS s);
-- 1: 5
-- 2: "50% off_ 'quotes' \\ back"
-- 3: " 50 off quot back "
-- 4: constant "books"
-- 5: constant "id"
-- GET /api/books?select=id&title=phfts.cafe&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " cafe "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.CAF%C3%89&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " cafe "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.%E4%BA%AC%E9%83%BD&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " 京 都 "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.%E9%83%BD%E4%BA%AC&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " 都 京 "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.stra%C3%9Fe&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " strass "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.abc&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " abc "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.%D0%B4%D0%BE%D0%BC&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " дом "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.%D0%BC%D0%BE%D0%B8&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " мои "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.%25&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "  "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.off&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " off "
-- 2: 1001
-- GET /api/books?select=id&title=phfts.quote&order=id
SELECT t0."id"
  FROM "books" AS t0
  WHERE (strpos(t0."title_fts_english1", $1::text) > 0)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: " quot "
-- 2: 1001
