-- DELETE /api/members/1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id", (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> ?1) IS NOT 1))
  FROM "members" AS t0
  WHERE (t0."id" = ?2)
  ORDER BY t0."id";
-- 1: constant "Core"
-- 2: 1
-- DELETE /api/members?id=in.(1,2)&select=id,team(name)
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE ((t0."id" IN (SELECT value
  FROM json_each(?1)))
  AND ((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> ?2))
  ORDER BY t0."id";
-- 1: [1,2]
-- 2: constant "Core"
SELECT t0."id", t0_1."id", t0_1."name"
  FROM "members" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
DELETE
  FROM "members"
  WHERE "id" = ?1;
-- 1: 2
-- DELETE /api/members/2
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id", (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> ?1) IS NOT 1))
  FROM "members" AS t0
  WHERE (t0."id" = ?2)
  ORDER BY t0."id";
-- 1: constant "Core"
-- 2: 2
-- GET /api/members?select=id
SELECT t0."id"
  FROM "members" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
