-- 0002_follow_up.sql: people, early concerns and follow-ups of one municipality.
-- Times are fixed-width UTC text 'YYYY-MM-DDTHH:MM:SSZ' and days 'YYYY-MM-DD', so text order is time order.
-- Yes and no are 1 and 0. The promise stands here too: an open follow-up has a holder, a next step and a date.

-- A person is written down anew in every follow-up: whoever opens one is never shown what another unit has
-- stored under the same identity number. The keyed hash links them for the family's own login.
CREATE TABLE person (
    id                 TEXT PRIMARY KEY,
    given_name         TEXT NOT NULL,
    family_name        TEXT NOT NULL,
    birth_date         TEXT,
    phone              TEXT,
    identity_encrypted TEXT,
    identity_hash      TEXT,
    account_id         TEXT,
    created_at         TEXT NOT NULL
);
CREATE INDEX person_by_identity ON person (identity_hash);
CREATE INDEX person_by_account ON person (account_id);

-- An early concern is private to its author: no other table points from it to a person.
CREATE TABLE early_concern (
    id                    TEXT PRIMARY KEY,
    author_id             TEXT NOT NULL,
    unit_id               TEXT NOT NULL,
    label                 TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    facts                 TEXT NOT NULL,
    answers               TEXT NOT NULL,
    suspicion_of_violence INTEGER NOT NULL CHECK (suspicion_of_violence IN (0, 1)),
    state                 TEXT NOT NULL CHECK (state IN ('open', 'ended', 'shared')),
    level                 INTEGER NOT NULL,
    pathway_version       INTEGER NOT NULL,
    started_on            TEXT NOT NULL,
    created_at            TEXT NOT NULL,
    next_step             TEXT,
    next_due_on           TEXT,
    ended_reason          TEXT,
    follow_up_id          TEXT,
    version               INTEGER NOT NULL,
    CHECK (state <> 'open' OR (next_step IS NOT NULL AND next_due_on IS NOT NULL))
);
CREATE INDEX early_concern_by_author ON early_concern (author_id, state);

CREATE TABLE discussion (
    id               TEXT PRIMARY KEY,
    early_concern_id TEXT NOT NULL REFERENCES early_concern (id),
    with_service     TEXT NOT NULL,
    held_on          TEXT NOT NULL,
    advice           TEXT NOT NULL
);
CREATE INDEX discussion_by_concern ON discussion (early_concern_id);

CREATE TABLE own_measure (
    id               TEXT PRIMARY KEY,
    early_concern_id TEXT NOT NULL REFERENCES early_concern (id),
    what             TEXT NOT NULL,
    who              TEXT NOT NULL,
    due_on           TEXT NOT NULL,
    evaluate_on      TEXT NOT NULL,
    state            TEXT NOT NULL,
    effect           TEXT NOT NULL,
    evaluation       TEXT NOT NULL,
    version          INTEGER NOT NULL
);
CREATE INDEX own_measure_by_concern ON own_measure (early_concern_id);

-- Assessments of the duty to report: seen by their author only, never joined to anything the family reads.
CREATE TABLE duty_assessment (
    id               TEXT PRIMARY KEY,
    account_id       TEXT NOT NULL,
    unit_id          TEXT NOT NULL,
    made_at          TEXT NOT NULL,
    grounds          TEXT NOT NULL,
    conclusion       TEXT NOT NULL,
    note             TEXT NOT NULL,
    early_concern_id TEXT,
    follow_up_id     TEXT
);
CREATE INDEX duty_assessment_by_account ON duty_assessment (account_id, made_at);

CREATE TABLE follow_up (
    id                TEXT PRIMARY KEY,
    reference         TEXT NOT NULL UNIQUE,
    child_id          TEXT NOT NULL REFERENCES person (id),
    state             TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    reason            TEXT NOT NULL,
    stage             TEXT NOT NULL,
    level             INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
    pathway_id        TEXT NOT NULL,
    pathway_version   INTEGER NOT NULL,
    started_in        TEXT NOT NULL,
    opened_on         TEXT NOT NULL,
    opened_at         TEXT NOT NULL,
    holder_member     TEXT,
    next_step         TEXT,
    next_due_on       TEXT,
    next_note         TEXT,
    closed_on         TEXT,
    closed_reason     TEXT,
    agreed_with_family TEXT,
    version           INTEGER NOT NULL,
    CHECK (state <> 'open'
           OR (holder_member IS NOT NULL AND next_step IS NOT NULL AND next_due_on IS NOT NULL)),
    CHECK (state <> 'closed' OR (closed_on IS NOT NULL AND closed_reason IS NOT NULL))
);
CREATE INDEX follow_up_by_child ON follow_up (child_id);
CREATE INDEX follow_up_by_due ON follow_up (state, next_due_on);

-- Guardians as stated when the follow-up was opened.
CREATE TABLE guardianship (
    follow_up_id            TEXT NOT NULL REFERENCES follow_up (id),
    guardian_id             TEXT NOT NULL REFERENCES person (id),
    relation                TEXT NOT NULL,
    parental_responsibility INTEGER NOT NULL CHECK (parental_responsibility IN (0, 1)),
    PRIMARY KEY (follow_up_id, guardian_id)
);
CREATE INDEX guardianship_by_guardian ON guardianship (guardian_id);

CREATE TABLE team_member (
    id           TEXT PRIMARY KEY,
    follow_up_id TEXT NOT NULL REFERENCES follow_up (id),
    account_id   TEXT NOT NULL,
    unit_id      TEXT NOT NULL,
    name         TEXT NOT NULL,
    profession   TEXT NOT NULL,
    unit_name    TEXT NOT NULL,
    since        TEXT NOT NULL,
    left_on      TEXT,
    left_reason  TEXT
);
CREATE UNIQUE INDEX team_member_once ON team_member (follow_up_id, account_id, unit_id) WHERE left_on IS NULL;
CREATE INDEX team_member_by_account ON team_member (account_id, unit_id);

CREATE TABLE baton_offer (
    id            TEXT PRIMARY KEY,
    follow_up_id  TEXT NOT NULL REFERENCES follow_up (id),
    from_member   TEXT NOT NULL REFERENCES team_member (id),
    to_member     TEXT NOT NULL REFERENCES team_member (id),
    message       TEXT NOT NULL,
    offered_at    TEXT NOT NULL,
    answer_by     TEXT,
    state         TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'refused', 'withdrawn')),
    answered_at   TEXT,
    answer_reason TEXT
);
CREATE UNIQUE INDEX baton_offer_one_open ON baton_offer (follow_up_id) WHERE state = 'offered';
CREATE INDEX baton_offer_by_member ON baton_offer (to_member, state);

-- One row per person who said yes; a withdrawal is a date on it, never a deletion.
CREATE TABLE consent (
    id                TEXT PRIMARY KEY,
    follow_up_id      TEXT NOT NULL REFERENCES follow_up (id),
    person_id         TEXT NOT NULL REFERENCES person (id),
    who               TEXT NOT NULL CHECK (who IN ('child', 'guardian')),
    given_on          TEXT NOT NULL,
    how               TEXT NOT NULL,
    language          TEXT NOT NULL,
    interpreter       INTEGER NOT NULL CHECK (interpreter IN (0, 1)),
    purposes          TEXT NOT NULL,
    topics            TEXT NOT NULL,
    guardians_may_see INTEGER NOT NULL CHECK (guardians_may_see IN (0, 1)),
    valid_until       TEXT NOT NULL CHECK (valid_until >= given_on),
    recorded_by       TEXT NOT NULL,
    recorded_at       TEXT NOT NULL,
    withdrawn_at      TEXT,
    withdrawn_reason  TEXT
);
CREATE INDEX consent_by_follow_up ON consent (follow_up_id);

CREATE TABLE consent_unit (
    consent_id TEXT NOT NULL REFERENCES consent (id),
    unit_id    TEXT NOT NULL,
    unit_name  TEXT NOT NULL,
    PRIMARY KEY (consent_id, unit_id)
);

-- What has happened on the pathway, in order: the engine replays it. `subject_id` is a follow-up or an early
-- concern. `change_number` groups what one action wrote; undo retracts a whole group and deletes nothing.
CREATE TABLE pathway_fact (
    subject_id    TEXT NOT NULL,
    sequence      INTEGER NOT NULL,
    change_number INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    name          TEXT NOT NULL,
    answer        TEXT NOT NULL,
    due_on        TEXT,
    on_day        TEXT NOT NULL,
    account_id    TEXT NOT NULL,
    retracted     INTEGER NOT NULL CHECK (retracted IN (0, 1)),
    PRIMARY KEY (subject_id, sequence)
);

CREATE TABLE goal (
    id           TEXT PRIMARY KEY,
    follow_up_id TEXT NOT NULL REFERENCES follow_up (id),
    title        TEXT NOT NULL,
    why          TEXT NOT NULL,
    childs_own   INTEGER NOT NULL CHECK (childs_own IN (0, 1)),
    state        TEXT NOT NULL,
    version      INTEGER NOT NULL
);
CREATE INDEX goal_by_follow_up ON goal (follow_up_id);

CREATE TABLE meeting (
    id           TEXT PRIMARY KEY,
    follow_up_id TEXT NOT NULL REFERENCES follow_up (id),
    starts_at    TEXT NOT NULL,
    place        TEXT NOT NULL,
    agenda       TEXT NOT NULL,
    invited      TEXT NOT NULL,
    attended     TEXT NOT NULL,
    minutes      TEXT NOT NULL,
    state        TEXT NOT NULL,
    version      INTEGER NOT NULL
);
CREATE INDEX meeting_by_follow_up ON meeting (follow_up_id, starts_at);

CREATE TABLE measure (
    id                 TEXT PRIMARY KEY,
    follow_up_id       TEXT NOT NULL REFERENCES follow_up (id),
    goal_id            TEXT REFERENCES goal (id),
    what               TEXT NOT NULL,
    responsible_member TEXT NOT NULL REFERENCES team_member (id),
    due_on             TEXT NOT NULL,
    evaluate_on        TEXT NOT NULL,
    state              TEXT NOT NULL,
    effect             TEXT NOT NULL,
    evaluation         TEXT NOT NULL,
    from_meeting       TEXT REFERENCES meeting (id),
    version            INTEGER NOT NULL
);
CREATE INDEX measure_by_follow_up ON measure (follow_up_id);
CREATE INDEX measure_by_member ON measure (responsible_member, state);

CREATE TABLE own_words (
    id           TEXT PRIMARY KEY,
    follow_up_id TEXT NOT NULL REFERENCES follow_up (id),
    person_id    TEXT NOT NULL REFERENCES person (id),
    capacity     TEXT NOT NULL CHECK (capacity IN ('child', 'guardian', 'staff_on_behalf')),
    words        TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
    said_at      TEXT NOT NULL,
    recorded_by  TEXT NOT NULL,
    withdrawn_at TEXT
);
CREATE INDEX own_words_by_follow_up ON own_words (follow_up_id, said_at);
