-- 0007_responsibility.sql: who has the treatment responsibility for whom, as a municipality has decided it. Nothing here
-- tells of a child; the leader's name is that of somebody at work.
-- Times are fixed-width UTC text, days are Norwegian 'YYYY-MM-DD'.

-- `theme`: an id of content/services/themes.json, or 'all' for whatever nobody else has. `severities`: words of the
-- guideline's grades, separated by spaces. `unit_id`: one of the municipality's units; else `unit_name` names another
-- (BUP). In force from its decision until the day it ends; nothing is deleted.
CREATE TABLE responsibility (
    id                  TEXT PRIMARY KEY,
    municipality_number TEXT NOT NULL REFERENCES municipality (number),
    age_from            INTEGER NOT NULL CHECK (age_from BETWEEN 0 AND 25),
    age_to              INTEGER NOT NULL CHECK (age_to BETWEEN age_from AND 25),
    theme               TEXT NOT NULL CHECK (length(theme) BETWEEN 2 AND 60),
    severities          TEXT NOT NULL CHECK (length(severities) BETWEEN 4 AND 40),
    unit_id             TEXT REFERENCES unit (id),
    unit_name           TEXT NOT NULL CHECK (length(unit_name) <= 200),
    leader              TEXT NOT NULL CHECK (length(leader) BETWEEN 1 AND 200),
    decided_on          TEXT NOT NULL,
    note                TEXT NOT NULL CHECK (length(note) <= 2000),
    ended_on            TEXT,
    version             INTEGER NOT NULL CHECK (version >= 1),
    changed_at          TEXT NOT NULL,
    changed_by          TEXT NOT NULL,
    CHECK ((unit_id IS NULL) <> (unit_name = ''))
);
CREATE INDEX responsibility_by_municipality ON responsibility (municipality_number, age_from, id);
