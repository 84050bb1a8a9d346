-- Rows to play with: `bedplate dev` runs this once, in a new database of SQLite. Amounts are scaled integers (1299 is
-- 12.99), instants are microseconds since 1970.
INSERT INTO customers (id, email, name, notes) VALUES
  ('ada', 'ada@shop.example', 'Ada', 'pays early'),
  ('bob', 'bob@shop.example', 'Bob', NULL);
INSERT INTO categories (id, name, parent_id) VALUES
  ('books', 'Books', NULL),
  ('novels', 'Novels', 'books');
INSERT INTO products (id, sku, name, price, sale_price, cost, stock, published, category_id) VALUES
  ('dune', 'BOOK-1', 'Dune', 1299, 999, 450, 12, 1, 'novels'),
  ('atlas', 'BOOK-2', 'An atlas', 4500, NULL, 2100, 3, 1, 'books'),
  ('draft', 'BOOK-3', 'Not out yet', 2000, NULL, 900, 0, 0, 'novels');
INSERT INTO orders (id, customer_id, status, placed_at) VALUES
  ('first', 'ada', 'SHIPPED', 1736000000000000);
INSERT INTO order_items (id, order_id, product_id, quantity, price) VALUES
  ('first-1', 'first', 'dune', 2, 1299);
