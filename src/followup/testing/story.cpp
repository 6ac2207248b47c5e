// Attempts: who tries what. What must hold afterwards is in story_checks.cpp.

#include "followup/testing/story.hpp"

#include "followup/view.hpp"

#include <algorithm>
#include <stdexcept>

namespace samvei::followup::testing {

namespace {

constexpr int follow_ups_max = 3;

} // namespace

Stage::Stage(Engine engine) : town{engine}
{
    for (const auto& [name, caller] : town.everybody()) {
        if (caller->unit) { working.emplace(caller->account, *caller->unit); }
    }
}

Story::Story(Stage& stage, std::uint64_t seed)
    : stage_{stage}, town_{stage.town}, app_{stage.town.app()}, seed_{seed}, random_{seed}
{
    for (const auto& [name, caller] : town_.everybody()) {
        (caller->unit ? staff_ : family_).push_back(*caller);
    }
    for (const UnitId& unit : {town_.school_health, town_.ppt}) {
        const Caller caller = town_.hires("vikar" + std::to_string(++stage_.hired), unit);
        staff_.push_back(caller);
        leaving_.push_back(caller);
        stage_.working.emplace(caller.account, unit);
    }
}

const std::vector<Story::Kind>& Story::kinds()
{
    using enum Kind::By;
    static const std::vector<Kind> all{
        {"takes a step", 20, holder, &Story::takes_step},
        {"dates the next step", 5, holder, &Story::dates_next_step},
        {"begins a pathway", 5, holder, &Story::begins_pathway},
        {"decides against a pathway", 1, holder, &Story::decides_against},
        {"stops a pathway", 3, holder, &Story::stops_pathway},
        {"moves a pathway", 2, holder, &Story::moves_pathway},
        {"skips", 8, holder, &Story::skips},
        {"goes back", 6, holder, &Story::goes_back},
        {"records a day", 3, holder, &Story::records_a_day},
        {"changes a flag", 3, holder, &Story::changes_a_flag},
        {"moves the level", 4, holder, &Story::moves_level},
        {"undoes", 6, holder, &Story::undoes},
        {"closes", 3, holder, &Story::closes},
        {"reopens", 2, holder, &Story::reopens},
        {"adds a member", 8, holder, &Story::adds_member},
        {"lets a member go", 4, team, &Story::lets_go},
        {"offers the baton", 8, holder, &Story::offers_baton},
        {"withdraws an offer", 5, holder, &Story::withdraws_offer},
        {"adds consent", 6, holder, &Story::adds_consent},
        {"answers an offer", 4, team, &Story::answers},
        {"sets a goal", 3, team, &Story::sets_goal},
        {"sets a measure", 3, team, &Story::sets_measure},
        {"says something", 3, family, &Story::says_something},
        {"withdraws consent", 3, family, &Story::withdraws_consent},
        {"assesses the duty to report", 1, team, &Story::assesses_duty},
        {"finds a new holder", 6, anybody, &Story::finds_new_holder},
        {"opens", 3, anybody, &Story::opens},
        {"goes on with a concern", 5, anybody, &Story::goes_on_with_concern},
    };
    return all;
}

void Story::tell(int attempts)
{
    while (mine_.empty()) { static_cast<void>(opens(town_.kari, {})); }
    for (int number = 0; number < attempts; ++number) {
        let_things_happen();
        attempt_one();
        if (chance(10)) { expect_promises(); }
        if (chance(1)) { expect_lists(); }
    }
    expect_promises();
    expect_lists();
}

bool Story::holds_a_baton(const Caller& caller) const
{
    return std::ranges::any_of(mine_, [&](const Told& told) {
        const StoredFollowUp now = stored(told);
        const StoredFollowUp::Place* const holder = now.find_place(now.holder);
        return now.open() && holder && holder->account == caller.account;
    });
}

/// Days pass, people stop working, the municipality changes its numbers.
void Story::let_things_happen()
{
    if (chance(20)) { town_.clock().move_days(1 + below(10)); }
    if (chance(4)) { change_a_number(); }
    if (chance(6) && !leaving_.empty()) {
        if (holds_a_baton(leaving_.front())) { std::swap(leaving_.front(), leaving_.back()); }
        const Caller gone = leaving_.back();
        leaving_.pop_back();
        town_.stops_working(gone);
        stage_.working.erase({gone.account, *gone.unit});
        std::erase_if(staff_, [&](const Caller& one) { return one.account == gone.account; });
        so_far_.push_back(gone.name + " stops working");
    }
}

void Story::change_a_number()
{
    if (chance(15)) {
        town_.set({{"early_concern_pathway", chance(50) ? "bti" : "early_detection"},
                   {"referral.model", chance(50) ? "joint_forum" : "none"},
                   {"bti.told_first", chance(50) ? "leader_first" : "free_order"}});
        so_far_.emplace_back("other choices about pathways");
        return;
    }
    if (chance(60)) {
        const std::vector<std::string> deadlines{
            "deadline.level_2.contact", "deadline.level_2.first_meeting", "deadline.level_2.evaluate",
            "deadline.level_3.contact", "deadline.baton_acceptance",      "deadline.level_0.decide"};
        const std::string& key = any_of(deadlines);
        const std::string number = chance(30) ? "" : std::to_string(1 + below(6));
        town_.set({{key, number}});
        so_far_.push_back(key + " is now '" + number + "'");
        return;
    }
    stage_.numbers.consent_age = 15 + below(4);
    stage_.numbers.one_guardian_is_enough = chance(50);
    town_.set({{"consent_age", std::to_string(stage_.numbers.consent_age)},
               {"guardians_must_consent", stage_.numbers.one_guardian_is_enough ? "one" : "both"}});
    so_far_.push_back("consent_age is now " + std::to_string(stage_.numbers.consent_age) + ", guardians " +
                      (stage_.numbers.one_guardian_is_enough ? "one" : "both"));
}

bool Story::holder_is_gone(const StoredFollowUp& about) const
{
    const StoredFollowUp::Place* const holder = about.find_place(about.holder);
    return holder != nullptr && !stage_.working.contains({holder->account, holder->unit});
}

/// What is tried next, by weight; what is closed is mostly opened again, a holder who is gone mostly
/// replaced, and an offer mostly answered, so that the story goes on.
const Story::Kind& Story::some_kind(const StoredFollowUp& about)
{
    const bool alone = about.open() && holder_is_gone(about) && chance(70);
    const bool again = !about.open() && chance(60);
    const bool asked = !about.offers.empty() && about.offers.back().open && chance(25);
    int weights = 0;
    for (const Kind& kind : kinds()) {
        if (again && kind.attempt == &Story::reopens) { return kind; }
        if (alone && kind.attempt == &Story::finds_new_holder) { return kind; }
        if (asked && kind.attempt == &Story::answers) { return kind; }
        weights += kind.weight;
    }
    int left = below(weights);
    std::size_t chosen = 0;
    while (left >= kinds()[chosen].weight) { left -= kinds()[chosen++].weight; }
    return kinds()[chosen];
}

void Story::attempt_one()
{
    const Told about = any_of(mine_);
    const StoredFollowUp before = stored(about);
    const Kind& kind = some_kind(before);
    const Caller caller = who_for(kind.by, before);
    so_far_.push_back(text_of(town_.today()) + " " + caller.name + " (" + caller.unit_name + ") " +
                      kind.name + " in " + about.id.text().substr(20));
    const Outcome outcome = (this->*kind.attempt)(caller, about);
    if (outcome) {
        so_far_.back() += ": refused, " + std::string{row_of(outcome->code).name};
        ++stage_.refused[std::string{row_of(outcome->code).name}];
    } else {
        ++stage_.accepted[kind.name];
        expect_allowed(kind, caller, before);
    }
    expect_promise(about);
    expect_views(about, caller);
}

/// Mostly somebody whom it suits; sometimes anybody at all.
const Caller& Story::who_for(Kind::By by, const StoredFollowUp& stored)
{
    const auto staff_at = [&](const MemberId& member) -> const Caller* {
        const StoredFollowUp::Place* const place = stored.find_place(member);
        for (const Caller& caller : staff_) {
            if (place && caller.account == place->account && caller.unit == place->unit) { return &caller; }
        }
        return nullptr;
    };
    const bool fits = chance(88);
    if (fits && by == Kind::By::holder) {
        if (const Caller* const holder = staff_at(stored.holder)) { return *holder; }
    }
    if (fits && by == Kind::By::team) {
        if (const Caller* const member = staff_at(any_of(stored.places).id)) { return *member; }
    }
    if (fits && by == Kind::By::family) { return any_of(family_); }
    return chance(85) ? any_of(staff_) : any_of(family_);
}

std::optional<Date> Story::some_day()
{
    if (chance(15)) { return std::nullopt; }
    return town_.in_days(below(33) - 2);
}

Story::Outcome Story::takes_step(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OneRun run = some_run(now);
    StepDraft draft;
    draft.version = read_version(now);
    draft.run = run.id;
    draft.step = chance(92) ? run.next_step : any_of(steps_of(*run.definition))->id;
    const pathway::Step* const step = run.definition->find_step(draft.step);
    if (step && !step->answers.empty() && chance(90)) { draft.answer = any_of(step->answers).answer; }
    if (chance(80)) { draft.note = words("Gjort."); }
    draft.next_due_on = some_day();
    return outcome_of(take_step(app_, caller, about.id, draft));
}

Story::Outcome Story::dates_next_step(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const RunPlace of_next{read_version(now), std::nullopt};
    const OneRun run = some_run(now);
    const bool next = chance(50);
    return outcome_of(date_step(app_, caller, about.id, next ? of_next : RunPlace{of_next.version, run.id},
                                next ? std::nullopt : std::optional{run.next_step},
                                some_day().value_or(town_.today()), words("Avtalt."), words("Ring først.")));
}

Story::Outcome Story::moves_level(const Caller& caller, const Told& about)
{
    return outcome_of(move_level(app_, caller, about.id, read_version(stored(about)), below(5),
                                 words("Trengs."), some_day()));
}

Story::Outcome Story::undoes(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    return outcome_of(undo_step(app_, caller, about.id, {read_version(now), some_run(now).id}));
}

Story::Outcome Story::closes(const Caller& caller, const Told& about)
{
    return outcome_of(
        close_follow_up(app_, caller, about.id, read_version(stored(about)), words("Ferdig."), "yes"));
}

Story::Outcome Story::reopens(const Caller& caller, const Told& about)
{
    return outcome_of(
        reopen_follow_up(app_, caller, about.id, read_version(stored(about)), words("Igjen."), some_day()));
}

Story::Outcome Story::adds_member(const Caller& caller, const Told& about)
{
    const Caller& colleague = any_of(staff_);
    const UnitId& unit = chance(95) ? *colleague.unit : town_.school;
    return outcome_of(add_member(app_, caller, about.id, colleague.account, unit));
}

Story::Outcome Story::lets_go(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const StoredFollowUp::Place* own = caller.unit ? now.find_place(caller.account, *caller.unit) : nullptr;
    const MemberId member = own && chance(50) ? own->id : any_of(now.places).id;
    return outcome_of(leave_team(app_, caller, about.id, member, words("Ny jobb.")));
}

Story::Outcome Story::offers_baton(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    MemberId to = any_of(now.places).id;
    for (int tries = 0; tries < 4 && (to == now.holder || now.find_place(to)->left); ++tries) {
        to = any_of(now.places).id;
    }
    return outcome_of(offer_baton(app_, caller, about.id, to, words("Tar du over?")));
}

/// The offer that was made last, mostly; sometimes an old one. Nobody's when there is none.
OfferId some_offer(const StoredFollowUp& stored, bool last)
{
    if (stored.offers.empty()) { return OfferId{"00000000000000000000000000"}; }
    return last ? stored.offers.back().id : stored.offers.front().id;
}

Story::Outcome Story::withdraws_offer(const Caller& caller, const Told& about)
{
    return outcome_of(withdraw_offer(app_, caller, some_offer(stored(about), chance(85))));
}

Story::Outcome Story::answers(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OfferId offer = some_offer(now, chance(90));
    const OfferState answer = chance(75) ? OfferState::accepted : OfferState::refused;
    const PersonalText reason = chance(70) ? words("Har ikke tid.") : PersonalText{};
    if (chance(70) && !now.offers.empty()) { // the one who was asked
        const StoredFollowUp::Place* const to = now.find_place(now.offers.back().to);
        for (const Caller& asked : staff_) {
            if (to && asked.account == to->account && asked.unit == to->unit) {
                so_far_.back() += ", by " + asked.name;
                return outcome_of(answer_baton(app_, asked, offer, answer, reason));
            }
        }
    }
    return outcome_of(answer_baton(app_, caller, offer, answer, reason));
}

ConsentDraft Story::random_consent(int guardians)
{
    ConsentDraft draft = child_of_two(town_).consent;
    draft.givers.clear();
    for (int place = 0; place < guardians; ++place) {
        if (chance(85)) { draft.givers.push_back(guardian_says_yes(town_, static_cast<std::size_t>(place))); }
    }
    if (chance(85)) { draft.givers.push_back(child_says_yes(town_)); }
    draft.units = {town_.school, town_.school_health};
    if (chance(50)) { draft.units.push_back(town_.ppt); }
    if (chance(15)) { draft.units = {any_of(std::vector{town_.school, town_.other_school})}; }
    draft.valid_until = town_.in_days(chance(3) ? -1 : chance(20) ? below(20) : 60 + below(200));
    draft.guardians_may_see = chance(50);
    if (chance(5)) { draft.purposes = {"referral"}; }
    return draft;
}

Story::Outcome Story::adds_consent(const Caller& caller, const Told& about)
{
    const int guardians = static_cast<int>(stored(about).family.size()) - 1;
    return outcome_of(add_consent(app_, caller, about.id, random_consent(guardians)));
}

Story::Outcome Story::withdraws_consent(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const Caller& by = caller.unit || chance(70) ? caller : any_of(staff_);
    return outcome_of(withdraw_consent(app_, by, about.id, any_of(now.consents).id, {}));
}

Story::Outcome Story::finds_new_holder(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const Caller& by = chance(75) ? town_.coordinator : chance(50) ? town_.leader : caller;
    const Caller* to = &any_of(staff_);
    for (int tries = 0; tries < 3 && now.find_place(to->account, *to->unit) == nullptr; ++tries) {
        to = &any_of(staff_);
    }
    so_far_.back() += ", by " + by.name + " to " + to->name;
    const Outcome outcome =
        outcome_of(appoint_holder(app_, by, about.id, to->account, *to->unit, words("Tar du over?")));
    if (!outcome) {
        const StoredFollowUp::Place* const holder = now.find_place(now.holder);
        const bool leads = by.role == access::Role::leader && by.unit == holder->unit;
        if (!leads && by.role != access::Role::bti_coordinator) { fail(by.name + " found a new holder"); }
        if (!holder_is_gone(now)) { fail("a new holder was found beside one who works"); }
        if (!is_covered(now, stage_.numbers, *to->unit, town_.today())) { fail("asked without consent"); }
    }
    return outcome;
}

Story::Outcome Story::sets_goal(const Caller& caller, const Told& about)
{
    Goal goal;
    goal.title = words(about.content_mark);
    return outcome_of(save_goal(app_, caller, about.id, goal));
}

Story::Outcome Story::sets_measure(const Caller& caller, const Told& about)
{
    Measure measure;
    measure.what = words(about.content_mark);
    measure.responsible = any_of(stored(about).places).id;
    measure.due_on = town_.in_days(below(10) - 1);
    measure.evaluate_on = town_.in_days(8 + below(10));
    return outcome_of(save_measure(app_, caller, about.id, measure));
}

Story::Outcome Story::says_something(const Caller& caller, const Told& about)
{
    return outcome_of(say(app_, caller, about.id, words(about.content_mark), {}));
}

Story::Outcome Story::assesses_duty(const Caller& caller, const Told& about)
{
    DutyAssessment assessment;
    assessment.conclusion = "no_report";
    assessment.follow_up = about.id;
    return outcome_of(assess_duty(app_, caller, assessment));
}

OpeningDraft Story::random_opening(const Told& about)
{
    OpeningDraft draft = chance(50) ? child_of_two(town_) : young_person(town_);
    draft.child.given_name = words(about.name_mark);
    draft.child.born_on = town_.in_days(-365 * (8 + below(10)) - below(365));
    if (chance(20)) { draft.guardians.front().parental_responsibility = false; }
    draft.consent = random_consent(static_cast<int>(draft.guardians.size()));
    draft.level = chance(90) ? 2 + below(2) : below(5);
    draft.reason = words(about.content_mark);
    draft.next_due_on = some_day();
    if (!concerns_.empty() && chance(30)) { draft.early_concern = any_of(concerns_).first; }
    return draft;
}

Story::Outcome Story::opens(const Caller& caller, const Told&)
{
    if (mine_.size() == follow_ups_max) {
        return Error{ErrorCode::not_allowed, "the story has enough of them"};
    }
    const std::string number = std::to_string(stage_.told.size() + 1);
    Told told{{}, "Navn" + number + "x", "Innhold" + number + "x"};
    const Result<FollowUpId> opened = open_follow_up(app_, caller, random_opening(told));
    if (!opened) { return opened.error(); }
    told.id = opened.value();
    mine_.push_back(told);
    stage_.told.push_back(told);
    return std::nullopt;
}

Story::Outcome Story::goes_on_with_concern(const Caller& caller, const Told&)
{
    if (concerns_.empty() || chance(15)) {
        ConcernDraft draft;
        draft.label = words("Stille i timen");
        draft.facts = words("Spiser alene.");
        draft.suspicion_of_violence = chance(20);
        draft.next_due_on = some_day();
        const Result<EarlyConcernId> begun = begin_concern(app_, caller, draft);
        if (begun) { concerns_.emplace_back(begun.value(), caller); }
        return outcome_of(begun);
    }
    const auto& [id, author] = any_of(concerns_);
    Outcome outcome = attempt_concern_step(chance(90) ? author : caller, id);
    expect_promise(id);
    return outcome;
}

Story::Outcome Story::attempt_concern_step(const Caller& caller, const EarlyConcernId& id)
{
    const Result<ConcernView> seen = view_concern(app_, caller, id);
    if (!seen) { return seen.error(); }
    const EarlyConcern& concern = seen.value().concern;
    const std::int64_t version = chance(93) ? concern.version : concern.version - 1;
    if (chance(15)) { return outcome_of(undo_concern_step(app_, caller, id, version)); }
    if (chance(15)) {
        ConcernDraft draft;
        draft.label = concern.label;
        draft.suspicion_of_violence = chance(50);
        if (chance(50)) { draft.next_due_on = some_day(); }
        return outcome_of(save_concern(app_, caller, id, version, draft));
    }
    StepDraft draft;
    draft.version = version;
    draft.step = concern.next_step;
    const pathway::Step* const step = app_.content.pathways.at(concern.pathway_id).find_step(draft.step);
    if (step && !step->answers.empty()) { draft.answer = any_of(step->answers).answer; }
    draft.note = words("Gjort.");
    draft.next_due_on = some_day();
    return outcome_of(take_concern_step(app_, caller, id, draft));
}

} // namespace samvei::followup::testing
