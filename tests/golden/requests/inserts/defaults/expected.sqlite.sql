INSERT INTO "notes" ("id", "author_id", "kind", "text", "count", "big", "ratio", "price", "done", "at", "local", "day", "hour", "span", "token", "tags", "extra", "stamp")
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18);
-- 1: "019b76da-a800-74ab-9426-880c31f2f016"
-- 2: "00000000-0000-7000-8000-00000000000a"
-- 3: "BIG"
-- 4: "it's \"new\""
-- 5: 7
-- 6: 9007199254740993
-- 7: 0.5
-- 8: 1.50
-- 9: false
-- 10: "2026-01-01T00:00:00Z"
-- 11: "2026-01-01T00:00:00"
-- 12: "2026-01-01"
-- 13: "08:30:00"
-- 14: "PT1H"
-- 15: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 16: ["a"]
-- 17: {"a":1}
-- 18: "2026-01-01T00:00:00Z"
SELECT t0."id", t0."author_id", t0."kind", t0."text", t0."count", t0."big", t0."ratio", t0."price", t0."done", t0."at", t0."local", t0."day", t0."hour", t0."span", t0."token", t0."tags", t0."extra", t0."comment", t0."stamp"
  FROM "notes" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."author_id" = ?2))
  ORDER BY t0."id";
-- 1: "019b76da-a800-74ab-9426-880c31f2f016"
-- 2: fact 0
