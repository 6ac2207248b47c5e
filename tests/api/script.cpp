#include "api/script.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace samvei::api {

namespace {

constexpr std::array methods{"GET", "POST", "PUT", "DELETE"};
constexpr std::array directions{"as", "language", "clock", "link", "end", "deactivate"};

template <class Words>
bool is_one_of(const Words& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string without_spaces(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) { return ""; }
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// The first word of a line, and the rest.
std::pair<std::string, std::string> split(const std::string& line, char at)
{
    const std::size_t end = std::min(line.find(at), line.size());
    return {without_spaces(line.substr(0, end)),
            end < line.size() ? without_spaces(line.substr(end + 1)) : ""};
}

std::string bytes_from_hex(const std::string& hex)
{
    std::string bytes;
    for (std::size_t place = 0; place + 1 < hex.size(); place += 2) {
        bytes += static_cast<char>(std::stoi(hex.substr(place, 2), nullptr, 16));
    }
    return bytes;
}

/// A JSON object of so many bytes.
std::string large_body(std::size_t bytes)
{
    const std::string begin = R"({"label":")";
    const std::string end = R"("})";
    return begin + std::string(bytes - begin.size() - end.size(), 'x') + end;
}

class Reading {
public:
    explicit Reading(const std::filesystem::path& file) : file_{file}, lines_{file}
    {
        if (!lines_) { throw std::runtime_error{"cannot read " + file.string()}; }
    }

    std::vector<Step> steps()
    {
        std::vector<Step> steps;
        while (next_line()) {
            if (line_.empty() || line_.front() == '#') { continue; }
            const auto [word, rest] = split(line_, ' ');
            Step step{.line = number_, .direction = {}, .exchange = {}};
            if (is_one_of(methods, word)) {
                step.exchange = read_exchange(word, rest);
            } else if (is_one_of(directions, word)) {
                step.direction = Direction{word, rest};
            } else {
                fail("this is neither a request nor a direction");
            }
            steps.push_back(std::move(step));
        }
        return steps;
    }

private:
    bool next_line()
    {
        std::string line;
        if (!std::getline(lines_, line)) { return false; }
        ++number_;
        line_ = without_spaces(line);
        return true;
    }

    [[noreturn]] void fail(const std::string& why) const
    {
        throw std::runtime_error{file_.filename().string() + ":" + std::to_string(number_) + ": " + why};
    }

    Exchange read_exchange(const std::string& method, const std::string& path)
    {
        Exchange exchange;
        exchange.method = method;
        exchange.path = path;
        while (next_line() && !line_.starts_with("=")) { read_request_line(exchange); }
        if (!line_.starts_with("=")) { fail("a request without '= status'"); }
        const auto [status, code] = split(without_spaces(line_.substr(1)), ' ');
        exchange.status = std::stoi(status);
        exchange.code = code;
        while (next_line() && !line_.empty()) { read_answer_line(exchange); }
        return exchange;
    }

    void read_request_line(Exchange& exchange)
    {
        const auto [word, rest] = split(line_, ' ');
        if (word == "with") {
            exchange.headers.push_back(split(rest, ':'));
        } else if (word == "body") {
            const auto [kind, bytes] = split(rest, ' ');
            exchange.body = kind == "hex" ? bytes_from_hex(bytes) : large_body(std::stoul(kind));
            exchange.body_is_raw = true;
        } else {
            exchange.body += line_ + "\n";
        }
    }

    void read_answer_line(Exchange& exchange)
    {
        if (line_.starts_with("#")) { return; }
        if (line_.starts_with("> ")) {
            exchange.answer_headers.push_back(split(line_.substr(2), ':'));
        } else {
            exchange.answer += line_ + "\n";
        }
    }

    std::filesystem::path file_;
    std::ifstream lines_;
    std::string line_;
    int number_ = 0;
};

} // namespace

std::vector<Step> read_script(const std::filesystem::path& file)
{
    return Reading{file}.steps();
}

} // namespace samvei::api
