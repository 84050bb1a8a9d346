-- GET /api/shops?select=id,sales(count(),amount.sum())
SELECT t0."id", ARRAY(SELECT ROW(g1.a0, g1.a1)
  FROM (SELECT count(*) AS a0, (sum(r1.v1))::numeric(38,2) AS a1
  FROM (SELECT t1."amount" AS v1
  FROM "sales" AS t1
  WHERE t1."shop_id" = t0."id"
  AND t1."open") AS r1) AS g1
  LIMIT 10001)
  FROM "shops" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
-- GET /api/shops?select=id,sales(size,count())&sales.order=count.desc,size&sales.having=count().gte.1&sales.pieces=lt.100
SELECT t0."id", ARRAY(SELECT ROW(g1.k0, g1.a0)
  FROM (SELECT r1.k0 AS k0, count(*) AS a0
  FROM (SELECT t1."size" AS k0
  FROM "sales" AS t1
  WHERE t1."shop_id" = t0."id"
  AND ((t1."pieces" < $1::integer)
  AND t1."open")) AS r1 GROUP BY r1.k0) AS g1
  WHERE (g1.a0 >= $2::bigint)
  ORDER BY g1.a0 DESC, CASE g1.k0 WHEN $3::text THEN 0 WHEN $4::text THEN 1 WHEN $5::text THEN 2 END NULLS LAST, CASE g1.k0 WHEN $3::text THEN 0 WHEN $4::text THEN 1 WHEN $5::text THEN 2 END NULLS LAST
  LIMIT 10001)
  FROM "shops" AS t0
  ORDER BY t0."id"
  LIMIT $6::bigint;
-- 1: 100
-- 2: 1
-- 3: constant "SMALL"
-- 4: constant "MEDIUM"
-- 5: constant "LARGE"
-- 6: 1001
-- GET /api/towns?select=name,shops(name,sales(pieces.sum()))
SELECT t0."name", t0."id", ARRAY(SELECT ROW(t1."name", t1."id", ARRAY(SELECT ROW(g2.a0)
  FROM (SELECT (sum(r2.v0))::bigint AS a0
  FROM (SELECT t2."pieces" AS v0
  FROM "sales" AS t2
  WHERE t2."shop_id" = t1."id"
  AND t2."open") AS r2) AS g2
  LIMIT 10001))
  FROM "shops" AS t1
  WHERE t1."town_id" = t0."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "towns" AS t0
  ORDER BY t0."id"
  LIMIT $1::bigint;
-- 1: 1001
