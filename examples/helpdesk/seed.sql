-- Rows for `bedplate dev examples/helpdesk`: run once, in a new database. Ada and Bob are customers of Acme,
-- Gus its agent; Zoe is an agent of Bolt.
INSERT INTO desks (id, name) VALUES ('acme', 'Acme'), ('bolt', 'Bolt & Sons');
INSERT INTO people (id, email, name) VALUES
  ('ada', 'ada@desk.example', 'Ada'),
  ('bob', 'bob@desk.example', 'Bob'),
  ('gus', 'gus@desk.example', 'Gus'),
  ('zoe', 'zoe@desk.example', 'Zoe');
INSERT INTO memberships (id, desk_id, person_id, part) VALUES
  ('ada-acme', 'acme', 'ada', 'CUSTOMER'),
  ('bob-acme', 'acme', 'bob', 'CUSTOMER'),
  ('gus-acme', 'acme', 'gus', 'AGENT'),
  ('zoe-bolt', 'bolt', 'zoe', 'AGENT');
