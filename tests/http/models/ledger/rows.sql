INSERT INTO accounts (id, holder, note, balance, secret, version) VALUES
  (1, 'ann', 'one', 10, 's1', 7),
  (2, 'bob', 'two', 20, 's2', 1),
  (3, 'ann', 'three', 30, NULL, 1),
  (4, 'ann', 'four', 40, NULL, 3);
INSERT INTO entries (id, account_id, amount, lock) VALUES (1, 1, 5, 1), (2, 1, 6, 2), (3, 2, 7, 1);
INSERT INTO memos (id, account_id, entry_id, version) VALUES (1, 2, 2, 1), (2, NULL, 3, 1), (3, NULL, 2, 1);
