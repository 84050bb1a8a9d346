-- GET /api/customers?select=id,attributes->colour,size:attributes->sizes->0,attributes->deep->>n,address->>city
SELECT t0."id", (t0."attributes" -> $1::text), (t0."attributes" -> $2::text -> 0), (t0."attributes" -> $3::text ->> $4::text), (t0."address" ->> $5::text)
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
  WHERE ((t0."attributes" ->> $1::text) = $2::text)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: constant "colour"
-- 2: "blue"
-- 3: 1001
-- GET /api/customers?select=id&address->>city=is.null
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."address" ->> $1::text) IS NULL)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: constant "city"
-- 2: 1001
-- GET /api/customers?select=id&order=attributes->>colour.desc
SELECT t0."id"
  FROM "customers" AS t0
  ORDER BY (t0."attributes" ->> $1::text) COLLATE "C" DESC NULLS FIRST, t0."id"
  LIMIT $2::bigint;
-- 1: constant "colour"
-- 2: 1001
-- GET /api/customers?select=id&attributes->sizes->0=eq.38
SELECT t0."id"
  FROM "customers" AS t0
  WHERE ((t0."attributes" -> $1::text -> 0)::jsonb = $2::jsonb)
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: constant "sizes"
-- 2: 38
-- 3: 1001
