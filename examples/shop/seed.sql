-- Rows for `bedplate dev examples/shop`: run once, in a new database. Amounts are scaled integers (1299 is 12.99),
-- instants are microseconds since 1970.
INSERT INTO customers (id, email, name, notes, phone, created_at) VALUES
  ('ada', 'ada@example.com', 'Ada', 'pays early', '+44 20 555 0100', 1735689600000000),
  ('bob', 'bob@example.com', 'Bob', NULL, NULL, 1735776000000000);
INSERT INTO categories (id, name, parent_id) VALUES
  ('books', 'Books', NULL),
  ('novels', 'Novels', 'books'),
  ('tools', 'Tools', NULL);
INSERT INTO products (id, sku, name, description, price, sale_price, cost, stock, published, tags) VALUES
  ('dune', 'BOOK-1', 'Dune', 'A novel about sand', 1299, 999, 450, 12, 1, '["sand","spice"]'),
  ('hammer', 'TOOL-1', 'Hammer', NULL, 2450, NULL, 1100, 3, 1, '[]'),
  ('secret', 'TOOL-2', 'Not out yet', NULL, 9900, NULL, 5000, 0, 0, '[]');
INSERT INTO categories_products (category_id, product_id) VALUES ('novels', 'dune'), ('tools', 'hammer');
INSERT INTO orders (id, customer_id, status, placed_at) VALUES
  ('first', 'ada', 'SHIPPED', 1736000000000000),
  ('second', 'bob', 'PENDING', 1736100000000000);
INSERT INTO order_items (id, order_id, product_id, quantity, price) VALUES
  ('first-1', 'first', 'dune', 2, 999),
  ('second-1', 'second', 'hammer', 1, 2450);
INSERT INTO reviews (id, author_id, product_id, stars, text, created_at) VALUES
  ('ada-dune', 'ada', 'dune', 5, 'Could not put it down.', 1736200000000000);
