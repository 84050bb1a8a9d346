SELECT g0.k0, g0.k1, g0.k2, g0.a0
  FROM (SELECT r0.k0 AS k0, r0.k1 AS k1, r0.k2 AS k2, count(*) AS a0
  FROM (SELECT t0."id" AS k0, t0."name" AS k1, t0."people" AS k2
  FROM "towns" AS t0) AS r0 GROUP BY r0.k0, r0.k1, r0.k2) AS g0
  ORDER BY g0.k2, g0.k0, g0.k1, g0.k2
  LIMIT ?1;
-- 1: 1001
