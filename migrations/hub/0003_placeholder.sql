-- 0003_placeholder.sql: keeps the number for what another branch brings. Not to be merged.
SELECT 1;
