// Goal: a pathway is adapted without losing anybody's work, and only what is sound is published.
#include "access/journal.hpp"
#include "catalogue/catalogue_fixture.hpp"
#include "catalogue/views.hpp"

namespace samvei::catalogue {
namespace {

using namespace testing;

class Drafts : public InMunicipality {
protected:
    Result<Draft> saved(std::int64_t version, const std::string& definition)
    {
        return save_draft(town.app(), town.leader, little, version, {definition, little_scenarios});
    }
    Result<Done> published(const Draft& draft)
    {
        return publish_draft(town.app(), town.leader, little, draft.mark.version, "Nytt.");
    }
    Line line() { return *find_line(town.app(), town.leader, little); }
    std::vector<access::JournalRow> journal()
    {
        return town.database().read(
            [](db::Reader& db) { return access::journal_of_subject(db, "pathway:little", 100); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Drafts, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Drafts, BeginAsACopyOfTheNationalPathway)
{
    const OpenedDraft opened = must(open_draft(town.app(), town.coordinator, little));
    EXPECT_TRUE(opened.is_new);
    const Draft& draft = opened.draft;
    EXPECT_EQ(draft.mark.based_on, 1);
    EXPECT_EQ(draft.mark.changed_by, "Prøve koordinator");
    EXPECT_EQ(draft.texts.scenarios, little_scenarios);
    const pathway::Definition copy = definition_in(draft.texts.definition);
    EXPECT_EQ(copy.id, little_own);
    EXPECT_EQ(copy.version, 1);
    EXPECT_EQ(copy.based_on->id, little);
    EXPECT_EQ(copy.based_on->version, 1);
    EXPECT_EQ(draft.texts.definition.find("$schema"), std::string::npos);
    EXPECT_EQ(pathway::steps_of(copy).size(), 3U);
    EXPECT_FALSE(line().own) << "a draft is nothing that children begin on";
    EXPECT_EQ(town.in_use()->id, little);
}

TEST_P(Drafts, ThereIsOneForAll)
{
    const Draft first = open();
    const OpenedDraft again = must(open_draft(town.app(), town.leader, little));
    EXPECT_FALSE(again.is_new);
    EXPECT_EQ(again.draft.mark.version, first.mark.version);
    EXPECT_EQ(again.draft.mark.changed_by, "Prøve koordinator");
    EXPECT_EQ(journal().size(), 1U);
    const auto unknown = open_draft(town.app(), town.leader, "nothing");
    expect_refused(ErrorCode::invalid_fields, unknown);
    EXPECT_EQ(unknown.error().fields, (std::vector<FieldFault>{{"pathway", FaultCode::not_known}}));
    expect_refused(ErrorCode::invalid_fields, open_draft(town.app(), town.leader, little_own));
}

TEST_P(Drafts, KeepWhateverIsWritten)
{
    const Draft draft = open();
    const Draft saved = save(draft, "\n{ \"id\": ");
    EXPECT_GT(saved.mark.version, draft.mark.version);
    EXPECT_EQ(must(draft_of(town.app(), town.leader, little)).texts.definition, "\n{ \"id\": ");
    EXPECT_EQ(save(saved, "").texts.definition, "");
}

TEST_P(Drafts, WhoSavesTooLateChangesNothing)
{
    const Draft read = open();
    const Draft saved = save(read, "{}");
    for (const std::int64_t stale : {read.mark.version, saved.mark.version + 1, std::int64_t{0}}) {
        expect_refused(ErrorCode::edit_conflict, this->saved(stale, "[]"));
        expect_refused(ErrorCode::edit_conflict, discard_draft(town.app(), town.leader, little, stale));
        expect_refused(ErrorCode::edit_conflict, publish_draft(town.app(), town.leader, little, stale, ""));
        expect_refused(ErrorCode::edit_conflict, take_update(town.app(), town.leader, little, stale, {}));
    }
    EXPECT_EQ(must(draft_of(town.app(), town.leader, little)).texts.definition, "{}");
    EXPECT_EQ(journal().size(), 2U);
}

TEST_P(Drafts, WhatIsDiscardedIsGoneAndItsVersionNeverComesBack)
{
    const Draft draft = open();
    must(discard_draft(town.app(), town.leader, little, draft.mark.version));
    expect_refused(ErrorCode::not_found, draft_of(town.app(), town.leader, little));
    expect_refused(ErrorCode::not_found, saved(draft.mark.version, "{}"));
    expect_refused(ErrorCode::not_found, discard_draft(town.app(), town.leader, little, 1));
    expect_refused(ErrorCode::not_found, published(draft));
    expect_refused(ErrorCode::not_found, update_of(town.app(), town.leader, little));
    expect_refused(ErrorCode::not_found, take_update(town.app(), town.leader, little, 1, {}));
    const Draft another = open();
    EXPECT_GT(another.mark.version, draft.mark.version);
    expect_refused(ErrorCode::edit_conflict, saved(draft.mark.version, "{}"));
}

TEST_P(Drafts, APublishedOneIsInUseAtOnce)
{
    Draft draft = open();
    draft.texts = {with(draft.texts.definition, R"("count": 7)", R"("count": 9)"),
                   with(draft.texts.scenarios, "2026-09-08", "2026-09-10")};
    publish(must(save_draft(town.app(), town.leader, little, draft.mark.version, draft.texts)), "Ni dager.");
    const pathway::Definition* own = town.in_use();
    EXPECT_EQ(own->id, little_own);
    EXPECT_EQ(own->stages.at(0).steps.at(0).due->count, 9);
    const Line line = this->line();
    EXPECT_EQ(line.in_use, own);
    ASSERT_TRUE(line.own);
    EXPECT_EQ(line.own->version, 1);
    EXPECT_EQ(line.own->based_on, 1);
    EXPECT_EQ(line.own->note, "Ni dager.");
    EXPECT_EQ(line.own->published_by, "Prøve koordinator");
    EXPECT_EQ(line.own->published_at, town.clock().now());
    EXPECT_FALSE(line.own->retired);
    EXPECT_FALSE(line.draft);
    EXPECT_FALSE(line.update_available());
}

TEST_P(Drafts, WhatADraftSaysOfItsOwnNumberDoesNotCount)
{
    std::string text = open().texts.definition;
    text = with(text, R"("id": "little.own")", R"("id": "bti.own")");
    text = with(text, "\"version\": 1", "\"version\": 7");
    text = with(text, "\"id\": \"little\"", "\"id\": \"bti\"");
    publish(save(open(), text));
    const pathway::Definition* own = town.find(little_own, 1);
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->based_on->id, little);
}

TEST_P(Drafts, TheNextOneBeginsFromTheOwnVersionThatIsInUse)
{
    publish(save(open(), with(open().texts.definition, "a page", "our page")));
    const Draft second = open();
    EXPECT_NE(second.texts.definition.find("our page"), std::string::npos);
    EXPECT_EQ(definition_in(second.texts.definition).version, 2);
    publish(second);
    EXPECT_EQ(line().own->version, 2);

    retire();
    EXPECT_TRUE(line().own->retired);
    EXPECT_EQ(line().in_use->id, little);
    const Draft third = open();
    EXPECT_EQ(third.texts.definition.find("our page"), std::string::npos);
    EXPECT_EQ(definition_in(third.texts.definition).version, 3);
}

TEST_P(Drafts, OnlyWhatIsInUseCanBeRetired)
{
    const auto retired = [&] { return retire_own_versions(town.app(), town.leader, little, "Nei."); };
    expect_refused(ErrorCode::not_found, retired());
    publish(open());
    must(retired());
    expect_refused(ErrorCode::not_found, retired());
    EXPECT_EQ(journal().size(), 3U);
}

TEST_P(Drafts, WhatIsNotSoundIsNotPublished)
{
    Draft draft = open();
    const std::string sound = draft.texts.definition;
    for (const std::string& unsound : {
             std::string{"{"}, with(sound, R"("who": "holder")", R"("who": "nobody")"),
             with(sound, R"("to": "look")", R"("to": "nowhere")"),
             with(sound, "deadline.level_1.evaluate", "deadline.level_1.nothing"),
             with(sound, R"("leads": "end")", R"("leads": "pathway", "to": "nothing")"),
             with(sound, R"("used_as": "beside")", R"("used_as": "shared_log")"),
             with(sound, "2027-01-31", "2026-09-13"),
             with(sound, R"("count": 7)", R"("count": 8)"), // A scenario says another day.
         }) {
        draft = save(draft, unsound);
        expect_refused(ErrorCode::pathway_not_sound, published(draft));
    }
    EXPECT_FALSE(line().own);
    ASSERT_TRUE(published(save(draft, sound)));
}

TEST_P(Drafts, OfWhatIsNoNationalPathwayAnyMoreAreNotPublished)
{
    const Draft draft = open();
    town.comes_without_it();
    expect_refused(ErrorCode::not_found, published(draft));
    expect_refused(ErrorCode::not_found, update_of(town.app(), town.leader, little));
    EXPECT_FALSE(find_line(town.app(), town.leader, little));
    EXPECT_EQ(town.in_use(), nullptr);
    EXPECT_NE(town.find(little, 1), nullptr) << "children are on it";
}

TEST_P(Drafts, TheReviewDayIsTheLastDay)
{
    const Draft draft = save(open(), with(open().texts.definition, "2027-01-31", "2026-09-14"));
    EXPECT_TRUE(published(draft)) << "today is the day";
}

TEST_P(Drafts, EveryChangeIsInTheJournal)
{
    publish(save(open(), open().texts.definition), "Første.");
    retire();
    must(discard_draft(town.app(), town.leader, little, open().mark.version));
    std::vector<std::string> acts;
    for (const access::JournalRow& row : journal()) { acts.push_back(row.act); }
    EXPECT_EQ(acts,
              (std::vector<std::string>{"pathway_draft_discarded", "pathway_draft_opened", "pathway_retired",
                                        "pathway_published", "pathway_draft_saved", "pathway_draft_opened"}));
    const std::string content = journal().at(3).content;
    for (const char* part : {R"("id":"little.own")", R"("version":1)", R"("based_on":1)",
                             R"("note":"Første.")", "definition_sha256"}) {
        EXPECT_NE(content.find(part), std::string::npos) << content;
    }
    EXPECT_EQ(journal().at(3).account, town.coordinator.account);
    EXPECT_EQ(journal().at(2).account, town.leader.account);
}

TEST_P(Drafts, AreNoneOfTheNeighboursBusiness)
{
    const Draft draft = open();
    publish(draft);
    const Draft second = open();
    expect_refused(ErrorCode::not_found, draft_of(town.app(), town.neighbour, little));
    expect_refused(ErrorCode::not_found,
                   save_draft(town.app(), town.neighbour, little, second.mark.version, {"{}", "{}"}));
    expect_refused(ErrorCode::not_found,
                   discard_draft(town.app(), town.neighbour, little, second.mark.version));
    expect_refused(ErrorCode::not_found,
                   publish_draft(town.app(), town.neighbour, little, second.mark.version, ""));
    expect_refused(ErrorCode::not_found, retire_own_versions(town.app(), town.neighbour, little, "Nei."));
    expect_refused(ErrorCode::not_found, update_of(town.app(), town.neighbour, little));
    EXPECT_EQ(texts_of(town.app(), town.neighbour, little_own, 1), std::nullopt);
    EXPECT_EQ(versions_of(town.app(), town.neighbour, little).size(), 1U);
    const Line theirs = *find_line(town.app(), town.neighbour, little);
    EXPECT_FALSE(theirs.own);
    EXPECT_FALSE(theirs.draft);
    EXPECT_EQ(theirs.in_use->id, little);
    EXPECT_EQ(must(draft_of(town.app(), town.leader, little)).mark.version, second.mark.version);
}

TEST_P(Drafts, VersionsAreListedOwnOnesFirst)
{
    publish(open());
    town.comes_with(little_definition(2));
    publish(open());
    const auto listed = [&](const std::string& id) {
        std::vector<std::string> rows;
        for (const VersionLine& row : versions_of(town.app(), town.leader, id)) {
            rows.push_back(row.id + " " + std::to_string(row.version) + (row.in_use ? " in use" : ""));
        }
        return rows;
    };
    EXPECT_EQ(listed(little),
              (std::vector<std::string>{"little.own 2 in use", "little.own 1", "little 2", "little 1"}));
    EXPECT_EQ(listed(little_own), listed(little));
    EXPECT_TRUE(listed("nothing").empty());
    retire();
    EXPECT_EQ(listed(little),
              (std::vector<std::string>{"little.own 2", "little.own 1", "little 2 in use", "little 1"}));
    EXPECT_EQ(texts_of(town.app(), town.leader, little, 1)->definition, little_definition(1));
    EXPECT_EQ(texts_of(town.app(), town.leader, little_own, 1), town.own(1));
    EXPECT_EQ(texts_of(town.app(), town.leader, little_own, 3), std::nullopt);
}

} // namespace
} // namespace samvei::catalogue
