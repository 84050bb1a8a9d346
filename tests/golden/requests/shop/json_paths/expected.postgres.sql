-- GET /api/customers?select=id,attributes->colour,size:attributes->sizes->0,attributes->deep->>n,address->>city
SELECT t0."id", (t0."attributes"::jsonb -> $1::text), (SELECT CASE WHEN jsonb_typeof(x1.v1) = 'array' THEN (x1.v1 -> 0) END
  FROM (SELECT (t0."attributes"::jsonb -> $2::text) AS v1 OFFSET 0) AS x1), ((t0."attributes"::jsonb -> $3::text) ->> $4::text), (t0."address"::jsonb ->> $5::text)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $6::bigint;
-- 1: constant "colour"
-- 2: constant "sizes"
-- 3: constant "deep"
-- 4: constant "n"
-- 5: constant "city"
-- 6: 1001
-- GET /api/customers?select=id&attributes->>colour=eq.blue
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."attributes"::jsonb ->> $1::text) = $2::text)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: constant "colour"
-- 2: "blue"
-- 3: 1001
-- GET /api/customers?select=id&address->>city=is.null
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."address"::jsonb ->> $1::text) IS NULL)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: constant "city"
-- 2: 1001
-- GET /api/customers?select=id&order=attributes->>colour.desc
SELECT t0."id", (t0."attributes"::jsonb ->> $1::text)
  FROM "customers" AS t0
  ORDER BY (t0."attributes"::jsonb ->> $1::text) COLLATE "C" DESC NULLS FIRST, t0."id"
  LIMIT $2::bigint;
-- 1: constant "colour"
-- 2: 1001
-- GET /api/customers?select=id&attributes->sizes->0=eq.38
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((SELECT (SELECT CASE WHEN x2.v1 = round(x2.v1, 10) THEN CASE WHEN abs(x2.v1) < 10000000000000000000000000000::numeric THEN x2.v1 END END
  FROM (SELECT CASE WHEN char_length(x1.v1) < 1000
  AND x1.v1 ~ '^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$' THEN x1.v1::numeric END AS v1 OFFSET 0) AS x2)
  FROM (SELECT ((SELECT CASE WHEN jsonb_typeof(x3.v1) = 'array' THEN (x3.v1 ->> 0) END
  FROM (SELECT (t0."attributes"::jsonb -> $1::text) AS v1 OFFSET 0) AS x3))::text AS v1 OFFSET 0) AS x1) = $2::numeric(38,10))
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: constant "sizes"
-- 2: 38.0000000000
-- 3: 1001
