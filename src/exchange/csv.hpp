#pragma once
// Comma separated values. Source: RFC 4180; besides that a UTF-8 byte order mark, lines that end in LF alone,
// and semicolons or tabs between the cells, as spreadsheets in Norwegian write them.

#include "exchange/row_faults.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samvei::exchange {

struct CsvRecord {
    int line = 1; ///< On which it begins, from 1.
    std::vector<std::string> cells;
};

struct CsvReading {
    CsvRecord header;
    std::vector<CsvRecord> records; ///< As many cells as the header.
    std::vector<RowFault> faults;   ///< `table` is left empty.
};

/// Empty lines are passed over. What is between the cells is what the first line has most of.
CsvReading read_csv(std::string_view text);

/// With commas and CRLF; cells are quoted where they must be.
std::string csv_of(const std::vector<std::vector<std::string>>& records);

} // namespace samvei::exchange
