-- 0006_imports.sql: what was imported, as it came. Nothing here tells of a child. Times are fixed-width UTC text.
-- What offers have no field for is kept in the rows, so that an export says what the import said.

-- Where a municipality imports from. `source` is its number and the name, "4999/Frivilligsentralen": two
-- municipalities may call theirs the same.
CREATE TABLE import_source (
    source              TEXT PRIMARY KEY CHECK (length(source) BETWEEN 6 AND 120),
    municipality_number TEXT NOT NULL REFERENCES municipality (number),
    name                TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100)
);
CREATE INDEX import_source_by_municipality ON import_source (municipality_number, source);

-- One row each time somebody has imported. `digest` is that of what was seen before.
CREATE TABLE import_run (
    id          TEXT PRIMARY KEY,
    source      TEXT NOT NULL REFERENCES import_source (source),
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    form        TEXT NOT NULL CHECK (form IN ('tables', 'nested', 'csv')),
    digest      TEXT NOT NULL,
    created     INTEGER NOT NULL CHECK (created >= 0),
    changed     INTEGER NOT NULL CHECK (changed >= 0),
    unchanged   INTEGER NOT NULL CHECK (unchanged >= 0),
    gone        INTEGER NOT NULL CHECK (gone >= 0)
);
CREATE INDEX import_run_by_source ON import_run (source, imported_at);

-- The rows of the newest import of a source, in their order, each as the JSON that came.
CREATE TABLE imported_row (
    source     TEXT NOT NULL REFERENCES import_source (source),
    table_name TEXT NOT NULL,
    row_id     TEXT NOT NULL CHECK (length(row_id) BETWEEN 1 AND 200),
    position   INTEGER NOT NULL CHECK (position >= 0),
    document   TEXT NOT NULL,
    PRIMARY KEY (source, table_name, row_id)
);

-- Which offer each service became, and the offer as the import made it: so that the next import knows what
-- the source has changed and what people here have.
CREATE TABLE imported_service (
    source     TEXT NOT NULL REFERENCES import_source (source),
    service_id TEXT NOT NULL CHECK (length(service_id) BETWEEN 1 AND 200),
    offer_id   TEXT NOT NULL REFERENCES offer (id),
    document   TEXT NOT NULL,
    PRIMARY KEY (source, service_id)
);
CREATE INDEX imported_service_by_offer ON imported_service (offer_id);
