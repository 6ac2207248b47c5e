#pragma once
// Lists and maps of free text as JSON columns.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::followup {

std::string json_of_texts(const std::vector<std::string>& texts);
std::vector<std::string> texts_from_json(std::string_view json);
std::string json_of_map(const std::map<std::string, std::string>& texts);
std::map<std::string, std::string> map_from_json(std::string_view json);

/// A JSON object of texts; empty values are left out.
std::string json_of_pairs(std::initializer_list<std::pair<std::string_view, std::string>> pairs);

} // namespace samvei::followup
