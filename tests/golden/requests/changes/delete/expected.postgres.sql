-- DELETE /api/members/1
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id", (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> $1::text) IS DISTINCT
  FROM TRUE))
  FROM "members" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: 1
SELECT (NOT ((t0."id" = $1::integer) IS DISTINCT
  FROM TRUE)), (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> $2::text) IS DISTINCT
  FROM TRUE))
  FROM "members" AS t0
  WHERE (t0."id" = $3::integer)
  ORDER BY t0."id";
-- 1: 1
-- 2: constant "Core"
-- 3: 1
-- DELETE /api/members?id=in.(1,2)&select=id,team(name)
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE ((t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  AND ((SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = t0."team_id") <> $2::text))
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: [1,2]
-- 2: constant "Core"
SELECT (NOT (((t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  AND ((SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = t0."team_id") <> $2::text)) IS DISTINCT
  FROM TRUE))
  FROM "members" AS t0
  WHERE (t0."id" = $3::integer)
  ORDER BY t0."id";
-- 1: [1,2]
-- 2: constant "Core"
-- 3: 2
SELECT t0."id", t0_1."id", t0_1."name"
  FROM "members" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
DELETE
  FROM "members"
  WHERE "id" = $1::integer;
-- 1: 2
-- DELETE /api/members/2
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id", (NOT (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = t0."team_id") <> $1::text) IS DISTINCT
  FROM TRUE))
  FROM "members" AS t0
  WHERE (t0."id" = $2::integer)
  ORDER BY t0."id" FOR UPDATE OF t0;
-- 1: constant "Core"
-- 2: 2
-- GET /api/members?select=id
SELECT t0."id"
  FROM "members" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
