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

-- name: responsibilities
SELECT r.id, r.age_from, r.age_to, r.theme, r.severities, r.unit_id, r.unit_name AS other_unit, u.name AS name_of_unit,
       r.leader, r.decided_on, r.note, r.ended_on, r.version, r.changed_at, r.changed_by
FROM responsibility r LEFT JOIN unit u ON u.id = r.unit_id
WHERE r.municipality_number = :municipality ORDER BY r.age_from, r.age_to, r.id;

-- name: insert_responsibility
INSERT INTO responsibility (id, municipality_number, age_from, age_to, theme, severities, unit_id, unit_name, leader,
                            decided_on, note, ended_on, version, changed_at, changed_by)
VALUES (:id, :municipality, :age_from, :age_to, :theme, :severities, :unit, :other_unit, :leader, :decided_on, :note,
        :ended_on, :version, :changed_at, :changed_by);

-- name: update_responsibility
-- Only what is the version before.
UPDATE responsibility SET age_from = :age_from, age_to = :age_to, theme = :theme, severities = :severities,
       unit_id = :unit, unit_name = :other_unit, leader = :leader, decided_on = :decided_on, note = :note,
       ended_on = :ended_on, version = :version, changed_at = :changed_at, changed_by = :changed_by
WHERE id = :id AND municipality_number = :municipality AND version = :version - 1;

-- name: unanswered_by_hash
SELECT days, day_mark, hidden FROM unanswered_search
WHERE municipality_number = :municipality AND text_hash = :text_hash;

-- name: insert_unanswered
-- Only for a municipality that is here, and while there is room.
INSERT INTO unanswered_search (id, municipality_number, text_hash, words, times, days, day_mark, last_week, hidden)
SELECT :id, m.number, :text_hash, NULL, 1, 1, :day_mark, :week, 0 FROM municipality m
WHERE m.number = :municipality
  AND (SELECT count(*) FROM unanswered_search s WHERE s.municipality_number = m.number AND s.words IS NULL) < :rows_max;

-- name: update_unanswered
UPDATE unanswered_search SET times = times + 1, days = :days, words = :words, day_mark = :day_mark, last_week = :week
WHERE municipality_number = :municipality AND text_hash = :text_hash;

-- name: delete_old_unanswered
DELETE FROM unanswered_search
WHERE (words IS NULL AND hidden = 0 AND last_week < :unreadable_before) OR last_week < :readable_before;

-- name: unanswered_readable
SELECT id, words, times, days, last_week FROM unanswered_search
WHERE municipality_number = :municipality AND words IS NOT NULL ORDER BY times DESC, words LIMIT 100;

-- name: unanswered_unreadable_count
SELECT count(*) AS found FROM unanswered_search
WHERE municipality_number = :municipality AND words IS NULL AND hidden = 0;

-- name: hide_unanswered
UPDATE unanswered_search SET words = NULL, hidden = 1
WHERE id = :id AND municipality_number = :municipality AND words IS NOT NULL;
