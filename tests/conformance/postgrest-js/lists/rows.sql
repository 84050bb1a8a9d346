INSERT INTO things (id, flag, tags, sizes, data) VALUES
  (1, 1, '["red","big"]', '[1,2]', '{"kind":"box","weight":10,"parts":[{"name":"lid"},{"name":"floor"}]}'),
  (2, 0, '["red"]', '[2]', '{"kind":"bag","weight":9.5,"parts":[]}'),
  (3, NULL, '[]', '[]', NULL),
  (4, 1, '["blue","old","big","red"]', '[3]', '{"kind":"box","weight":2,"parts":[{"name":"rim"}]}'),
  (5, 0, '["a \"quoted\" word","x,y"]', '[4,2,9]', '{"kind":"crate","weight":100}');
INSERT INTO parts (id, code, name, shelf, place, amount, price, fragile, tags, data) VALUES
  (1, 'bolt', 'Bolt', 'A', 1, 100, 25, 0, '["steel"]', '{"size":8}'),
  (2, 'nut', 'Nut', 'A', 2, 200, 10, 0, '["steel"]', NULL),
  (3, 'pane', NULL, 'B', 1, 3, 1999, 1, '[]', NULL),
  (4, 'lamp', 'Lamp', NULL, NULL, 0, NULL, 1, '["glass","wire"]', '{"watt":5}');
INSERT INTO uses (part_id, machine, amount) VALUES (1, 'press', 12), (2, 'press', 12), (2, 'saw', 4), (3, 'oven', 1);
INSERT INTO texts (id, body) VALUES (1, 'a fat cat'), (2, 'the cat, the dog'), (3, 'dogs running after cats'), (4, 'mice'), (5, 'mice and a mouse'), (6, NULL), (7, 'one cat, and fat');
