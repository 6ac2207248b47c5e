// Goal: a newer national version is taken in without losing what the municipality changed.
#include "catalogue/catalogue_fixture.hpp"
#include "catalogue/views.hpp"

namespace samvei::catalogue {
namespace {

using namespace testing;
using pathway::ChangedBy;
using pathway::Choices;
using pathway::Taken;

const std::string our_page = R"("source": "our page")";
const std::string their_page = R"("source": "their page")";
const std::string path_of_page = "stages/only/steps/look/source";

class Updates : public InMunicipality {
protected:
    /// Ours: the page of "look". Theirs, in version 2: the same page, and the deadline of it.
    Draft with_conflict()
    {
        const Draft draft = open();
        const Draft saved = save(draft, with(draft.texts.definition, R"("source": "a page")", our_page));
        town.comes_with(with(with(little_definition(2), R"("source": "a page")", their_page),
                             R"("unless_flag": "danger",)", ""));
        return saved;
    }
    Result<Draft> take(const Draft& draft, const Choices& choices)
    {
        return take_update(town.app(), town.leader, little, draft.mark.version, choices);
    }
    static std::vector<FieldFault> faults_of(const Result<Draft>& refused)
    {
        return refused ? std::vector<FieldFault>{} : refused.error().fields;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Updates, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Updates, NothingIsNewUntilThereIsANewVersion)
{
    const Draft draft = open();
    const Update update = must(update_of(town.app(), town.leader, little));
    EXPECT_EQ(update.from, 1);
    EXPECT_EQ(update.to, 1);
    EXPECT_TRUE(update.changes.empty());
    EXPECT_EQ(must(take(draft, {})).mark.version, draft.mark.version);
    const auto refused = take(draft, {{path_of_page, Taken::ours}});
    expect_refused(ErrorCode::invalid_fields, refused);
    EXPECT_EQ(faults_of(refused),
              (std::vector<FieldFault>{{"choices." + path_of_page, FaultCode::not_known}}));
}

TEST_P(Updates, AreOfferedWhereOwnOrDraftIsOlder)
{
    const auto offered = [&] { return find_line(town.app(), town.leader, little)->update_available(); };
    EXPECT_FALSE(offered());
    publish(open());
    town.comes_with(little_definition(2));
    EXPECT_TRUE(offered()) << "of what is in use";
    const Draft draft = open();
    EXPECT_EQ(draft.mark.based_on, 1);
    EXPECT_TRUE(offered()) << "of the draft";
    must(take(draft, {}));
    EXPECT_FALSE(offered()) << "taken in";
    must(discard_draft(town.app(), town.leader, little, open().mark.version));
    retire();
    EXPECT_FALSE(offered()) << "what is retired needs none";
}

TEST_P(Updates, SayWhoChangedWhat)
{
    with_conflict();
    const Update update = must(update_of(town.app(), town.leader, little));
    EXPECT_EQ(update.from, 1);
    EXPECT_EQ(update.to, 2);
    ASSERT_EQ(update.changes.size(), 2U);
    EXPECT_EQ(update.changes[0].by, ChangedBy::both_differently);
    EXPECT_EQ(update.changes[0].at.path, path_of_page);
    EXPECT_EQ(update.changes[0].ours, "\"our page\"");
    EXPECT_EQ(update.changes[0].theirs, "\"their page\"");
    EXPECT_EQ(update.changes[1].by, ChangedBy::them);
    EXPECT_EQ(update.changes[1].at.field, "unless_flag");
}

TEST_P(Updates, AConflictNeedsAChoice)
{
    const Draft draft = with_conflict();
    const auto refused = take(draft, {});
    expect_refused(ErrorCode::invalid_fields, refused);
    EXPECT_EQ(faults_of(refused),
              (std::vector<FieldFault>{{"choices." + path_of_page, FaultCode::required}}));
    const auto too_many = take(draft, {{path_of_page, Taken::ours}, {"title", Taken::theirs}});
    expect_refused(ErrorCode::invalid_fields, too_many);
    EXPECT_EQ(faults_of(too_many), (std::vector<FieldFault>{{"choices.title", FaultCode::not_known}}));
    EXPECT_EQ(must(draft_of(town.app(), town.leader, little)).mark.version, draft.mark.version);
}

TEST_P(Updates, TakenInTheyAreTheDraft)
{
    for (const auto& [taken, page] : {std::pair{Taken::ours, "our page"}, {Taken::theirs, "their page"}}) {
        const Draft merged = must(take(with_conflict(), {{path_of_page, taken}}));
        EXPECT_EQ(merged.mark.based_on, 2);
        const pathway::Definition definition = definition_in(merged.texts.definition);
        EXPECT_EQ(definition.id, little_own);
        EXPECT_EQ(definition.based_on->version, 2);
        EXPECT_EQ(definition.find_step("look")->source, page);
        EXPECT_FALSE(definition.find_step("talk")->unless_flag);
        EXPECT_TRUE(must(update_of(town.app(), town.leader, little)).changes.empty());
        must(discard_draft(town.app(), town.leader, little, merged.mark.version));
        town.comes_with(little_definition(1));
    }
}

TEST_P(Updates, ADraftThatCannotBeReadHasNone)
{
    const Draft draft = save(with_conflict(), "{");
    expect_refused(ErrorCode::pathway_not_sound, update_of(town.app(), town.leader, little));
    expect_refused(ErrorCode::pathway_not_sound, take(draft, {}));
}

} // namespace
} // namespace samvei::catalogue
