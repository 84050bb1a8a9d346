-- GET /api/customers?select=name,orders(id)&orders.status=eq.PAID
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  AND (t1."status" = ?2)
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: "PAID"
-- GET /api/customers?select=name,orders(id)&orders.or=(status.eq.PAID,note.eq.late)
SELECT t0."name", t0."id"
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."id"
  FROM "orders" AS t1
  WHERE t1."customer_id" = ?1
  AND ((t1."status" = ?2) OR (t1."note" = ?3))
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- 2: "PAID"
-- 3: "late"
