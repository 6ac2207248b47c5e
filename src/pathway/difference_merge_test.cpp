// Goal: an update comes in beside what a municipality has adapted, and nothing of either is lost without
// somebody having chosen it.

#include "pathway/difference_fixture.hpp"

namespace samvei::pathway {
namespace {

struct MergeCase {
    const char* what;
    JsonNode ours;
    JsonNode theirs;
    Choices choices;
    JsonNode merge;
};

class Merged : public testing::Test {
protected:
    const std::string due_ = "stages/one/steps/talk/due";
    const std::string talk_ = "stages/one/steps/talk";
    const std::string steps_ = "stages/one/steps";
    const JsonNode three_ = small({look, talk_in_three, choose});
    const JsonNode nine_ = small({look, talk_in_nine, choose});
    const JsonNode without_talk_ = small({look, choose});
    const JsonNode talk_first_ = small({talk, look, choose});
    const JsonNode with_call_ = small({look, talk, call, choose});
};

TEST_F(Merged, TakesTheUpdateInBesideWhatWasAdapted)
{
    const std::vector<MergeCase> table{
        {"each something else",
         three_,
         small_but(act_by_leader),
         {},
         small({look, talk_in_three, choose}, act_by_leader)},
        {"two fields of one step",
         three_,
         small({look, talk_by_leader, choose}),
         {},
         small(
             {look, R"({ "id": "talk", "who": "leader", "due": { "unit": "weeks", "count": 3 } })", choose})},
        {"their new step comes where it stands with them",
         small({look, talk, choose, visit}),
         with_call_,
         {},
         small({look, talk, call, choose, visit})},
        {"their new first step comes first",
         three_,
         small({call, look, talk, choose}),
         {},
         small({call, look, talk_in_three, choose})},
        {"new steps of both, theirs nearer what both follow",
         with_call_,
         small({look, talk, visit, choose}),
         {},
         small({look, talk, visit, call, choose})},
        {"they removed what we left alone", with_call_, without_talk_, {}, small({look, call, choose})},
        {"they moved, we added", with_call_, talk_first_, {}, small({talk, call, look, choose})},
        {"we moved, they added", talk_first_, with_call_, {}, small({talk, call, look, choose})},
        {"their new field",
         three_,
         small_but({R"("level": 0)", R"("level": 0, "arenas": [ "a" ])"}),
         {},
         small({look, talk_in_three, choose}, {R"("level": 0)", R"("level": 0, "arenas": [ "a" ])"})},
        {"the version is ours",
         small_but({R"("version": 1)", R"("version": 7)"}),
         small_but({R"("version": 1)", R"("version": 2)"}),
         {},
         small_but({R"("version": 1)", R"("version": 7)"})},
    };
    for (const MergeCase& row : table) {
        const auto merge = merged(small(), row.ours, row.theirs, row.choices);
        ASSERT_TRUE(std::holds_alternative<std::string>(merge)) << row.what;
        EXPECT_EQ(std::get<std::string>(merge), text_of(row.merge)) << row.what;
    }
}

TEST_F(Merged, DoesAsChosen)
{
    const std::vector<MergeCase> table{
        {"a conflict, ours", three_, nine_, {{due_, Taken::ours}}, three_},
        {"a conflict, theirs", three_, nine_, {{due_, Taken::theirs}}, nine_},
        {"the step they removed and we changed stays", three_, without_talk_, {{talk_, Taken::ours}}, three_},
        {"the step they removed and we changed goes",
         three_,
         without_talk_,
         {{talk_, Taken::theirs}},
         without_talk_},
        {"the step we removed comes back", without_talk_, three_, {{talk_, Taken::theirs}}, three_},
        {"not their change", small(), three_, {{due_, Taken::ours}}, small()},
        {"not their new step", three_, with_call_, {{steps_ + "/call", Taken::ours}}, three_},
        {"not what they removed", small(), without_talk_, {{talk_, Taken::ours}}, small()},
        {"not their order", small(), talk_first_, {{steps_, Taken::ours}}, small()},
        {"our change given up",
         three_,
         small_but(act_by_leader),
         {{due_, Taken::theirs}},
         small_but(act_by_leader)},
        {"two orders, ours", talk_first_, small({choose, look, talk}), {{steps_, Taken::ours}}, talk_first_},
        {"two orders, theirs",
         talk_first_,
         small({choose, look, talk}),
         {{steps_, Taken::theirs}},
         small({choose, look, talk})},
    };
    for (const MergeCase& row : table) {
        const auto merge = merged(small(), row.ours, row.theirs, row.choices);
        ASSERT_TRUE(std::holds_alternative<std::string>(merge)) << row.what;
        EXPECT_EQ(std::get<std::string>(merge), text_of(row.merge)) << row.what;
    }
}

TEST_F(Merged, SaysNoToAConflictWithoutAChoiceAndNamesIt)
{
    const JsonNode ours = small({look, talk_in_three, choose}, act_by_leader);
    const JsonNode theirs = small({look, talk_in_nine, choose}, no_stage_two);
    const auto refused = merged(small(), ours, theirs, {{"stages/two/level", Taken::ours}});
    const auto* refusals = std::get_if<std::vector<MergeRefusal>>(&refused);
    ASSERT_NE(refusals, nullptr);
    ASSERT_EQ(refusals->size(), 3U);
    EXPECT_EQ(refusals->at(0).reason, MergeRefusal::Reason::choice_missing);
    EXPECT_EQ(refusals->at(0).path, due_);
    EXPECT_EQ(refusals->at(1).reason, MergeRefusal::Reason::choice_missing);
    EXPECT_EQ(refusals->at(1).path, "stages/two");
    EXPECT_EQ(refusals->at(2).reason, MergeRefusal::Reason::nothing_to_choose);
    EXPECT_EQ(refusals->at(2).path, "stages/two/level");

    const Choices choices{{due_, Taken::ours}, {"stages/two", Taken::ours}};
    EXPECT_TRUE(std::holds_alternative<std::string>(merged(small(), ours, theirs, choices)));
}

} // namespace
} // namespace samvei::pathway
