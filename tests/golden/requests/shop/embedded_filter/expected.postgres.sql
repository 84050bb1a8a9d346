-- GET /api/customers?select=name,orders(id)&orders.status=eq.PAID
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  AND (t1."status" = $1::text)
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: "PAID"
-- 2: 1001
-- GET /api/customers?select=name,orders(id)&orders.or=(status.eq.PAID,note.eq.late)
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0."id"
  AND ((t1."status" = $1::text) OR (t1."note" = $2::text))
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "customers" AS t0
  ORDER BY t0."id"
  LIMIT $3::bigint;
-- 1: "PAID"
-- 2: "late"
-- 3: 1001
