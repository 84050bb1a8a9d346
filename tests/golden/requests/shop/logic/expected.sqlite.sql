-- GET /api/orders?select=id&or=(status.eq.PAID,and(discount.gte.0,discount.lt.1))
SELECT t0."id"
  FROM "orders" AS t0
  WHERE ((t0."status" = ?1) OR ((t0."discount" >= ?2)
  AND (t0."discount" < ?3)))
  ORDER BY t0."id"
  LIMIT ?4;
-- 1: "PAID"
-- 2: 0.00
-- 3: 1.00
-- 4: 1001
-- GET /api/orders?select=id&not.or=(status.eq.PAID,status.eq.PENDING)
SELECT t0."id"
  FROM "orders" AS t0
  WHERE ((NOT (t0."status" = ?1))
  AND (NOT (t0."status" = ?2)))
  ORDER BY t0."id"
  LIMIT ?3;
-- 1: "PAID"
-- 2: "PENDING"
-- 3: 1001
-- GET /api/orders?select=id&and=(id.gt.10,or(note.is.null,note.not.eq.late),not.and(id.eq.12,status.eq.CANCELLED))
SELECT t0."id"
  FROM "orders" AS t0
  WHERE ((t0."id" > ?1)
  AND ((t0."note" IS NULL) OR (NOT (t0."note" = ?2)))
  AND ((NOT (t0."id" = ?3)) OR (NOT (t0."status" = ?4))))
  ORDER BY t0."id"
  LIMIT ?5;
-- 1: 10
-- 2: "late"
-- 3: 12
-- 4: "CANCELLED"
-- 5: 1001
-- GET /api/orders?select=id&status=neq.PAID&or=(id.eq.10,id.eq.12)
SELECT t0."id"
  FROM "orders" AS t0
  WHERE ((t0."status" <> ?1)
  AND ((t0."id" = ?2) OR (t0."id" = ?3)))
  ORDER BY t0."id"
  LIMIT ?4;
-- 1: "PAID"
-- 2: 10
-- 3: 12
-- 4: 1001
