-- 0005_moves_between_pathways.sql: the fact that a child was moved to another version names what it was moved to.
ALTER TABLE pathway_fact ADD COLUMN pathway_id TEXT;
ALTER TABLE pathway_fact ADD COLUMN pathway_version INTEGER;
