-- 0007_own_pathways.sql: a municipality's own copies of national pathways, and the drafts of them.

-- What it has published; never changed afterwards, but a version may be retired: no child begins on it any more.
-- `pathway_id` is the copy's own ("bti.own"), `based_on_id` the national one's ("bti").
CREATE TABLE own_pathway (
    pathway_id       TEXT NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    based_on_id      TEXT NOT NULL,
    based_on_version INTEGER NOT NULL,
    definition       TEXT NOT NULL,
    scenarios        TEXT NOT NULL,
    note             TEXT NOT NULL,
    published_at     TEXT NOT NULL,
    published_by     TEXT NOT NULL,
    retired_at       TEXT,
    PRIMARY KEY (pathway_id, version)
);

-- One draft of each national pathway, for all who may adapt it; sound or not. `version` tells whether somebody saved in
-- between; it is the number of the change in the journal of the pathway, so it never comes back, not in a later draft.
CREATE TABLE pathway_draft (
    pathway_id       TEXT PRIMARY KEY,
    based_on_version INTEGER NOT NULL,
    definition       TEXT NOT NULL,
    scenarios        TEXT NOT NULL,
    version          BIGINT NOT NULL,
    changed_at       TEXT NOT NULL,
    changed_by       TEXT NOT NULL
);
