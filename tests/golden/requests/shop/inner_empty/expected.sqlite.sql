SELECT t0."name", t0."id"
  FROM "products" AS t0
  WHERE EXISTS(SELECT 1
  FROM "products_tags" AS x2, "tags" AS x1
  WHERE x2."product_id" = t0."id"
  AND x1."id" = x2."tag_id"
  AND (x1."label" = ?1))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: "soft"
-- 2: 1001
