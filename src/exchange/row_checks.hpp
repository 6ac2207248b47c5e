#pragma once
// Rows against the standard's tables. Pure.

#include "exchange/package.hpp"

namespace samvei::exchange {

/// What is wrong with the rows: ids, required fields, types, values, references. In the order of the rows of
/// each table.
std::vector<RowFault> faults_of(const Tables& tables, Form form);

} // namespace samvei::exchange
