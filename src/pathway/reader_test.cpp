// Goal: a file whose form is wrong is refused with line and column; a right one is read whole.

#include "pathway/json_text.hpp"
#include "pathway/reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace samvei::pathway {
namespace {

const std::string small_json = R"({
  "id": "small", "version": 3,
  "title": { "nb": "Liten", "nn": "Liten", "en": "Small" },
  "source": "a law", "evidence": "stated", "owner": "me", "review_by": "2027-01-31",
  "flags": [ { "id": "danger", "question": { "nb": "Fare?", "nn": "Fare?", "en": "Danger?" } } ],
  "stages": [ {
    "id": "one", "level": 2,
    "title": { "nb": "Én", "nn": "Éin", "en": "One" },
    "plain_title": { "nb": "Én", "nn": "Éin", "en": "One" },
    "meaning": { "nb": "Én", "nn": "Éin", "en": "One" },
    "steps": [ {
      "id": "choose", "kind": "decision",
      "title": { "nb": "Velg", "nn": "Vel", "en": "Choose" },
      "plain_title": { "nb": "Velg", "nn": "Vel", "en": "Choose" },
      "what": { "nb": "a", "nn": "b", "en": "c" },
      "how": { "nb": "a", "nn": "b", "en": "c" },
      "who": "leader",
      "tools": [ { "nb": "a", "nn": "b", "en": "c" } ],
      "why": { "nb": "a", "nn": "b", "en": "\"c\" \u00e5" },
      "source": "a page", "evidence": "verified",
      "due": { "unit": "working_days", "from": "stage_start", "count": 4, "setting": "deadline.x" },
      "repeat_every": { "unit": "weeks", "from": "step_open", "count": 1 },
      "dated_by": "person", "shown_to": "staff", "unless_flag": "danger",
      "answers": [
        { "answer": "end", "label": { "nb": "a", "nn": "b", "en": "c" }, "leads": "end" },
        { "answer": "on", "label": { "nb": "a", "nn": "b", "en": "c" }, "leads": "stage", "to": "one" }
      ]
    } ]
  } ]
})";

TEST(ReadDefinition, ReadsEveryField)
{
    const auto read = read_definition(small_json);
    ASSERT_TRUE(std::holds_alternative<Definition>(read));
    const Definition& small = std::get<Definition>(read);
    EXPECT_EQ(small.id, "small");
    EXPECT_EQ(small.version, 3);
    EXPECT_EQ(small.title.en, "Small");
    EXPECT_EQ(small.evidence, Evidence::stated);
    EXPECT_EQ(text_of(small.review_by), "2027-01-31");
    EXPECT_EQ(small.flags.at(0).id, "danger");
    EXPECT_EQ(small.stages.at(0).level, 2);
    const Step& step = small.stages.at(0).steps.at(0);
    EXPECT_EQ(step.kind, StepKind::decision);
    EXPECT_EQ(step.who, "leader");
    EXPECT_EQ(step.tools.at(0).nn, "b");
    EXPECT_EQ(step.why.en, "\"c\" å");
    EXPECT_EQ(step.due->unit, DueUnit::working_days);
    EXPECT_EQ(step.due->from, DueFrom::stage_start);
    EXPECT_EQ(step.due->count, 4);
    EXPECT_EQ(step.due->setting, "deadline.x");
    EXPECT_EQ(step.repeat_every->count, 1);
    EXPECT_EQ(step.dated_by, DatedBy::person);
    EXPECT_EQ(step.shown_to, ShownTo::staff);
    EXPECT_EQ(step.unless_flag, "danger");
    EXPECT_FALSE(step.when_flag);
    EXPECT_EQ(step.answers.at(0).leads, Branch::Leads::end);
    EXPECT_EQ(step.answers.at(1).to, "one");
}

struct FormCase {
    const char* what;
    const char* old_text;
    const char* new_text;
    DefinitionFault fault;
    const char* where;
};

class Form : public testing::TestWithParam<FormCase> {};

TEST_P(Form, IsRefusedAtItsPlace)
{
    const FormCase& row = GetParam();
    std::string json = small_json;
    const std::size_t at = json.find(row.old_text);
    ASSERT_NE(at, std::string::npos) << row.old_text;
    json.replace(at, std::string_view{row.old_text}.size(), row.new_text);
    const auto read = read_definition(json);
    ASSERT_TRUE(std::holds_alternative<std::vector<Finding>>(read)) << row.what;
    const auto& findings = std::get<std::vector<Finding>>(read);
    ASSERT_EQ(findings.size(), 1U) << row.what;
    EXPECT_EQ(name_of(findings[0].fault), name_of(row.fault)) << row.what << ": " << findings[0].why;
    EXPECT_EQ(findings[0].where, row.where) << row.what << ": " << findings[0].why;
}

using Fault = DefinitionFault;

INSTANTIATE_TEST_SUITE_P(
    Table, Form,
    testing::Values(
        FormCase{"a comma too many", "\"version\": 3,", "\"version\": 3,,", Fault::bad_json,
                 "line 2, column 31"},
        FormCase{"cut short", "    } ]\n  } ]\n}", "", Fault::bad_json, "line 28, column 1"},
        FormCase{"text after the end", "  } ]\n}", "  } ]\n} x", Fault::bad_json, "line 30, column 3"},
        FormCase{"not UTF-8", "Liten", "\xff", Fault::bad_json, "line 1, column 1"},
        FormCase{"unknown field", "\"owner\": \"me\",", "\"owner\": \"me\", \"colour\": 1,",
                 Fault::unknown_word, "line 4, column 59"},
        FormCase{"field twice", "\"owner\": \"me\",", "\"owner\": \"me\", \"owner\": \"you\",",
                 Fault::duplicate_id, "line 4, column 59"},
        FormCase{"unknown kind", "\"decision\"", "\"dance\"", Fault::unknown_word, "line 12, column 31"},
        FormCase{"unknown unit", "\"working_days\"", "\"months\"", Fault::unknown_word, "line 21, column 24"},
        FormCase{"unknown start of counting", "\"stage_start\"", "\"birth\"", Fault::unknown_word,
                 "line 21, column 48"},
        FormCase{"unknown evidence", "\"stated\"", "\"sure\"", Fault::unknown_word, "line 4, column 34"},
        FormCase{"unknown role", "\"leader\"", "\"king\"", Fault::unknown_word, "line 17, column 14"},
        FormCase{"unknown lead", "\"stage\", \"to\"", "\"star\", \"to\"", Fault::unknown_word,
                 "line 26, column 82"},
        FormCase{"unknown language", "\"nn\": \"Vel\"", "\"nn\": \"Vel\", \"se\": \"Vállje\"",
                 Fault::unknown_word, "line 13, column 45"},
        FormCase{"end that leads somewhere", "\"leads\": \"end\"", "\"leads\": \"end\", \"to\": \"one\"",
                 Fault::unknown_word, "line 25, column 96"},
        FormCase{"no id", "\"id\": \"small\", ", "", Fault::missing_field, "line 1, column 1"},
        FormCase{"counted from a step done that is not named", "\"from\": \"step_open\", \"count\": 1",
                 "\"from\": \"step_done\", \"count\": 1", Fault::missing_field, "line 22, column 23"},
        FormCase{"a due rule without a number", ", \"count\": 1", "", Fault::missing_field,
                 "line 22, column 23"},
        FormCase{"an answer that leads nowhere", ", \"to\": \"one\"", "", Fault::missing_field,
                 "line 26, column 9"},
        FormCase{"no nynorsk", "\"nn\": \"Vel\", ", "", Fault::translation_missing, "line 13, column 16"},
        FormCase{"empty nynorsk", "\"nn\": \"Vel\"", "\"nn\": \"\"", Fault::translation_missing,
                 "line 13, column 16"},
        FormCase{"a number as text", "\"version\": 3", "\"version\": \"3\"", Fault::wrong_type,
                 "line 2, column 29"},
        FormCase{"a number with decimals", "\"count\": 4", "\"count\": 4.5", Fault::wrong_type,
                 "line 21, column 72"},
        FormCase{"a number too large", "\"count\": 4", "\"count\": 100001", Fault::wrong_type,
                 "line 21, column 72"},
        FormCase{"a day that does not exist", "2027-01-31", "2027-02-29", Fault::wrong_type,
                 "line 4, column 72"},
        FormCase{"an id with capitals", "\"id\": \"choose\"", "\"id\": \"Choose\"", Fault::wrong_type,
                 "line 12, column 13"},
        FormCase{"a sentence that is text", "{ \"nb\": \"Velg\", \"nn\": \"Vel\", \"en\": \"Choose\" }",
                 "\"Velg\"", Fault::wrong_type, "line 13, column 16"},
        FormCase{"a list that is an object", "\"tools\": [ { \"nb\": \"a\", \"nn\": \"b\", \"en\": \"c\" } ]",
                 "\"tools\": {}", Fault::wrong_type, "line 18, column 16"}));

TEST(ReadDefinition, TellsAllThatIsWrongAtOnce)
{
    const auto read = read_definition(R"({ "id": 7, "colour": "red" })");
    EXPECT_GE(std::get<std::vector<Finding>>(read).size(), 9U);
}

TEST(ReadDefinition, RefusesWhatIsNoObject)
{
    for (const char* json : {"[]", "7", "\"text\"", "null", ""}) {
        EXPECT_TRUE(std::holds_alternative<std::vector<Finding>>(read_definition(json))) << json;
    }
}

TEST(ParseJson, FindsEveryPlaceInAnyText)
{
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        static_cast<void>(read_definition(bytes)); // Neither crash nor hang, whatever it is.
    }));
    EXPECT_TRUE(rc::check([] {
        std::string json = small_json;
        const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
        json[at] = *rc::gen::arbitrary<char>();
        static_cast<void>(read_definition(json));
    }));
}

TEST(ParseJson, PlacesAreThoseOfTheText)
{
    const auto parsed = parse_json("{ \"a\\\"b\": [1, true,\n  null, \"\\u00e5,]\", -2.5],\n\"c\": {} }");
    const JsonNode& root = std::get<JsonNode>(parsed);
    EXPECT_EQ(text_of(root.members.at(0).place), "line 1, column 3");
    EXPECT_EQ(root.members.at(0).name, "a\"b");
    const JsonNode& list = root.members.at(0).value;
    EXPECT_EQ(text_of(list.items.at(1).place), "line 1, column 15");
    EXPECT_EQ(text_of(list.items.at(2).place), "line 2, column 3");
    EXPECT_EQ(list.items.at(3).text, "å,]");
    EXPECT_EQ(text_of(list.items.at(4).place), "line 2, column 21");
    EXPECT_EQ(text_of(root.members.at(1).place), "line 3, column 1");
    EXPECT_EQ(text_of(root.find("c")->place), "line 3, column 6");
}

// Goal: what is written is what was read: every number as it stood, every character that must be escaped.
TEST(WriteJson, SaysWhatWasRead)
{
    struct Case {
        const char* read;
        const char* written;
    };
    const std::vector<Case> table{
        {"[ ]", "[]"},
        {" {}\n", "{}"},
        {"[1,-2,true,false,null]", "[\n  1,\n  -2,\n  true,\n  false,\n  null\n]"},
        {R"({"b":{"c":[{}]},"a":""})",
         "{\n  \"b\": {\n    \"c\": [\n      {}\n    ]\n  },\n  \"a\": \"\"\n}"},
        {"9223372036854775807", "9223372036854775807"},
        {"-9223372036854775808", "-9223372036854775808"},
        {"18446744073709551615", "18446744073709551615"},
        {"123456789012345678901234567890", "123456789012345678901234567890"},
        {"1.50", "1.50"},
        {"-0.10", "-0.10"},
        {"-0", "0"},
        {"1E+2", "1E+2"},
        {"0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"},
        {R"("\u00e5 \/ \ud83d\ude00")", "\"å / 😀\""},
        {R"("\"\\\n\r\t\b\f\u0000\u001F\u007f")", R"("\"\\\n\r\t\u0008\u000c\u0000\u001f)"
                                                  "\x7f\""},
        {R"({"\"":"'"})", "{\n  \"\\\"\": \"'\"\n}"},
    };
    for (const Case& row : table) {
        const auto parsed = parse_json(row.read);
        ASSERT_TRUE(std::holds_alternative<JsonNode>(parsed)) << row.read;
        EXPECT_EQ(text_of(std::get<JsonNode>(parsed)), row.written) << row.read;
    }
}

struct RowCase {
    const char* what;
    const char* row;
    DefinitionFault fault;
};

TEST(ReadScenarios, RefusesRowsThatSayTooLittleOrTooMuch)
{
    const std::vector<RowCase> table{
        {"no expectation", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},"events":[]})",
         Fault::missing_field},
        {"no due", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},"events":[],
           "expect":{"stage":"one","next":"choose"}})",
         Fault::missing_field},
        {"event of two kinds", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},
           "events":[{"on":"2026-09-01","done":"a","moved_to":"b"}],"expect":{"refused":"not_found"}})",
         Fault::missing_field},
        {"unknown refusal", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},"events":[],
           "expect":{"refused":"too_sad"}})",
         Fault::unknown_word},
        {"unknown event", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},
           "events":[{"on":"2026-09-01","done":"a","colour":"b"}],"expect":{"refused":"not_found"}})",
         Fault::unknown_word},
        {"days out of order", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},
           "events":[{"on":"2026-08-31","done":"a"}],"expect":{"refused":"not_found"}})",
         Fault::wrong_type},
        {"ended false", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},
           "events":[{"on":"2026-09-01","ended":false}],"expect":{"refused":"not_found"}})",
         Fault::wrong_type},
        {"negative setting", R"({"situation":"s","start":{"stage":"one","on":"2026-09-01"},
           "settings":{"deadline.x":-1},"events":[],"expect":{"refused":"not_found"}})",
         Fault::wrong_type},
    };
    for (const RowCase& row : table) {
        const std::string json = std::string{R"({"pathway":"small","scenarios":[)"} + row.row + "]}";
        const auto read = read_scenarios(json);
        ASSERT_TRUE(std::holds_alternative<std::vector<Finding>>(read)) << row.what;
        const auto& findings = std::get<std::vector<Finding>>(read);
        ASSERT_EQ(findings.size(), 1U) << row.what;
        EXPECT_EQ(name_of(findings[0].fault), name_of(row.fault)) << row.what;
    }
}

TEST(ReadCase, IsTheBeginningOfAScenario)
{
    const auto read = read_case(R"({"start":{"stage":"one","on":"2026-09-01"},"settings":{"deadline.x":10000},
        "events":[{"on":"2026-09-02","done":"choose","answer":"end"}]})");
    ASSERT_TRUE(std::holds_alternative<Facts>(read));
    const Facts& facts = std::get<Facts>(read);
    EXPECT_EQ(facts.started_in, "one");
    EXPECT_EQ(facts.settings.at("deadline.x"), 10'000);
    ASSERT_EQ(facts.events.size(), 1U);
    EXPECT_EQ(std::get<StepDone>(facts.events[0]).answer, "end");
}

TEST(ReadCase, RefusesWhatIsNone)
{
    const std::string start = R"("start":{"stage":"one","on":"2026-09-01"})";
    for (const std::string& json : {std::string{}, std::string{"[]"}, std::string{"{}"}, "{" + start + "}",
                                    "{" + start + R"(,"events":[],"expect":{}})",
                                    "{" + start + R"(,"events":[{"on":"2026-08-31","done":"choose"}]})",
                                    "{" + start + R"(,"events":[],"settings":{"deadline.x":10001}})",
                                    "{" + start + R"(,"events":[],"settings":{"deadline.x":-1}})"}) {
        EXPECT_TRUE(std::holds_alternative<std::vector<Finding>>(read_case(json))) << json;
    }
}

TEST(RunScenario, SaysWhatItGotInstead)
{
    const Definition small = std::get<Definition>(read_definition(small_json));
    Scenario scenario;
    scenario.facts = {"one", *find_date("2026-09-01"), {}, {}};
    scenario.expect_stage = "one";
    scenario.expect_next = "choose";
    scenario.expect_due = *find_date("2026-09-07");
    EXPECT_TRUE(run_scenario(small, scenario).empty());

    scenario.expect_due.reset();
    EXPECT_EQ(run_scenario(small, scenario), std::vector<std::string>{"due: wanted no date, got 2026-09-07"});
    scenario.expect_refusal = ErrorCode::step_not_next;
    EXPECT_EQ(run_scenario(small, scenario),
              std::vector<std::string>{"refusal: wanted step_not_next, got none"});
    scenario.expect_refusal.reset();
    scenario.facts.events.push_back(StepDone{"choose", "no", *find_date("2026-09-01")});
    EXPECT_EQ(run_scenario(small, scenario),
              std::vector<std::string>{"refusal: wanted none, got answer_not_known"});
}

} // namespace
} // namespace samvei::pathway
