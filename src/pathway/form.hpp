#pragma once
// Reads one JSON object whose fields are known beforehand. Every wrong thing becomes a finding with its
// place, and reading goes on, so that one run shows all that is wrong.

#include "pathway/json_text.hpp"
#include "pathway/words.hpp"

#include <initializer_list>
#include <string>

namespace samvei::pathway {

using Findings = std::vector<Finding>;

/// The words of a vocabulary with a bar between them, for a finding's text.
std::string listed(const std::vector<std::string_view>& words);

class Form {
public:
    /// `known` are all fields the object may have; others, and fields given twice, become findings.
    Form(const JsonNode& node, Findings& findings, std::initializer_list<std::string_view> known);

    bool has(std::string_view field) const { return node_.find(field) != nullptr; }
    Place place_of(std::string_view field) const;
    void fault(DefinitionFault fault, Place place, std::string why);

    /// Required fields: absent or of another type is a finding and gives the empty value.
    std::string text(std::string_view field);
    /// Lower-case words joined by _ and, for settings, by dots.
    std::string id(std::string_view field);
    int integer(std::string_view field);
    bool truth(std::string_view field);
    Date date(std::string_view field);
    Sentence sentence(std::string_view field);
    const std::vector<JsonNode>& list(std::string_view field);
    const JsonNode* object(std::string_view field);
    /// One of a closed set of texts.
    std::string one_of(std::string_view field, const std::vector<std::string_view>& words);
    template <class Enum, std::size_t count>
    Enum word(std::string_view field, const std::array<Word<Enum>, count>& words);

    /// Optional fields: nothing when absent; `null` counts as absent.
    std::optional<std::string> find_text(std::string_view field);
    std::optional<std::string> find_id(std::string_view field);
    std::optional<int> find_integer(std::string_view field);
    std::optional<Date> find_date(std::string_view field);
    std::optional<Sentence> find_sentence(std::string_view field);
    const std::vector<JsonNode>& find_list(std::string_view field);
    const JsonNode* find_object(std::string_view field);

private:
    const JsonNode* find(std::string_view field, JsonNode::Kind kind);
    const JsonNode* require(std::string_view field, JsonNode::Kind kind);
    std::string id_in(const JsonNode& value);

    const JsonNode& node_;
    Findings& findings_;
};

/// {"nb": "...", "nn": "...", "en": "..."}; a language that is absent is translation_missing.
Sentence sentence_from(const JsonNode& node, Findings& findings);

template <class Enum, std::size_t count>
Enum Form::word(std::string_view field, const std::array<Word<Enum>, count>& words)
{
    std::vector<std::string_view> texts;
    for (const Word<Enum>& word : words) { texts.push_back(word.text); }
    return find_word(words, one_of(field, texts)).value_or(words.front().value);
}

} // namespace samvei::pathway
