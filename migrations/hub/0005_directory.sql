-- 0005_directory.sql: what services offer. Public, but for drafts and what is for staff; nothing here tells of a child.
-- Times are fixed-width UTC text, days are Norwegian 'YYYY-MM-DD'.

-- One row per offer. `source`: content (comes with the program), here (written here), or the name of what it was
-- imported from; `source_id` is its id there. `municipality_number`: whose people keep it; none: the whole country's.
-- `version` is the newest that is saved, `published_version` the one that the public sees; `edit` grows with every change,
-- so that nobody saves over another.
-- Waiting time and the last check stand apart from the text: they change every week, and need no draft.
CREATE TABLE offer (
    id                  TEXT PRIMARY KEY CHECK (length(id) BETWEEN 3 AND 60),
    source              TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 120),
    source_id           TEXT NOT NULL CHECK (length(source_id) BETWEEN 1 AND 200),
    municipality_number TEXT REFERENCES municipality (number),
    unit_id             TEXT REFERENCES unit (id),
    state               TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired', 'merged')),
    edit                INTEGER NOT NULL CHECK (edit >= 1),
    version             INTEGER NOT NULL CHECK (version >= 1),
    published_version   INTEGER CHECK (published_version BETWEEN 1 AND version),
    merged_into         TEXT REFERENCES offer (id),
    changed_at          TEXT NOT NULL,
    waiting_days        INTEGER CHECK (waiting_days BETWEEN 0 AND 1000),
    waiting_measured_on TEXT,
    capacity            TEXT CHECK (capacity IN ('open', 'limited', 'full')),
    checked_on          TEXT NOT NULL,
    checked_by          TEXT NOT NULL,
    checked_source      TEXT NOT NULL,
    evidence            TEXT NOT NULL CHECK (evidence IN ('verified', 'known', 'uncertain')),
    UNIQUE (source, source_id),
    CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    CHECK (state <> 'published' OR published_version IS NOT NULL),
    CHECK ((capacity IS NULL) = (waiting_measured_on IS NULL)),
    CHECK (waiting_days IS NULL OR capacity IS NOT NULL)
);
CREATE INDEX offer_by_municipality ON offer (municipality_number, id);
CREATE INDEX offer_by_unit ON offer (unit_id);

-- Every version that was saved; the newest may be saved over until it is published.
CREATE TABLE offer_version (
    offer_id     TEXT NOT NULL REFERENCES offer (id),
    version      INTEGER NOT NULL CHECK (version >= 1),
    document     TEXT NOT NULL,
    saved_at     TEXT NOT NULL,
    saved_by     TEXT NOT NULL,
    published_at TEXT,
    published_by TEXT,
    note         TEXT NOT NULL CHECK (length(note) <= 2000),
    PRIMARY KEY (offer_id, version)
);

-- Grows by one with every change of what the public sees, so that every server knows when to read anew.
CREATE TABLE directory_revision (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    number BIGINT NOT NULL
);
INSERT INTO directory_revision (one, number) VALUES (1, 0);
