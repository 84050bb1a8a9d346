-- GET /api/products?select=name,category(name)
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/products?select=name,category(name,parent(name))&id=in.(1,3,4)
SELECT t0."name", t0_1."id", t0_1."name", t0_2."id", t0_2."name", t0."id"
  FROM "products" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."category_id"
  LEFT JOIN "categories" AS t0_2 ON t0_2."id" = t0_1."parent_id"
  WHERE (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1,3,4]
-- 2: 1001
