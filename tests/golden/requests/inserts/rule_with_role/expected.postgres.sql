INSERT INTO "items" ("name", "price", "kind", "internal")
  VALUES ($1::text, $2::numeric(10,2), $3::text, $4::text)
  RETURNING "id";
-- 1: "ab"
-- 2: 0.50
-- 3: "BIG"
-- 4: "x"
SELECT t0."id", t0."name", t0."kind", t0."price", t0."parent_id", t0."sizes", t0."internal"
  FROM "items" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id";
-- 1: 1003
