-- 0004_offers_by_follow_up.sql: the last offer of the baton of one follow-up is read at every request.
CREATE INDEX baton_offer_by_follow_up ON baton_offer (follow_up_id);
