-- 0003_team_by_follow_up.sql: the team of one follow-up is read at every request. Without an index of its own that
-- was a walk through the teams of all children.
CREATE INDEX team_member_by_follow_up ON team_member (follow_up_id);
