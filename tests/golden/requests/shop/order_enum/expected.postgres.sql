-- GET /api/orders?select=id,status&order=status
SELECT t0."id", t0."status"
  FROM "orders" AS t0
  ORDER BY CASE t0."status" WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 WHEN $4::text THEN 3 END, t0."id"
  LIMIT $5::bigint;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: 1001
-- GET /api/orders?select=id,status&order=status.desc
SELECT t0."id", t0."status"
  FROM "orders" AS t0
  ORDER BY CASE t0."status" WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 WHEN $4::text THEN 3 END DESC, t0."id"
  LIMIT $5::bigint;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: 1001
-- GET /api/orders?select=id&status=gt.PAID
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (CASE t0."status" WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 WHEN $4::text THEN 3 END > CASE $5::text WHEN $1::text THEN 0 WHEN $2::text THEN 1 WHEN $3::text THEN 2 WHEN $4::text THEN 3 END)
  ORDER BY t0."id"
  LIMIT $6::bigint;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: "PAID"
-- 6: 1001
-- GET /api/orders?select=id&status=in.(PAID,SHIPPED)
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."status" = ANY(ARRAY(SELECT x1.v
  FROM jsonb_array_elements_text($1::jsonb) AS x1(v))))
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: ["PAID","SHIPPED"]
-- 2: 1001
-- GET /api/orders?select=id&status=eq.LOST
