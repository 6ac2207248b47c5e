#include "exchange/csv.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace samvei::exchange {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// Comma, semicolon or tab: the one that the first line has most of, outside quotes.
char delimiter_of(std::string_view text)
{
    constexpr std::array<char, 3> known{',', ';', '\t'};
    std::array<int, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') { quoted = !quoted; }
        if (c == '\n' && !quoted) { break; }
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (c == known[i] && !quoted) { ++counts[i]; }
        }
    }
    return known[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// Reads record after record; ends at the first fault of quotes, as nothing after it means anything.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_{text}, delimiter_{delimiter_of(text)} {}

    bool at_end() const { return at_ >= text_.size(); }

    CsvRecord next(std::vector<RowFault>& faults)
    {
        CsvRecord record{.line = line_, .cells = {}};
        for (;;) {
            std::string& cell = record.cells.emplace_back();
            const bool read = peek() == '"' ? read_quoted(cell, record.line, faults)
                                            : read_plain(cell, faults);
            if (!read) {
                at_ = text_.size();
                return record;
            }
            if (peek() != delimiter_ || at_end()) { break; }
            ++at_;
        }
        end_line();
        return record;
    }

private:
    char peek() const { return at_end() ? '\0' : text_[at_]; }
    bool at_line_end() const
    {
        return at_end() || text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_, 2) == "\r\n");
    }

    bool read_plain(std::string& cell, std::vector<RowFault>& faults)
    {
        while (!at_line_end() && text_[at_] != delimiter_) {
            if (text_[at_] == '"') {
                faults.push_back({.why = Why::csv_quote_astray, .line = line_});
                return false;
            }
            cell += text_[at_++];
        }
        return true;
    }

    bool read_quoted(std::string& cell, int began, std::vector<RowFault>& faults)
    {
        ++at_;
        for (; !at_end(); ++at_) {
            if (text_[at_] == '\n') { ++line_; }
            if (text_[at_] != '"') {
                cell += text_[at_];
                continue;
            }
            if (text_.substr(at_, 2) == "\"\"") {
                cell += text_[at_++];
                continue;
            }
            ++at_;
            if (at_line_end() || text_[at_] == delimiter_) { return true; }
            faults.push_back({.why = Why::csv_quote_astray, .line = line_});
            return false;
        }
        faults.push_back({.why = Why::csv_quote_open, .line = began});
        return false;
    }

    void end_line()
    {
        if (at_end()) { return; }
        if (text_[at_] == '\r') { ++at_; }
        ++at_;
        ++line_;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int line_ = 1;
};

bool is_blank(const CsvRecord& record)
{
    return std::ranges::all_of(record.cells, [](const std::string& cell) { return cell.empty(); });
}

void look_at_header(CsvReading& reading)
{
    std::set<std::string> seen;
    if (is_blank(reading.header)) { reading.faults.push_back({.why = Why::csv_no_header, .line = 1}); }
    for (std::string& cell : reading.header.cells) {
        while (!cell.empty() && cell.back() == ' ') { cell.pop_back(); }
        while (!cell.empty() && cell.front() == ' ') { cell.erase(0, 1); }
        if (!seen.insert(cell).second) {
            reading.faults.push_back(
                {.why = Why::csv_column_twice, .line = reading.header.line, .field = cell, .detail = cell});
        }
    }
}

std::string quoted(const std::string& cell)
{
    if (cell.find_first_of("\",;\t\r\n") == std::string::npos) { return cell; }
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"') { text += '"'; }
        text += c;
    }
    return text + '"';
}

} // namespace

CsvReading read_csv(std::string_view text)
{
    if (text.starts_with(byte_order_mark)) { text.remove_prefix(byte_order_mark.size()); }
    CsvReading reading;
    Scanner scanner{text};
    if (!scanner.at_end()) { reading.header = scanner.next(reading.faults); }
    if (reading.faults.empty()) { look_at_header(reading); }
    if (!reading.faults.empty()) { return reading; }
    const std::size_t cells = reading.header.cells.size();
    while (!scanner.at_end()) {
        CsvRecord record = scanner.next(reading.faults);
        if (!reading.faults.empty() && reading.faults.back().why != Why::csv_cells) { break; }
        if (is_blank(record)) { continue; }
        if (record.cells.size() != cells) {
            reading.faults.push_back(
                {.why = Why::csv_cells, .line = record.line, .detail = std::to_string(cells)});
            continue;
        }
        reading.records.push_back(std::move(record));
    }
    return reading;
}

std::string csv_of(const std::vector<std::vector<std::string>>& records)
{
    std::string text;
    for (const std::vector<std::string>& cells : records) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) { text += ','; }
            text += quoted(cells[i]);
        }
        text += "\r\n";
    }
    return text;
}

} // namespace samvei::exchange
