-- POST /api/kids?select=*,ten(code)
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES (?1, ?2, ?3);
-- 1: "k"
-- 2: "mine"
-- 3: "o1"
SELECT t0."id", t0."org_id", t0."ten_code", t0_1."org_id", t0_1."code"
  FROM "kids" AS t0
  LEFT JOIN "tens" AS t0_1 ON t0_1."org_id" = t0."org_id"
  AND t0_1."code" = t0."ten_code"
  AND (t0_1."org_id" = ?1)
  WHERE ((t0."id" = ?2)
  AND (t0."org_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: "k"
-- POST /api/kids
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES (?1, ?2, ?3);
-- 1: "l"
-- 2: "theirs"
-- 3: "o1"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "org_id", ?4 AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "l"
-- 3: "o1"
-- 4: "theirs"
-- POST /api/kids
-- POST /api/kids
INSERT INTO "kids" ("id", "ten_code", "org_id")
  VALUES (?1, ?2, ?3);
-- 1: "l"
-- 2: "theirs"
-- 3: "o1"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "org_id", ?4 AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "l"
-- 3: "o1"
-- 4: "theirs"
-- PATCH /api/kids/a
SELECT t0."id", t0."org_id", t0."ten_code", (NOT ((t0."org_id" = ?1) IS NOT 1))
  FROM "kids" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."org_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: "a"
UPDATE "kids" SET "ten_code" = ?1
  WHERE "id" = ?2;
-- 1: "theirs"
-- 2: "a"
SELECT CASE WHEN ((t0."ten_code" IS NULL) OR (t0."org_id" = ?1)) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "org_id", ?4 AS "ten_code") AS t0;
-- 1: fact 0
-- 2: "a"
-- 3: "o1"
-- 4: "theirs"
-- PATCH /api/kids/k
SELECT t0."id", t0."org_id", t0."ten_code", (NOT ((t0."org_id" = ?1) IS NOT 1))
  FROM "kids" AS t0
  WHERE ((t0."id" = ?2)
  AND (t0."org_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: "k"
UPDATE "kids" SET "ten_code" = ?1
  WHERE "id" = ?2;
-- 1: null
-- 2: "k"
-- GET /api/tens?select=code,kids(id)
SELECT t0."code", t0."org_id"
  FROM "tens" AS t0
  WHERE (t0."org_id" = ?1)
  ORDER BY t0."org_id", t0."code"
  LIMIT ?2;
-- 1: fact 0
-- 2: 1001
SELECT t1."id"
  FROM "kids" AS t1
  WHERE t1."org_id" = ?1
  AND t1."ten_code" = ?2
  AND (t1."org_id" = ?3)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: the parent's column 1
-- 3: fact 0
