-- 0008_open_by_id.sql: the board walks all open follow-ups in the order of their ids, a stretch at a time; without this
-- each stretch read all of them.
CREATE INDEX follow_up_by_state ON follow_up (state, id);
