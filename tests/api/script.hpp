#pragma once
// An API script as read from its file; what the lines mean is in README.md.

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samvei::api {

/// One line of its own: "as kari", "clock +3 days" ...
struct Direction {
    std::string word;
    std::string rest;
};

struct Exchange {
    std::string method;
    std::string path;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;         ///< As written; names are not yet replaced.
    bool body_is_raw = false; ///< Bytes that are sent as they are.
    int status = 0;
    std::string code; ///< Of the problem; "" when it is none.
    std::vector<std::pair<std::string, std::string>> answer_headers;
    std::string answer; ///< JSON that must be part of the answer; "" when nothing is said.
};

struct Step {
    int line = 0;
    std::optional<Direction> direction;
    std::optional<Exchange> exchange; ///< One of the two.
};

/// Throws std::runtime_error naming file and line when something is not understood.
std::vector<Step> read_script(const std::filesystem::path& file);

} // namespace samvei::api
