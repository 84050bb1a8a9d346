-- POST /api/$batch
INSERT INTO "rooms" ("code", "keeper", "seats", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "deep"
-- 2: "kim"
-- 3: 4
-- 4: 1
SELECT t0."code", t0."keeper", t0."seats"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "deep"
-- 2: fact 0
-- 3: constant "dark"
INSERT INTO "labels" ("text", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "fresh"
-- 2: 1
SELECT t0."id", t0."text"
  FROM "labels" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."company_id" = ?2)
  AND ((t0."text" <> ?3) OR (?4 = ?5)))
  ORDER BY t0."id";
-- 1: 5
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code"
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = ?1)
  AND (t0."project_id" = ?2)
  AND (t0."company_id" = ?3))
  ORDER BY t0."id";
-- 1: "deep"
-- 2: 1
-- 3: fact 0
INSERT INTO "bookings" ("room_code", "project_id", "id", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "deep"
-- 2: 1
-- 3: "019b76da-a800-74ab-9426-880c31f2f016"
-- 4: 1
SELECT t0."id", t0."company_id", t0."text", (NOT (((t0."company_id" = ?1)
  AND ((t0."text" <> ?2) OR (?3 = ?4))) IS NOT 1))
  FROM "labels" AS t0
  WHERE ((t0."id" = ?5)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 5
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT ?1, ?2, ?3
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = ?1
  AND "project_id" = ?2
  AND "company_id" = ?3) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 1
-- 3: 1
INSERT INTO "labels" ("text", "company_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "kim"
-- 2: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT ?1, ?2, ?3
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = ?1
  AND "project_id" = ?2
  AND "company_id" = ?3) ON CONFLICT DO NOTHING;
-- 1: 6
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = ?1)
  AND (t0."room_code" <> ?2)) THEN 1 ELSE 0 END
  FROM "bookings" AS t0
  WHERE t0."id" = ?3;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "019b76da-a800-74ab-9426-880c31f2f016"
SELECT t0."id"
  FROM "projects" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."company_id" = ?2))
  ORDER BY t0."id";
-- 1: 1
-- 2: fact 0
SELECT t1."code"
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = ?1)
  WHERE j1."project_id" = ?2
  AND ((t1."company_id" = ?1)
  AND (t1."code" <> ?3))
  ORDER BY t1."code"
  LIMIT 10001;
-- 1: fact 0
-- 2: the parent's column 1
-- 3: constant "dark"
SELECT t2."text"
  FROM "labels" AS t2
  JOIN "labels_projects" AS j2 ON j2."label_id" = t2."id"
  WHERE j2."project_id" = ?1
  AND ((t2."company_id" = ?2)
  AND ((t2."text" <> ?3) OR (?4 = ?5)))
  ORDER BY t2."text", t2."id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT ((t0."room_code" <> ?2) IS NOT 1))
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = ?3)
  AND (t0."project_id" = ?4)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "kept"
-- 3: "deep"
-- 4: 1
DELETE
  FROM "bookings"
  WHERE "id" = ?1;
-- 1: "019b76da-a800-74ab-9426-880c31f2f016"
SELECT t0."id", t0."company_id", t0."text", (NOT (((t0."company_id" = ?1)
  AND ((t0."text" <> ?2) OR (?3 = ?4))) IS NOT 1))
  FROM "labels" AS t0
  WHERE ((t0."id" = ?5)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 5
DELETE
  FROM "labels_projects"
  WHERE "label_id" = ?1
  AND "project_id" = ?2
  AND "company_id" = ?3;
-- 1: 5
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?1) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = ?2;
-- 1: constant 2
-- 2: 1
SELECT t0."id"
  FROM "projects" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."company_id" = ?2))
  ORDER BY t0."id";
-- 1: 1
-- 2: fact 0
SELECT t1."code"
  FROM "rooms" AS t1
  JOIN "bookings" AS j1 ON j1."room_code" = t1."code"
  AND (j1."company_id" = ?1)
  WHERE j1."project_id" = ?2
  AND ((t1."company_id" = ?1)
  AND (t1."code" <> ?3))
  ORDER BY t1."code"
  LIMIT 10001;
-- 1: fact 0
-- 2: the parent's column 1
-- 3: constant "dark"
SELECT t2."text"
  FROM "labels" AS t2
  JOIN "labels_projects" AS j2 ON j2."label_id" = t2."id"
  WHERE j2."project_id" = ?1
  AND ((t2."company_id" = ?2)
  AND ((t2."text" <> ?3) OR (?4 = ?5)))
  ORDER BY t2."text", t2."id"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = ?1)
  AND (t0."code" <> ?2)) IS NOT 1)), (NOT ((t0."code" <> ?2) IS NOT 1))
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."code";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "desks" AS t0
  WHERE ((t0."label" = ?2)
  AND (t0."room_code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."label";
-- 1: fact 0
-- 2: "kim"
-- 3: "deep"
INSERT INTO "desks" ("label", "seats", "room_code", "company_id")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "kim"
-- 2: 4
-- 3: "deep"
-- 4: 1
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "desks" AS t0
  WHERE ((t0."label" = ?2)
  AND (t0."room_code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."label";
-- 1: fact 0
-- 2: "b1-$r.code"
-- 3: "deep"
INSERT INTO "desks" ("label", "room_code", "company_id", "seats")
  VALUES (?1, ?2, ?3, ?4);
-- 1: "b1-$r.code"
-- 2: "deep"
-- 3: 1
-- 4: 1
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = ?1)
  AND (t0."room_code" <> ?2))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = ?3;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "kim"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = ?1)
  AND (t0."room_code" <> ?2))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = ?3;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "b1-$r.code"
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "deep"
-- 2: fact 0
-- 3: constant "dark"
SELECT t1."label", t1."seats"
  FROM "desks" AS t1
  WHERE t1."room_code" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."label"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = ?1)
  AND (t0."code" <> ?2)) IS NOT 1)), (NOT ((t0."code" <> ?2) IS NOT 1))
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."code";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "desks" AS t0
  WHERE ((t0."label" = ?2)
  AND (t0."room_code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."label";
-- 1: fact 0
-- 2: "kim"
-- 3: "deep"
UPDATE "desks" SET "seats" = ?1
  WHERE "label" = ?2;
-- 1: 5
-- 2: "kim"
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "deep"
-- 2: fact 0
-- 3: constant "dark"
SELECT t1."label", t1."seats"
  FROM "desks" AS t1
  WHERE t1."room_code" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."label"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
SELECT t0."company_id", t0."code", t0."seats", t0."keeper", (NOT (((t0."company_id" = ?1)
  AND (t0."code" <> ?2)) IS NOT 1)), (NOT ((t0."code" <> ?2) IS NOT 1))
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."code";
-- 1: fact 0
-- 2: constant "dark"
-- 3: "deep"
SELECT t0."company_id", t0."label", t0."room_code", t0."seats"
  FROM "desks" AS t0
  WHERE ((t0."room_code" = ?1)
  AND (t0."company_id" = ?2))
  ORDER BY t0."label";
-- 1: "deep"
-- 2: fact 0
SELECT t0."company_id", t0."label", t0."room_code", t0."seats", (NOT ((t0."company_id" = ?1) IS NOT 1))
  FROM "desks" AS t0
  WHERE ((t0."label" = ?2)
  AND (t0."company_id" = ?1))
  ORDER BY t0."label";
-- 1: fact 0
-- 2: "b1-$r.code"
UPDATE "desks" SET "room_code" = ?1
  WHERE "label" = ?2;
-- 1: null
-- 2: "b1-$r.code"
SELECT CASE WHEN ((t0."room_code" IS NULL) OR (((SELECT x1."company_id"
  FROM "rooms" AS x1
  WHERE x1."code" = t0."room_code") = ?1)
  AND (t0."room_code" <> ?2))) THEN 1 ELSE 0 END
  FROM "desks" AS t0
  WHERE t0."label" = ?3;
-- 1: fact 0
-- 2: constant "dark"
-- 3: "b1-$r.code"
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "deep"
-- 2: fact 0
-- 3: constant "dark"
SELECT t1."label"
  FROM "desks" AS t1
  WHERE t1."room_code" = ?1
  AND (t1."company_id" = ?2)
  ORDER BY t1."label"
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: fact 0
-- POST /api/$batch
INSERT INTO "rooms" ("code", "seats", "company_id")
  VALUES (?1, ?2, ?3);
-- 1: "never"
-- 2: 99
-- 3: 1
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "never"
-- 2: fact 0
-- 3: constant "dark"
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT t0."id", t0."company_id", t0."text", (NOT (((t0."company_id" = ?1)
  AND ((t0."text" <> ?2) OR (?3 = ?4))) IS NOT 1))
  FROM "labels" AS t0
  WHERE ((t0."id" = ?5)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 99
-- POST /api/$batch
INSERT INTO "rooms" ("code", "company_id", "seats")
  VALUES (?1, ?2, ?3);
-- 1: "never"
-- 2: 1
-- 3: 1
SELECT t0."code"
  FROM "rooms" AS t0
  WHERE ((t0."code" = ?1)
  AND (t0."company_id" = ?2)
  AND (t0."code" <> ?3))
  ORDER BY t0."code";
-- 1: "never"
-- 2: fact 0
-- 3: constant "dark"
SELECT t0."id", t0."company_id", t0."name", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT (((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= ?2) IS NOT 1))
  FROM "projects" AS t0
  WHERE ((t0."id" = ?3)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant 2
-- 3: 1
SELECT t0."id", t0."company_id", t0."project_id", t0."room_code", (NOT ((t0."company_id" = ?1) IS NOT 1)), (NOT ((t0."room_code" <> ?2) IS NOT 1))
  FROM "bookings" AS t0
  WHERE ((t0."room_code" = ?3)
  AND (t0."project_id" = ?4)
  AND (t0."company_id" = ?1))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "kept"
-- 3: "never"
-- 4: 1
