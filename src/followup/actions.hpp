#pragma once
// What people do: load, decide, save. The only floor of this room that opens a transaction. Every action
// asks for a Permit first, writes its journal entry in the same transaction and returns when it is durable.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "base/identity_number.hpp"
#include "followup/types.hpp"

namespace samvei::followup {

using access::App;
using access::Caller;

// --- concern_actions.cpp ---

struct ConcernDraft {
    PersonalText label;
    PersonalText facts;
    std::map<std::string, std::string> answers;
    bool suspicion_of_violence = false;
    std::optional<Date> next_due_on;
};

/// Begins an early concern at level 0. Refuses with not_allowed (no unit), next_step_needs_date,
/// date_in_past.
Result<EarlyConcernId> begin_concern(App& app, const Caller& caller, const ConcernDraft& draft);
/// Saves what was written. Raising or lowering the suspicion changes the steps at once.
Result<Done> save_concern(App& app, const Caller& caller, const EarlyConcernId& id, std::int64_t version,
                          const ConcernDraft& draft);

/// A step that is done.
struct StepDraft {
    std::int64_t version = 0;
    pathway::StepId step;
    pathway::AnswerId answer;
    PersonalText note;
    std::optional<Date> next_due_on;
    std::optional<RunId> run = {}; ///< None: the main pathway.
};

/// The next step of an early concern is done. An answer that leads to the shared log is refused with
/// consent_missing: it opens through `open_follow_up`; with suspicion_stands while violence is suspected.
Result<Done> take_concern_step(App& app, const Caller& caller, const EarlyConcernId& id,
                               const StepDraft& draft);
/// Takes back the last step of today, the one that ended it as well.
Result<Done> undo_concern_step(App& app, const Caller& caller, const EarlyConcernId& id,
                               std::int64_t version);
Result<Done> record_discussion(App& app, const Caller& caller, const EarlyConcernId& id,
                               Discussion discussion);
/// A new measure when its id is empty; else the changed one, with the version that was read.
Result<Done> save_own_measure(App& app, const Caller& caller, const EarlyConcernId& id, OwnMeasure measure);
/// Never blocked by consent; journalled apart, so that nothing of it shows in a follow-up.
Result<DutyAssessmentId> assess_duty(App& app, const Caller& caller, DutyAssessment assessment);

// --- opening_actions.cpp ---

struct GiverDraft {
    GiverKind who = GiverKind::guardian;
    std::optional<std::size_t> guardian; ///< Place in the list of guardians.
    std::optional<PersonId> person;      ///< When they are registered.
    Date given_on;
    std::string how;
    std::string language;
    bool interpreter = false;
};

struct ConsentDraft {
    std::vector<GiverDraft> givers;
    std::vector<UnitId> units;
    std::vector<std::string> purposes;
    std::vector<std::string> topics;
    Date valid_until;
    bool guardians_may_see = false;
    PersonalText child_view;
};

struct OpeningDraft {
    std::optional<EarlyConcernId> early_concern;
    Person child;
    std::vector<Guardian> guardians;
    ConsentDraft consent;
    int level = 2;
    PersonalText reason;
    std::optional<Date> next_due_on;
};

/// Opens a shared log: consent first. Nothing is stored when anything is missing.
/// Refuses with consent_missing, consent_incomplete, log_opens_later, next_step_needs_date, invalid_fields,
/// concern_already_shared, concern_ended, suspicion_stands.
Result<FollowUpId> open_follow_up(App& app, const Caller& caller, const OpeningDraft& draft);
/// A new consent for a follow-up: more units, a longer time, somebody who had not said yes.
Result<Done> add_consent(App& app, const Caller& caller, const FollowUpId& id, const ConsentDraft& draft);
/// The holder takes it back for anyone; a member of the family takes back their own. Works on the next
/// request.
Result<Done> withdraw_consent(App& app, const Caller& caller, const FollowUpId& id, const ConsentId& consent,
                              const PersonalText& reason);

/// For operators: the account becomes the login of everybody written down with this identity number, as child
/// or guardian. Gives how many there were; what they may read is decided as ever.
std::int64_t link_login(App& app, const std::string& municipality, const IdentityNumber& number,
                        const AccountId& account, std::string_view operator_name);

// --- step_actions.cpp: one step, of the main pathway or of one beside it ---

/// An answer that leads the main pathway to another goes on there. Refuses also with pathway_still_runs: the
/// main one does not end while one beside it is open.
Result<Done> take_step(App& app, const Caller& caller, const FollowUpId& id, const StepDraft& draft);

/// Where something is changed: the version that was read, and which pathway.
struct RunPlace {
    std::int64_t version = 0;
    std::optional<RunId> run; ///< None: the main pathway.
};

/// `step`: an open one, or none for the next; `note`: what exactly; none leaves the one there is, an empty
/// one takes it away.
Result<Done> date_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                       const std::optional<pathway::StepId>& step, Date due_on, const PersonalText& reason,
                       const std::optional<PersonalText>& note);
/// A step or a track is passed over.
Result<Done> skip_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                       const std::string& what, const PersonalText& reason, std::optional<Date> next_due_on);
/// Back to a step or a track of before.
Result<Done> go_back(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                     const std::string& to, const PersonalText& reason, std::optional<Date> next_due_on);
/// A day that dates are counted from.
Result<Done> record_date(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                         const std::string& date, Date day, std::optional<Date> next_due_on);
enum class FlagChange { raise, lower };
Result<Done> change_flag(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                         const std::string& flag, FlagChange change, const PersonalText& reason,
                         std::optional<Date> next_due_on);
/// Takes back the last change of the pathway, by the one who made it, on the same day.
Result<Done> undo_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place);

// --- pathway_actions.cpp: which pathways there are ---

struct StartDraft {
    std::int64_t version = 0;
    std::string pathway; ///< National id; the municipality's own is taken where it has one.
    std::vector<std::string> criteria;
    PersonalText reason;
    std::optional<Date> next_due_on;
};
/// Begins a pathway beside the main one. Refuses with pathway_already_runs, invalid_fields (pathway or
/// criteria not known), next_step_needs_date.
Result<RunId> start_pathway(App& app, const Caller& caller, const FollowUpId& id, const StartDraft& draft);
/// Decides that a pathway is not begun. `reason`: one of the definition's; `text`: why, in words.
Result<Done> decide_not_started(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                                const std::string& pathway, const std::string& reason,
                                const PersonalText& text);
/// Ends a pathway beside the main one, whatever step it is at.
Result<Done> stop_pathway(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                          const PersonalText& reason);

struct MoveDraft {
    RunPlace place;
    std::string pathway; ///< And version: where to.
    int to_version = 1;
    pathway::StageId stage;
    pathway::StepId step; ///< Of the stage; empty: the stage begins anew.
    PersonalText reason;
    std::optional<Date> next_due_on;
};
/// The child goes on in another version, or in the municipality's own or the national one, or the main
/// pathway in another that may be one. Refuses with version_not_known, level_not_moved, step_not_next.
Result<Done> move_pathway(App& app, const Caller& caller, const FollowUpId& id, const MoveDraft& draft);

Result<Done> move_level(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version, int level,
                        const PersonalText& reason, std::optional<Date> next_due_on);
/// Refuses with pathway_still_runs while one beside the main pathway is open.
Result<Done> close_follow_up(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                             const PersonalText& reason, const std::string& agreed_with_family);
Result<Done> reopen_follow_up(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                              const PersonalText& reason, std::optional<Date> next_due_on);

// --- team_actions.cpp ---

Result<Done> add_member(App& app, const Caller& caller, const FollowUpId& id, const AccountId& account,
                        const UnitId& unit);
/// The holder lets a member go, or a member leaves, also when it is closed. An open offer to that member is
/// withdrawn. Refuses with holder_cannot_leave, member_has_measures, member_not_in_team, not_the_holder.
Result<Done> leave_team(App& app, const Caller& caller, const FollowUpId& id, const MemberId& member,
                        const PersonalText& reason);
Result<Done> offer_baton(App& app, const Caller& caller, const FollowUpId& id, const MemberId& to,
                         const PersonalText& message);
/// The holder is gone: a leader or coordinator offers the baton to a colleague, who joins the team. Refuses
/// with not_found, holder_works_here, baton_already_offered, consent_not_in_force, follow_up_closed,
/// invalid_fields.
Result<Done> appoint_holder(App& app, const Caller& caller, const FollowUpId& id, const AccountId& account,
                            const UnitId& unit, const PersonalText& message);
/// The old holder stays until the new one has accepted. Gives the follow-up of the offer.
Result<FollowUpId> answer_baton(App& app, const Caller& caller, const OfferId& offer, OfferState answer,
                                const PersonalText& reason);
Result<FollowUpId> withdraw_offer(App& app, const Caller& caller, const OfferId& offer);

// --- plan_actions.cpp ---

/// New when its id is empty; else changed, with the version that was read (edit_conflict when it moved on).
Result<Done> save_goal(App& app, const Caller& caller, const FollowUpId& id, Goal goal);
Result<Done> save_measure(App& app, const Caller& caller, const FollowUpId& id, Measure measure);
Result<Done> save_meeting(App& app, const Caller& caller, const FollowUpId& id, Meeting meeting);
/// Own words of the caller (family), or of `person` written down by a member of the team.
Result<Done> say(App& app, const Caller& caller, const FollowUpId& id, const PersonalText& words,
                 const std::optional<PersonId>& person);
Result<Done> take_back_words(App& app, const Caller& caller, const FollowUpId& id, const OwnWordsId& words);

} // namespace samvei::followup
