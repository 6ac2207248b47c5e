#pragma once
// The shared log around one child, and the early concern that may come before it: plain data.
//
// States of a follow-up: open -> closed -> open ... While open it has exactly one holder who has accepted,
// one next step and a date. States of an early concern: open -> ended, or open -> shared (a follow-up).

#include "access/subjects.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/words.hpp"
#include "pathway/engine.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samvei::followup {

using access::AccountId;
using access::ConsentId;
using access::EarlyConcernId;
using access::FollowUpId;
using access::MemberId;
using access::PersonId;
using access::UnitId;
using GoalId = Id<struct GoalKind>;
using MeasureId = Id<struct MeasureKind>;
using MeetingId = Id<struct MeetingKind>;
using OfferId = Id<struct OfferKind>;
using OwnWordsId = Id<struct OwnWordsKind>;
using DiscussionId = Id<struct DiscussionKind>;
using OwnMeasureId = Id<struct OwnMeasureKind>;
using DutyAssessmentId = Id<struct DutyAssessmentKind>;
using RunId = Id<struct RunKind>;

enum class FollowUpState { open, closed };
enum class ConcernState { open, ended, shared };
enum class OfferState { offered, accepted, refused, withdrawn };
enum class GiverKind { child, guardian };
enum class GoalState { active, reached, set_aside };
enum class MeasureState { planned, under_way, done, stopped };
enum class Effect { not_evaluated, good, some, none, worse };
enum class MeetingState { called, held, cancelled };
enum class Capacity { child, guardian, staff_on_behalf };

/// What can be wrong with an open follow-up. Worst first.
enum class Break {
    no_accepted_holder,
    no_next_step,
    consent_ended,
    team_member_left,
    date_passed,
    offer_unanswered
};

struct Person {
    PersonId id;
    PersonalText given_name;
    PersonalText family_name;
    std::optional<Date> born_on;
    PersonalText phone;
    std::string identity_number;      ///< From outside only, validated; stored encrypted.
    std::optional<AccountId> account; ///< Their own login, when they have one.

    PersonalText name() const { return PersonalText{given_name.reveal() + " " + family_name.reveal()}; }
};

struct Guardian {
    Person person;
    std::string relation; ///< mother, father, co_mother, foster_parent, other
    bool parental_responsibility = false;
};

struct FollowUp {
    FollowUpId id;
    std::string reference; ///< Short, random, without anything of the child's.
    PersonId child;
    FollowUpState state = FollowUpState::open;
    PersonalText reason;
    pathway::StageId stage;
    int level = 2;
    std::string pathway_id; ///< The main pathway as it began, and its version.
    int pathway_version = 1;
    pathway::StageId started_in;
    Date opened_on;
    std::optional<MemberId> holder;
    pathway::StepId next_step; ///< The one next step of all its pathways. Empty only when closed.
    std::optional<Date> next_due_on;
    PersonalText next_note; ///< What exactly, of the main pathway's next step.
    std::string on_pathway; ///< The main pathway as it is now.
    int on_version = 1;
    pathway::StepId main_step; ///< Next in the main pathway.
    std::optional<Date> main_due_on;
    Date main_since;
    std::string main_waits_for;
    std::optional<RunId> next_run; ///< The pathway that `next_step` is of; none when it is the main one.
    Date next_since;
    std::string waits_for; ///< The role that `next_step` waits for, if any.
    std::optional<Date> closed_on;
    PersonalText closed_reason;
    std::int64_t version = 1;
};

/// A pathway that a follow-up is on: the main one, or one beside it.
struct PathwayRun {
    RunId id;               ///< Empty for the main one.
    std::string pathway_id; ///< As it began, and its version.
    int pathway_version = 1;
    pathway::StageId started_in;
    Date started_on;
    std::vector<std::string> criteria; ///< Why it was begun.
    std::string on_pathway;            ///< As it is now.
    int on_version = 1;
    FollowUpState state = FollowUpState::open;
    pathway::StageId stage;
    pathway::StepId next_step; ///< Empty only when closed.
    std::optional<Date> next_due_on;
    PersonalText next_note;
    Date next_since;
    std::string waits_for;
    std::optional<Date> ended_on;
    std::string continues_in; ///< The pathway that its last answer named; begun by a decision of its own.

    bool main() const { return id.empty(); }
};

/// A decision that a child is not to be on a pathway.
struct NotStarted {
    std::string pathway_id;
    int pathway_version = 1;
    std::string reason; ///< One of the definition's.
    Date decided_on;
};

/// One place in the team: an account for a unit.
struct Member {
    MemberId id;
    AccountId account;
    UnitId unit;
    std::string name; ///< Staff: shown to the family.
    std::string profession;
    std::string unit_name;
    Date since;
    std::optional<Date> left_on;
};

struct Offer {
    OfferId id;
    FollowUpId follow_up;
    MemberId from_member;
    MemberId to_member;
    std::string from_name;
    std::string to_name;
    PersonalText message;
    Instant offered_at;
    std::optional<Date> answer_by;
    OfferState state = OfferState::offered;
    PersonalText answer_reason;
    std::optional<Instant> answered_at;
};

struct UnitName {
    UnitId id;
    std::string name;
};

struct Consent {
    ConsentId id;
    PersonId person;
    GiverKind who = GiverKind::guardian;
    Date given_on;
    std::string how;
    std::string language;
    bool interpreter = false;
    std::vector<std::string> purposes;
    std::vector<std::string> topics;
    bool guardians_may_see = false;
    Date valid_until;
    std::vector<UnitName> units;
    std::optional<Instant> withdrawn_at;
};

struct Goal {
    GoalId id;
    PersonalText title;
    PersonalText why;
    bool childs_own = false;
    GoalState state = GoalState::active;
    std::int64_t version = 1;
};

struct Measure {
    MeasureId id;
    std::optional<GoalId> goal;
    PersonalText what;
    MemberId responsible;
    Date due_on;
    Date evaluate_on;
    MeasureState state = MeasureState::planned;
    Effect effect = Effect::not_evaluated;
    PersonalText evaluation;
    std::optional<MeetingId> from_meeting;
    std::int64_t version = 1;
};

struct Meeting {
    MeetingId id;
    Instant starts_at;
    PersonalText place;
    std::vector<std::string> agenda;
    std::vector<MemberId> invited;
    std::vector<MemberId> attended;
    PersonalText minutes;
    MeetingState state = MeetingState::called;
    std::int64_t version = 1;
};

struct OwnWords {
    OwnWordsId id;
    PersonId person;
    Capacity capacity = Capacity::child;
    PersonalText words;
    Instant said_at;
    AccountId recorded_by;
};

struct EarlyConcern {
    EarlyConcernId id;
    AccountId author;
    UnitId unit;
    PersonalText label;
    PersonalText facts;
    std::map<std::string, std::string> answers; ///< Guide question to text; personal.
    bool suspicion_of_violence = false;
    ConcernState state = ConcernState::open;
    int level = 0;
    std::string pathway_id;
    int pathway_version = 1;
    Date started_on;
    Instant created_at;
    pathway::StepId next_step; ///< Empty only when not open.
    std::optional<Date> next_due_on;
    PersonalText ended_reason;
    std::optional<FollowUpId> follow_up;
    std::int64_t version = 1;
};

struct Discussion {
    DiscussionId id;
    PersonalText with_service;
    Date held_on;
    PersonalText advice;
};

struct OwnMeasure {
    OwnMeasureId id;
    PersonalText what;
    PersonalText who;
    Date due_on;
    Date evaluate_on;
    MeasureState state = MeasureState::planned;
    Effect effect = Effect::not_evaluated;
    PersonalText evaluation;
    std::int64_t version = 1;
};

struct DutyAssessment {
    DutyAssessmentId id;
    Instant made_at;
    std::vector<std::string> grounds;
    std::string conclusion;
    PersonalText note;
    std::optional<EarlyConcernId> early_concern;
    std::optional<FollowUpId> follow_up;
};

} // namespace samvei::followup

namespace samvei {

// clang-format off
template <> struct EnumWords<followup::FollowUpState> {
    static constexpr std::array<std::string_view, 2> words{"open", "closed"}; };
template <> struct EnumWords<followup::ConcernState> {
    static constexpr std::array<std::string_view, 3> words{"open", "ended", "shared"}; };
template <> struct EnumWords<followup::OfferState> {
    static constexpr std::array<std::string_view, 4> words{"offered", "accepted", "refused", "withdrawn"}; };
template <> struct EnumWords<followup::GiverKind> {
    static constexpr std::array<std::string_view, 2> words{"child", "guardian"}; };
template <> struct EnumWords<followup::GoalState> {
    static constexpr std::array<std::string_view, 3> words{"active", "reached", "set_aside"}; };
template <> struct EnumWords<followup::MeasureState> {
    static constexpr std::array<std::string_view, 4> words{"planned", "under_way", "done", "stopped"}; };
template <> struct EnumWords<followup::Effect> {
    static constexpr std::array<std::string_view, 5> words{"not_evaluated", "good", "some", "none",
                                                           "worse"}; };
template <> struct EnumWords<followup::MeetingState> {
    static constexpr std::array<std::string_view, 3> words{"called", "held", "cancelled"}; };
template <> struct EnumWords<followup::Capacity> {
    static constexpr std::array<std::string_view, 3> words{"child", "guardian", "staff_on_behalf"}; };
template <> struct EnumWords<followup::Break> {
    static constexpr std::array<std::string_view, 6> words{
        "no_accepted_holder", "no_next_step", "consent_ended", "team_member_left", "date_passed",
        "offer_unanswered"}; };
// clang-format on

} // namespace samvei
