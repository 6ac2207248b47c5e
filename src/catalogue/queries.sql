-- Every statement of the catalogue. One dialect, prepared on both engines by a test. First those of the hub, then those of
-- a municipality.

-- name: national_pathway
SELECT definition, scenarios FROM national_pathway WHERE pathway_id = :pathway AND version = :version;

-- name: national_versions
SELECT version FROM national_pathway WHERE pathway_id = :pathway ORDER BY version DESC;

-- name: insert_national_pathway
INSERT INTO national_pathway (pathway_id, version, definition, scenarios)
VALUES (:pathway, :version, :definition, :scenarios);

-- name: update_national_pathway
UPDATE national_pathway SET definition = :definition, scenarios = :scenarios
WHERE pathway_id = :pathway AND version = :version;

-- name: own_pathway
SELECT definition, scenarios FROM own_pathway WHERE pathway_id = :pathway AND version = :version;

-- name: own_versions
SELECT version, based_on_version, note, published_at, published_by, retired_at
FROM own_pathway WHERE pathway_id = :pathway ORDER BY version DESC;

-- name: own_version_in_use
SELECT version FROM own_pathway WHERE pathway_id = :pathway AND retired_at IS NULL ORDER BY version DESC LIMIT 1;

-- name: own_versions_in_use
SELECT pathway_id, MAX(version) AS version FROM own_pathway WHERE retired_at IS NULL GROUP BY pathway_id;

-- name: insert_own_pathway
INSERT INTO own_pathway (pathway_id, version, based_on_id, based_on_version, definition, scenarios, note, published_at,
                         published_by, retired_at)
VALUES (:pathway, :version, :based_on, :based_on_version, :definition, :scenarios, :note, :published_at, :published_by,
        NULL);

-- name: retire_own_pathway
UPDATE own_pathway SET retired_at = :now WHERE pathway_id = :pathway AND retired_at IS NULL;

-- name: draft
SELECT based_on_version, definition, scenarios, version, changed_at, changed_by
FROM pathway_draft WHERE pathway_id = :pathway;

-- name: draft_without_texts
SELECT based_on_version, version, changed_at, changed_by FROM pathway_draft WHERE pathway_id = :pathway;

-- name: insert_draft
INSERT INTO pathway_draft (pathway_id, based_on_version, definition, scenarios, version, changed_at, changed_by)
VALUES (:pathway, :based_on_version, :definition, :scenarios, :version, :changed_at, :changed_by);

-- name: update_draft
UPDATE pathway_draft
SET based_on_version = :based_on_version, definition = :definition, scenarios = :scenarios, version = :version,
    changed_at = :changed_at, changed_by = :changed_by
WHERE pathway_id = :pathway;

-- name: delete_draft
DELETE FROM pathway_draft WHERE pathway_id = :pathway;
