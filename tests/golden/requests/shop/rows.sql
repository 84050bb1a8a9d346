INSERT INTO "products_tags" ("product_id", "tag_id") VALUES (1, 1), (2, 1), (2, 2)
