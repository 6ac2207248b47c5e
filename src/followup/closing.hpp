#pragma once
// What ending a follow-up takes with it; shared by the actions that may end one.

#include "followup/work.hpp"

namespace samvei::followup {

/// Refuses with pathway_still_runs while a pathway beside the main one is open: each is ended by a decision
/// of its own.
Result<Done> need_only_main(const Standing& standing);

void close_row(FollowUp& follow_up, const PersonalText& reason, Date today);
void open_row(FollowUp& follow_up);

/// What is closed needs no new holder: an open offer ends with it, so that nobody takes the baton of a closed
/// one.
void withdraw_open_offer(db::Writer& db, const Work& work);

} // namespace samvei::followup
