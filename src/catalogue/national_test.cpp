// Goal: a national version that children may be on never becomes another; its words may be bettered.
#include "catalogue/catalogue_fixture.hpp"

namespace samvei::catalogue {
namespace {

using namespace testing;

class National : public InMunicipality {
protected:
    std::string stored(int version)
    {
        return town.hub().read([&](db::Reader& hub) -> std::string {
            const auto texts = find_national(hub, little, version);
            return texts ? texts->definition : "";
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, National, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(National, EveryVersionStays)
{
    EXPECT_EQ(stored(1), little_definition(1));
    EXPECT_EQ(stored(2), "");
    town.comes_with(little_definition(2));
    EXPECT_EQ(stored(1), little_definition(1));
    EXPECT_EQ(stored(2), little_definition(2));
    EXPECT_EQ(find_national_texts(town.app(), little, 1)->definition, little_definition(1));
    EXPECT_EQ(find_national_texts(town.app(), little, 2)->definition, little_definition(2));
    EXPECT_EQ(find_national_texts(town.app(), little, 3), std::nullopt);
    EXPECT_EQ(town.hub().read([](db::Reader& hub) { return national_versions_of(hub, little); }),
              (std::vector<int>{2, 1}));
}

TEST_P(National, WordsMayBeBettered)
{
    for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
             {R"("en": "c")", R"("en": "clearer")"},
             {"a law", "another law"},
             {R"("evidence": "verified")", R"("evidence": "uncertain")"},
             {R"("owner": "me")", R"("owner": "you")"},
             {"2027-01-31", "2028-01-31"},
             {R"("who": "holder",)", R"("who": "holder", "tools": [ { "nb": "a", "nn": "b", "en": "c" } ],)"},
             {R"("$schema": "../schema.json", )", ""}}) {
        const std::string better = with(stored(1), before, after);
        town.comes_with(better);
        EXPECT_EQ(stored(1), better) << after;
    }
}

TEST_P(National, AnythingElseNeedsANewVersion)
{
    for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
             {R"("count": 7)", R"("count": 8)"},
             {R"("unit": "weeks")", R"("unit": "calendar_days")"},
             {R"("to": "look")", R"("to": "talk")"},
             {R"("answer": "again")", R"("answer": "more")"},
             {R"("unless_flag": "danger",)", ""},
             {R"("used_as": "beside")", R"("used_as": "shared_log")"},
             {R"("who": "holder")", R"("who": "leader")"},
             {R"("level": 1, )", ""},
             {R"("who": "holder",)", R"("who": "holder", "may_skip": true,)"},
             {R"("flags": [)",
              R"("dates": [ { "id": "day", "question": { "nb": "a", "nn": "b", "en": "c" } } ],
                "flags": [)"}}) {
        try {
            town.comes_with(with(little_definition(1), before, after));
            ADD_FAILURE() << "nobody said no to " << after;
        } catch (const StoreFailure& failure) {
            const std::string sentence = failure.what();
            EXPECT_NE(sentence.find("version 1 of the national pathway little"), std::string::npos)
                << sentence;
            EXPECT_NE(sentence.find("give it a new version"), std::string::npos) << sentence;
        }
        EXPECT_EQ(stored(1), little_definition(1)) << after;
    }
    town.comes_with(with(little_definition(2), R"("count": 7)", R"("count": 8)"));
    EXPECT_EQ(town.in_use()->version, 2);
}

} // namespace
} // namespace samvei::catalogue
