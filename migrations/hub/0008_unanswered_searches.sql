-- 0008_unanswered_searches.sql: searches that found nothing, counted by municipality. Nothing about who searched, no time
-- of day and no address. docs/decisions says why it looks as it does.

-- What somebody types may name people. So until the same few words have found nothing on three days there is only a keyed
-- hash of them; `words` is filled in on the third day, and the constraint keeps that promise whatever the program does.
-- `day_mark`: a keyed hash of the last day, to know another day when it comes. `last_week`: the Monday of the last week.
-- `hidden`: a leader has taken the words away; they are never shown again.
CREATE TABLE unanswered_search (
    id                  TEXT PRIMARY KEY,
    municipality_number TEXT NOT NULL REFERENCES municipality (number),
    text_hash           TEXT NOT NULL CHECK (length(text_hash) = 64),
    words               TEXT CHECK (length(words) BETWEEN 2 AND 40),
    times               INTEGER NOT NULL CHECK (times >= days),
    days                INTEGER NOT NULL CHECK (days >= 1),
    day_mark            TEXT NOT NULL CHECK (length(day_mark) = 64),
    last_week           TEXT NOT NULL,
    hidden              INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    UNIQUE (municipality_number, text_hash),
    CHECK (words IS NULL OR (times >= 3 AND days >= 3 AND hidden = 0))
);
CREATE INDEX unanswered_search_by_week ON unanswered_search (last_week);
