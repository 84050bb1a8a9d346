INSERT INTO houses (id, name) VALUES (1, 'One'), (2, 'Two');
INSERT INTO plains (id) VALUES (1);
