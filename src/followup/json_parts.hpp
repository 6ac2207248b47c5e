#pragma once
// Small pieces that json.cpp and json_lists.cpp put together. Not for other files.

#include "followup/json.hpp"

#include <boost/json/array.hpp>

namespace samvei::followup {

namespace json = boost::json;

/// The municipality's own name of a level, or the definition's.
std::string level_name(const Shown& shown, const access::SettingsOfMunicipality& settings, int level);

// --- json_pathways.cpp ---

/// The step as the next one. `due_on`: as stored; `note`: what the holder added.
json::object next_step_json(const Shown& shown, const pathway::NextStep& next, std::optional<Date> due_on,
                            const PersonalText& note, Date today);

/// The map: every stage with its steps, from `lowest_level` up.
json::array pathway_json(const Shown& shown, const access::SettingsOfMunicipality& settings,
                         const pathway::State& state, int lowest_level);

/// All pathways of a follow-up, the main one first and without its map, which stands by itself.
json::array pathways_json(const Shown& shown, const FollowUpView& view);

/// What is open in all of them; the family sees theirs.
json::array open_steps_json(const Shown& shown, const FollowUpView& view);

/// "Barneverntjenesten"
std::string title_of_role(const Shown& shown, std::string_view role);

/// Why a pathway was not begun, in the language asked for; the word itself when the definition has it no
/// more.
std::string reason_text(const Shown& shown, const std::string& pathway, const std::string& reason);

/// Title of a step in the language asked for and the words of whoever asks; "" when there is none, or none
/// for the family.
std::string step_title(const Shown& shown, const pathway::Step* step);

// --- json_parts.cpp ---

void put(json::object& object, std::string_view name, const std::optional<Date>& date);
void put(json::object& object, std::string_view name, const PersonalText& text);

template <class SomeId>
json::array ids_json(const std::vector<SomeId>& ids)
{
    json::array array;
    for (const SomeId& id : ids) { array.emplace_back(id.text()); }
    return array;
}

template <class Enum>
json::array words_json(const std::vector<Enum>& values)
{
    json::array array;
    for (const Enum value : values) { array.emplace_back(word_of(value)); }
    return array;
}

json::array texts_json(const std::vector<std::string>& texts);

} // namespace samvei::followup
