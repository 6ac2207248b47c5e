#include "pathway/form.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace samvei::pathway {

namespace {

const std::vector<JsonNode> no_items;

bool is_id(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, fits);
}

} // namespace

std::string listed(const std::vector<std::string_view>& words)
{
    return fmt::format("{}", fmt::join(words, " | "));
}

Form::Form(const JsonNode& node, Findings& findings, std::initializer_list<std::string_view> known)
    : node_{node}, findings_{findings}
{
    if (node.kind != JsonNode::Kind::object) {
        fault(DefinitionFault::wrong_type, node.place,
              fmt::format("Here stands {}; an object is wanted.", name_of(node.kind)));
        return;
    }
    for (std::size_t at = 0; at < node.members.size(); ++at) {
        const JsonMember& member = node.members[at];
        if (std::ranges::find(known, member.name) == known.end()) {
            fault(DefinitionFault::unknown_word, member.place,
                  fmt::format("\"{}\" is no field here; the fields are {}.", member.name,
                              listed({known.begin(), known.end()})));
        }
        const auto before = node.members.begin() + static_cast<std::ptrdiff_t>(at);
        if (std::find_if(node.members.begin(), before,
                         [&](const JsonMember& earlier) { return earlier.name == member.name; }) != before) {
            fault(DefinitionFault::duplicate_id, member.place,
                  fmt::format("The field \"{}\" stands twice.", member.name));
        }
    }
}

Place Form::place_of(std::string_view field) const
{
    const JsonNode* value = node_.find(field);
    return value == nullptr ? node_.place : value->place;
}

void Form::fault(DefinitionFault fault, Place place, std::string why)
{
    findings_.push_back({fault, text_of(place), std::move(why)});
}

const JsonNode* Form::find(std::string_view field, JsonNode::Kind kind)
{
    const JsonNode* value = node_.find(field);
    if (value == nullptr || value->kind == JsonNode::Kind::null) { return nullptr; }
    if (value->kind == kind) { return value; }
    fault(DefinitionFault::wrong_type, value->place,
          fmt::format("\"{}\" is {}; {} is wanted.", field, name_of(value->kind), name_of(kind)));
    return nullptr;
}

const JsonNode* Form::require(std::string_view field, JsonNode::Kind kind)
{
    const JsonNode* value = node_.find(field);
    const bool absent = value == nullptr || value->kind == JsonNode::Kind::null;
    if (absent && node_.kind == JsonNode::Kind::object) {
        fault(DefinitionFault::missing_field, node_.place,
              fmt::format("The field \"{}\" is missing.", field));
    }
    return find(field, kind);
}

std::string Form::text(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::text);
    return value == nullptr ? std::string{} : value->text;
}

std::string Form::id(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::text);
    return value == nullptr ? std::string{} : id_in(*value);
}

std::string Form::id_in(const JsonNode& value)
{
    if (!is_id(value.text)) {
        fault(DefinitionFault::wrong_type, value.place,
              fmt::format("\"{}\" is no id: lower-case letters, digits and _.", value.text));
    }
    return value.text;
}

int Form::integer(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::integer);
    return value == nullptr ? 0 : find_integer(field).value_or(0);
}

bool Form::truth(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::truth);
    return value != nullptr && value->truth;
}

Date Form::date(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::text);
    return value == nullptr ? Date{} : find_date(field).value_or(Date{});
}

Sentence Form::sentence(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::object);
    return value == nullptr ? Sentence{} : sentence_from(*value, findings_);
}

const std::vector<JsonNode>& Form::list(std::string_view field)
{
    const JsonNode* value = require(field, JsonNode::Kind::list);
    return value == nullptr ? no_items : value->items;
}

const JsonNode* Form::object(std::string_view field)
{
    return require(field, JsonNode::Kind::object);
}

std::string Form::one_of(std::string_view field, const std::vector<std::string_view>& words)
{
    const JsonNode* value = require(field, JsonNode::Kind::text);
    if (value == nullptr) { return {}; }
    if (std::ranges::find(words, value->text) == words.end()) {
        fault(DefinitionFault::unknown_word, value->place,
              fmt::format("\"{}\" is not one of {}.", value->text, listed(words)));
        return {};
    }
    return value->text;
}

std::optional<std::string> Form::find_text(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::text);
    return value == nullptr ? std::nullopt : std::optional{value->text};
}

std::optional<std::string> Form::find_id(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::text);
    return value == nullptr ? std::nullopt : std::optional{id_in(*value)};
}

std::optional<int> Form::find_integer(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::integer);
    if (value == nullptr) { return std::nullopt; }
    constexpr std::int64_t most = 100'000;
    if (value->integer < -most || value->integer > most) {
        fault(DefinitionFault::wrong_type, value->place,
              fmt::format("{} is too large for \"{}\".", value->integer, field));
        return std::nullopt;
    }
    return static_cast<int>(value->integer);
}

std::optional<Date> Form::find_date(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::text);
    if (value == nullptr) { return std::nullopt; }
    const std::optional<Date> date = samvei::find_date(value->text);
    if (!date) {
        fault(DefinitionFault::wrong_type, value->place,
              fmt::format("\"{}\" is no day; write YYYY-MM-DD.", value->text));
    }
    return date;
}

std::optional<Sentence> Form::find_sentence(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::object);
    return value == nullptr ? std::nullopt : std::optional{sentence_from(*value, findings_)};
}

const std::vector<JsonNode>& Form::find_list(std::string_view field)
{
    const JsonNode* value = find(field, JsonNode::Kind::list);
    return value == nullptr ? no_items : value->items;
}

const JsonNode* Form::find_object(std::string_view field)
{
    return find(field, JsonNode::Kind::object);
}

Sentence sentence_from(const JsonNode& node, Findings& findings)
{
    Sentence sentence;
    Form form{node, findings, {"nb", "nn", "en"}};
    if (node.kind != JsonNode::Kind::object) { return sentence; }
    const auto read = [&](Language language, std::string& into) {
        const std::string_view code = code_of(language);
        const std::size_t found = findings.size();
        into = form.find_text(code).value_or("");
        if (into.empty() && findings.size() == found) {
            form.fault(DefinitionFault::translation_missing, node.place,
                       fmt::format("The text is missing in \"{}\".", code));
        }
    };
    read(Language::nb, sentence.nb);
    read(Language::nn, sentence.nn);
    read(Language::en, sentence.en);
    return sentence;
}

} // namespace samvei::pathway
