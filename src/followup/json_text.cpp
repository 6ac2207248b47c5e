#include "followup/json_text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

namespace samvei::followup {

namespace json = boost::json;

std::string json_of_texts(const std::vector<std::string>& texts)
{
    return json::serialize(json::value_from(texts));
}

std::vector<std::string> texts_from_json(std::string_view text)
{
    return json::value_to<std::vector<std::string>>(json::parse(text));
}

std::string json_of_map(const std::map<std::string, std::string>& texts)
{
    return json::serialize(json::value_from(texts));
}

std::map<std::string, std::string> map_from_json(std::string_view text)
{
    return json::value_to<std::map<std::string, std::string>>(json::parse(text));
}

std::string json_of_pairs(std::initializer_list<std::pair<std::string_view, std::string>> pairs)
{
    json::object object;
    for (const auto& [name, value] : pairs) {
        if (!value.empty()) { object[name] = value; }
    }
    return json::serialize(object);
}

} // namespace samvei::followup
