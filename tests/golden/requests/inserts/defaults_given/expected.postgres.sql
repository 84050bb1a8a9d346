-- POST /api/notes
INSERT INTO "notes" ("id", "kind", "text", "count", "big", "ratio", "price", "done", "at", "local", "day", "hour", "span", "token", "tags", "extra", "comment", "author_id", "stamp")
  VALUES ($1::text, $2::text, $3::text, $4::integer, $5::bigint, $6::double precision, $7::numeric(10,2), $8::boolean, $9::timestamptz, $10::timestamp, $11::date, $12::time, $13::interval, $14::uuid, $15::text::json, $16::text::json, $17::text, $18::text, $19::timestamptz);
-- 1: "0190b5c2-7d1e-7a00-8000-000000000001"
-- 2: "SMALL"
-- 3: ""
-- 4: -1
-- 5: -9223372036854775808
-- 6: 1e+300
-- 7: 0.10
-- 8: true
-- 9: "2020-02-29T10:00:00.1Z"
-- 10: "2020-02-29T12:00:00.12"
-- 11: "2020-02-29"
-- 12: "23:59:59.5"
-- 13: "PT24H2S"
-- 14: "0190b5c2-7d1e-7a00-8000-0000000000ff"
-- 15: "[]"
-- 16: "[1.50,{\"b\":null}]"
-- 17: null
-- 18: "00000000-0000-7000-8000-00000000000a"
-- 19: "2026-01-01T00:00:00Z"
SELECT t0."id", t0."author_id", t0."kind", t0."text", t0."count", t0."big", t0."ratio", t0."price", t0."done", t0."at", t0."local", t0."day", t0."hour", t0."span", t0."token", t0."tags", t0."extra", t0."comment", t0."stamp"
  FROM "notes" AS t0
  WHERE ((t0."id" = $1::text)
  AND (t0."author_id" = $2::text))
  ORDER BY t0."id" COLLATE "C";
-- 1: "0190b5c2-7d1e-7a00-8000-000000000001"
-- 2: fact 0
-- POST /api/notes
-- POST /api/notes
