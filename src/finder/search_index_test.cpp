// Goal: the right offers first, and the same answer every time.

#include "finder/finder_fixture.hpp"
#include "finder/search_index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

namespace samvei::finder {
namespace {

const SearchIndex& town()
{
    static const SearchIndex index{testing::offers(), testing::vocabulary()};
    return index;
}

Query asks(std::string text, const std::function<void(Query&)>& change = {})
{
    Query query;
    query.text = std::move(text);
    query.today = testing::test_day;
    query.municipality = "9901";
    query.age = 14;
    if (change) { change(query); }
    return query;
}

std::string ids_of(const std::vector<Hit>& hits)
{
    std::string ids;
    for (const Hit& hit : hits) { ids += (ids.empty() ? "" : " ") + hit.offer->id; }
    return ids;
}

std::string found(const Query& query)
{
    return ids_of(town().find(query));
}

const auto fitting = [](Query& query) { query.only_fitting = true; };

TEST(Search, NearAndOpenToAllComesBeforeFarAndReferred)
{
    const std::string ids = found(asks("får ikke sove", fitting));
    EXPECT_TRUE(ids.starts_with("youth_clinic school_health specialist")) << ids;
}

TEST(Search, WhatSaysNoComesLastUnlessItIsNamed)
{
    const std::vector<Hit> hits = town().find(asks("får ikke sove"));
    ASSERT_GE(hits.size(), 4U);
    EXPECT_EQ(hits.back().eligibility.verdict, Verdict::no);
    EXPECT_EQ(ids_of(hits).find("fjelldal"), ids_of(town().find(asks("søvn"))).find("fjelldal"));

    const std::vector<Hit> named = town().find(asks("skolehelsetjenesten i fjelldal"));
    ASSERT_FALSE(named.empty());
    EXPECT_EQ(named.front().offer->id, "school_health_fjelldal");
    EXPECT_TRUE(named.front().by_name);
    EXPECT_TRUE(named.front().eligibility.has(ReasonCode::elsewhere));

    const std::vector<Hit> own = town().find(asks("skolehelsetjenesten", fitting));
    ASSERT_FALSE(own.empty());
    EXPECT_EQ(own.front().offer->id, "school_health");
}

TEST(Search, CrisisLinesComeFirstWhenItIsUrgent)
{
    EXPECT_TRUE(found(asks("jeg vil ikke leve", fitting)).starts_with("alarm"))
        << found(asks("jeg vil ikke leve"));
    const auto grown = [](Query& query) { query.age = 20; };
    EXPECT_TRUE(found(asks("selvmord", grown)).starts_with("mental_line alarm"))
        << found(asks("selvmord", grown));
}

TEST(Search, AParentFindsWhatIsForParents)
{
    const auto parent = [](Query& query) {
        query.asker = Asker::parent;
        query.municipality = {};
        query.only_fitting = true;
    };
    EXPECT_NE(found(asks("søvn", parent)).find("parent_line"), std::string::npos);
    EXPECT_EQ(found(asks("søvn", fitting)).find("parent_line"), std::string::npos);
}

TEST(Search, SynonymsAndCompoundsAndSlipsFindTheSame)
{
    for (const char* const text : {"hfu", "HFU", "ungdomshelsestasjon", "helsestasjon for ungdom",
                                   "helsestasjonen for ungdommer", "ungdomshelsestasjn"}) {
        EXPECT_TRUE(found(asks(text, fitting)).starts_with("youth_clinic"))
            << text << ": " << found(asks(text));
    }
    EXPECT_TRUE(found(asks("bup", fitting)).starts_with("specialist"));
    EXPECT_TRUE(found(asks("psykisk helsevern for barn og unge", fitting)).starts_with("specialist"));
    EXPECT_TRUE(found(asks("school nurse", fitting)).starts_with("school_health"));
}

TEST(Search, ThemesCanBeChosenWithoutAWord)
{
    const auto chosen = [](Query& query) {
        query.themes = {"depression", "no_such_theme"};
        query.only_fitting = true;
    };
    const std::vector<Hit> hits = town().find(asks("", chosen));
    EXPECT_EQ(ids_of(hits), "youth_clinic specialist");
    EXPECT_EQ(hits.front().themes, std::vector<std::string>{"depression"});
    EXPECT_TRUE(hits.front().words.empty());
}

TEST(Search, SaysWhichThemesAndWordsLedThere)
{
    const std::vector<Hit> hits = town().find(asks("Søvn og helsesykepleier", fitting));
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().offer->id, "school_health");
    EXPECT_EQ(hits.front().themes, std::vector<std::string>{"sleep"});
    EXPECT_EQ(hits.front().words, std::vector<std::string>{"helsesykepleier"});
}

TEST(Search, WithoutAnythingEverythingComesTheNearestFirst)
{
    const std::string all = found(asks("", fitting));
    EXPECT_TRUE(all.starts_with("youth_clinic school_health")) << all;
    EXPECT_EQ(town().find(asks("")).size(), town().offers().size());
    EXPECT_EQ(town().find(asks("", [](Query& query) { query.limit = 2; })).size(), 2U);
    EXPECT_TRUE(town().find(asks("xyzzy")).empty());
}

TEST(Search, FindsOffersById)
{
    ASSERT_NE(town().find_offer("alarm"), nullptr);
    EXPECT_EQ(town().find_offer("alarm")->id, "alarm");
    EXPECT_EQ(town().find_offer("alar"), nullptr);
    EXPECT_EQ(town().find_offer("zzz"), nullptr);
    const SearchIndex empty{{}, {}};
    EXPECT_TRUE(empty.find(asks("søvn")).empty());
    EXPECT_EQ(empty.find_offer("alarm"), nullptr);
}

std::string any_text()
{
    static const std::vector<std::string> words{"søvn",
                                                "får",
                                                "ikke",
                                                "sove",
                                                "skoleangst",
                                                "hfu",
                                                "bup",
                                                "vil",
                                                "leve",
                                                "fjelldal",
                                                "sønnen",
                                                "min",
                                                "14",
                                                "år",
                                                "agnst",
                                                "å",
                                                "skolehelsetjenesten",
                                                "\xff",
                                                "kill",
                                                "myself",
                                                "alarmtelefonen",
                                                "🙂"};
    std::string text;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) { text += *rc::gen::elementOf(words) + " "; }
    return text;
}

Query any_query(std::string text)
{
    Query query;
    query.text = std::move(text);
    query.today = testing::test_day;
    query.age =
        *rc::gen::element(std::optional<int>{}, std::optional{5}, std::optional{14}, std::optional{19});
    query.asker = *rc::gen::element(std::optional<Asker>{}, std::optional{Asker::parent},
                                    std::optional{Asker::professional}, std::optional{Asker::relative});
    query.municipality = *rc::gen::element(std::optional<std::string>{}, std::optional<std::string>{"9901"},
                                           std::optional<std::string>{"4203"});
    query.limit = *rc::gen::inRange<std::size_t>(0, 9);
    query.only_fitting = *rc::gen::arbitrary<bool>();
    return query;
}

TEST(SearchProperty, AnyBytesAreASearch)
{
    EXPECT_TRUE(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        RC_ASSERT(town().find(any_query(bytes)).size() <= town().offers().size());
    }));
}

TEST(SearchProperty, WhatSaysNoNeverComesBeforeWhatDoesNot)
{
    EXPECT_TRUE(rc::check([] {
        const std::vector<Hit> hits = town().find(any_query(any_text()));
        bool behind = false;
        for (const Hit& hit : hits) {
            const bool no = hit.eligibility.verdict == Verdict::no && !hit.by_name;
            RC_ASSERT(no || !behind);
            behind = no;
        }
    }));
}

TEST(SearchProperty, ALimitOnlyCuts)
{
    EXPECT_TRUE(rc::check([] {
        Query query = any_query(any_text());
        const std::string few = ids_of(town().find(query));
        query.limit = 100;
        RC_ASSERT(ids_of(town().find(query)).starts_with(few));
    }));
}

TEST(SearchProperty, TheOrderOfOffersChangesNothing)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<Offer> offers = testing::offers();
        std::mt19937 random{*rc::gen::arbitrary<unsigned>()};
        std::shuffle(offers.begin(), offers.end(), random);
        const SearchIndex shuffled{offers, testing::vocabulary()};
        const Query query = any_query(any_text());
        const std::vector<Hit> one = town().find(query);
        const std::vector<Hit> other = shuffled.find(query);
        RC_ASSERT(ids_of(one) == ids_of(other));
        for (std::size_t i = 0; i < one.size(); ++i) { RC_ASSERT(one[i].score == other[i].score); }
    }));
}

} // namespace
} // namespace samvei::finder
