#include "followup/rules.hpp"

#include "base/identity_number.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr int consent_days_max = 731;   ///< Two years; nobody should be bound by a yes they have forgotten.
constexpr int level_without_levels = 3; ///< A pathway without levels is wide cooperation.
constexpr int meeting_days_max = 5 * 366;
constexpr std::int64_t seconds_of_day = 86'400;

Error wrong_field(std::string path, FaultCode code)
{
    return Error{std::vector<FieldFault>{{std::move(path), code}}};
}

Progress progress_of(const pathway::State& state, std::vector<pathway::Fact> added)
{
    Progress progress;
    progress.added = std::move(added);
    progress.ended = state.ended;
    progress.on_pathway = state.definition->id;
    progress.on_version = state.definition->version;
    progress.continues_in = state.continues_in;
    progress.stage = state.stage->id;
    progress.level = state.stage->level.value_or(level_without_levels);
    if (state.next) {
        progress.next_step = state.next->step->id;
        progress.next_due_on = state.next->due_on;
        progress.next_since = state.next->open_since;
        progress.waits_for = state.next->step->waits_for.value_or("");
    }
    return progress;
}

bool was_open(const pathway::State& before, const pathway::NextStep& step)
{
    return std::ranges::any_of(before.open, [&](const pathway::NextStep& one) {
        return one.step->id == step.step->id && one.open_since == step.open_since;
    });
}

/// The date that a step counted from this day now has; none when it is counted from something else.
std::optional<Date> date_from(const pathway::Fact& fact, const pathway::NextStep& step,
                              const pathway::Facts& facts)
{
    const auto* const recorded = std::get_if<pathway::DateRecorded>(&fact);
    const std::optional<pathway::DueRule>& rule = step.step->due;
    if (!recorded || !rule || rule->date != recorded->date) { return std::nullopt; }
    return due_date_of(*rule, recorded->day, facts.settings);
}

/// Who dates the open steps of a state: the person, or else the rule.
class Dating {
public:
    Dating(const pathway::State& before, const pathway::State& after, const pathway::Facts& facts,
           std::span<const pathway::Fact> added, std::optional<Date> given, Date today)
        : before_{before}, after_{after}, facts_{facts}, added_{added}, given_{given}, today_{today}
    {
        opens_none_ = std::ranges::all_of(
            after.open, [&](const pathway::NextStep& step) { return was_open(before_, step); });
    }

    /// The date to be recorded; nothing when the step has the one it keeps.
    Result<std::optional<Date>> date_of(const pathway::NextStep& step) const
    {
        const bool meant = opens_none_ ? step.step == after_.next->step : !was_open(before_, step);
        if (given_ && meant) { return given_; }
        for (const pathway::Fact& fact : added_) {
            if (const auto counted = date_from(fact, step, facts_)) {
                return std::optional{std::max(*counted, today_)};
            }
        }
        if (step.due_on && !step.due_by_rule) { return std::optional<Date>{}; }
        if (step.due_on && *step.due_on >= today_) { return step.due_on; }
        if (given_) { return given_; }
        return Error{ErrorCode::next_step_needs_date, "no rule dates an open step from today on"};
    }

private:
    const pathway::State& before_;
    const pathway::State& after_;
    const pathway::Facts& facts_;
    std::span<const pathway::Fact> added_;
    std::optional<Date> given_;
    Date today_;
    bool opens_none_ = false;
};

} // namespace

Result<Progress> advance(const pathway::Definition& definition, const pathway::Facts& facts,
                         std::vector<pathway::Fact> added, std::optional<Date> next_due_on, Date today,
                         const pathway::FindDefinition& find)
{
    TRY_LET(before, state_of(definition, facts, find));
    pathway::Facts all = facts;
    all.events.insert(all.events.end(), added.begin(), added.end());
    TRY_LET(after, state_of(definition, all, find));
    check(after.ended || after.next.has_value(), "a pathway that has not ended has a next step");
    if (after.ended) { return progress_of(after, std::move(added)); }
    if (next_due_on && *next_due_on < today) { return Error{ErrorCode::date_in_past, "dated before today"}; }

    const Dating dating{before, after, all, added, next_due_on, today};
    std::vector<pathway::Fact> dates;
    for (const pathway::NextStep& step : after.open) {
        TRY_LET(due_on, dating.date_of(step));
        if (due_on) { dates.push_back(pathway::DueSet{step.step->id, *due_on, today}); }
    }
    // Dates are recorded as facts, so that a later change of the municipality's numbers moves no child's
    // date.
    all.events.insert(all.events.end(), dates.begin(), dates.end());
    added.insert(added.end(), dates.begin(), dates.end());
    TRY_LET(dated, state_of(definition, all, find));
    return progress_of(dated, std::move(added));
}

std::vector<pathway::Fact> flags_at_start(const pathway::Definition& definition,
                                          const std::map<std::string, std::string>& choices, Date today)
{
    std::vector<pathway::Fact> facts;
    for (const pathway::Flag& flag : definition.flags) {
        if (!flag.from_setting) { continue; }
        const auto chosen = choices.find(flag.from_setting->setting);
        if (chosen != choices.end() && chosen->second == flag.from_setting->is) {
            facts.push_back(pathway::FlagRaised{flag.id, today});
        }
    }
    return facts;
}

const PathwayRun* find_next_run(std::span<const PathwayRun> runs)
{
    const PathwayRun* next = nullptr;
    for (const PathwayRun& run : runs) {
        if (run.state != FollowUpState::open) { continue; }
        check(run.next_due_on.has_value(), "an open pathway has a dated next step");
        if (next == nullptr || *run.next_due_on < *next->next_due_on) { next = &run; }
    }
    return next;
}

Result<pathway::StageId> stage_of_level(const pathway::Definition& definition, int level)
{
    const auto stage = std::ranges::find(definition.stages, level, &pathway::Stage::level);
    if (stage == definition.stages.end()) {
        return Error{ErrorCode::level_not_moved, "no stage of that level"};
    }
    return stage->id;
}

Result<Done> decide_level_of_opening(int level, int log_opens_at_level, Date born_on, int age_max, Date today)
{
    if (born_on > today) { return wrong_field("child.birth_date", FaultCode::in_the_future); }
    if (age_in_years(born_on, today) > age_max) {
        return Error{std::vector<FieldFault>{{"child.birth_date", FaultCode::too_large, age_max}}};
    }
    if (level < log_opens_at_level) {
        return Error{ErrorCode::log_opens_later, "below the level of the shared log"};
    }
    return Done{};
}

Result<Done> decide_identity_of_child(const Person& child)
{
    if (child.identity_number.empty() || !child.born_on) { return Done{}; }
    const std::optional<IdentityNumber> number = find_identity_number(child.identity_number);
    check(number.has_value(), "an identity number from outside was checked on its way in");
    if (!number->may_be_born_on(*child.born_on)) {
        return wrong_field("child.identity_number", FaultCode::identity_number_not_matching_birth_date);
    }
    return Done{};
}

Result<Done> decide_consent_days(const Consent& consent, Date today, const std::string& path,
                                 std::size_t giver)
{
    if (consent.given_on > today) {
        return wrong_field(path + "givers[" + std::to_string(giver) + "].given_on", FaultCode::in_the_future);
    }
    if (consent.valid_until < today) { return wrong_field(path + "valid_until", FaultCode::in_the_past); }
    if (consent.valid_until > today.plus_days(consent_days_max)) {
        return wrong_field(path + "valid_until", FaultCode::too_large);
    }
    return Done{};
}

Result<Done> decide_offer(const FollowUp& follow_up, const Member& to, bool open_offer)
{
    if (open_offer) { return Error{ErrorCode::baton_already_offered, "one offer at a time"}; }
    if (to.left_on || follow_up.holder == to.id) {
        return Error{ErrorCode::member_not_in_team, "the baton goes to another active member"};
    }
    return Done{};
}

Result<std::optional<MemberId>> decide_answer(const Offer& offer, OfferState answer,
                                              const PersonalText& reason)
{
    check(answer == OfferState::accepted || answer == OfferState::refused,
          "an answer is accepted or refused");
    if (offer.state != OfferState::offered) {
        return Error{ErrorCode::baton_offer_not_open, "answered already"};
    }
    if (answer == OfferState::accepted) { return std::optional<MemberId>{offer.to_member}; }
    if (reason.empty()) { return Error{ErrorCode::reason_needed, "refusing the baton needs a reason"}; }
    return std::optional<MemberId>{};
}

Result<Done> decide_leave(const FollowUp& follow_up, const Member& member, std::span<const Measure> measures)
{
    if (member.left_on) { return Error{ErrorCode::member_not_in_team, "has left already"}; }
    if (follow_up.holder == member.id) {
        return Error{ErrorCode::holder_cannot_leave, "the baton must be accepted by another first"};
    }
    if (follow_up.state == FollowUpState::closed) { return Done{}; }
    const bool has_measures = std::ranges::any_of(measures, [&](const Measure& measure) {
        return measure.responsible == member.id && in_progress(measure);
    });
    if (has_measures) { return Error{ErrorCode::member_has_measures, "somebody must take them over"}; }
    return Done{};
}

bool in_progress(const Measure& measure)
{
    return measure.state == MeasureState::planned || measure.state == MeasureState::under_way;
}

Result<Done> decide_meeting_day(Instant starts_at, Date today)
{
    const std::int64_t day = starts_at.seconds / seconds_of_day;
    if (day > today.days + meeting_days_max) { return wrong_field("starts_at", FaultCode::too_large); }
    if (day < today.days - meeting_days_max) { return wrong_field("starts_at", FaultCode::too_small); }
    return Done{};
}

std::vector<Break> breaks_of(const BreakFacts& facts, Date today)
{
    std::vector<Break> breaks;
    if (!facts.open) { return breaks; }
    if (!facts.has_holder || !facts.holder_works_here) { breaks.push_back(Break::no_accepted_holder); }
    if (!facts.has_next_step || !facts.next_due_on) { breaks.push_back(Break::no_next_step); }
    if (!facts.consent_covers_holder) { breaks.push_back(Break::consent_ended); }
    if (facts.member_left) { breaks.push_back(Break::team_member_left); }
    if (facts.next_due_on && *facts.next_due_on < today) { breaks.push_back(Break::date_passed); }
    if (facts.answer_by && *facts.answer_by < today) { breaks.push_back(Break::offer_unanswered); }
    return breaks;
}

Result<Done> decide_measure_days(Date due_on, Date evaluate_on, std::optional<Date> not_before)
{
    if (not_before && due_on < *not_before) { return wrong_field("due_on", FaultCode::in_the_past); }
    if (evaluate_on < due_on) { return wrong_field("evaluate_on", FaultCode::ends_before_start); }
    return Done{};
}

} // namespace samvei::followup
