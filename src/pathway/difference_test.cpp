// Goal: what differs is told once, by its path, and with who changed it.

#include "pathway/difference_fixture.hpp"

namespace samvei::pathway {
namespace {

std::string_view word_of(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::added: return "added ";
    case DifferenceKind::removed: return "removed ";
    case DifferenceKind::changed: return "changed ";
    case DifferenceKind::moved: return "moved ";
    }
    return "";
}

std::string_view word_of(ChangedBy by)
{
    switch (by) {
    case ChangedBy::us: return "us ";
    case ChangedBy::them: return "them ";
    case ChangedBy::both_alike: return "alike ";
    case ChangedBy::both_differently: return "conflict ";
    }
    return "";
}

using Told = std::vector<std::string>;

/// "changed stages/one/level", ...
Told told(const std::vector<Difference>& differences)
{
    Told told;
    for (const Difference& one : differences) {
        told.push_back(std::string{word_of(one.kind)} + one.at.path);
    }
    return told;
}

/// "conflict stages/one/level", ...
Told told(const ThreeWay& changes)
{
    Told told;
    for (const PathChange& one : changes) { told.push_back(std::string{word_of(one.by)} + one.at.path); }
    return told;
}

struct DifferenceCase {
    const char* what;
    JsonNode after;
    Told told;
};

TEST(DifferencesBetween, TellsEachThingOnce)
{
    const std::vector<DifferenceCase> table{
        {"nothing", small(), {}},
        {"its version", small_but({R"("version": 1)", R"("version": 2, "based_on": { "version": 1 })"}), {}},
        {"its schema", small_but({R"("$schema": "../schema.json", )", ""}), {}},
        {"an empty list more", small_but({R"("level": 1)", R"("level": 1, "exit": [])"}), {}},
        {"members in another order",
         small_but({R"("unit": "weeks", "count": 2)", R"("count": 2, "unit": "weeks")"}),
         {}},
        {"a sentence", small_but({R"("Small")", R"("Little")"}), {"changed title"}},
        {"a flag's question", small_but({"Danger?", "Violence?"}), {"changed flags/danger/question"}},
        {"a flag less",
         small_but(
             {R"({ "id": "danger", "question": { "nb": "Fare?", "nn": "Fare?", "en": "Danger?" } })", ""}),
         {"removed flags/danger"}},
        {"a field nobody knows yet",
         small_but({R"("level": 0)", R"("level": 0, "arenas": [ "school" ])"}),
         {"added stages/one/arenas"}},
        {"a number in a rule", small({look, talk_in_three, choose}), {"changed stages/one/steps/talk/due"}},
        {"a rule less", small({look, talk_any_time, choose}), {"removed stages/one/steps/talk/due"}},
        {"a tool", small_but({R"("en": "A")", R"("en": "B")"}), {"changed stages/one/steps/look/tools"}},
        {"where an answer leads",
         small_but({R"("leads": "stage", "to": "two")", R"("leads": "end")"}),
         {"changed stages/one/steps/choose/answers/on/leads",
          "removed stages/one/steps/choose/answers/on/to"}},
        {"an answer less", small({look, talk, choose_end}), {"removed stages/one/steps/choose/answers/on"}},
        {"a step more", small({look, talk, call, choose}), {"added stages/one/steps/call"}},
        {"a step less", small({look, choose}), {"removed stages/one/steps/talk"}},
        {"a stage less", small_but(no_stage_two), {"removed stages/two"}},
        {"another order", small({talk, look, choose}), {"moved stages/one/steps"}},
        {"another order and another number",
         small({talk_in_three, look, choose}),
         {"moved stages/one/steps", "changed stages/one/steps/talk/due"}},
        {"a step under another name",
         small({look, call, choose}),
         {"removed stages/one/steps/talk", "added stages/one/steps/call"}},
        {"a step in another stage",
         small({look, choose}, {R"({ "id": "act")", talk + R"(, { "id": "act")"}),
         {"removed stages/one/steps/talk", "added stages/two/steps/talk"}},
    };
    for (const DifferenceCase& row : table) {
        EXPECT_EQ(told(differences_between(small(), row.after)), row.told) << row.what;
    }
}

struct SpotCase {
    const char* what;
    JsonNode after;
    Spot at;
    const char* before_text;
    const char* after_text;
};

TEST(DifferencesBetween, SaysWhereItIsAndWhatStoodThere)
{
    const std::vector<SpotCase> table{
        {"outside stages",
         small_but({R"("id": "small")", R"("id": "large")"}),
         {"id", "", "", "id"},
         "\"small\"",
         "\"large\""},
        {"in a stage",
         small_but({R"("level": 0)", R"("level": 0, "arenas": [ "school" ])"}),
         {"stages/one/arenas", "one", "", "arenas"},
         "",
         "[\n  \"school\"\n]"},
        {"in a step",
         small({look, talk_in_three, choose}),
         {"stages/one/steps/talk/due", "one", "talk", "due"},
         "{\n  \"unit\": \"weeks\",\n  \"count\": 2\n}",
         "{\n  \"unit\": \"weeks\",\n  \"count\": 3\n}"},
        {"a step",
         small({look, talk, call, choose}),
         {"stages/one/steps/call", "one", "call", "steps"},
         "",
         "{\n  \"id\": \"call\",\n  \"who\": \"holder\"\n}"},
        {"an answer",
         small({look, talk, choose_end}),
         {"stages/one/steps/choose/answers/on", "one", "choose", "answers"},
         "{\n  \"answer\": \"on\",\n  \"leads\": \"stage\",\n  \"to\": \"two\"\n}",
         ""},
        {"an order",
         small({talk, look, choose}),
         {"stages/one/steps", "one", "", "steps"},
         "[\n  \"look\",\n  \"talk\",\n  \"choose\"\n]",
         "[\n  \"talk\",\n  \"look\",\n  \"choose\"\n]"},
    };
    for (const SpotCase& row : table) {
        const std::vector<Difference> differences = differences_between(small(), row.after);
        ASSERT_EQ(differences.size(), 1U) << row.what;
        EXPECT_EQ(differences[0].at.path, row.at.path) << row.what;
        EXPECT_EQ(differences[0].at.stage, row.at.stage) << row.what;
        EXPECT_EQ(differences[0].at.step, row.at.step) << row.what;
        EXPECT_EQ(differences[0].at.field, row.at.field) << row.what;
        EXPECT_EQ(differences[0].before, row.before_text) << row.what;
        EXPECT_EQ(differences[0].after, row.after_text) << row.what;
    }
}

// Goal: steps inside the tracks of a step are found as deep as they stand, and named by the innermost step.
TEST(DifferencesBetween, GoesIntoListsInsideLists)
{
    const auto with_track = [](const std::string& step) {
        return json(R"({ "stages": [ { "id": "one", "steps": [ { "id": "meet", "tracks": [
            { "id": "school", "steps": [ )" +
                    step + " ] } ] } ] } ] }");
    };
    const auto differences = differences_between(with_track(call), with_track(call_by_leader));
    EXPECT_EQ(told(differences), Told{"changed stages/one/steps/meet/tracks/school/steps/call/who"});
    EXPECT_EQ(differences.at(0).at.step, "call");
}

// Goal: a list that cannot be matched item by item is one value, and so is what is no list at all.
TEST(DifferencesBetween, TakesWhatItCannotMatchAsOneValue)
{
    const std::vector<std::array<const char*, 3>> table{
        {R"({ "exit": [ "a", "b" ] })", R"({ "exit": [ "b", "a" ] })", "changed exit"},
        {R"({ "when": [ { "answer": "a" }, { "answer": "a" } ] })", R"({ "when": [ { "answer": "a" } ] })",
         "changed when"},
        {R"({ "flags": [ { "id": "a" }, { "answer": "b" } ] })", R"({ "flags": [ { "id": "a" } ] })",
         "changed flags"},
        {R"({ "flags": [ { "id": "a" } ] })", R"({ "flags": [ { "id": 1 } ] })", "changed flags"},
        {R"({ "flags": [ { "id": "a" } ] })", R"({ "flags": "a" })", "changed flags"},
        {R"({ "flags": [ { "id": "a" } ] })", R"({ "flags": null })", "changed flags"},
        {R"({ "flags": [ { "id": "a" } ] })", R"({})", "removed flags/a"},
        {R"({ "share": 1.50 })", R"({ "share": 1.51 })", "changed share"},
        {R"({ "share": 1 })", R"({ "share": true })", "changed share"},
        {"[ 1 ]", "[ 2 ]", "changed "},
    };
    for (const auto& [before, after, wanted] : table) {
        EXPECT_EQ(told(differences_between(json(before), json(after))), Told{wanted}) << after;
    }
}

struct ThreeWayCase {
    const char* what;
    JsonNode ours;
    JsonNode theirs;
    Told told;
};

TEST(ThreeWayView, SaysWhoChangedWhat)
{
    const std::string due = "stages/one/steps/talk/due";
    const JsonNode three = small({look, talk_in_three, choose});
    const JsonNode nine = small({look, talk_in_nine, choose});
    const JsonNode by_leader = small({look, talk_by_leader, choose});
    const JsonNode any_time = small({look, talk_any_time, choose});
    const JsonNode without_talk = small({look, choose});
    const JsonNode with_call = small({look, talk, call, choose});
    const JsonNode talk_first = small({talk, look, choose});
    const std::vector<ThreeWayCase> table{
        {"nobody", small(), small(), {}},
        {"only we", three, small(), {"us " + due}},
        {"only they", small(), three, {"them " + due}},
        {"both alike", three, three, {"alike " + due}},
        {"both differently", three, nine, {"conflict " + due}},
        {"two fields of one step", three, by_leader, {"them stages/one/steps/talk/who", "us " + due}},
        {"we changed, they removed", three, without_talk, {"conflict stages/one/steps/talk"}},
        {"we removed, they changed", without_talk, three, {"conflict stages/one/steps/talk"}},
        {"both removed", without_talk, without_talk, {"alike stages/one/steps/talk"}},
        {"both removed a rule", any_time, any_time, {"alike " + due}},
        {"we removed a stage, they changed a step of it",
         small_but(no_stage_two),
         small_but(act_by_leader),
         {"conflict stages/two"}},
        {"each added a step",
         with_call,
         small({look, talk, visit, choose}),
         {"them stages/one/steps/visit", "us stages/one/steps/call"}},
        {"both added one step", with_call, with_call, {"alike stages/one/steps/call"}},
        {"both added one step, they with an empty list",
         with_call,
         small({look, talk, R"({ "id": "call", "who": "holder", "tools": [] })", choose}),
         {"alike stages/one/steps/call"}},
        {"both added a step of one name",
         with_call,
         small({look, talk, call_by_leader, choose}),
         {"conflict stages/one/steps/call"}},
        {"both added one step at two places",
         with_call,
         small({call, look, talk, choose}),
         {"conflict stages/one/steps", "alike stages/one/steps/call"}},
        {"only they moved", three, talk_first, {"them stages/one/steps", "us " + due}},
        {"both moved alike", talk_first, talk_first, {"alike stages/one/steps"}},
        {"both moved differently", talk_first, small({choose, look, talk}), {"conflict stages/one/steps"}},
    };
    for (const ThreeWayCase& row : table) {
        EXPECT_EQ(told(three_way(small(), row.ours, row.theirs)), row.told) << row.what;
    }
}

TEST(ThreeWayView, ShowsAllThreeVersions)
{
    const JsonNode base = small();
    const ThreeWay changes = three_way(base, small({look, talk_in_three, choose}), small({look, choose}));
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes[0].at.step, "talk");
    EXPECT_EQ(changes[0].by_us, DifferenceKind::changed);
    EXPECT_EQ(changes[0].by_them, DifferenceKind::removed);
    EXPECT_EQ(changes[0].base, text_of(json(talk)));
    EXPECT_EQ(changes[0].ours, text_of(json(talk_in_three)));
    EXPECT_EQ(changes[0].theirs, "");
}

} // namespace
} // namespace samvei::pathway
