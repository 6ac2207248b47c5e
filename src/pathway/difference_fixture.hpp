#pragma once
// One small definition for the tests of difference.hpp, made of its steps' JSON.

#include "pathway/difference.hpp"

#include <gtest/gtest.h>

namespace samvei::pathway {

inline const std::string look =
    R"({ "id": "look", "who": "author", "tools": [ { "nb": "A", "nn": "A", "en": "A" } ] })";
inline const std::string talk =
    R"({ "id": "talk", "who": "holder", "due": { "unit": "weeks", "count": 2 } })";
inline const std::string talk_in_three =
    R"({ "id": "talk", "who": "holder", "due": { "unit": "weeks", "count": 3 } })";
inline const std::string talk_in_nine =
    R"({ "id": "talk", "who": "holder", "due": { "unit": "weeks", "count": 9 } })";
inline const std::string talk_by_leader =
    R"({ "id": "talk", "who": "leader", "due": { "unit": "weeks", "count": 2 } })";
inline const std::string talk_any_time = R"({ "id": "talk", "who": "holder" })";
inline const std::string call = R"({ "id": "call", "who": "holder" })";
inline const std::string call_by_leader = R"({ "id": "call", "who": "leader" })";
inline const std::string visit = R"({ "id": "visit", "who": "team" })";
inline const std::string choose = R"({ "id": "choose", "answers": [
        { "answer": "end", "leads": "end" }, { "answer": "on", "leads": "stage", "to": "two" } ] })";
inline const std::string choose_end =
    R"({ "id": "choose", "answers": [ { "answer": "end", "leads": "end" } ] })";
inline const std::string two = R"({ "id": "two", "level": 1, "steps": [ { "id": "act", "who": "team" } ] })";

struct Edit {
    std::string old_text;
    std::string new_text;
};
inline const Edit act_by_leader{R"("who": "team")", R"("who": "leader")"};
inline const Edit no_stage_two{", " + two, ""};

inline JsonNode json(const std::string& text)
{
    std::variant<JsonNode, Finding> parsed = parse_json(text);
    const Finding* finding = std::get_if<Finding>(&parsed);
    if (finding != nullptr) { ADD_FAILURE() << finding->where << ": " << finding->why << '\n' << text; }
    return finding == nullptr ? std::get<JsonNode>(std::move(parsed)) : JsonNode{};
}

/// A definition with these steps in its first stage, and with one more thing changed in its text.
inline JsonNode small(const std::vector<std::string>& steps = {look, talk, choose}, const Edit& edit = {})
{
    std::string text = R"({ "$schema": "../schema.json", "id": "small", "version": 1,
        "title": { "nb": "Liten", "nn": "Liten", "en": "Small" },
        "flags": [ { "id": "danger", "question": { "nb": "Fare?", "nn": "Fare?", "en": "Danger?" } } ],
        "stages": [ { "id": "one", "level": 0, "steps": [ )";
    for (const std::string& step : steps) { text += step + (&step == &steps.back() ? " " : ", "); }
    text += "] }, " + two + " ] }";
    const std::size_t at = text.find(edit.old_text);
    EXPECT_NE(at, std::string::npos) << edit.old_text;
    return json(text.replace(at, edit.old_text.size(), edit.new_text));
}
inline JsonNode small_but(const Edit& edit)
{
    return small({look, talk, choose}, edit);
}

} // namespace samvei::pathway
