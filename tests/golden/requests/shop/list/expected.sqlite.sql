SELECT t0."id", t0."name", t0."price", t0."category_id"
  FROM "products" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
