-- GET /api/customers?select=id&id=in.(1,3)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1,3]
-- 2: 1001
-- GET /api/customers?select=id&name=in.(Ada,"bob%20\"the\"%20100%25%20O'Neil")
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."name" = ANY(ARRAY(SELECT x1.v
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["Ada","bob \"the\" 100% O'Neil"]
-- 2: 1001
-- GET /api/customers?select=id&id=not.in.(1)
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (NOT (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v)))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [1]
-- 2: 1001
-- GET /api/customers?select=id&id=in.()
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: []
-- 2: 1001
