// Goal: leaders see what many look for in vain, and the database never holds what somebody typed once or
// twice.
#include "directory/unanswered.hpp"

#include "base/files.hpp"
#include "directory/leader_fixture.hpp"
#include "directory/public_pages.hpp"

namespace samvei::directory {
namespace {

TEST(CountableWords, AreFewAndPlain)
{
    struct Case {
        std::string typed;
        std::string counted; ///< "": not at all.
    };
    const std::vector<Case> table{
        {"Ridning", "ridning"},
        {"  hest og   sau ", "hest og sau"},
        {"hest og sau nå", ""}, // Four words.
        {"ADHD-utredning?", "adhd utredning"},
        {"Čáhci", "cahci"},
        {"søvn, nå!", "søvn nå"},
        {"sover ikke.", "sover ikke"},
        {"", ""},
        {"?", ""},
        {"a", ""},
        {"kl 8", ""}, // A digit: may be an address, a class, a number.
        {"8b", ""},
        {"١٢", ""},
        {"ola@skole", ""},
        {"ola.nordmann", ""},
        {"ola/kari", ""},
        {"допомога", ""},
        {"ola\nnordmann", ""},
        {std::string(40, 'a'), std::string(40, 'a')},
        {std::string(41, 'a'), ""},
        {"\xff\xfe", ""},
    };
    for (const Case& one : table) {
        EXPECT_EQ(countable_words(one.typed).value_or(""), one.counted) << one.typed;
    }
}

class Unanswered : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::LedTown town{GetParam()};

    void search(const std::string& typed, const std::string& municipality = "4999")
    {
        EXPECT_EQ(count_unanswered(town.app, municipality, typed).wait(), Outcome::durable);
    }
    void on_days(int count, const std::string& typed)
    {
        for (int day = 0; day < count; ++day) {
            search(typed);
            town.base.clock.move_days(1);
        }
    }
    UnansweredSearches here() { return unanswered_here(town.app, town.leader); }
    std::int64_t number(const std::string& sql)
    {
        return access::testing::number_by_raw_sql(town.hub(), sql);
    }
    /// Whether the bytes stand anywhere in what is on disk (SQLite), or in any column of the table.
    bool is_stored(const std::string& text)
    {
        if (GetParam() == db::testing::Engine::postgres) {
            return number("SELECT count(*) AS found FROM unanswered_search s WHERE CAST(s AS TEXT) LIKE '%" +
                          text + "%'") > 0;
        }
        bool found = false;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator{town.base.databases.location().folder}) {
            if (entry.is_regular_file()) {
                found = found || text_of_file(entry.path()).find(text) != std::string::npos;
            }
        }
        return found;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Unanswered, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Unanswered, OnceOrTwiceLeavesNothingReadable)
{
    on_days(2, "Perikum Trulsen");
    for (const char* text : {"perikum", "Perikum", "trulsen", "Trulsen"}) {
        EXPECT_FALSE(is_stored(text)) << text;
    }
    EXPECT_TRUE(here().searches.empty());
    EXPECT_EQ(here().rare, 1);
    // The control: on the third day it stands there, so the search above can find it.
    on_days(1, "perikum  TRULSEN");
    EXPECT_TRUE(is_stored("perikum trulsen"));
}

TEST_P(Unanswered, ReadableOnTheThirdDayAndNotOnTheThirdTime)
{
    for (int time = 0; time < 5; ++time) { search("ridning"); }
    EXPECT_TRUE(here().searches.empty());
    town.base.clock.move_days(1);
    search("Ridning!");
    EXPECT_TRUE(here().searches.empty());
    town.base.clock.move_days(1);
    search("ridning");
    ASSERT_EQ(here().searches.size(), 1U);
    const UnansweredSearch found = here().searches.front();
    EXPECT_EQ(found.words, "ridning");
    EXPECT_EQ(found.times, 7);
    EXPECT_EQ(found.days, 3);
    EXPECT_EQ(text_of(found.last_week), "2026-09-14"); // A Monday: no day, no time of day.
    EXPECT_EQ(here().rare, 0);
}

TEST_P(Unanswered, CountsEachMunicipalityForItself)
{
    town.base.databases->add_municipality("4998");
    access::testing::run_raw_sql(
        town.hub(), "INSERT INTO municipality (number, name, added_at) VALUES ('4998', 'Nabo', '2026')");
    on_days(2, "ridning");
    search("ridning", "4998");
    EXPECT_TRUE(here().searches.empty());
    EXPECT_EQ(number("SELECT count(DISTINCT text_hash) AS found FROM unanswered_search"), 2);
    // A municipality that is not here is nobody's to count for.
    search("ridning", "0301");
    EXPECT_EQ(number("SELECT count(*) AS found FROM unanswered_search"), 2);
}

TEST_P(Unanswered, ALeaderTakesWordsAwayForGood)
{
    on_days(3, "Perikum Trulsen");
    const UnansweredSearchId id = here().searches.front().id;
    EXPECT_FALSE(hide_unanswered(town.app, town.neighbour, id));
    EXPECT_TRUE(hide_unanswered(town.app, town.leader, id));
    EXPECT_FALSE(hide_unanswered(town.app, town.leader, id));
    on_days(4, "Perikum Trulsen");
    EXPECT_TRUE(here().searches.empty());
    EXPECT_EQ(number("SELECT count(*) AS found FROM unanswered_search WHERE words IS NOT NULL"), 0);
}

TEST_P(Unanswered, IsForgottenWithTime)
{
    on_days(3, "ridning");
    on_days(1, "sopp");
    const auto weeks_later = [&](int weeks) {
        town.base.clock.move_days(7 * weeks);
        search("noe annet");
        return number("SELECT count(*) AS found FROM unanswered_search");
    };
    EXPECT_EQ(weeks_later(12), 3); // Twelve weeks old: still counted.
    EXPECT_EQ(weeks_later(1), 2);  // Thirteen: the rare one is gone.
    EXPECT_EQ(weeks_later(39), 2); // 52 weeks: what was readable stays, what was rare began anew.
    EXPECT_EQ(weeks_later(1), 1);
}

TEST_P(Unanswered, ThePublicPageCountsWhatItDoesNotFindAndNothingElse)
{
    access::testing::run_raw_sql(
        town.hub(), "INSERT INTO municipality (number, name, added_at) VALUES ('4201', 'Risør', '2026')");
    const std::filesystem::path root{SAMVEI_SOURCE_DIR};
    const PublicPages pages{town.app, place_map_from(town.services.map_json), root / "web/public_pages",
                            root / "content/words"};
    const http::Router router{pages.routes()};
    const auto search_page = [&](http::Pairs form) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/find";
        request.form = std::move(form);
        EXPECT_EQ(router.answer(request).status, 200);
        // Work is done in the order it is handed in: when this is durable, so is what came before.
        count_unanswered(town.app, "4999", "ventetegn").wait();
        return number("SELECT count(*) AS found FROM unanswered_search WHERE municipality_number = '4201'");
    };
    EXPECT_EQ(search_page({{"text", "knøttehåndball"}, {"municipality", "Risør"}}), 1);
    EXPECT_EQ(search_page({{"text", "klatrevegg"}}), 1);                              // No municipality.
    EXPECT_EQ(search_page({{"theme", "sleep"}, {"municipality", "Risør"}}), 1);       // Nothing was typed.
    EXPECT_EQ(search_page({{"text", "vil ikke leve"}, {"municipality", "4201"}}), 1); // In danger.
    access::testing::run_raw_sql(town.hub(), "DROP TABLE unanswered_search");
    http::Request request;
    request.method = http::Method::post;
    request.path = "/find";
    request.form = {{"text", "knøttehåndball"}, {"municipality", "Risør"}};
    EXPECT_EQ(router.answer(request).status, 200);
}

TEST_P(Unanswered, FailingToCountIsNobodysTrouble)
{
    access::testing::run_raw_sql(town.hub(), "DROP TABLE unanswered_search");
    EXPECT_NO_THROW(count_unanswered(town.app, "4999", "ridning").wait());
}

} // namespace
} // namespace samvei::directory
