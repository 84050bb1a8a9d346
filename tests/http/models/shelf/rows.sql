-- Decimals are integers scaled by 100, instants microseconds.
INSERT INTO members (id, email, name) VALUES
  ('00000000-0000-7000-8000-00000000000a', 'ada@example.com', 'Ada'),
  ('00000000-0000-7000-8000-00000000000b', 'bob@example.com', 'Bob');
INSERT INTO items (id, title, kind, price, rebate, isbn, tags, data, published, cost, remark, owner_id, added_at, shelf_mark) VALUES
  (1, 'Dune', 'BOOK', 1250, NULL, '0-441-01359-7', '["sand","spice"]', '{"pages":412,"translator":null,"by":{"name":"Frank Herbert"}}', 1, 700, 'signed', '00000000-0000-7000-8000-00000000000a', 1700000000000000, 'A1'),
  (2, 'Solaris', 'FILM', 999, 100, NULL, '["space"]', '{"pages":9,"by":{"name":"Andrei Tarkovsky"}}', 1, 400, NULL, '00000000-0000-7000-8000-00000000000b', 1700000000500000, 'A2'),
  (3, '100% Proof', 'SONG', 129, NULL, NULL, '[]', NULL, 1, 1, 'loud', NULL, 1700000001000000, NULL),
  (4, '100 Proof', 'SONG', 129, NULL, NULL, '["rock"]', '{"o''hara":1,"a\"b":2,"a.b":3}', 1, 1, NULL, NULL, 1700000002000000, NULL),
  (5, 'Secret Draft', 'BOOK', 1, NULL, NULL, '[]', NULL, 0, 1, NULL, NULL, 1700000003000000, NULL),
  (6, 'Ærø', 'BOOK', 1999, NULL, NULL, '[]', NULL, 1, NULL, NULL, NULL, 1700000004000000, NULL);
INSERT INTO loans (id, item_id, member_id, days, since) VALUES
  ('00000000-0000-7000-8000-0000000000c1', 1, '00000000-0000-7000-8000-00000000000a', 14, 1700000005000000),
  ('00000000-0000-7000-8000-0000000000c2', 1, '00000000-0000-7000-8000-00000000000b', 7, 1700000006000000),
  ('00000000-0000-7000-8000-0000000000c3', 2, '00000000-0000-7000-8000-00000000000b', 30, 1700000007000000);
INSERT INTO places (id, name) VALUES (1, 'Cellar'), (2, 'Attic');
INSERT INTO parcels (id, sender_id, receiver_id) VALUES (1, 1, 2), (2, 2, 1), (3, 1, 2), (4, 1, 2), (5, 1, 2), (6, 1, 2), (7, 1, 2), (8, 1, 2);
INSERT INTO ledgers (id, text) VALUES (1, 'paid');
INSERT INTO vaults (id, text) VALUES (1, 'canary');
INSERT INTO stocks (place_id, item_id, count) VALUES (1, 1, 3), (1, 2, 0), (2, 1, 5);
INSERT INTO oddities (id, "order", "limit") VALUES (1, 'first', 10), (2, 'second', 20);
