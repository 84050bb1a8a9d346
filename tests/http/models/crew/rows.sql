INSERT INTO people (id, email) VALUES
  ('00000000-0000-7000-8000-00000000000a', 'ada@example.com'),
  ('00000000-0000-7000-8000-00000000000b', 'bo@example.com'),
  ('00000000-0000-7000-8000-00000000000f', 'staff@example.com');
INSERT INTO clients (id, name, hidden) VALUES (1, 'Open', 0), (2, 'Hidden', 1);
INSERT INTO projects (id, owner_id, name, client_id) VALUES
  (1, '00000000-0000-7000-8000-00000000000a', 'alpha', 1),
  (2, '00000000-0000-7000-8000-00000000000a', 'beta', NULL),
  (3, '00000000-0000-7000-8000-00000000000b', 'gamma', NULL),
  (4, '00000000-0000-7000-8000-00000000000a', 'closed', NULL);
INSERT INTO tasks (id, owner_id, project_id, position, title, hours, done) VALUES
  (1, '00000000-0000-7000-8000-00000000000a', 1, 1, 'dig', 2, 0),
  (2, '00000000-0000-7000-8000-00000000000a', 1, 2, 'fill', 3, 1),
  (3, '00000000-0000-7000-8000-00000000000a', NULL, NULL, 'loose', 1, 0),
  (4, '00000000-0000-7000-8000-00000000000b', 3, 9, 'bo''s', 1, 0),
  (5, '00000000-0000-7000-8000-00000000000a', 2, 1, 'beta''s', 1, 0);
INSERT INTO steps (task_id, line, text) VALUES (1, 1, 'spade'), (1, 2, 'hole');
INSERT INTO notes (id, project_id, text) VALUES ('00000000-0000-7000-8000-0000000000a1', 1, 'n');
INSERT INTO audits (id, project_id, text, version) VALUES (1, 1, 'a', 1);
