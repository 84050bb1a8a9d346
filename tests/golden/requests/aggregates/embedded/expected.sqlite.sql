-- GET /api/shops?select=id,sales(count(),amount.sum())
SELECT t0."id"
  FROM "shops" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT g1.a0, g1.a1
  FROM (SELECT count(*) AS a0, bp_group_sum(53802, 51002, r1.v1) AS a1
  FROM (SELECT t1."amount" AS v1
  FROM "sales" AS t1
  WHERE t1."shop_id" = ?1
  AND t1."open") AS r1) AS g1
  LIMIT 10001;
-- 1: the parent's column 1
-- GET /api/shops?select=id,sales(size,count())&sales.order=count.desc,size&sales.having=count().gte.1&sales.pieces=lt.100
SELECT t0."id"
  FROM "shops" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT g1.k0, g1.a0
  FROM (SELECT r1.k0 AS k0, count(*) AS a0
  FROM (SELECT t1."size" AS k0
  FROM "sales" AS t1
  WHERE t1."shop_id" = ?1
  AND ((t1."pieces" < ?2)
  AND t1."open")) AS r1 GROUP BY r1.k0) AS g1
  WHERE (g1.a0 >= ?3)
  ORDER BY g1.a0 DESC, CASE g1.k0 WHEN ?4 THEN 0 WHEN ?5 THEN 1 WHEN ?6 THEN 2 END NULLS LAST, CASE g1.k0 WHEN ?4 THEN 0 WHEN ?5 THEN 1 WHEN ?6 THEN 2 END NULLS LAST
  LIMIT 10001;
-- 1: the parent's column 1
-- 2: 100
-- 3: 1
-- 4: constant "SMALL"
-- 5: constant "MEDIUM"
-- 6: constant "LARGE"
-- GET /api/towns?select=name,shops(name,sales(pieces.sum()))
SELECT t0."name", t0."id"
  FROM "towns" AS t0
  ORDER BY t0."id"
  LIMIT ?1;
-- 1: 1001
SELECT t1."name", t1."id"
  FROM "shops" AS t1
  WHERE t1."town_id" = ?1
  ORDER BY t1."id"
  LIMIT 10001;
-- 1: the parent's column 2
SELECT g2.a0
  FROM (SELECT bp_group_sum(30000, 20000, r2.v0) AS a0
  FROM (SELECT t2."pieces" AS v0
  FROM "sales" AS t2
  WHERE t2."shop_id" = ?1
  AND t2."open") AS r2) AS g2
  LIMIT 10001;
-- 1: the parent's column 2
