-- POST /api/kids?select=*,ten(code)
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "k"
-- 2: "mine"
-- 3: "o1"
SELECT t0."id", t0."org_id", t0."ten_code", t0_1."org_id", t0_1."code"
  FROM "kids" AS t0
  LEFT JOIN "tens" AS t0_1 ON t0_1."org_id" = t0."org_id"
  AND t0_1."code" = t0."ten_code"
  AND (t0_1."org_id" = $1::text)
  WHERE ((t0."id" = $2::text)
  AND (t0."org_id" = $1::text))
  ORDER BY t0."id" COLLATE "C";
-- 1: fact 0
-- 2: "k"
-- POST /api/kids
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "l"
-- 2: "theirs"
-- 3: "o1"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = $1::text)) THEN 1 ELSE 0 END
  FROM (SELECT $2::text AS "id", $3::text AS "org_id", $4::text AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "l"
-- 3: "o1"
-- 4: "theirs"
-- POST /api/kids
-- POST /api/kids
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES ($1::text, $2::text, $3::text);
-- 1: "l"
-- 2: "theirs"
-- 3: "o1"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = $1::text)) THEN 1 ELSE 0 END
  FROM (SELECT $2::text AS "id", $3::text AS "org_id", $4::text AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "l"
-- 3: "o1"
-- 4: "theirs"
-- PATCH /api/kids/a
SELECT t0."id", t0."org_id", t0."ten_code", (NOT ((t0."org_id" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "kids" AS t0
  WHERE ((t0."id" = $2::text)
  AND (t0."org_id" = $1::text))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "a"
UPDATE "kids" SET "ten_code" = $1::text
  WHERE "id" = $2::text;
-- 1: "theirs"
-- 2: "a"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = $1::text)) THEN 1 ELSE 0 END
  FROM (SELECT $2::text AS "id", $3::text AS "org_id", $4::text AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "a"
-- 3: "o1"
-- 4: "theirs"
-- PATCH /api/kids/k
SELECT t0."id", t0."org_id", t0."ten_code", (NOT ((t0."org_id" = $1::text) IS DISTINCT
  FROM TRUE))
  FROM "kids" AS t0
  WHERE ((t0."id" = $2::text)
  AND (t0."org_id" = $1::text))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "k"
UPDATE "kids" SET "ten_code" = $1::text
  WHERE "id" = $2::text;
-- 1: null
-- 2: "k"
-- GET /api/tens?select=code,kids(id)
SELECT t0."code", t0."org_id", ARRAY(SELECT ROW(t1."id")
  FROM "kids" AS t1
  WHERE t1."org_id" = t0."org_id"
  AND t1."ten_code" = t0."code"
  AND (t1."org_id" = $1::text)
  ORDER BY t1."id" COLLATE "C"
  LIMIT 10001)
  FROM "tens" AS t0
  WHERE (t0."org_id" = $1::text)
  ORDER BY t0."org_id" COLLATE "C", t0."code" COLLATE "C"
  LIMIT $2::bigint;
-- 1: fact 0
-- 2: 1001
