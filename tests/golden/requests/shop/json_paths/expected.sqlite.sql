-- GET /api/customers?select=id,attributes->colour,size:attributes->sizes->0,attributes->deep->>n,address->>city
SELECT t0."id", bp_json(t0."attributes", 0, ?1), bp_json(t0."attributes", 0, ?2, 0), bp_json(t0."attributes", 1, ?3, ?4), bp_json(t0."address", 1, ?5)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?6;
-- 1: constant "colour"
-- 2: constant "sizes"
-- 3: constant "deep"
-- 4: constant "n"
-- 5: constant "city"
-- 6: 1001
-- GET /api/customers?select=id&attributes->>colour=eq.blue
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (bp_json(t0."attributes", 1, ?1) = ?2)
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: constant "colour"
-- 2: "blue"
-- 3: 1001
-- GET /api/customers?select=id&address->>city=is.null
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (bp_json(t0."address", 1, ?1) IS NULL)
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: constant "city"
-- 2: 1001
-- GET /api/customers?select=id&order=attributes->>colour.desc
SELECT t0."id", bp_json(t0."attributes", 1, ?1)
  FROM "customers" AS t0
  ORDER BY bp_json(t0."attributes", 1, ?1) DESC NULLS FIRST, t0."id"
  LIMIT ?2;
-- 1: constant "colour"
-- 2: 1001
-- GET /api/customers?select=id&attributes->sizes->0=eq.38
SELECT t0."id"
  FROM "customers" AS t0
  WHERE (bp_cast(53810, 10000, bp_json(t0."attributes", 1, ?1, 0)) = ?2)
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: constant "sizes"
-- 2: 38.0000000000
-- 3: 1001
