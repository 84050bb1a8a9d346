-- GET /api/customers?select=id,orders(id)&orders.order=id&orders.limit=1
SELECT t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  ORDER BY t1."id"
  LIMIT ?2;
-- 1: the parent's column 1
-- 2: 1
-- GET /api/customers?select=id,orders(id)&orders.order=id&orders.limit=1&orders.offset=1
SELECT t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  ORDER BY t1."id"
  LIMIT ?2 OFFSET ?3;
-- 1: the parent's column 1
-- 2: 1
-- 3: 1
