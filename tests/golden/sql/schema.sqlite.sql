CREATE TABLE "persons" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "nick" TEXT,
  "age" INTEGER,
  "email" TEXT,
  "born" TEXT,
  "vip" INTEGER,
  "boss_id" TEXT,
  PRIMARY KEY ("id"),
  CONSTRAINT "persons_vip_bool" CHECK ("vip" IN (0, 1)),
  CONSTRAINT "persons_boss_id_fkey" FOREIGN KEY ("boss_id") REFERENCES "persons" ("id") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE "orders" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "owner_id" TEXT NOT NULL,
  "parent_id" INTEGER,
  "status" TEXT NOT NULL,
  "wish" TEXT,
  "note" TEXT,
  "count" INTEGER NOT NULL,
  "total" INTEGER,
  "price" INTEGER NOT NULL,
  "rate" TEXT,
  "weight" REAL,
  "paid" INTEGER,
  "placed" INTEGER NOT NULL,
  "due" INTEGER,
  "took" INTEGER,
  "at" TEXT,
  "local" TEXT,
  "token" TEXT,
  "site" TEXT,
  "data" TEXT,
  "raw" BLOB,
  "tags" TEXT,
  "scores" TEXT,
  CONSTRAINT "orders_status_enum" CHECK ("status" IN ('PENDING', 'PAID', 'SHIPPED', 'CANCELLED')),
  CONSTRAINT "orders_wish_enum" CHECK ("wish" IN ('PENDING', 'PAID', 'SHIPPED', 'CANCELLED')),
  CONSTRAINT "orders_paid_bool" CHECK ("paid" IN (0, 1)),
  CONSTRAINT "orders_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "persons" ("id") ON DELETE RESTRICT,
  CONSTRAINT "orders_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "orders" ("id") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE "items" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "order_id" INTEGER NOT NULL,
  "whole_id" INTEGER,
  "label" TEXT,
  "quantity" INTEGER NOT NULL,
  "stock" INTEGER,
  "price" INTEGER,
  "weight" REAL,
  "kind" TEXT,
  "ok" INTEGER,
  "made" INTEGER,
  "took" INTEGER,
  CONSTRAINT "items_kind_enum" CHECK ("kind" IN ('PENDING', 'PAID', 'SHIPPED', 'CANCELLED')),
  CONSTRAINT "items_ok_bool" CHECK ("ok" IN (0, 1)),
  CONSTRAINT "items_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders" ("id") ON DELETE RESTRICT,
  CONSTRAINT "items_whole_id_fkey" FOREIGN KEY ("whole_id") REFERENCES "items" ("id") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "persons_boss_id_idx" ON "persons" ("boss_id");
CREATE INDEX "orders_owner_id_idx" ON "orders" ("owner_id");
CREATE INDEX "orders_parent_id_idx" ON "orders" ("parent_id");
CREATE INDEX "items_order_id_idx" ON "items" ("order_id");
CREATE INDEX "items_whole_id_idx" ON "items" ("whole_id");

-- Bedplate's own
CREATE TABLE IF NOT EXISTS bp_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS bp_api_keys (id TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, tenant TEXT, principal_id TEXT, scopes TEXT NOT NULL, created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER) STRICT;
CREATE TABLE IF NOT EXISTS bp_idempotency (scope BLOB NOT NULL PRIMARY KEY, request BLOB NOT NULL, at INTEGER NOT NULL, status INTEGER, head TEXT, body BLOB) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bp_idempotency_at ON bp_idempotency (at);
CREATE TABLE IF NOT EXISTS bp_history (id INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, tenant TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, principal TEXT, verb TEXT NOT NULL, changes TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS bp_history_of ON bp_history (entity, tenant, key, id);
