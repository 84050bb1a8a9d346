INSERT INTO people (id, email, name) VALUES
  ('00000000-0000-7000-8000-00000000000a', 'ada@example.com', 'Ada'),
  ('00000000-0000-7000-8000-00000000000b', 'bob@example.com', 'Bob'),
  ('00000000-0000-7000-8000-00000000000d', 'dora@example.com', 'Dora');
INSERT INTO queues (id, name, public, room) VALUES (1, 'Mail', 1, 3), (2, 'Secret', 0, 100);
-- Decimals are integers scaled by 100.
INSERT INTO tickets (id, title, status, urgency, cost, reference, author_id, queue_id, filed_at) VALUES
  (1, 'No mail', 'OPEN', 1, 1050, 'R-1', '00000000-0000-7000-8000-00000000000a', 1, 1700000000000000),
  (2, 'Slow', 'SOLVED', 2, NULL, NULL, '00000000-0000-7000-8000-00000000000a', NULL, 1700000001000000),
  (3, 'Old', 'CLOSED', 0, NULL, NULL, '00000000-0000-7000-8000-00000000000a', NULL, 1700000002000000),
  (4, 'Mine', 'OPEN', 3, NULL, 'R-4', '00000000-0000-7000-8000-00000000000b', 1, 1700000003000000),
  (5, 'Also mine', 'OPEN', 9, NULL, NULL, '00000000-0000-7000-8000-00000000000b', NULL, 1700000004000000),
  (6, 'To go', 'OPEN', 0, NULL, NULL, '00000000-0000-7000-8000-00000000000a', NULL, 1700000005000000),
  (7, 'To go too', 'OPEN', 0, NULL, NULL, '00000000-0000-7000-8000-00000000000a', NULL, 1700000006000000);
INSERT INTO notes (id, ticket_id, text) VALUES (1, 1, 'please'), (2, 4, 'hm');
INSERT INTO booths (id, code, large, keeper_id) VALUES
  (1, 'A', 1, '00000000-0000-7000-8000-00000000000a'),
  (2, 'B', 0, '00000000-0000-7000-8000-00000000000a'),
  (3, 'C', 0, '00000000-0000-7000-8000-00000000000b');
