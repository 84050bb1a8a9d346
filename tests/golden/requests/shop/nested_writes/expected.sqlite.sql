-- POST /api/orders?select=id,total,customer(name),items(line,quantity,product(name,category(name)))
INSERT INTO "customers" ("name")
  VALUES (?1)
  RETURNING "id";
-- 1: "New"
INSERT INTO "orders" ("placed_at", "customer_id", "status")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "2026-02-01T00:00:00Z"
-- 2: 4
-- 3: "PENDING"
INSERT INTO "orders" ("placed_at", "customer_id", "status")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "2026-02-02T00:00:00Z"
-- 2: 1
-- 3: "PENDING"
INSERT INTO "categories" ("name")
  VALUES (?1)
  RETURNING "id";
-- 1: "Fruit"
INSERT INTO "products" ("name", "price", "category_id")
  VALUES (?1, ?2, ?3)
  RETURNING "id";
-- 1: "Plum"
-- 2: 4.00
-- 3: 4
INSERT INTO "order_items" ("line", "quantity", "price", "product_id", "order_id")
  VALUES (?1, ?2, ?3, ?4, ?5);
-- 1: 1
-- 2: 2
-- 3: 3.00
-- 4: 1
-- 5: 14
INSERT INTO "order_items" ("line", "quantity", "price", "product_id", "order_id")
  VALUES (?1, ?2, ?3, ?4, ?5);
-- 1: 2
-- 2: 1
-- 3: 4.00
-- 4: 5
-- 5: 14
INSERT INTO "order_items" ("line", "quantity", "price", "product_id", "order_id")
  VALUES (?1, ?2, ?3, ?4, ?5);
-- 1: 1
-- 2: 5
-- 3: 1.00
-- 4: 2
-- 5: 15
SELECT t0."id", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1)), t0_1."id", t0_1."name"
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 14
SELECT t1."line", t1."quantity", t1_1."id", t1_1."name", t1_2."id", t1_2."name"
  FROM "order_items" AS t1
  LEFT JOIN "products" AS t1_1 ON t1_1."id" = t1."product_id"
  LEFT JOIN "categories" AS t1_2 ON t1_2."id" = t1_1."category_id"
  WHERE t1."order_id" = ?1
  ORDER BY t1."order_id", t1."line"
  LIMIT 10001;
-- 1: the parent's column 1
SELECT t0."id", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1)), t0_1."id", t0_1."name"
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 15
SELECT t1."line", t1."quantity", t1_1."id", t1_1."name", t1_2."id", t1_2."name"
  FROM "order_items" AS t1
  LEFT JOIN "products" AS t1_1 ON t1_1."id" = t1."product_id"
  LEFT JOIN "categories" AS t1_2 ON t1_2."id" = t1_1."category_id"
  WHERE t1."order_id" = ?1
  ORDER BY t1."order_id", t1."line"
  LIMIT 10001;
-- 1: the parent's column 1
-- PATCH /api/orders/14?select=note,total,items(line,quantity)&items.order=line
SELECT t0."id", t0."customer_id", t0."status", t0."placed_at", t0."note", t0."discount"
  FROM "orders" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 14
UPDATE "orders" SET "note" = ?1
  WHERE "id" = ?2;
-- 1: "changed"
-- 2: 14
SELECT t0."order_id", t0."line", t0."product_id", t0."quantity", t0."price"
  FROM "order_items" AS t0
  WHERE ((t0."order_id" = ?1)
  AND (t0."line" = ?2)
  AND (t0."order_id" = ?3))
  ORDER BY t0."order_id", t0."line";
-- 1: 14
-- 2: 2
-- 3: 14
DELETE
  FROM "order_items"
  WHERE "order_id" = ?1
  AND "line" = ?2;
-- 1: 14
-- 2: 2
SELECT t0."order_id", t0."line", t0."product_id", t0."quantity", t0."price"
  FROM "order_items" AS t0
  WHERE ((t0."order_id" = ?1)
  AND (t0."line" = ?2)
  AND (t0."order_id" = ?3))
  ORDER BY t0."order_id", t0."line";
-- 1: 14
-- 2: 1
-- 3: 14
UPDATE "order_items" SET "quantity" = ?1
  WHERE "order_id" = ?2
  AND "line" = ?3;
-- 1: 5
-- 2: 14
-- 3: 1
INSERT INTO "order_items" ("line", "quantity", "price", "product_id", "order_id")
  VALUES (?1, ?2, ?3, ?4, ?5);
-- 1: 2
-- 2: 1
-- 3: 1.00
-- 4: 3
-- 5: 14
SELECT t0."note", bp_cast(51804, 53802, (SELECT CASE count(*) WHEN 0 THEN '0.00' ELSE bp_sum(53802, 52002, x1.v) END
  FROM (SELECT bp_multiply(52002, 51000, x2."quantity", 51002, x2."price") AS v
  FROM "order_items" AS x2
  WHERE x2."order_id" = t0."id") AS x1)), t0."id"
  FROM "orders" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 14
SELECT t1."line", t1."quantity"
  FROM "order_items" AS t1
  WHERE t1."order_id" = ?1
  ORDER BY t1."line", t1."order_id"
  LIMIT 10001;
-- 1: the parent's column 3
-- PATCH /api/orders/14
SELECT t0."id", t0."customer_id", t0."status", t0."placed_at", t0."note", t0."discount"
  FROM "orders" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 14
-- PATCH /api/categories/4?select=name,parent(name),children(id,name)&children.order=id
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
UPDATE "categories" SET "parent_id" = ?1
  WHERE "id" = ?2;
-- 1: 1
-- 2: 4
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 3
UPDATE "categories" SET "parent_id" = ?1
  WHERE "id" = ?2;
-- 1: 4
-- 2: 3
INSERT INTO "categories" ("name", "parent_id")
  VALUES (?1, ?2)
  RETURNING "id";
-- 1: "Berries"
-- 2: 4
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "categories" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."parent_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
SELECT t1."id", t1."name"
  FROM "categories" AS t1
  WHERE t1."parent_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 4
-- PATCH /api/categories/4?select=name,parent(name),children(id,name)
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
UPDATE "categories" SET "parent_id" = ?1
  WHERE "id" = ?2;
-- 1: null
-- 2: 4
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."parent_id" = ?2))
  ORDER BY t0."id";
-- 1: 5
-- 2: 4
DELETE
  FROM "categories"
  WHERE "id" = ?1;
-- 1: 5
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."parent_id" = ?2))
  ORDER BY t0."id";
-- 1: 3
-- 2: 4
UPDATE "categories" SET "parent_id" = ?1
  WHERE "id" = ?2;
-- 1: null
-- 2: 3
SELECT t0."name", t0_1."id", t0_1."name", t0."id"
  FROM "categories" AS t0
  LEFT JOIN "categories" AS t0_1 ON t0_1."id" = t0."parent_id"
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
SELECT t1."id", t1."name"
  FROM "categories" AS t1
  WHERE t1."parent_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 4
-- PATCH /api/categories/4
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 4
SELECT t0."id", t0."name", t0."parent_id"
  FROM "categories" AS t0
  WHERE ((t0."id" = ?1)
  AND (t0."parent_id" = ?2))
  ORDER BY t0."id";
-- 1: 2
-- 2: 4
-- PATCH /api/suppliers/1?select=name,products(name)&products.order=name
SELECT t0."id", t0."name"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."supplier_id", t0."product_id", t0."days"
  FROM "supplies" AS t0
  WHERE ((t0."product_id" = ?1)
  AND (t0."supplier_id" = ?2))
  ORDER BY t0."supplier_id", t0."product_id";
-- 1: 1
-- 2: 1
SELECT t0."name", t0."id"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t1."name"
  FROM "products" AS t1
  JOIN "supplies" AS j1 ON j1."product_id" = t1."id"
  WHERE j1."supplier_id" = ?1
  ORDER BY t1."name", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/suppliers/1
SELECT t0."id", t0."name"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."supplier_id", t0."product_id", t0."days"
  FROM "supplies" AS t0
  WHERE ((t0."product_id" = ?1)
  AND (t0."supplier_id" = ?2))
  ORDER BY t0."supplier_id", t0."product_id";
-- 1: 3
-- 2: 1
-- PATCH /api/suppliers/1?select=name,products(name)&products.order=name
SELECT t0."id", t0."name"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."supplier_id", t0."product_id", t0."days"
  FROM "supplies" AS t0
  WHERE ((t0."product_id" = ?1)
  AND (t0."supplier_id" = ?2))
  ORDER BY t0."supplier_id", t0."product_id";
-- 1: 1
-- 2: 1
DELETE
  FROM "supplies"
  WHERE "supplier_id" = ?1
  AND "product_id" = ?2;
-- 1: 1
-- 2: 1
SELECT t0."name", t0."id"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t1."name"
  FROM "products" AS t1
  JOIN "supplies" AS j1 ON j1."product_id" = t1."id"
  WHERE j1."supplier_id" = ?1
  ORDER BY t1."name", t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
-- PATCH /api/suppliers/1
SELECT t0."id", t0."name"
  FROM "suppliers" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 1
SELECT t0."supplier_id", t0."product_id", t0."days"
  FROM "supplies" AS t0
  WHERE ((t0."product_id" = ?1)
  AND (t0."supplier_id" = ?2))
  ORDER BY t0."supplier_id", t0."product_id";
-- 1: 4
-- 2: 1
