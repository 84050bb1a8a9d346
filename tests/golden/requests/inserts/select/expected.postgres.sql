INSERT INTO "items" ("name", "price", "parent_id", "kind")
  VALUES ($1::text, $2::numeric(10,2), $3::integer, $4::text)
  RETURNING "id";
-- 1: "ab"
-- 2: 2.00
-- 3: 1000
-- 4: "SMALL"
SELECT t0."name", t0_1."id", t0_1."name", t0_1."price", t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "items" AS t1
  WHERE t1."parent_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "items" AS t0
  LEFT JOIN "items" AS t0_1 ON t0_1."id" = t0."parent_id"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1003
