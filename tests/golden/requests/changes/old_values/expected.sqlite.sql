-- PATCH /api/members/1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 2
-- 2: 1
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
-- 1: 1
-- 2: 1
-- 3: 1
-- 4: null
-- 5: 1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
-- PATCH /api/members/1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 1
-- 2: 1
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
-- 1: 1
-- 2: 1
-- 3: 2
-- 4: null
-- 5: 1
-- PATCH /api/members
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 3
-- 2: 1
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 4
-- 2: 2
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
-- 1: 1
-- 2: 1
-- 3: 2
-- 4: null
-- 5: 1
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
-- 1: 2
-- 2: 2
-- 3: 5
-- 4: 1
-- 5: 2
-- PATCH /api/members?select=id,rank
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 3
-- 2: 3
UPDATE "members" SET "rank" = ?1
  WHERE "id" = ?2;
-- 1: 6
-- 2: 2
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
-- 1: 2
-- 2: 2
-- 3: 5
-- 4: 1
-- 5: 2
SELECT t0."id", t0."rank"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
SELECT t0."id", t0."rank"
  FROM "members" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
