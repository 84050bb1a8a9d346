-- POST /api/stalls
INSERT INTO "stalls" ("team_id", "code", "large")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 1
-- 2: "c"
-- 3: false
WITH "stalls" AS (SELECT "id", "team_id", "code", "large"
  FROM main."stalls" UNION ALL SELECT "id", "team_id", "code", "large"
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "code", ?3 AS "large") AS n0) SELECT CASE WHEN ((SELECT count(*)
  FROM "teams" AS x1, "stalls" AS x2
  WHERE x1."id" = t0."team_id"
  AND x2."team_id" = x1."id") <= ?4) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "code", ?3 AS "large") AS t0;
-- 1: 1
-- 2: "c"
-- 3: false
-- 4: constant 2
-- POST /api/stalls
INSERT INTO "stalls" ("team_id", "code", "large")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: 2
-- 2: "a"
-- 3: false
WITH "stalls" AS (SELECT "id", "team_id", "code", "large"
  FROM main."stalls" UNION ALL SELECT "id", "team_id", "code", "large"
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "code", ?3 AS "large") AS n0) SELECT CASE WHEN ((SELECT count(*)
  FROM "teams" AS x1, "stalls" AS x2
  WHERE x1."id" = t0."team_id"
  AND x2."team_id" = x1."id") <= ?4) THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "code", ?3 AS "large") AS t0;
-- 1: 2
-- 2: "a"
-- 3: false
-- 4: constant 2
SELECT CASE WHEN (SELECT x1."open"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") THEN 1 ELSE 0 END
  FROM (SELECT NULL AS "id", ?1 AS "team_id", ?2 AS "code", ?3 AS "large") AS t0;
-- 1: 2
-- 2: "a"
-- 3: false
-- PATCH /api/stalls?id=eq.2
SELECT t0."id", t0."team_id", t0."code", t0."large"
  FROM "stalls" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
UPDATE "stalls" SET "code" = ?1, "large" = ?2
  WHERE "id" = ?3;
-- 1: "c"
-- 2: true
-- 3: 2
WITH "stalls" AS (SELECT "id", "team_id", "code", "large"
  FROM main."stalls"
  WHERE "id" <> ?1 UNION ALL SELECT "id", "team_id", "code", "large"
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "code", ?5 AS "large") AS n0) SELECT CASE WHEN ((SELECT count(*)
  FROM "teams" AS x1, "stalls" AS x2
  WHERE x1."id" = t0."team_id"
  AND x2."team_id" = x1."id"
  AND x2."large") <= ?6) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "code", ?5 AS "large") AS t0;
-- 1: 2
-- 2: 2
-- 3: 1
-- 4: "c"
-- 5: true
-- 6: constant 1
-- PATCH /api/stalls?id=eq.1
SELECT t0."id", t0."team_id", t0."code", t0."large"
  FROM "stalls" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
UPDATE "stalls" SET "code" = ?1, "large" = ?2
  WHERE "id" = ?3;
-- 1: "c"
-- 2: true
-- 3: 1
WITH "stalls" AS (SELECT "id", "team_id", "code", "large"
  FROM main."stalls"
  WHERE "id" <> ?1 UNION ALL SELECT "id", "team_id", "code", "large"
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "code", ?5 AS "large") AS n0) SELECT CASE WHEN ((SELECT count(*)
  FROM "teams" AS x1, "stalls" AS x2
  WHERE x1."id" = t0."team_id"
  AND x2."team_id" = x1."id"
  AND x2."large") <= ?6) THEN 1 ELSE 0 END
  FROM (SELECT ?2 AS "id", ?3 AS "team_id", ?4 AS "code", ?5 AS "large") AS t0;
-- 1: 1
-- 2: 1
-- 3: 1
-- 4: "c"
-- 5: true
-- 6: constant 1
