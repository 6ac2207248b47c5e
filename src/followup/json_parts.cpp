#include "followup/json_parts.hpp"

namespace samvei::followup {

void put(json::object& object, std::string_view name, const std::optional<Date>& date)
{
    if (date) { object[name] = text_of(*date); }
}

void put(json::object& object, std::string_view name, const PersonalText& text)
{
    if (!text.empty()) { object[name] = text.reveal(); }
}

json::array texts_json(const std::vector<std::string>& texts)
{
    json::array array;
    for (const std::string& text : texts) { array.emplace_back(text); }
    return array;
}

} // namespace samvei::followup
