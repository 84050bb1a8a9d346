INSERT INTO "items" ("name", "price", "parent_id", "kind")
  VALUES (?1, ?2, ?3, ?4)
  RETURNING "id";
-- 1: "ab"
-- 2: 2.00
-- 3: 1000
-- 4: "SMALL"
SELECT t0."name", t0_1."id", t0_1."name", t0_1."price", t0."id"
  FROM "items" AS t0
  LEFT JOIN "items" AS t0_1 ON t0_1."id" = t0."parent_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1003
SELECT t1."id"
  FROM "items" AS t1
  WHERE t1."parent_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 5
