#pragma once
// The rules of the shared log. Pure: facts in, a decision or a refusal out.
// The promise, "no child without a next step", is kept here: whatever moves a pathway goes through `advance`,
// which does not let an open one be without a dated next step; whatever moves the baton goes through
// `decide_offer`, `decide_answer` and `decide_leave`, which never leave it without a holder who accepted.

#include "base/result.hpp"
#include "followup/types.hpp"

#include <span>

namespace samvei::followup {

/// Where a pathway stands after a change.
struct Progress {
    std::vector<pathway::Fact> added; ///< To be recorded, in order.
    bool ended = false;
    std::string on_pathway; ///< And version: what it is on now.
    int on_version = 1;
    pathway::StageId stage;
    int level = 0;
    pathway::StepId next_step;       ///< Empty only when ended.
    std::optional<Date> next_due_on; ///< None only when ended.
    Date next_since;
    std::string waits_for;    ///< The role that the next step waits for, if any.
    std::string continues_in; ///< The pathway that the last answer names; "" for none.
};

/// Adds facts to what has happened and says where that leads, with every open step dated. A date that is
/// given counts for the steps that these facts open, or for the next one when they open none, and for any
/// other that has none; else a rule's date serves, unless it has passed. A day that is recorded dates what
/// counts from it. Refuses with what the engine refuses, next_step_needs_date, or date_in_past.
Result<Progress> advance(const pathway::Definition& definition, const pathway::Facts& facts,
                         std::vector<pathway::Fact> added, std::optional<Date> next_due_on, Date today,
                         const pathway::FindDefinition& find = {});

/// What a municipality has chosen, as facts that a pathway begins with.
std::vector<pathway::Fact> flags_at_start(const pathway::Definition& definition,
                                          const std::map<std::string, std::string>& choices, Date today);

/// The pathway whose step is the one next step: of the open ones the one with the earliest date, the first of
/// them when two are alike. None when none is open.
const PathwayRun* find_next_run(std::span<const PathwayRun> runs);

/// The stage of a level, or level_not_moved when the definition has none.
Result<pathway::StageId> stage_of_level(const pathway::Definition& definition, int level);

/// Whether the shared log may open on this level for a child of this age today. Refuses with
/// log_opens_later, or invalid_fields (born in the future, older than the municipality follows).
Result<Done> decide_level_of_opening(int level, int log_opens_at_level, Date born_on, int age_max,
                                     Date today);

/// Whether the identity number, when there is one, may be of somebody born on that day: the date of birth
/// decides who must consent. Refuses with invalid_fields.
Result<Done> decide_identity_of_child(const Person& child);

/// Whether a consent, as recorded, makes sense: given today or before, ends today or later, at most two
/// years ahead. Refuses with invalid_fields; `path` ("consent.") stands before the field names, `giver` is
/// the place in the list of givers.
Result<Done> decide_consent_days(const Consent& consent, Date today, const std::string& path,
                                 std::size_t giver);

/// Whether the holder may offer the baton to this member. `open_offer`: whether one is open already.
/// Refuses with baton_already_offered, member_not_in_team (left, or the holder itself).
Result<Done> decide_offer(const FollowUp& follow_up, const Member& to, bool open_offer);

/// What an answer makes of an offer: the new holder when accepted, none when refused.
/// Refuses with baton_offer_not_open, or reason_needed when refused without a reason.
Result<std::optional<MemberId>> decide_answer(const Offer& offer, OfferState answer,
                                              const PersonalText& reason);

/// Whether a member may leave the team: the holder stays, of a closed one too, since only they open it again;
/// and nobody's measures are left behind in an open one. Refuses with holder_cannot_leave,
/// member_has_measures, member_not_in_team.
Result<Done> decide_leave(const FollowUp& follow_up, const Member& member, std::span<const Measure> measures);

/// Whether a measure still asks something of the one responsible.
bool in_progress(const Measure& measure);

/// A meeting is at most five years away. Refuses with invalid_fields.
Result<Done> decide_meeting_day(Instant starts_at, Date today);

/// What `breaks_of` needs to know.
struct BreakFacts {
    bool open = true;
    bool has_holder = true;
    bool holder_works_here = true; ///< The holder's membership in its unit still holds.
    bool has_next_step = true;
    std::optional<Date> next_due_on;
    bool member_left = false; ///< Somebody in the team no longer works where the team thinks.
    bool consent_covers_holder = true;
    std::optional<Date> answer_by; ///< Of an open offer, where the municipality set a number.
};

/// What is wrong with a follow-up today; nothing for a closed one. Worst first.
std::vector<Break> breaks_of(const BreakFacts& facts, Date today);

/// Whether days of a measure make sense: due today or later when new, looked at no earlier than due.
/// Refuses with invalid_fields.
Result<Done> decide_measure_days(Date due_on, Date evaluate_on, std::optional<Date> not_before);

} // namespace samvei::followup
