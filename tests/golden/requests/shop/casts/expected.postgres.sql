-- GET /api/orders?select=id::text,discount::int,placedAt::text,status::text&id=in.(10,11)
SELECT (t0."id")::text, (SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT (round(x1.v1, 0) - CASE WHEN 2 * abs(x1.v1 - trunc(x1.v1, 0)) = 1
  AND trunc(x1.v1, 0) % (2 * 1) = 0 THEN sign(x1.v1) * 1 ELSE 0 END) AS v1 OFFSET 0) AS x2)
  FROM (SELECT (t0."discount")::numeric AS v1 OFFSET 0) AS x1), (rtrim(rtrim(to_char(t0."placed_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'), (t0."status")::text, t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x4.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x4.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x3.v) < 1000
  AND x3.v ~ '^-?[0-9]+$' THEN x3.v::numeric END AS v1 OFFSET 0) AS x4)
  FROM jsonb_array_elements_text($1::jsonb) AS x3(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [10,11]
-- 2: 1001
-- GET /api/products?select=price::text,price::float,id::bigint,name::varchar&id=eq.2
SELECT round(t0."price", 2)::text, (t0."price")::double precision, (t0."id")::bigint, (t0."name")::text, t0."id"
  FROM "products" AS t0
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 2
-- 2: 1001
-- GET /api/orders?select=id::wrong
-- GET /api/orders?select=placedAt::date,t:placedAt::time,local:placedAt::timestamp&id=in.(10,11)
SELECT ((t0."placed_at" AT TIME ZONE 'UTC')::date), ((t0."placed_at" AT TIME ZONE 'UTC')::time), ((t0."placed_at" AT TIME ZONE 'UTC')::timestamp), t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = ANY(ARRAY(SELECT (SELECT CASE WHEN x2.v1 BETWEEN -2147483648
  AND 2147483647 THEN (x2.v1)::integer END
  FROM (SELECT CASE WHEN char_length(x1.v) < 1000
  AND x1.v ~ '^-?[0-9]+$' THEN x1.v::numeric END AS v1 OFFSET 0) AS x2)
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: [10,11]
-- 2: 1001
-- GET /api/orders?select=placedAt::uuid
