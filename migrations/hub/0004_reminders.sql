-- 0004_reminders.sql: who wants to be reminded by e-mail, which reminders went out, and calendar feeds.
-- Times are fixed-width UTC text, days are Norwegian 'YYYY-MM-DD'. Nothing here tells of a child.

CREATE TABLE reminder_setting (
    account_id   TEXT PRIMARY KEY REFERENCES account (id),
    email        TEXT CHECK (length(email) BETWEEN 6 AND 254),
    daily_digest INTEGER NOT NULL CHECK (daily_digest IN (0, 1)),
    CHECK (daily_digest = 0 OR email IS NOT NULL)
);

-- One row per account and day, written before the mail is sent, so that many servers send it once.
-- claimed: somebody is sending it, or stopped while doing so; sent: the mail server has it; nothing: there was nothing
-- to tell; failed: no mail server took it; refused: the mail server will not take it for this address.
-- claimed and failed may be claimed anew an hour after `claimed_at`; the others are over for the day.
CREATE TABLE daily_reminder (
    account_id TEXT NOT NULL REFERENCES account (id),
    day        TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'nothing', 'failed', 'refused')),
    attempts   INTEGER NOT NULL CHECK (attempts >= 1),
    claimed_at TEXT NOT NULL,
    PRIMARY KEY (account_id, day)
);
CREATE INDEX daily_reminder_by_day ON daily_reminder (day);

-- The token itself is only in the account's calendar program: here is its hash.
CREATE TABLE calendar_feed (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at    TEXT NOT NULL
);
