INSERT INTO things (id, flag, tags, sizes, data) VALUES
  (1, 1, '["red","big"]', '[1,2]', '{"kind":"box","weight":10,"parts":[{"name":"lid"},{"name":"floor"}]}'),
  (2, 0, '["red"]', '[2]', '{"kind":"bag","weight":9.5,"parts":[]}'),
  (3, NULL, '[]', '[]', NULL),
  (4, 1, '["blue","old","big","red"]', '[3]', '{"kind":"box","weight":2,"parts":[{"name":"rim"}]}'),
  (5, 0, '["a \"quoted\" word","x,y"]', '[4,2,9]', '{"kind":"crate","weight":100}');
