#pragma once
// Whether a JSON answer has in it what a script expects, and what it is asked to remember.

#include <boost/json/value.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::api {

using Names = std::map<std::string, std::string>;

/// Replaces every {name} that is known; others stay.
std::string with_names(std::string_view text, const Names& names);

/// What of `expected` the `actual` lacks, one sentence each; new {names} are added to `names`.
std::vector<std::string> differences(const boost::json::value& expected, const boost::json::value& actual,
                                     Names& names);

/// Whether `text` fits a pattern in which * stands for anything.
bool fits(std::string_view pattern, std::string_view text);

} // namespace samvei::api
