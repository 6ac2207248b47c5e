-- 0006_several_pathways.sql: a child may be on several pathways at once and still has one next step.

-- `pathway_id`, `pathway_version` and `started_in` are what the main pathway began on; `on_pathway` and `on_version` what it
-- is on now, `main_step`, `main_due_on`, `main_since` and `main_waits_for` what is next in it. `next_step` and `next_due_on` are the one next step of all
-- pathways; `next_run` is the one it belongs to, NULL for the main one. `waits_for` is the role that it waits for.
ALTER TABLE follow_up ADD COLUMN on_pathway TEXT;
ALTER TABLE follow_up ADD COLUMN on_version INTEGER;
ALTER TABLE follow_up ADD COLUMN main_step TEXT;
ALTER TABLE follow_up ADD COLUMN main_due_on TEXT;
ALTER TABLE follow_up ADD COLUMN main_since TEXT;
ALTER TABLE follow_up ADD COLUMN main_waits_for TEXT;
ALTER TABLE follow_up ADD COLUMN next_run TEXT;
ALTER TABLE follow_up ADD COLUMN next_since TEXT;
ALTER TABLE follow_up ADD COLUMN waits_for TEXT;
UPDATE follow_up SET on_pathway = pathway_id, on_version = pathway_version, main_step = next_step,
                     main_due_on = next_due_on, main_since = opened_on, next_since = opened_on;

ALTER TABLE early_concern ADD COLUMN pathway_id TEXT;
UPDATE early_concern SET pathway_id = 'bti';

-- A pathway beside the main one of a follow-up. Its facts are in pathway_fact under its own id.
CREATE TABLE pathway_run (
    id              TEXT PRIMARY KEY,
    follow_up_id    TEXT NOT NULL REFERENCES follow_up (id),
    pathway_id      TEXT NOT NULL,
    pathway_version INTEGER NOT NULL,
    started_in      TEXT NOT NULL,
    started_on      TEXT NOT NULL,
    criteria        TEXT NOT NULL,
    on_pathway      TEXT NOT NULL,
    on_version      INTEGER NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    stage           TEXT NOT NULL,
    next_step       TEXT,
    next_due_on     TEXT,
    next_note       TEXT,
    next_since      TEXT NOT NULL,
    waits_for       TEXT,
    ended_on        TEXT,
    continues_in    TEXT,
    CHECK (state <> 'open' OR (next_step IS NOT NULL AND next_due_on IS NOT NULL))
);
CREATE INDEX pathway_run_by_follow_up ON pathway_run (follow_up_id);

-- Who was considered for a pathway and is not on it, and why: counted. What was said of it is in the journal.
CREATE TABLE pathway_not_started (
    id              TEXT PRIMARY KEY,
    follow_up_id    TEXT NOT NULL REFERENCES follow_up (id),
    pathway_id      TEXT NOT NULL,
    pathway_version INTEGER NOT NULL,
    reason          TEXT NOT NULL,
    decided_on      TEXT NOT NULL
);
CREATE INDEX pathway_not_started_by_follow_up ON pathway_not_started (follow_up_id, pathway_id);
