#include "http/target.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace samvei::http {

namespace {

std::optional<unsigned> find_hex(char c)
{
    if (c >= '0' && c <= '9') { return static_cast<unsigned>(c - '0'); }
    if (c >= 'a' && c <= 'f') { return static_cast<unsigned>(c - 'a' + 10); }
    if (c >= 'A' && c <= 'F') { return static_cast<unsigned>(c - 'A' + 10); }
    return std::nullopt;
}

enum class Plus { plus, space };

/// Percent codes resolved; nothing when one is broken or the outcome is not UTF-8 without NUL.
std::optional<std::string> find_decoded(std::string_view text, Plus plus)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::space) {
            decoded += ' ';
            continue;
        }
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size()) { return std::nullopt; }
        const auto high = find_hex(text[i + 1]);
        const auto low = find_hex(text[i + 2]);
        if (!high || !low) { return std::nullopt; }
        decoded += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    if (!is_utf8(decoded)) { return std::nullopt; }
    return decoded;
}

bool has_odd_segment(std::string_view path)
{
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view segment = path.substr(0, path.find('/'));
        if (segment == "." || segment == "..") { return true; }
        path.remove_prefix(segment.size());
    }
    return false;
}

std::optional<std::string> find_path(std::string_view text)
{
    auto path = find_decoded(text, Plus::plus);
    if (!path || path->find('\\') != std::string::npos) { return std::nullopt; }
    const auto slashes = [](std::string_view part) { return std::count(part.begin(), part.end(), '/'); };
    if (slashes(*path) != slashes(text) || has_odd_segment(*path)) { return std::nullopt; }
    return path;
}

} // namespace

std::optional<Target> find_target(std::string_view text)
{
    if (text.empty() || text.front() != '/' || text.find('#') != std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t mark = std::min(text.find('?'), text.size());
    auto path = find_path(text.substr(0, mark));
    if (!path) { return std::nullopt; }

    auto query = find_pairs(text.substr(std::min(mark + 1, text.size())));
    if (!query) { return std::nullopt; }
    return Target{.path = *std::move(path), .query = *std::move(query)};
}

std::optional<Pairs> find_pairs(std::string_view text)
{
    Pairs pairs;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty()) { continue; }
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = find_decoded(pair.substr(0, equals), Plus::space);
        auto value = find_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::space);
        if (!name || !value) { return std::nullopt; }
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

} // namespace samvei::http
