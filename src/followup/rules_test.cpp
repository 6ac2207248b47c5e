// Goal: whatever moves a pathway leaves it ended or with a dated next step; whatever moves the baton leaves
// it with somebody who accepted. Tables of cases, both sides of every boundary; the pathway is the program's
// own.
#include "followup/rules.hpp"

#include "access/testing/test_app.hpp"

#include <gtest/gtest.h>

namespace samvei::followup {
namespace {

const Date today = find_date(2026, 9, 14).value(); // a Monday

const pathway::Definition& bti()
{
    return access::testing::program_content().pathways.at("bti");
}

PersonalText words(std::string text)
{
    return PersonalText{std::move(text)};
}

std::string name_of(const Error& error)
{
    return std::string{row_of(error.code).name};
}

/// "level 2, joint_meeting by 2026-09-21", "ended on level 2", or the refusal.
std::string said(const Result<Progress>& progress)
{
    if (!progress) { return name_of(progress.error()); }
    const Progress& made = progress.value();
    const std::string level = "level " + std::to_string(made.level);
    if (made.ended) {
        return "ended, " + level + (made.next_step.empty() && !made.next_due_on ? "" : ", not clean");
    }
    const std::string due = made.next_due_on ? text_of(*made.next_due_on) : "no date";
    return level + ", " + made.next_step + " by " + due;
}

/// What happened on level 2 since two weeks ago, when the log opened with its first step dated a week ahead.
struct Log {
    std::vector<pathway::Fact> events{
        pathway::DueSet{"contact_service", today.plus_days(-7), today.plus_days(-14)}};
    std::map<std::string, int> numbers; // of the municipality
    std::string started_in = "level_2";

    Log& done(const std::string& step, const std::string& answer = "")
    {
        events.emplace_back(pathway::StepDone{step, answer, today});
        return *this;
    }
    std::string then(std::vector<pathway::Fact> added, std::optional<Date> due) const
    {
        const pathway::Facts facts{started_in, today.plus_days(-14), events, numbers};
        const Result<Progress> progress = advance(bti(), facts, added, due, today);
        if (progress && !progress.value().ended) { expect_replayed(facts, progress.value()); }
        return said(progress);
    }
    std::string then(pathway::Fact added, std::optional<Date> due) const
    {
        return then(std::vector{std::move(added)}, due);
    }

    /// What is recorded gives the same state without the rule's numbers: no setting moves a child's date
    /// later.
    static void expect_replayed(pathway::Facts facts, const Progress& progress)
    {
        facts.events.insert(facts.events.end(), progress.added.begin(), progress.added.end());
        facts.settings.clear();
        const Result<pathway::State> state = state_of(bti(), facts);
        ASSERT_TRUE(state);
        EXPECT_EQ(state.value().next->step->id, progress.next_step);
        EXPECT_EQ(state.value().next->due_on, progress.next_due_on);
        EXPECT_EQ(state.value().stage->id, progress.stage);
    }
};

pathway::Fact done(const std::string& step, const std::string& answer = "")
{
    return pathway::StepDone{step, answer, today};
}

TEST(Advance, DatesTheNextStepByThePersonElseByTheRule)
{
    Log log;
    EXPECT_EQ(log.then(done("contact_service"), today.plus_days(3)), "level 2, joint_meeting by 2026-09-17");
    EXPECT_EQ(log.then(done("contact_service"), today), "level 2, joint_meeting by 2026-09-14")
        << "today is no past";
    EXPECT_EQ(log.then(done("contact_service"), today.plus_days(-1)), "date_in_past");
    EXPECT_EQ(log.then(done("contact_service"), std::nullopt), "next_step_needs_date") << "no rule, no date";

    log.numbers = {{"deadline.level_2.first_meeting", 3}}; // weeks from the day the level was entered
    EXPECT_EQ(log.then(done("contact_service"), std::nullopt), "level 2, joint_meeting by 2026-09-21");
    EXPECT_EQ(log.then(done("contact_service"), today.plus_days(3)), "level 2, joint_meeting by 2026-09-17")
        << "a person's date stands before the rule's";
}

TEST(Advance, ARuleWhoseDayHasPassedDatesNothing)
{
    Log log;
    log.numbers = {{"deadline.level_2.first_meeting", 2}}; // from two weeks ago: today
    EXPECT_EQ(log.then(done("contact_service"), std::nullopt), "level 2, joint_meeting by 2026-09-14");
    log.numbers = {{"deadline.level_2.first_meeting", 1}}; // a week ago
    EXPECT_EQ(log.then(done("contact_service"), std::nullopt), "next_step_needs_date");
    EXPECT_EQ(log.then(done("contact_service"), today.plus_days(1)), "level 2, joint_meeting by 2026-09-15");
}

TEST(Advance, RefusesWhatTheEngineRefuses)
{
    const Log log;
    const Date soon = today.plus_days(7);
    EXPECT_EQ(log.then(done("joint_meeting"), soon), "step_not_next");
    EXPECT_EQ(log.then(done("no_such_step"), soon), "step_not_next");
    EXPECT_EQ(log.then(done("contact_service", "yes"), soon), "answer_not_known");
    EXPECT_EQ(log.then(pathway::StageMoved{"level_2", today}, soon), "level_not_moved");
    EXPECT_EQ(log.then(pathway::Reopened{"level_2", today}, soon), "follow_up_open");
    EXPECT_EQ(log.then({pathway::Ended{today}, done("contact_service")}, soon), "step_not_next");
}

TEST(Advance, MovesUpDownRoundAndToTheEnd)
{
    Log log;
    log.done("contact_service").done("joint_meeting").done("carry_out_joint").done("evaluate_joint");
    const Date soon = today.plus_days(7);
    const auto decided = [&](const std::string& answer) {
        return log.then(done("decide_joint", answer), soon);
    };
    EXPECT_EQ(decided("continue"), "level 2, carry_out_joint by 2026-09-21");
    EXPECT_EQ(decided("level_1"), "level 1, define by 2026-09-21");
    EXPECT_EQ(decided("level_3"), "level 3, establish_contact by 2026-09-21");
    EXPECT_EQ(decided("end"), "ended, level 2");
    EXPECT_EQ(decided(""), "answer_not_known");
    EXPECT_EQ(log.then(done("decide_joint", "end"), std::nullopt), "ended, level 2")
        << "an end needs no date";
    EXPECT_EQ(log.then(done("decide_joint", "continue"), std::nullopt), "next_step_needs_date");
    EXPECT_EQ(log.then(pathway::StageMoved{"level_3", today}, soon),
              "level 3, establish_contact by 2026-09-21");
    EXPECT_EQ(log.then({pathway::Ended{today}, pathway::Reopened{"level_2", today}}, soon),
              "level 2, contact_service by 2026-09-21");
}

TEST(Advance, WithoutAChangeADateStandsEvenWhenItHasPassed)
{
    const Log log; // due a week ago
    EXPECT_EQ(log.then(std::vector<pathway::Fact>{}, std::nullopt), "level 2, contact_service by 2026-09-07");
    EXPECT_EQ(log.then(std::vector<pathway::Fact>{}, today.plus_days(2)),
              "level 2, contact_service by 2026-09-16");
    EXPECT_EQ(log.then(std::vector<pathway::Fact>{}, today.plus_days(-1)), "date_in_past");
}

TEST(StageOfLevel, IsTheOneOfThatLevelOrRefused)
{
    for (const int level : {0, 1, 2, 3}) {
        const Result<pathway::StageId> stage = stage_of_level(bti(), level);
        ASSERT_TRUE(stage);
        EXPECT_EQ(stage.value(), "level_" + std::to_string(level));
    }
    for (const int level : {-1, 4}) {
        const Result<pathway::StageId> stage = stage_of_level(bti(), level);
        ASSERT_FALSE(stage);
        EXPECT_EQ(name_of(stage.error()), "level_not_moved");
    }
}

/// "fine", the refusal, or the first field with its fault.
std::string said(const Result<Done>& answer)
{
    if (answer) { return "fine"; }
    const std::vector<FieldFault>& fields = answer.error().fields;
    if (fields.empty()) { return name_of(answer.error()); }
    return fields.front().path + " " + std::string{row_of(fields.front().code).name};
}

TEST(LevelOfOpening, OpensFromTheMunicipalitysLevelUpToItsAge)
{
    struct Row {
        int level;
        int opens_at;
        Date born_on;
        int age_max;
        const char* answer;
    };
    const auto aged = [](int years) { return find_date(2026 - years, 9, 14).value(); };
    const std::vector<Row> table{
        {2, 2, aged(10), 25, "fine"},
        {3, 2, aged(10), 25, "fine"},
        {1, 2, aged(10), 25, "log_opens_later"},
        {1, 1, aged(10), 25, "fine"},
        {0, 1, aged(10), 25, "log_opens_later"},
        {2, 3, aged(10), 25, "log_opens_later"},
        {2, 2, today, 25, "fine"},
        {2, 2, today.plus_days(1), 25, "child.birth_date in_the_future"},
        {2, 2, aged(25), 25, "fine"},
        {2, 2, aged(26).plus_days(1), 25, "fine"},
        {2, 2, aged(26), 25, "child.birth_date too_large"},
        {2, 2, aged(23), 23, "fine"},
        {2, 2, aged(24), 23, "child.birth_date too_large"},
    };
    for (const Row& row : table) {
        EXPECT_EQ(said(decide_level_of_opening(row.level, row.opens_at, row.born_on, row.age_max, today)),
                  row.answer)
            << "level " << row.level << ", born on " << text_of(row.born_on);
    }
}

TEST(ConsentDays, GivenByTodayAndInForceFromNowForTwoYearsAtMost)
{
    struct Row {
        int given_on;
        int valid_until;
        const char* answer;
    };
    const std::vector<Row> table{
        {0, 180, "fine"},
        {-400, 180, "fine"},
        {1, 180, "consent.givers[3].given_on in_the_future"},
        {0, 0, "fine"},
        {-1, -1, "consent.valid_until in_the_past"},
        {0, 731, "fine"},
        {0, 732, "consent.valid_until too_large"},
    };
    for (const Row& row : table) {
        Consent consent;
        consent.given_on = today.plus_days(row.given_on);
        consent.valid_until = today.plus_days(row.valid_until);
        EXPECT_EQ(said(decide_consent_days(consent, today, "consent.", 3)), row.answer)
            << row.given_on << " to " << row.valid_until;
    }
}

Member member_called(const std::string& id, std::optional<Date> left_on = {})
{
    Member member;
    member.id = MemberId{id};
    member.left_on = left_on;
    return member;
}

TEST(Offer, GoesToAnotherActiveMemberOneAtATime)
{
    FollowUp follow_up;
    follow_up.holder = MemberId{"kari"};
    const auto offered = [&](const Member& to, bool open_offer) {
        return said(decide_offer(follow_up, to, open_offer));
    };
    EXPECT_EQ(offered(member_called("nils"), false), "fine");
    EXPECT_EQ(offered(member_called("nils"), true), "baton_already_offered");
    EXPECT_EQ(offered(member_called("kari"), false), "member_not_in_team") << "to oneself";
    EXPECT_EQ(offered(member_called("nils", today), false), "member_not_in_team") << "has left";
}

TEST(Answer, MakesAHolderOnlyOfWhoeverAcceptsAnOpenOffer)
{
    struct Row {
        OfferState state;
        OfferState answer;
        const char* reason;
        const char* outcome; // the new holder, "nobody new", or the refusal
    };
    using enum OfferState;
    const std::vector<Row> table{
        {offered, accepted, "", "nils"},
        {offered, accepted, "gjerne", "nils"},
        {offered, refused, "har ikke tid", "nobody new"},
        {offered, refused, "", "reason_needed"},
        {accepted, accepted, "", "baton_offer_not_open"},
        {refused, accepted, "", "baton_offer_not_open"},
        {withdrawn, accepted, "", "baton_offer_not_open"},
        {withdrawn, refused, "", "baton_offer_not_open"},
    };
    for (const Row& row : table) {
        struct Offer offer;
        offer.to_member = MemberId{"nils"};
        offer.state = row.state;
        const Result<std::optional<MemberId>> answer = decide_answer(offer, row.answer, words(row.reason));
        const std::string outcome = !answer          ? name_of(answer.error())
                                    : answer.value() ? answer.value()->text()
                                                     : "nobody new";
        EXPECT_EQ(outcome, row.outcome)
            << word_of(row.state) << ", " << word_of(row.answer) << " " << row.reason;
    }
    for (const OfferState no_answer : {offered, withdrawn}) {
        EXPECT_THROW(static_cast<void>(decide_answer({}, no_answer, {})), BrokenInvariant);
    }
}

TEST(Leave, EverybodyButTheHolderAndThoseWithOpenMeasures)
{
    FollowUp follow_up;
    follow_up.holder = MemberId{"kari"};
    std::vector<Measure> measures;
    const auto leaves = [&](const Member& member) { return said(decide_leave(follow_up, member, measures)); };
    EXPECT_EQ(leaves(member_called("nils")), "fine");
    for (const auto& [state, said] :
         {std::pair{MeasureState::planned, "member_has_measures"},
          std::pair{MeasureState::under_way, "member_has_measures"}, std::pair{MeasureState::done, "fine"},
          std::pair{MeasureState::stopped, "fine"}}) {
        Measure measure;
        measure.responsible = MemberId{"nils"};
        measure.state = state;
        measures = {measure};
        EXPECT_EQ(leaves(member_called("nils")), said) << word_of(state);
        EXPECT_EQ(leaves(member_called("eva")), "fine") << "somebody else's";
    }
    EXPECT_EQ(leaves(member_called("kari")), "holder_cannot_leave");
    EXPECT_EQ(leaves(member_called("nils", today)), "member_not_in_team") << "twice";
    follow_up.state = FollowUpState::closed;
    EXPECT_EQ(leaves(member_called("kari")), "holder_cannot_leave") << "who else would open it again?";
    measures.front().state = MeasureState::planned;
    EXPECT_EQ(leaves(member_called("nils")), "fine") << "nothing is done in a closed one";
}

TEST(MeetingDay, IsWithinFiveYears)
{
    const auto on = [&](int days) {
        return said(decide_meeting_day(Instant{(std::int64_t{today.days} + days) * 86'400 + 3'600}, today));
    };
    EXPECT_EQ(on(0), "fine");
    EXPECT_EQ(on(1'830), "fine");
    EXPECT_EQ(on(1'831), "starts_at too_large");
    EXPECT_EQ(on(-1'830), "fine");
    EXPECT_EQ(on(-1'831), "starts_at too_small");
}

TEST(IdentityOfChild, AgreesWithTheDateOfBirthThatDecidesWhoConsents)
{
    constexpr auto number_born_on_17_05_12 = "17851250034"; // synthetic
    const auto of = [](std::string number, Date born_on) {
        Person child;
        child.identity_number = std::move(number);
        child.born_on = born_on;
        return said(decide_identity_of_child(child));
    };
    constexpr auto another = "child.identity_number identity_number_not_matching_birth_date";
    const Date day = find_date(2012, 5, 17).value();
    EXPECT_EQ(of("", day), "fine") << "need not be known";
    EXPECT_EQ(of(number_born_on_17_05_12, day), "fine");
    EXPECT_EQ(of(number_born_on_17_05_12, find_date(1912, 5, 17).value()), "fine")
        << "the century is not in it";
    EXPECT_EQ(of(number_born_on_17_05_12, find_date(2010, 5, 17).value()), another);
    EXPECT_EQ(of(number_born_on_17_05_12, find_date(2012, 5, 18).value()), another);
}

std::string listed(const std::vector<Break>& breaks)
{
    std::string text;
    for (const Break one : breaks) { text += (text.empty() ? "" : " ") + std::string{word_of(one)}; }
    return text;
}

BreakFacts whole()
{
    BreakFacts facts;
    facts.next_due_on = today;
    return facts;
}

TEST(Breaks, EachFactBreaksOneThing)
{
    struct Row {
        const char* said;
        BreakFacts facts;
        const char* breaks;
    };
    const auto with = [](auto change) {
        BreakFacts facts = whole();
        change(facts);
        return facts;
    };
    const std::vector<Row> table{
        {"whole, due today", whole(), ""},
        {"no holder", with([](BreakFacts& f) { f.has_holder = false; }), "no_accepted_holder"},
        {"holder gone", with([](BreakFacts& f) { f.holder_works_here = false; }), "no_accepted_holder"},
        {"no step", with([](BreakFacts& f) { f.has_next_step = false; }), "no_next_step"},
        {"no date", with([](BreakFacts& f) { f.next_due_on.reset(); }), "no_next_step"},
        {"consent over", with([](BreakFacts& f) { f.consent_covers_holder = false; }), "consent_ended"},
        {"somebody gone", with([](BreakFacts& f) { f.member_left = true; }), "team_member_left"},
        {"due yesterday", with([](BreakFacts& f) { f.next_due_on = today.plus_days(-1); }), "date_passed"},
        {"due tomorrow", with([](BreakFacts& f) { f.next_due_on = today.plus_days(1); }), ""},
        {"answer by today", with([](BreakFacts& f) { f.answer_by = today; }), ""},
        {"answer by yesterday", with([](BreakFacts& f) { f.answer_by = today.plus_days(-1); }),
         "offer_unanswered"},
    };
    for (const Row& row : table) { EXPECT_EQ(listed(breaks_of(row.facts, today)), row.breaks) << row.said; }
}

TEST(Breaks, ComeWorstFirstAndNeverInAClosedOne)
{
    BreakFacts facts;
    facts.has_holder = false;
    facts.has_next_step = false;
    facts.next_due_on = today.plus_days(-1);
    facts.member_left = true;
    facts.consent_covers_holder = false;
    facts.answer_by = today.plus_days(-1);
    EXPECT_EQ(listed(breaks_of(facts, today)),
              "no_accepted_holder no_next_step consent_ended team_member_left date_passed offer_unanswered");
    facts.open = false;
    EXPECT_EQ(listed(breaks_of(facts, today)), "");
}

TEST(MeasureDays, ANewOneIsDueFromTodayAndEvaluatedNoEarlierThanDue)
{
    struct Row {
        int due_on;
        int evaluate_on;
        bool is_new;
        const char* answer;
    };
    const std::vector<Row> table{
        {0, 0, true, "fine"},
        {5, 20, true, "fine"},
        {-1, 20, true, "due_on in_the_past"},
        {-1, 20, false, "fine"},
        {5, 5, true, "fine"},
        {5, 4, true, "evaluate_on ends_before_start"},
        {-5, -6, false, "evaluate_on ends_before_start"},
    };
    for (const Row& row : table) {
        const std::optional<Date> not_before = row.is_new ? std::optional{today} : std::nullopt;
        EXPECT_EQ(said(decide_measure_days(today.plus_days(row.due_on), today.plus_days(row.evaluate_on),
                                           not_before)),
                  row.answer)
            << row.due_on << " to " << row.evaluate_on << (row.is_new ? ", new" : "");
    }
}

} // namespace
} // namespace samvei::followup
