-- POST /api/rooms?select=code,seats,desks(label,seats)
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "blue"
UPDATE "rooms" SET "seats" = $1::integer
  WHERE "code" = $2::text;
-- 1: 9
-- 2: "blue"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f1"
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f1"
-- 2: 1
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1"
-- 3: "blue"
DELETE
  FROM "desks"
  WHERE "label" = $1::text;
-- 1: "b1"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b2"
-- 3: "blue"
UPDATE "desks" SET "seats" = $1::integer
  WHERE "label" = $2::text;
-- 1: 5
-- 2: "b2"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "n1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "f1"
-- 2: "n1"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "x1"
-- 2: "blue"
-- 3: 1
-- 4: 1
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "x2"
-- 2: "f1"
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "n1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "x1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "x2"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label", t1."seats")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "blue"
-- 3: constant "dark"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label", t1."seats")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f1"
-- 3: constant "dark"
-- POST /api/rooms?select=code,desks(label)
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "blue"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f2"
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f2"
-- 2: 1
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "f2"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "x1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
-- 2: "x1"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "n1"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "blue"
-- 2: "n1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "f2"
-- 2: "r1"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "y1"
-- 3: "f2"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "y1"
-- 2: 2
-- 3: "f2"
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "x1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "n1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "y1"
SELECT t0."code", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "blue"
-- 3: constant "dark"
SELECT t0."code", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f2"
-- 3: constant "dark"
-- POST /api/rooms
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "blue"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f3"
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f3"
-- 2: 1
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b2"
-- 3: "blue"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
-- 3: "f3"
-- POST /api/rooms
-- POST /api/rooms?select=code,desks(label),projects(id),marked(id)
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
-- 3: constant "dark"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "f3"
-- 2: fact 0
-- 3: constant "dark"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "f3"
-- 2: fact 0
-- 3: constant "dark"
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f3"
-- 2: 1
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."project_id" = $1::integer)
  AND (t0."room_code" = $2::text)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: 1
-- 2: "f3"
-- 3: fact 0
INSERT INTO "bookings" ("project_id", "room_code", "id", "company_id")
  VALUES ($1::integer, $2::text, $3::text, $4::integer);
-- 1: 1
-- 2: "f3"
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 4: 1
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "projects" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
INSERT INTO "projects_rooms" ("project_id", "room_code", "company_id") SELECT $1::integer, $2::text, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_rooms"
  WHERE "project_id" = $1::integer
  AND "room_code" = $2::text
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: "f3"
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "x4"
-- 3: "f3"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "x4"
-- 2: "f3"
-- 3: 1
-- 4: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "n1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "f3"
-- 2: "n1"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "x3"
-- 2: "f3"
-- 3: 1
-- 4: 1
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "x4"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "n1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "x3"
SELECT t0."code", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001), ARRAY(SELECT ROW(t2."id")
  FROM "projects" AS t2
  JOIN "bookings" AS j2 ON j2."project_id" = t2."id"
  AND (j2."company_id" = $1::integer)
  WHERE j2."room_code" = t0."code"
  AND (t2."company_id" = $1::integer)
  ORDER BY t2."id"
  LIMIT 10001), ARRAY(SELECT ROW(t3."id")
  FROM "projects" AS t3
  JOIN "projects_rooms" AS j3 ON j3."project_id" = t3."id"
  WHERE j3."room_code" = t0."code"
  AND (t3."company_id" = $1::integer)
  ORDER BY t3."id"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f3"
-- 3: constant "dark"
-- GET /api/rooms?code=in.(blue,f3)&select=code,desks(label)&order=code
SELECT t0."code", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = ANY(ARRAY(SELECT x1.v
  FROM jsonb_array_elements_text($2::jsonb) AS x1(v))))
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C"
  LIMIT $4::bigint;
-- 1: fact 0
-- 2: ["blue","f3"]
-- 3: constant "dark"
-- 4: 1001
-- POST /api/desks?select=label,room(code,seats)
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."label" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "r1"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."label" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "d9"
-- 2: fact 0
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "made"
-- 2: 3
-- 3: 1
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "d9"
-- 2: "made"
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
SELECT t0."label", t0_1."code", t0_1."code", t0_1."seats"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
-- GET /api/rooms?code=in.(made,never)&select=code,seats
SELECT t0."code", t0."seats"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ANY(ARRAY(SELECT x1.v
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C"
  LIMIT $4::bigint;
-- 1: ["made","never"]
-- 2: fact 0
-- 3: constant "dark"
-- 4: 1001
-- POST /api/desks?select=label
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."label" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "r1"
-- 2: fact 0
-- POST /api/desks?select=label,room(code,seats)
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
UPDATE "desks" SET "seats" = $1::integer
  WHERE "label" = $2::text;
-- 1: 4
-- 2: "r1"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f2"
UPDATE "rooms" SET "seats" = $1::integer
  WHERE "code" = $2::text;
-- 1: 7
-- 2: "f2"
SELECT t0."label", t0_1."code", t0_1."code", t0_1."seats"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
-- POST /api/desks?select=label,seats,room(code,seats)
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "made2"
-- 2: 3
-- 3: 1
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "other"
-- 2: 1
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "d9"
UPDATE "desks" SET "seats" = $1::integer, "room_code" = $2::text
  WHERE "label" = $3::text;
-- 1: 2
-- 2: "other"
-- 3: "d9"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
UPDATE "desks" SET "seats" = $1::integer, "room_code" = $2::text
  WHERE "label" = $3::text;
-- 1: 4
-- 2: "made2"
-- 3: "r1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT t0."label", t0."seats", t0_1."code", t0_1."code", t0_1."seats"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT t0."label", t0."seats", t0_1."code", t0_1."code", t0_1."seats"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
-- POST /api/desks?select=label,room(code)
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "d9"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "red"
-- 2: "d9"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
-- 2: "r1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT t0."label", t0_1."code", t0_1."code"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT t0."label", t0_1."code", t0_1."code"
  FROM "desks" AS t0
  LEFT JOIN "rooms" AS t0_1 ON t0_1."code" = t0."room_code"
  AND ((t0_1."company_id" = $1::integer)
  AND (t0_1."code" <> $2::text))
  WHERE ((t0."label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "d9"
-- POST /api/rooms
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "dark"
-- POST /api/rooms
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- POST /api/rooms
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "red"
UPDATE "rooms" SET "seats" = $1::integer
  WHERE "code" = $2::text;
-- 1: 1
-- 2: "red"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "red"
UPDATE "rooms" SET "seats" = $1::integer
  WHERE "code" = $2::text;
-- 1: 2
-- 2: "red"
-- PUT /api/rooms/blue?select=code,seats,desks(label),projects(name)
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "blue"
UPDATE "rooms" SET "seats" = $1::integer
  WHERE "code" = $2::text;
-- 1: 3
-- 2: "blue"
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."id" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "00000000-0000-7000-8000-000000000001"
DELETE
  FROM "bookings"
  WHERE "id" = $1::text;
-- 1: "00000000-0000-7000-8000-000000000001"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "blue"
-- 2: "r1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r1"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001), ARRAY(SELECT ROW(t2."name")
  FROM "projects" AS t2
  JOIN "bookings" AS j2 ON j2."project_id" = t2."id"
  AND (j2."company_id" = $1::integer)
  WHERE j2."room_code" = t0."code"
  AND (t2."company_id" = $1::integer)
  ORDER BY t2."id"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "blue"
-- 3: constant "dark"
-- PUT /api/rooms/f4?select=code,seats,desks(label,seats),projects(name)
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f4"
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f4"
-- 2: 3
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."project_id" = $1::integer)
  AND (t0."room_code" = $2::text)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: 1
-- 2: "f4"
-- 3: fact 0
INSERT INTO "bookings" ("project_id", "room_code", "id", "company_id")
  VALUES ($1::integer, $2::text, $3::text, $4::integer);
-- 1: 1
-- 2: "f4"
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
-- 4: 1
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "z1"
-- 2: 2
-- 3: "f4"
-- 4: 1
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "z1"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label", t1."seats")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001), ARRAY(SELECT ROW(t2."name")
  FROM "projects" AS t2
  JOIN "bookings" AS j2 ON j2."project_id" = t2."id"
  AND (j2."company_id" = $1::integer)
  WHERE j2."room_code" = t0."code"
  AND (t2."company_id" = $1::integer)
  ORDER BY t2."id"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f4"
-- 3: constant "dark"
-- PUT /api/rooms/f5?select=code,desks(label,seats,drawers(code))
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f5"
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f5"
-- 2: 1
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q0"
-- 3: "f5"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "q0"
-- 2: 6
-- 3: "f5"
-- 4: 1
INSERT INTO "drawers" ("code", "desk_label", "company_id")
  VALUES ($1::text, $2::text, $3::integer);
-- 1: "top"
-- 2: "q0"
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q1"
-- 3: "f5"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "q1"
-- 2: "f5"
-- 3: 1
-- 4: 1
INSERT INTO "drawers" ("code", "desk_label", "company_id")
  VALUES ($1::text, $2::text, $3::integer);
-- 1: "low"
-- 2: "q1"
-- 3: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "q0"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "q1"
SELECT t0."code", ARRAY(SELECT ROW(t1."label", t1."seats", ARRAY(SELECT ROW(t2."code")
  FROM "drawers" AS t2
  WHERE t2."desk_label" = t1."label"
  AND (t2."company_id" = $1::integer)
  ORDER BY t2."code" COLLATE "C"
  LIMIT 10001))
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f5"
-- 3: constant "dark"
-- PUT /api/rooms/f5?select=code,desks(label,seats,drawers(code))
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f5"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q1"
-- 3: "f5"
UPDATE "desks" SET "seats" = $1::integer
  WHERE "label" = $2::text;
-- 1: 6
-- 2: "q1"
SELECT t0."company_id", t0."code", t0."desk_label"
  FROM "drawers" AS t0
  WHERE ((t0."desk_label" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "q1"
-- 2: fact 0
INSERT INTO "drawers" ("code", "desk_label", "company_id")
  VALUES ($1::text, $2::text, $3::integer);
-- 1: "mid"
-- 2: "q1"
-- 3: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q2"
-- 3: "f5"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "q2"
-- 2: "f5"
-- 3: 1
-- 4: 1
SELECT t0."company_id", t0."code", t0."desk_label", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "drawers" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."desk_label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "end"
-- 3: "q2"
INSERT INTO "drawers" ("code", "desk_label", "company_id")
  VALUES ($1::text, $2::text, $3::integer);
-- 1: "end"
-- 2: "q2"
-- 3: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "q2"
SELECT t0."code", ARRAY(SELECT ROW(t1."label", t1."seats", ARRAY(SELECT ROW(t2."code")
  FROM "drawers" AS t2
  WHERE t2."desk_label" = t1."label"
  AND (t2."company_id" = $1::integer)
  ORDER BY t2."code" COLLATE "C"
  LIMIT 10001))
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f5"
-- 3: constant "dark"
-- PUT /api/rooms/f5
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f5"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q1"
-- 3: "f5"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "q3"
-- 3: "f5"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "q3"
-- 2: "f5"
-- 3: 1
-- 4: 1
SELECT t0."company_id", t0."code", t0."desk_label", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "drawers" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."desk_label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "low"
-- 3: "q1"
SELECT t0."company_id", t0."code", t0."desk_label", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "drawers" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."desk_label" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "mid"
-- 3: "q3"
-- POST /api/projects?select=id,name,labels(text)
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT (NOT (((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."company_id" = $2::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $3::integer) IS DISTINCT
  FROM TRUE))
  FROM "projects" AS t0
  WHERE (t0."id" = $4::integer)
  ORDER BY t0."id";
-- 1: 1
-- 2: fact 0
-- 3: constant 2
-- 4: 1
UPDATE "projects" SET "name" = $1::text
  WHERE "id" = $2::integer;
-- 1: "b"
-- 2: 1
SELECT t0."id", t0."company_id", t0."text", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."text" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "labels" AS t0
  WHERE ((t0."id" = $5::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 4
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 4
-- 2: 1
-- 3: 1
INSERT INTO "labels" ("text", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "more"
-- 2: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", t0."name", ARRAY(SELECT ROW(t1."text")
  FROM "labels" AS t1
  JOIN "labels_projects" AS j1 ON j1."label_id" = t1."id"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."text" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $5::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 1
-- POST /api/projects
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "projects" AS t0
  WHERE ((t0."id" = $2::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: 1
-- GET /api/labels?text=eq.never&select=id
SELECT t0."id"
  FROM "labels" AS t0
  WHERE ((t0."text" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."text" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."id"
  LIMIT $6::bigint;
-- 1: "never"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
-- 6: 1001
-- PUT /api/projects/2
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $2::integer) IS DISTINCT
  FROM TRUE))
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant 2
-- 3: 2
-- POST /api/$batch
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f9"
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "f9"
-- 2: 8
-- 3: 1
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "w1"
-- 2: "f9"
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "w1"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f9"
-- 3: constant "dark"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = $1::integer)
  AND (t0."code" <> $2::text)) IS DISTINCT
  FROM TRUE)), (NOT ((t0."code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "rooms" AS t0
  WHERE ((t0."code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f9"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "w2"
-- 2: 8
-- 3: "f9"
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "w2"
SELECT t0."code", t0."seats", ARRAY(SELECT ROW(t1."label", t1."seats")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "f9"
-- 3: constant "dark"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "f9"
-- 2: fact 0
-- 3: constant "dark"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C" FOR UPDATE OF t0;
-- 1: "later"
-- 2: fact 0
-- 3: constant "dark"
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "later"
-- 2: 1
-- 3: 1
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "f9"
-- 2: "later"
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "f9"
SELECT t0."code", ARRAY(SELECT ROW(t1."label")
  FROM "desks" AS t1
  WHERE t1."room_code" = t0."code"
  AND (t1."company_id" = $1::integer)
  ORDER BY t1."label" COLLATE "C"
  LIMIT 10001)
  FROM "rooms" AS t0
  WHERE ((t0."code" = $2::text)
  AND (t0."company_id" = $1::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: fact 0
-- 2: "later"
-- 3: constant "dark"
