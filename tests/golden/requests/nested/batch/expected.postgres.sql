-- POST /api/$batch
INSERT INTO "rooms" ("code", "keeper", "seats", "company_id")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "deep"
-- 2: "kim"
-- 3: 4
-- 4: 1
SELECT t0."code", t0."keeper", t0."seats"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: "deep"
-- 2: fact 0
-- 3: constant "dark"
INSERT INTO "labels" ("text", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "fresh"
-- 2: 1
SELECT t0."id", t0."text"
  FROM "labels" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer)
  AND ((t0."text" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."id";
-- 1: 5
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
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
-- 1: "deep"
-- 2: 1
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "deep"
-- 2: 1
-- 3: "019b76da-a800-74ab-9426-880c31f2f016"
-- 4: 1
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
-- 5: 5
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 1
-- 3: 1
INSERT INTO "labels" ("text", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "kim"
-- 2: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 6
-- 2: 1
-- 3: 1
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
-- 3: "019b76da-a800-74ab-9426-880c31f2f016"
SELECT t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001), ARRAY(SELECT ROW(t2."text")
  FROM "labels" AS t2
  JOIN "labels_projects" AS j2 ON j2."label_id" = t2."id"
  WHERE j2."project_id" = t0."id"
  AND ((t2."company_id" = $1::integer)
  AND ((t2."text" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t2."text" COLLATE "C", t2."id"
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
-- 3: "deep"
-- 4: 1
DELETE
  FROM "bookings"
  WHERE "id" = $1::text;
-- 1: "019b76da-a800-74ab-9426-880c31f2f016"
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
-- 5: 5
DELETE
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
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
SELECT t0."id", ARRAY(SELECT ROW(t1."code")
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = $1::integer)
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND (t1."code" <> $2::text))
  ORDER BY t1."code" COLLATE "C"
  LIMIT 10001), ARRAY(SELECT ROW(t2."text")
  FROM "labels" AS t2
  JOIN "labels_projects" AS j2 ON j2."label_id" = t2."id"
  WHERE j2."project_id" = t0."id"
  AND ((t2."company_id" = $1::integer)
  AND ((t2."text" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t2."text" COLLATE "C", t2."id"
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
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "kim"
-- 3: "deep"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES ($1::text, $2::integer, $3::text, $4::integer);
-- 1: "kim"
-- 2: 4
-- 3: "deep"
-- 4: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1-$r.code"
-- 3: "deep"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES ($1::text, $2::text, $3::integer, $4::integer);
-- 1: "b1-$r.code"
-- 2: "deep"
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
-- 3: "kim"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "b1-$r.code"
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
-- 2: "deep"
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
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."room_code" = $3::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "kim"
-- 3: "deep"
UPDATE "desks" SET "seats" = $1::integer
  WHERE "label" = $2::text;
-- 1: 5
-- 2: "kim"
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
-- 2: "deep"
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
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."room_code" = $1::text)
  AND (t0."company_id" = $2::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: "deep"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = $1::integer) IS DISTINCT
  FROM TRUE))
  FROM "desks" AS t0
  WHERE ((t0."label" = $2::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."label" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: "b1-$r.code"
UPDATE "desks" SET "room_code" = $1::text
  WHERE "label" = $2::text;
-- 1: null
-- 2: "b1-$r.code"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = $1::integer)
  AND (t0."room_code" <> $2::text))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = $3::text;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "b1-$r.code"
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
-- 2: "deep"
-- 3: constant "dark"
-- POST /api/$batch
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "never"
-- 2: 99
-- 3: 1
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: "never"
-- 2: fact 0
-- 3: constant "dark"
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
-- 5: 99
-- POST /api/$batch
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES ($1::text, $2::integer, $3::integer);
-- 1: "never"
-- 2: 1
-- 3: 1
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND (t0."code" <> $3::text))
  ORDER BY t0."code" COLLATE "C";
-- 1: "never"
-- 2: fact 0
-- 3: constant "dark"
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
-- 3: "never"
-- 4: 1
