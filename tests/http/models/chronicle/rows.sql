INSERT INTO firms (id, name) VALUES (1, 'One'), (2, 'Two');
INSERT INTO cases (id, holder, title, fee, version) VALUES (90, 'ann', 'Old', 100, 1);
INSERT INTO notes (id, text) VALUES (1, 'a');
