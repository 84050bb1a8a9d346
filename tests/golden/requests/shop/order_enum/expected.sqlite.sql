-- GET /api/orders?select=id,status&order=status
SELECT t0."id", t0."status"
  FROM "orders" AS t0
  ORDER BY CASE t0."status" WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 WHEN ?4 THEN 3 END, t0."id"
  LIMIT ?5;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: 1001
-- GET /api/orders?select=id,status&order=status.desc
SELECT t0."id", t0."status"
  FROM "orders" AS t0
  ORDER BY CASE t0."status" WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 WHEN ?4 THEN 3 END DESC, t0."id"
  LIMIT ?5;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: 1001
-- GET /api/orders?select=id&status=gt.PAID
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (CASE t0."status" WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 WHEN ?4 THEN 3 END > CASE ?5 WHEN ?1 THEN 0 WHEN ?2 THEN 1 WHEN ?3 THEN 2 WHEN ?4 THEN 3 END)
  ORDER BY t0."id"
  LIMIT ?6;
-- 1: constant "PENDING"
-- 2: constant "PAID"
-- 3: constant "SHIPPED"
-- 4: constant "CANCELLED"
-- 5: "PAID"
-- 6: 1001
-- GET /api/orders?select=id&status=in.(PAID,SHIPPED)
SELECT t0."id"
  FROM "orders" AS t0
  WHERE (t0."status" IN (SELECT value
  FROM json_each(?1)))
  ORDER BY t0."id"
  LIMIT ?2;
-- 1: ["PAID","SHIPPED"]
-- 2: 1001
-- GET /api/orders?select=id&status=eq.LOST
