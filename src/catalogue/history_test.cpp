// Goal: whatever overseers and new programs do, in any order, a version that was published stays what it was.
#include "access/journal.hpp"
#include "catalogue/catalogue_fixture.hpp"

#include <map>
#include <random>

namespace samvei::catalogue {
namespace {

using namespace testing;

/// Does things at random, and remembers what each version was.
class Story {
public:
    Story(Municipality& town, unsigned seed) : town_{town}, random_{seed} {}

    void go_on()
    {
        switch (random_() % 10) {
        case 0:
        case 1: return open_one();
        case 2:
        case 3: return save_one();
        case 4:
        case 5: return publish_one();
        case 6: return retire_all();
        case 7: return update_one();
        case 8: return new_program();
        case 9: return spoil_a_version();
        }
    }

    void look_back()
    {
        for (const auto& [version, texts] : own_) {
            EXPECT_EQ(town_.own(version), texts) << "own version " << version;
            const pathway::Definition* found = town_.find(little_own, version);
            ASSERT_NE(found, nullptr);
            EXPECT_EQ(page_of(*found), page_of(definition_in(texts.definition)));
            EXPECT_EQ(found->version, version);
        }
        for (const auto& [version, days] : national_) {
            const pathway::Definition* found = town_.find(little, version);
            ASSERT_NE(found, nullptr);
            EXPECT_EQ(days_of(*found), days) << "national version " << version;
        }
        const pathway::Definition* in_use = town_.in_use();
        EXPECT_EQ(in_use->id, in_use_ > 0 ? little_own : little);
        EXPECT_EQ(in_use->version, in_use_ > 0 ? in_use_ : newest_);
    }

    std::size_t published() const { return own_.size(); }
    std::size_t programs() const { return national_.size(); }

private:
    static std::string page_of(const pathway::Definition& definition)
    {
        return definition.find_step("look")->source;
    }
    static int days_of(const pathway::Definition& definition)
    {
        return *definition.find_step("decide")->due->count;
    }
    static std::string decided_within(const std::string& text, int days)
    {
        const std::size_t decide = text.find("\"decide\"");
        return text.substr(0, decide) +
               with(text.substr(decide), "\"count\": 7", "\"count\": " + std::to_string(days));
    }
    std::string new_page() { return "page " + std::to_string(++pages_); }
    std::optional<Draft> draft()
    {
        return town_.database().read([](db::Reader& db) { return find_draft(db, little); });
    }

    void open_one() { must(open_draft(town_.app(), town_.coordinator, little)); }
    void save_one()
    {
        std::optional<Draft> draft = this->draft();
        if (!draft) { return; }
        pathway::Definition definition = definition_in(draft->texts.definition);
        draft->texts.definition =
            with(draft->texts.definition, "\"" + page_of(definition) + "\"", "\"" + new_page() + "\"");
        must(save_draft(town_.app(), town_.coordinator, little, draft->mark.version, draft->texts));
        expect_refused(ErrorCode::edit_conflict, publish_draft(town_.app(), town_.coordinator, little,
                                                               draft->mark.version, "For sent."));
    }
    void publish_one()
    {
        const std::optional<Draft> draft = this->draft();
        if (!draft) { return; }
        must(publish_draft(town_.app(), town_.coordinator, little, draft->mark.version, "Nytt."));
        const int before = own_.empty() ? 0 : own_.rbegin()->first;
        in_use_ = town_.in_use()->version;
        EXPECT_GT(in_use_, before);
        own_[in_use_] = *town_.own(in_use_);
        EXPECT_EQ(page_of(definition_in(own_[in_use_].definition)),
                  page_of(definition_in(draft->texts.definition)));
    }
    void retire_all()
    {
        const auto done = retire_own_versions(town_.app(), town_.leader, little, "Nei.");
        EXPECT_EQ(bool(done), in_use_ > 0);
        in_use_ = 0;
    }
    void update_one()
    {
        const std::optional<Draft> draft = this->draft();
        if (!draft) { return; }
        pathway::Choices choices;
        for (const pathway::PathChange& change : must(update_of(town_.app(), town_.leader, little)).changes) {
            choices[change.at.path] = random_() % 2 == 0 ? pathway::Taken::ours : pathway::Taken::theirs;
        }
        const Draft taken =
            must(take_update(town_.app(), town_.leader, little, draft->mark.version, choices));
        EXPECT_EQ(taken.mark.based_on, newest_);
    }
    /// A program with better words, or with a new version.
    void new_program()
    {
        if (random_() % 2 == 0) { ++newest_; }
        const int days = 6 + newest_;
        text_ = decided_within(with(little_definition(newest_), "a page", new_page()), days);
        town_.comes_with(text_);
        national_[newest_] = days;
    }
    /// A program whose author forgot to give a new version.
    void spoil_a_version()
    {
        EXPECT_THROW(town_.comes_with(with(text_, "\"unless_flag\": \"danger\",", "")), StoreFailure);
        town_.comes_with(text_);
    }

    Municipality& town_;
    std::mt19937 random_;
    int pages_ = 0;
    int newest_ = 1;
    int in_use_ = 0; ///< Own version; 0 when none is.
    std::string text_ = little_definition(1);
    std::map<int, Texts> own_;
    std::map<int, int> national_{{1, 7}};
};

class History : public InMunicipality {};
INSTANTIATE_TEST_SUITE_P(Engines, History, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(History, WhatWasPublishedStaysWhatItWas)
{
    constexpr unsigned seed = 20'260'914;
    constexpr int acts = 120;
    Story story{town, seed};
    for (int act = 0; act < acts && !HasFailure(); ++act) {
        SCOPED_TRACE("act " + std::to_string(act));
        story.go_on();
        story.look_back();
    }
    EXPECT_GT(story.published(), 8U);
    EXPECT_GT(story.programs(), 3U);
    const access::ChainReport report =
        town.database().read([](db::Reader& db) { return access::verify_chains(db, [](std::uint64_t) {}); });
    EXPECT_FALSE(report.first_broken);
    EXPECT_GT(report.journal_entries, story.published());
}

} // namespace
} // namespace samvei::catalogue
