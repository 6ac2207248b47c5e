// Goal: a pathway can be tried before it is published, also on what cannot happen.
#include "catalogue/catalogue_fixture.hpp"
#include "catalogue/trial.hpp"

namespace samvei::catalogue {
namespace {

using namespace testing;

const Date first_day = *find_date("2026-09-01");

pathway::Facts facts(std::vector<pathway::Fact> events)
{
    return {"only", first_day, std::move(events), {}};
}

const pathway::Fact looked = pathway::StepDone{"look", "", first_day.plus_days(1)};
const pathway::Fact decided_first = pathway::StepDone{"decide", "end", first_day.plus_days(1)};
const pathway::Fact talked = pathway::StepDone{"talk", "", first_day.plus_days(2)};

TEST(TryOut, ShowsWhereACaseStands)
{
    const pathway::Definition definition = definition_in(little_definition(1));
    const Trial trial = try_out(definition, facts({looked, talked}), first_day.plus_days(40));
    EXPECT_FALSE(trial.refused);
    ASSERT_TRUE(trial.state);
    EXPECT_EQ(trial.state->next->step->id, "decide");
    ASSERT_EQ(trial.warnings.size(), 1U);
    EXPECT_EQ(text_of(trial.warnings[0]), "overdue");
    EXPECT_TRUE(try_out(definition, facts({looked, talked}), first_day).warnings.empty());
}

TEST(TryOut, OfWhatCannotHappenShowsWhereItStoodBefore)
{
    const pathway::Definition definition = definition_in(little_definition(1));
    for (const auto& [events, next] : std::vector<std::pair<std::vector<pathway::Fact>, std::string>>{
             {{decided_first}, "look"},
             {{looked, looked}, "talk"},
             {{looked, looked, talked, talked}, "talk"},
             {{looked, talked, talked}, "decide"},
             {{looked, talked, talked, talked, talked, talked}, "decide"}}) {
        const Trial trial = try_out(definition, facts(events), first_day);
        EXPECT_EQ(trial.refused, ErrorCode::step_not_next);
        ASSERT_TRUE(trial.state);
        EXPECT_EQ(trial.state->next->step->id, next) << events.size();
    }
}

TEST(TryOut, RefusesABeginningThatIsNone)
{
    const pathway::Definition definition = definition_in(little_definition(1));
    const Trial trial = try_out(definition, {"nowhere", first_day, {looked}, {}}, first_day);
    EXPECT_EQ(trial.refused, ErrorCode::level_not_moved);
    EXPECT_FALSE(trial.state);
}

TEST(TryOut, RunsNothingThatIsNotSound)
{
    const pathway::Definition definition =
        definition_in(with(little_definition(1), R"("to": "look")", R"("to": "nowhere")"));
    const Trial trial = try_out(definition, facts({}), first_day);
    EXPECT_EQ(trial.refused, ErrorCode::pathway_not_sound);
    EXPECT_FALSE(trial.state);
    const pathway::Definition old = definition_in(with(little_definition(1), "2027-01-31", "2020-01-31"));
    EXPECT_FALSE(try_out(old, facts({}), first_day).refused) << "a text that is old can still be tried";
}

} // namespace
} // namespace samvei::catalogue
