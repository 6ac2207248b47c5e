-- 0002_chains.sql: the hub's own journal (accounts, units, municipalities) and its seals.
-- The same tables as in every municipality; see municipality/0001_base.sql.

-- The journal: what was changed, by whom, for which unit and why; append-only, one chain of hashes per subject.
-- Erased content is NULL; its digest stays, and the hash covers the digest, so the chain still holds. An account or
-- unit that is none is '': a hash tells no NULL from ''.
CREATE TABLE journal_entry (
    subject        TEXT NOT NULL,
    sequence       BIGINT NOT NULL CHECK (sequence >= 1),
    at             TEXT NOT NULL,
    act            TEXT NOT NULL,
    purpose        TEXT NOT NULL,
    audience       TEXT NOT NULL,
    account_id     TEXT NOT NULL,
    actor_name     TEXT NOT NULL,
    unit_id        TEXT NOT NULL,
    unit_name      TEXT NOT NULL,
    content        TEXT,
    content_digest TEXT NOT NULL,
    previous_hash  TEXT NOT NULL,
    hash           TEXT NOT NULL,
    PRIMARY KEY (subject, sequence)
);

-- The last entry of every chain, and how far it is sealed. `kind`: journal (subject = the journal's) or access_log
-- (subject = the chain of one process).
CREATE TABLE chain_head (
    kind            TEXT NOT NULL CHECK (kind IN ('journal', 'access_log')),
    subject         TEXT NOT NULL,
    sequence        BIGINT NOT NULL,
    hash            TEXT NOT NULL,
    sealed_sequence BIGINT NOT NULL CHECK (sealed_sequence <= sequence),
    PRIMARY KEY (kind, subject)
);
CREATE INDEX chain_head_unsealed ON chain_head (kind, subject) WHERE sealed_sequence < sequence;

-- A seal is one link over the heads that moved since the last one: whoever cuts off the end of a chain breaks it.
CREATE TABLE journal_seal (
    number        BIGINT PRIMARY KEY CHECK (number >= 1),
    at            TEXT NOT NULL,
    heads_digest  TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
);
CREATE TABLE sealed_head (
    seal_number BIGINT NOT NULL REFERENCES journal_seal (number),
    place       BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    sequence    BIGINT NOT NULL,
    hash        TEXT NOT NULL,
    PRIMARY KEY (seal_number, place)
);
CREATE INDEX sealed_head_by_chain ON sealed_head (kind, subject, sequence);

-- Who looked at which child's data, when, for which unit, on what ground; append-only, one chain of hashes per
-- server process. The family reads it.
CREATE TABLE access_log (
    chain         TEXT NOT NULL,
    sequence      BIGINT NOT NULL CHECK (sequence >= 1),
    at            TEXT NOT NULL,
    follow_up_id  TEXT NOT NULL,
    person_id     TEXT NOT NULL,
    account_id    TEXT NOT NULL,
    name          TEXT NOT NULL,
    unit_id       TEXT NOT NULL,
    unit_name     TEXT NOT NULL,
    profession    TEXT NOT NULL,
    purpose       TEXT NOT NULL,
    what          TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL,
    PRIMARY KEY (chain, sequence)
);
CREATE INDEX access_log_by_follow_up ON access_log (follow_up_id, at);
