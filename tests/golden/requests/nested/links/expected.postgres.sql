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
-- 5: 2
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
-- 5: 3
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
-- 5: 3
-- PATCH /api/projects/1?select=labels(text)
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
SELECT "label_id"
  FROM "labels_projects"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "label_id";
-- 1: 1
-- 2: 1
SELECT t0."id", t0."company_id", t0."text"
  FROM "labels" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer)
  AND ((t0."text" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 3
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."id", t0."company_id", t0."text"
  FROM "labels" AS t0
  WHERE ((t0."id" = $1::integer)
  AND (t0."company_id" = $2::integer)
  AND ((t0."text" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: 4
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
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
-- 5: 1
DELETE
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: 4
-- 2: 1
-- 3: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."text")
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
-- GET /api/projects/1?select=labels(text)&labels.order=text
SELECT t0."id", ARRAY(SELECT ROW(t1."text")
  FROM "labels" AS t1
  JOIN "labels_projects" AS j1 ON j1."label_id" = t1."id"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."text" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."text" COLLATE "C", t1."id"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $5::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id"
  LIMIT $6::bigint;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 1
-- 6: 1001
-- PATCH /api/projects/2
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
-- POST /api/projects?select=name,labels(text)
INSERT INTO "projects" ("name", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "n"
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
-- 5: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 1
-- 2: 3
-- 3: 1
INSERT INTO "labels" ("text", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "made"
-- 2: 1
INSERT INTO "labels_projects" ("label_id", "project_id", "company_id") SELECT $1::integer, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "labels_projects"
  WHERE "label_id" = $1::integer
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: 5
-- 2: 3
-- 3: 1
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
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."text")
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
-- 5: 3
-- POST /api/projects
INSERT INTO "projects" ("name", "company_id")
  VALUES ($1::text, $2::integer)
  RETURNING "id";
-- 1: "n"
-- 2: 1
-- PATCH /api/projects/1
-- PATCH /api/projects/1?select=topics(word)&topics.order=word
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
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "dark"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "light"
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "dark"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "light"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
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
-- PATCH /api/projects/1?select=topics(word)&topics.order=word
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
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "light"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "blue"
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "light"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "blue"
-- 2: 1
-- 3: 1
INSERT INTO "topics" ("word", "company_id")
  VALUES ($1::text, $2::integer);
-- 1: "new"
-- 2: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "new"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
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
-- PATCH /api/projects/1?select=topics(word)&topics.order=word
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
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "new"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "blue"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "light"
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "new"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "blue"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "light"
-- 2: 1
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
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
-- PATCH /api/projects?select=id,topics(word)&topics.order=word
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
-- 3: 3
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
-- 1: 3
-- 2: fact 0
-- 3: constant 2
-- 4: 3
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 3
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "light"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "blue"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "new"
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "blue"
-- 2: 1
-- 3: 1
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "light"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "new"
-- 2: 3
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "blue"
-- 2: 3
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 3
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
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
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $5::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 3
-- PATCH /api/projects?select=id,topics(word)&topics.order=word
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
-- 3: 3
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
-- 1: 3
-- 2: fact 0
-- 3: constant 2
-- 4: 3
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 3
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "blue"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "new"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "light"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "new"
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "blue"
-- 2: 3
-- 3: 1
DELETE
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer;
-- 1: "new"
-- 2: 3
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "new"
-- 2: 1
-- 3: 1
INSERT INTO "projects_topics" ("topic_word", "project_id", "company_id") SELECT $1::text, $2::integer, $3::integer
  WHERE NOT EXISTS (SELECT 1
  FROM "projects_topics"
  WHERE "topic_word" = $1::text
  AND "project_id" = $2::integer
  AND "company_id" = $3::integer) ON CONFLICT DO NOTHING;
-- 1: "light"
-- 2: 3
-- 3: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 1
SELECT CASE WHEN ((SELECT count(*)
  FROM "tasks" AS x1
  WHERE x1."project_id" = t0."id") <= $1::integer) THEN 1 ELSE 0 END
  FROM "projects" AS t0
  WHERE t0."id" = $2::integer;
-- 1: constant 2
-- 2: 3
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
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
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE ((t0."id" = $5::integer)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."id";
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 3
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
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "new"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "theirs"
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
SELECT "topic_word"
  FROM "projects_topics"
  WHERE "project_id" = $1::integer
  AND "company_id" = $2::integer
  ORDER BY "topic_word";
-- 1: 1
-- 2: 1
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "dark"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word"
  FROM "topics" AS t0
  WHERE ((t0."word" = $1::text)
  AND (t0."company_id" = $2::integer)
  AND ((t0."word" <> $3::text) OR ($4::text = $5::text)))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: "new"
-- 2: fact 0
-- 3: constant "dark"
-- 4: fact 1
-- 5: constant "00000000-0000-7000-8000-00000000000f"
SELECT t0."company_id", t0."word", (NOT (((t0."company_id" = $1::integer)
  AND ((t0."word" <> $2::text) OR ($3::text = $4::text))) IS DISTINCT
  FROM TRUE))
  FROM "topics" AS t0
  WHERE ((t0."word" = $5::text)
  AND (t0."company_id" = $1::integer))
  ORDER BY t0."word" COLLATE "C" FOR UPDATE OF t0;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: "dark"
-- GET /api/projects?select=id,topics(word)&topics.order=word&order=id
SELECT t0."id", ARRAY(SELECT ROW(t1."word")
  FROM "topics" AS t1
  JOIN "projects_topics" AS j1 ON j1."topic_word" = t1."word"
  WHERE j1."project_id" = t0."id"
  AND ((t1."company_id" = $1::integer)
  AND ((t1."word" <> $2::text) OR ($3::text = $4::text)))
  ORDER BY t1."word" COLLATE "C"
  LIMIT 10001)
  FROM "projects" AS t0
  WHERE (t0."company_id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $5::bigint;
-- 1: fact 0
-- 2: constant "dark"
-- 3: fact 1
-- 4: constant "00000000-0000-7000-8000-00000000000f"
-- 5: 1001
