SELECT t0."id", t0_1."id", t0_1."name", ARRAY(SELECT ROW(t1."id")
  FROM "orders" AS t1
  WHERE t1."customer_id" = t0_1."id"
  ORDER BY t1."id"
  LIMIT 10001)
  FROM "orders" AS t0
  LEFT JOIN "customers" AS t0_1 ON t0_1."id" = t0."customer_id"
  WHERE (t0."id" = $1::integer)
  ORDER BY t0."id"
  LIMIT $2::bigint;
-- 1: 12
-- 2: 1001
