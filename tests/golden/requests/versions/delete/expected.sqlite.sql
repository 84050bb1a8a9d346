-- DELETE /api/accounts/2
SELECT t0."id", t0."note", t0."balance", t0."version"
  FROM "accounts" AS t0
  WHERE (t0."id" = ?1)
  ORDER BY t0."id";
-- 1: 2
UPDATE "memos" AS r0 SET "version" = "version" + 1
  WHERE EXISTS (SELECT 1
  FROM "entries" AS r1
  WHERE r0."entry_id" = r1."id"
  AND r1."account_id" = ?1);
-- 1: 2
UPDATE "memos" AS r0 SET "version" = "version" + 1
  WHERE r0."account_id" = ?1;
-- 1: 2
DELETE
  FROM "accounts"
  WHERE "id" = ?1;
-- 1: 2
-- GET /api/memos?select=id,accountId,entryId,version
SELECT t0."id", t0."account_id", t0."entry_id", t0."version"
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
