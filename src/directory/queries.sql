-- Every statement of the directory, on the hub. One dialect, prepared on both engines by a test.

-- name: revision
SELECT number FROM directory_revision WHERE one = 1;

-- name: next_revision
UPDATE directory_revision SET number = number + 1 WHERE one = 1;

-- name: published_offers
SELECT o.id, v.document, o.waiting_days, o.waiting_measured_on, o.capacity, o.checked_on, o.checked_by, o.checked_source,
       o.evidence
FROM offer o JOIN offer_version v ON v.offer_id = o.id AND v.version = o.published_version
WHERE o.state = 'published' ORDER BY o.id;

-- name: offer_record
SELECT o.id, o.source, o.source_id, o.municipality_number, o.unit_id, o.state, o.edit, o.version, o.published_version,
       o.merged_into, o.changed_at, o.waiting_days, o.waiting_measured_on, o.capacity, o.checked_on, o.checked_by,
       o.checked_source, o.evidence, v.document, v.saved_at, v.saved_by, v.published_at
FROM offer o JOIN offer_version v ON v.offer_id = o.id AND v.version = o.version WHERE o.id = :offer;

-- name: offer_records_of_municipality
-- Those that its people keep; and the whole country's.
SELECT o.id, o.source, o.source_id, o.municipality_number, o.unit_id, o.state, o.edit, o.version, o.published_version,
       o.merged_into, o.changed_at, o.waiting_days, o.waiting_measured_on, o.capacity, o.checked_on, o.checked_by,
       o.checked_source, o.evidence, v.document, v.saved_at, v.saved_by, v.published_at
FROM offer o JOIN offer_version v ON v.offer_id = o.id AND v.version = o.version
WHERE o.municipality_number = :municipality OR o.municipality_number IS NULL ORDER BY o.id;

-- name: offer_ids_of_source
SELECT id, source_id FROM offer WHERE source = :source ORDER BY id;

-- name: insert_offer
INSERT INTO offer (id, source, source_id, municipality_number, unit_id, state, edit, version, published_version,
                   merged_into, changed_at, waiting_days, waiting_measured_on, capacity, checked_on, checked_by,
                   checked_source, evidence)
VALUES (:id, :source, :source_id, :municipality, :unit, :state, 1, :version, :published_version, :merged_into,
        :changed_at, :waiting_days, :measured_on, :capacity, :checked_on, :checked_by, :checked_source, :evidence);

-- name: update_offer
UPDATE offer SET unit_id = :unit, state = :state, edit = edit + 1, version = :version, published_version = :published_version,
       merged_into = :merged_into, changed_at = :changed_at, waiting_days = :waiting_days,
       waiting_measured_on = :measured_on, capacity = :capacity, checked_on = :checked_on, checked_by = :checked_by,
       checked_source = :checked_source, evidence = :evidence
WHERE id = :id AND edit = :edit;

-- name: insert_offer_version
INSERT INTO offer_version (offer_id, version, document, saved_at, saved_by, published_at, published_by, note)
VALUES (:offer, :version, :document, :saved_at, :saved_by, NULL, NULL, '');

-- name: update_offer_version
UPDATE offer_version SET document = :document, saved_at = :saved_at, saved_by = :saved_by
WHERE offer_id = :offer AND version = :version AND published_at IS NULL;

-- name: publish_offer_version
UPDATE offer_version SET published_at = :at, published_by = :by, note = :note
WHERE offer_id = :offer AND version = :version;

-- name: offer_version
SELECT version, document, saved_at, saved_by, published_at, published_by, note FROM offer_version
WHERE offer_id = :offer AND version = :version;

-- name: offer_versions
SELECT version, saved_at, saved_by, published_at, published_by, note FROM offer_version
WHERE offer_id = :offer ORDER BY version DESC;
