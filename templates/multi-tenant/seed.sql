-- Rows to play with: `bedplate dev` runs this once, in a new database of SQLite.
INSERT INTO companies (id, name) VALUES ('acme', 'Acme'), ('bolt', 'Bolt & Sons');
INSERT INTO users (id, email, name) VALUES
  ('ada', 'ada@example.com', 'Ada'),
  ('bob', 'bob@example.com', 'Bob'),
  ('eve', 'eve@example.com', 'Eve');
INSERT INTO memberships (id, company_id, user_id, "rank") VALUES
  ('ada-acme', 'acme', 'ada', 'MANAGER'),
  ('bob-acme', 'acme', 'bob', 'MEMBER'),
  ('eve-bolt', 'bolt', 'eve', 'MANAGER');
INSERT INTO projects (id, company_id, name, lead_id) VALUES
  ('site', 'acme', 'Website', 'ada'),
  ('shed', 'bolt', 'A new shed', 'eve');
INSERT INTO tasks (id, company_id, project_id, title, assignee_id, done) VALUES
  ('logo', 'acme', 'site', 'Draw a logo', 'bob', 0),
  ('roof', 'bolt', 'shed', 'Mend the roof', NULL, 0);
