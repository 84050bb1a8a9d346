-- GET /api/memos?select=id,extra,z:extra->z,a:extra->a->>0
SELECT t0."id", CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."extra" WHEN 0 THEN NULL END, bp_json(CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."extra" WHEN 0 THEN NULL END, 0, ?2), bp_json(CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."extra" WHEN 0 THEN NULL END, 1, ?3, 0)
  FROM "memos" AS t0
  ORDER BY t0."id"
  LIMIT ?4;
-- 1: fact 0
-- 2: constant "z"
-- 3: constant "a"
-- 4: 1001
-- GET /api/memos?select=id&extra->>z=eq.2
SELECT t0."id"
  FROM "memos" AS t0
  WHERE (bp_json(CASE (t0."owner_id" = ?1) WHEN 1 THEN t0."extra" WHEN 0 THEN NULL END, 1, ?2) = ?3)
  ORDER BY t0."id"
  LIMIT ?4;
-- 1: fact 0
-- 2: constant "z"
-- 3: "2"
-- 4: 1001
