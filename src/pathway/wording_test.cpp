// Goal: words are left out, and nothing that a replay could depend on.

#include "pathway/wording.hpp"

#include <gtest/gtest.h>

namespace samvei::pathway {
namespace {

std::string without_words(const std::string& json)
{
    return text_of(without_wording(std::get<JsonNode>(parse_json(json))));
}

TEST(WithoutWording, LeavesSentencesOutAndWhatIsToldOfATextWhereverItStands)
{
    const std::string json = R"({ "$schema": "x", "title": { "nb": "a", "nn": "b", "en": "c" }, "owner": "me",
        "review_by": "2027-01-31", "source": "a", "evidence": "stated",
        "stages": [ { "id": "one", "steps": [
            { "id": "look", "tools": [], "arenas": {}, "why": { "nb": "a" }, "source": "a" } ] } ] })";
    const std::string rest = R"({ "stages": [ { "id": "one", "steps": [ { "id": "look" } ] } ] })";
    EXPECT_EQ(without_words(json), text_of(std::get<JsonNode>(parse_json(rest))));
}

TEST(WithoutWording, KeepsEverythingElse)
{
    for (const char* json :
         {R"({"due": {"unit": "weeks", "count": 1}, "who": "leader", "may_skip": true, "level": 2})",
          R"({"entry": [{"flag": "danger"}], "a_new_field": {"nb": "a", "count": 1}})",
          R"({"answers": [{"answer": "yes", "leads": "step", "to": "look"}], "nothing": {}})"}) {
        EXPECT_EQ(without_words(json), text_of(std::get<JsonNode>(parse_json(json))));
    }
}

} // namespace
} // namespace samvei::pathway
