#pragma once
// A small HTTP/1.1 client for tests: one request on one connection, sent byte for byte as asked.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::api {

struct Answer {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::string body;

    /// Every value of a header (lower-case name), one a line.
    std::string header(std::string_view name) const;
};

struct Question {
    std::string method;
    std::string path;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// Throws std::runtime_error when there is no answer.
Answer ask(std::uint16_t port, const Question& question);

} // namespace samvei::api
