#pragma once
// Fields and words that several shapes share. For the shapes of this room only.

#include "http/shape.hpp"
#include "pathway/words.hpp"

namespace samvei::catalogue::shapes {

/// The words of a closed vocabulary.
template <class Words>
std::vector<std::string_view> listed(const Words& words)
{
    std::vector<std::string_view> texts;
    for (const auto& word : words) { texts.push_back(word.text); }
    return texts;
}

inline http::Field pathway_id(std::string_view about)
{
    return http::text("pathway", 1, 80, about);
}

inline http::Field edit_version()
{
    return http::integer("version", 1, 1'000'000'000, "Of the edit; send back when changing.");
}

inline http::Field version_number(std::string_view name, std::string_view about)
{
    return http::integer(name, 1, 100'000, about);
}

inline http::Field definition_text()
{
    return http::verbatim("definition", 1'000'000, "The definition, as JSON text.");
}

inline http::Field scenarios_text()
{
    return http::verbatim("scenarios", 1'000'000, "Its scenarios, as JSON text.");
}

/// A JSON value as text, or "".
inline http::Field json_text(std::string_view name, std::string_view about)
{
    return http::verbatim(name, 1'000'000, about);
}

} // namespace samvei::catalogue::shapes
