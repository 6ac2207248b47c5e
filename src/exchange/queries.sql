-- Every statement of this room, on the hub. One dialect, prepared on both engines by a test.

-- name: import_sources
SELECT source, name FROM import_source WHERE municipality_number = :municipality ORDER BY source;

-- name: insert_import_source
INSERT INTO import_source (source, municipality_number, name) VALUES (:source, :municipality, :name)
ON CONFLICT (source) DO NOTHING;

-- name: insert_import_run
INSERT INTO import_run (id, source, imported_at, imported_by, form, digest, created, changed, unchanged, gone)
VALUES (:id, :source, :at, :by, :form, :digest, :created, :changed, :unchanged, :gone);

-- name: import_runs
-- Newest first.
SELECT r.id, s.name, r.imported_at, r.imported_by, r.form, r.created, r.changed, r.unchanged, r.gone
FROM import_run r JOIN import_source s ON s.source = r.source
WHERE s.municipality_number = :municipality ORDER BY r.imported_at DESC, r.id DESC LIMIT :limit;

-- name: imported_rows
SELECT table_name, row_id, document FROM imported_row WHERE source = :source ORDER BY table_name, position;

-- name: imported_ids
SELECT row_id FROM imported_row WHERE source = :source AND table_name = :table ORDER BY row_id;

-- name: delete_imported_rows
DELETE FROM imported_row WHERE source = :source;

-- name: insert_imported_row
INSERT INTO imported_row (source, table_name, row_id, position, document)
VALUES (:source, :table, :id, :position, :document);

-- name: imported_services
SELECT service_id, offer_id, document FROM imported_service WHERE source = :source ORDER BY service_id;

-- name: insert_imported_service
INSERT INTO imported_service (source, service_id, offer_id, document) VALUES (:source, :service, :offer, :document);

-- name: update_imported_service
UPDATE imported_service SET offer_id = :offer, document = :document
WHERE source = :source AND service_id = :service;

-- name: merged_into_offer
SELECT count(*) AS found FROM offer WHERE merged_into = :offer;

-- name: published_changes
-- When each published offer was last changed.
SELECT id, changed_at FROM offer WHERE state = 'published' ORDER BY id;
