-- 0001_accounts.sql: the municipalities, their units, and who may act for them.
-- Times are fixed-width UTC text 'YYYY-MM-DDTHH:MM:SSZ', so text order is time order. Yes and no are 1 and 0.

CREATE TABLE municipality (
    number   TEXT PRIMARY KEY CHECK (length(number) = 4),
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    added_at TEXT NOT NULL
);

CREATE TABLE unit (
    id                  TEXT PRIMARY KEY,
    municipality_number TEXT NOT NULL REFERENCES municipality (number),
    name                TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind                TEXT NOT NULL,
    added_at            TEXT NOT NULL,
    UNIQUE (municipality_number, name)
);

-- `last_membership_id`: what the account acted as last, so that the next login begins there. No reference, because
-- memberships already refer to accounts; a membership that has ended since is simply not found.
CREATE TABLE account (
    id                 TEXT PRIMARY KEY,
    username           TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 2 AND 80),
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    language           TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    password_hash      TEXT NOT NULL,
    active             INTEGER NOT NULL CHECK (active IN (0, 1)),
    last_membership_id TEXT,
    created_at         TEXT NOT NULL
);

-- An account acts through memberships: for one unit in one role, or for its own family (no unit).
CREATE TABLE membership (
    id                  TEXT PRIMARY KEY,
    account_id          TEXT NOT NULL REFERENCES account (id),
    municipality_number TEXT NOT NULL REFERENCES municipality (number),
    unit_id             TEXT REFERENCES unit (id),
    role                TEXT NOT NULL CHECK (role IN ('professional', 'leader', 'bti_coordinator', 'family')),
    profession          TEXT NOT NULL,
    begun_at            TEXT NOT NULL,
    ended_at            TEXT CHECK (ended_at >= begun_at),
    CHECK ((role = 'family') = (unit_id IS NULL))
);
CREATE INDEX membership_by_account ON membership (account_id);
CREATE INDEX membership_by_unit ON membership (unit_id);

-- The token itself is only in the browser: here is its hash. `begun_at` gives the absolute end, `seen_at` the idle one.
CREATE TABLE session (
    token_hash    TEXT PRIMARY KEY,
    account_id    TEXT NOT NULL REFERENCES account (id),
    membership_id TEXT REFERENCES membership (id),
    begun_at      TEXT NOT NULL,
    seen_at       TEXT NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_begun_at ON session (begun_at);

-- Attempts to log in that have not succeeded, per keyed hash of a user name or an address, within a window that begins
-- with the first of them.
CREATE TABLE login_attempts (
    who_hash TEXT PRIMARY KEY,
    since    TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0)
);
CREATE INDEX login_attempts_by_since ON login_attempts (since);
