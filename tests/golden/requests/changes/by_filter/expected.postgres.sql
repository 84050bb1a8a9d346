-- PATCH /api/members?rank=gte.1&order=rank.desc&limit=2&select=id,rank,team(name),pupils(id)
SELECT t0."id", t0."team_id", t0."rank", t0."mentor_id"
  FROM "members" AS t0
  WHERE (t0."rank" >= $1::integer)
  ORDER BY t0."rank" DESC, t0."id"
  LIMIT $2::bigint FOR UPDATE OF t0;
-- 1: 1
-- 2: 2
UPDATE "members" SET "rank" = $1::integer
  WHERE "id" = $2::integer;
-- 1: 6
-- 2: 2
UPDATE "members" SET "rank" = $1::integer
  WHERE "id" = $2::integer;
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
  FROM "members" AS t0, (SELECT $1::integer AS "id", $2::integer AS "team_id", $3::integer AS "rank", $4::integer AS "mentor_id") AS o0
  WHERE t0."id" = $5::integer;
-- 1: 2
-- 2: 2
-- 3: 5
-- 4: 1
-- 5: 2
SELECT CASE WHEN ((t0."rank" >= o0."rank")
  AND (((SELECT x1."name"
  FROM "teams" AS x1
  WHERE x1."id" = o0."team_id") IS NULL) OR ((SELECT x2."name"
  FROM "teams" AS x2
  WHERE x2."id" = t0."team_id") = (SELECT x3."name"
  FROM "teams" AS x3
  WHERE x3."id" = o0."team_id")) OR (t0."rank" > o0."rank"))) THEN 1 ELSE 0 END
  FROM "members" AS t0, (SELECT $1::integer AS "id", $2::integer AS "team_id", $3::integer AS "rank", $4::integer AS "mentor_id") AS o0
  WHERE t0."id" = $5::integer;
-- 1: 3
-- 2: null
-- 3: 2
-- 4: null
-- 5: 3
SELECT t0."id", t0."rank", t0_1."id", t0_1."name", ARRAY(SELECT ROW(t1."id")
  FROM "members" AS t1
  WHERE t1."mentor_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "members" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 2
SELECT t0."id", t0."rank", t0_1."id", t0_1."name", ARRAY(SELECT ROW(t1."id")
  FROM "members" AS t1
  WHERE t1."mentor_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "members" AS t0
  LEFT JOIN "teams" AS t0_1 ON t0_1."id" = t0."team_id"
  AND t0_1."open"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 3
-- PATCH /api/members?mentor.rank=eq.1
-- PATCH /api/members?select=id,mentor!inner(id)&mentor.id=eq.1
