// Goal: everything that would make a pathway unusable is found before anybody uses it, with its place.
#include "catalogue/catalogue_fixture.hpp"
#include "catalogue/checks.hpp"
#include "catalogue/own_text.hpp"

namespace samvei::catalogue {
namespace {

using namespace testing;

const Date today = *find_date("2026-09-14");

const access::Content& content()
{
    return access::testing::program_content();
}

/// "fault at where" of each finding.
std::vector<std::string> found_in(const Texts& texts, const pathway::Definition* national = nullptr)
{
    std::vector<std::string> found;
    for (const pathway::Finding& finding : check_texts(content(), texts, today, national).findings) {
        found.push_back(std::string{name_of(finding.fault)} + " at " + finding.where);
    }
    return found;
}

using Found = std::vector<std::string>;

TEST(CheckTexts, FindsNothingInWhatIsSound)
{
    const Check result = check_texts(content(), {little_definition(1), little_scenarios}, today, nullptr);
    EXPECT_TRUE(result.sound());
    ASSERT_EQ(result.outcomes.size(), 1U);
    EXPECT_EQ(result.outcomes[0].situation, "It begins");
    EXPECT_EQ(result.outcomes[0].where, "line 2, column 3");
    EXPECT_TRUE(result.outcomes[0].wrong.empty());
}

TEST(CheckTexts, FindsNothingInCopiesOfWhatIsShipped)
{
    for (const auto& [id, national] : content().pathways) {
        const std::string copy = own_text(content().pathway_json.at(id), own_id_of(id), 1, {id, 1});
        const Check result =
            check_texts(content(), {copy, content().scenarios_json.at(id)}, today, &national);
        EXPECT_TRUE(result.sound()) << id;
        EXPECT_FALSE(result.outcomes.empty()) << id;
    }
}

TEST(CheckTexts, SaysWhatIsWrongAndWhere)
{
    struct Case {
        std::string before;
        std::string after;
        std::string found;
    };
    for (const Case& row : std::vector<Case>{
             {"{", "[", "bad_json at line 1, column 12"},
             {R"("kind": "task")", R"("kind": "tasks")", "unknown_word at line 4, column 25"},
             {R"("who": "holder")", R"("who": "nobody")", "unknown_word at line 4, column 271"},
             {R"("to": "look")", R"("to": "nowhere")", "leads_nowhere at only.decide.again"},
             {"2027-01-31", "2026-09-13", "review_date_passed at little"},
             {"deadline.level_1.evaluate", "deadline.level_1.nothing", "unknown_setting at only.talk"},
             {"deadline.level_1.evaluate", "consent_age", "unknown_setting at only.talk"},
             {R"("unit": "weeks")", R"("unit": "calendar_days")", "unknown_setting at only.talk"},
             {R"("id": "danger",)",
              R"("id": "danger", "from_setting": { "setting": "guardians_must_consent", "is": "nobody" },)",
              "unknown_setting at danger"},
             {R"("leads": "end")", R"("leads": "pathway", "to": "nothing")", "leads_nowhere at decide.end"},
         }) {
        const std::string text = with(little_definition(1), row.before, row.after);
        EXPECT_EQ(found_in({text, little_scenarios}), Found{row.found}) << row.after;
        EXPECT_TRUE(check_texts(content(), {text, little_scenarios}, today, nullptr).outcomes.empty());
    }
    const std::string choice =
        with(little_definition(1), R"("id": "danger",)",
             R"("id": "danger", "from_setting": { "setting": "guardians_must_consent", "is": "one" },)");
    EXPECT_EQ(found_in({choice, little_scenarios}), Found{});
    const std::string onwards =
        with(little_definition(1), R"("leads": "end")", R"("leads": "pathway", "to": "bti")");
    EXPECT_EQ(found_in({onwards, little_scenarios}), Found{});
}

TEST(CheckTexts, ARoleNeedsAKindOfUnitThatCanFillIt)
{
    access::Content poor = content();
    for (pathway::Role& role : poor.roles.roles) {
        if (role.id == "holder") { role.unit_kinds.clear(); }
    }
    const Check result = check_texts(poor, {little_definition(1), little_scenarios}, today, nullptr);
    ASSERT_FALSE(result.findings.empty());
    EXPECT_EQ(result.findings.front().fault, pathway::DefinitionFault::role_unfilled);
}

TEST(CheckTexts, ReadsAndRunsScenarios)
{
    EXPECT_EQ(found_in({little_definition(1), ""}), Found{"bad_json at scenarios: line 1, column 1"});
    EXPECT_EQ(found_in({little_definition(1), with(little_scenarios, "events", "event")}),
              (Found{"unknown_word at scenarios: line 2, column 81",
                     "missing_field at scenarios: line 2, column 3"}));
    EXPECT_EQ(found_in({little_definition(1), with(little_scenarios, R"("events")",
                                                   R"("settings": { "deadline.x": 1 }, "events")")}),
              Found{"unknown_setting at scenarios: line 2, column 3"});
    const Check wrong =
        check_texts(content(), {little_definition(1), with(little_scenarios, "2026-09-08", "2026-09-09")},
                    today, nullptr);
    EXPECT_TRUE(wrong.findings.empty());
    EXPECT_FALSE(wrong.sound());
    ASSERT_EQ(wrong.outcomes.size(), 1U);
    EXPECT_EQ(wrong.outcomes[0].wrong, Found{"due: wanted 2026-09-09, got 2026-09-08"});
}

TEST(CheckTexts, ACopyKeepsWhatTheRestOfTheProgramCountsOn)
{
    const pathway::Definition national = definition_in(little_definition(1));
    const auto found = [&](const std::string& before, const std::string& after) {
        const std::string text = with(little_definition(1), before, after);
        EXPECT_EQ(found_in({text, little_scenarios}), Found{}) << "sound by itself";
        return found_in({text, little_scenarios}, &national);
    };
    EXPECT_EQ(found("a law", "our law"), Found{});
    EXPECT_EQ(found(R"("used_as": "beside")", R"("used_as": "early_concern")"),
              Found{"part_not_kept at used_as"});
    EXPECT_EQ(found(R"("level": 1)", R"("level": 2)"), Found{"part_not_kept at only"});
    EXPECT_EQ(found(R"("unless_flag": "danger",)", ""), Found{}) << "a flag that changes nothing is kept";
    const std::string flagless = with(with(little_definition(1), R"("unless_flag": "danger",)", ""),
                                      R"("id": "danger")", R"("id": "another")");
    EXPECT_EQ(found_in({flagless, little_scenarios}, &national), Found{"part_not_kept at danger"});
}

} // namespace
} // namespace samvei::catalogue
