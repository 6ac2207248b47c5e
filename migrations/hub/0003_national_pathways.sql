-- 0003_national_pathways.sql: every version of the national pathways that this installation has had, since children stay
-- on the version they began on. The words of a version may be bettered; what a replay depends on may not.
CREATE TABLE national_pathway (
    pathway_id TEXT NOT NULL,
    version    INTEGER NOT NULL CHECK (version >= 1),
    definition TEXT NOT NULL,
    scenarios  TEXT NOT NULL,
    PRIMARY KEY (pathway_id, version)
);
