INSERT INTO "labels_projects" ("company_id", "label_id", "project_id") VALUES (1, 3, 1), (1, 4, 1)
