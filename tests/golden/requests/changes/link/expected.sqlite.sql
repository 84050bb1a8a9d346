-- PATCH /api/members/3
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "members" SET "team_id" = ?1
  WHERE "id" = ?2;
-- 1: 3
-- 2: 3
SELECT CASE WHEN ((t0."rank" >= o0."rank")
  AND (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = o0."team_id") IS NULL) OR ((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = (SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = o0."team_id")) OR (t0."rank" > o0."rank"))) THEN 1 ELSE 0 END
  FROM "members" AS t0, (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS o0
  WHERE t0."id" = ?5;
-- 1: 3
-- 2: null
-- 3: 2
-- 4: null
-- 5: 3
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "members" AS t0
  WHERE t0."id" = ?1;
-- 1: 3
-- PATCH /api/members/3
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "members" SET "team_id" = ?1
  WHERE "id" = ?2;
-- 1: 33
-- 2: 3
SELECT CASE WHEN ((t0."rank" >= o0."rank")
  AND (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = o0."team_id") IS NULL) OR ((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = (SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = o0."team_id")) OR (t0."rank" > o0."rank"))) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS t0, (SELECT ?5 AS "id", ?6 AS "team_id", ?7 AS "rank", ?8 AS "mentor_id") AS o0;
-- 1: 3
-- 2: 33
-- 3: 2
-- 4: null
-- 5: 3
-- 6: null
-- 7: 2
-- 8: null
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS t0;
-- 1: 3
-- 2: 33
-- 3: 2
-- 4: null
-- PATCH /api/members/3
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "members" SET "team_id" = ?1, "mentor_id" = ?2
  WHERE "id" = ?3;
-- 1: 2
-- 2: 99
-- 3: 3
SELECT CASE WHEN ((t0."rank" >= o0."rank")
  AND (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = o0."team_id") IS NULL) OR ((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = (SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = o0."team_id")) OR (t0."rank" > o0."rank"))) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS t0, (SELECT ?5 AS "id", ?6 AS "team_id", ?7 AS "rank", ?8 AS "mentor_id") AS o0;
-- 1: 3
-- 2: 2
-- 3: 2
-- 4: 99
-- 5: 3
-- 6: null
-- 7: 2
-- 8: null
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS t0;
-- 1: 3
-- 2: 2
-- 3: 2
-- 4: 99
WITH "members" AS (SELECT "id", "team_id", "rank", "mentor_id"
  FROM main."members"
  WHERE "id" <> ?1 UNION ALL SELECT "id", "team_id", "rank", "mentor_id"
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "rank", ?5 AS "mentor_id") AS n0) SELECT CASE WHEN ((t0."mentor_id" IS NULL) OR (NOT ((SELECT x1."id"
  FROM "members" AS x1
  WHERE x1."id" = t0."mentor_id") IS NULL))) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "rank", ?5 AS "mentor_id") AS t0;
-- 1: 3
-- 2: 3
-- 3: 2
-- 4: 2
-- 5: 99
-- PATCH /api/members/3
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "members" SET "team_id" = ?1, "mentor_id" = ?2
  WHERE "id" = ?3;
-- 1: 2
-- 2: 3
-- 3: 3
SELECT CASE WHEN ((t0."rank" >= o0."rank")
  AND (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = o0."team_id") IS NULL) OR ((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = (SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = o0."team_id")) OR (t0."rank" > o0."rank"))) THEN 1 ELSE 0 END
  FROM "members" AS t0, (SELECT ?1 AS "id", ?2 AS "team_id", ?3 AS "rank", ?4 AS "mentor_id") AS o0
  WHERE t0."id" = ?5;
-- 1: 3
-- 2: null
-- 3: 2
-- 4: null
-- 5: 3
SELECT CASE WHEN ((t0."team_id" IS NULL) OR (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id")) THEN 1 ELSE 0 END
  FROM "members" AS t0
  WHERE t0."id" = ?1;
-- 1: 3
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
