-- PATCH /api/rooms/blue?select=code,desks(label)&desks.order=label
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
-- 2: "b2"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
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
-- 1: "blue"
-- 2: "n1"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "b2"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "n1"
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
-- PATCH /api/rooms?select=code,desks(label)&desks.order=label
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
-- 3: "red"
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
-- 1: "red"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1"
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
-- 1: null
-- 2: "b1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
-- 2: "n1"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
-- 2: "r1"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b2"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: "red"
-- 2: "b2"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "r2"
-- 2: "red"
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
-- 3: "b1"
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
-- 3: "b2"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r2"
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
-- 2: "red"
-- 3: constant "dark"
-- PATCH /api/rooms/red?select=code,desks(label,seats)&desks.order=label
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
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b2"
-- 3: "red"
UPDATE "desks" SET "seats" = $1::integer
  WHERE "label" = $2::text;
-- 1: 3
-- 2: "b2"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "r9"
-- 3: "red"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "r9"
-- 2: 2
-- 3: "red"
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "r9"
SELECT t0."code", ARRAY(SELECT ROW(t1."label", t1."seats")
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
-- 2: "red"
-- 3: constant "dark"
-- PATCH /api/rooms/red
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
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1"
-- 3: "red"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "b1"
-- 2: 7
-- 3: "red"
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM (SELECT $3::integer AS "company_id", $4::text AS "label", $5::text AS "room_code", $6::integer AS "seats") AS t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: 1
-- 4: "b1"
-- 5: "red"
-- 6: 7
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1"
-- 3: "red"
-- PATCH /api/projects/1?select=rooms(code)&rooms.order=code
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."project_id" = $2::integer)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: 1
-- 3: fact 0
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."project_id" = $2::integer)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "red"
-- 2: 1
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "red"
-- 2: 1
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
-- 4: 1
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "new"
-- 2: 1
-- 3: 1
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "new"
-- 2: 1
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
-- 4: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
SELECT t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: 1
-- PATCH /api/projects/1
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."project_id" = $2::integer)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: 1
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "dark"
-- 2: 1
-- 3: "019b76da-a800-74ae-a9de-7d94ce2cb55d"
-- 4: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ae-a9de-7d94ce2cb55d"
-- PATCH /api/projects/1
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."project_id" = $2::integer)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "none"
-- 2: 1
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "none"
-- 2: 1
-- 3: "019b76da-a800-74af-bf7b-621e19cad933"
-- 4: 1
SELECT CASE WHEN ((SELECT x1."company_id"
  FROM "projects" AS x1
  WHERE x1."id" = t0."project_id") = $1::integer) THEN 1 ELSE 0 END
  FROM (SELECT $2::text AS "id", $3::integer AS "company_id", $4::integer AS "project_id", $5::text AS "room_code") AS t0;
-- 1: fact 0
-- 2: "019b76da-a800-74af-bf7b-621e19cad933"
-- 3: 1
-- 4: 1
-- 5: "none"
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM (SELECT $3::text AS "id", $4::integer AS "company_id", $5::integer AS "project_id", $6::text AS "room_code") AS t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74af-bf7b-621e19cad933"
-- 4: 1
-- 5: 1
-- 6: "none"
-- PATCH /api/projects/1
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."project_id" = $1::integer)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: 1
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
-- 3: "00000000-0000-7000-8000-000000000002"
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."id" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."id" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
-- PATCH /api/projects/1?select=rooms(code)&rooms.order=code
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."project_id" = $1::integer)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: 1
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."id" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "019b76da-a800-74ad-b34d-ce7c031b412b"
DELETE
  FROM "bookings"
  WHERE "id" = $1::text;
-- 1: "00000000-0000-7000-8000-000000000001"
DELETE
  FROM "bookings"
  WHERE "id" = $1::text;
-- 1: "019b76da-a800-74ad-b34d-ce7c031b412b"
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: 1
-- PATCH /api/projects/1?select=rooms(code)&rooms.order=code
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $3::text)
  AND (t0."project_id" = $4::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "red"
-- 4: 1
DELETE
  FROM "bookings"
  WHERE "id" = $1::text;
-- 1: "019b76da-a800-74ac-b1d6-2a9bd01d835d"
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: 1
-- PATCH /api/projects/1
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
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT ((t0."room_code" <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $3::text)
  AND (t0."project_id" = $4::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "kept"
-- 3: "red"
-- 4: 1
-- POST /api/projects?select=name,rooms(code)
INSERT INTO "projects" ("name", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "n"
-- 2: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."project_id" = $2::integer)
  AND (t0."company_id" = $3::integer))
  ORDER BY t0."id" COLLATE "C" FOR UPDATE OF t0;
-- 1: "red"
-- 2: 3
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "red"
-- 2: 3
-- 3: "019b76da-a800-74b3-a353-38c1ce157b54"
-- 4: 1
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "newer"
-- 2: 1
-- 3: 1
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "newer"
-- 2: 3
-- 3: "019b76da-a800-74b4-b3ac-165c1e757e69"
-- 4: 1
SELECT CASE WHEN (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer)
  AND (t0."company_id" = $2::integer)
  AND ((SELECT count(*)
  FROM "tasks" AS x2
  WHERE x2."project_id" = t0."id") <= $1::integer)) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $3::integer;
-- 1: constant 2
-- 2: fact 0
-- 3: 3
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74b3-a353-38c1ce157b54"
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74b4-b3ac-165c1e757e69"
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $3::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: 3
-- PATCH /api/projects/1
