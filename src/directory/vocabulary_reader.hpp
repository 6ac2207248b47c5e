#pragma once
// themes.json, kinds.json and municipalities.json as what they say.

#include "base/result.hpp"
#include "finder/places.hpp"
#include "finder/vocabulary.hpp"

#include <string_view>

namespace samvei::directory {

/// Reads both into one vocabulary. Refuses with every fault named.
Result<finder::Vocabulary> read_vocabulary(std::string_view themes_json, std::string_view kinds_json);

Result<finder::Places> read_places(std::string_view municipalities_json);

} // namespace samvei::directory
