#pragma once
// What must hold of a municipality's data after anything at all: nothing is half done.

#include "program/program.hpp"

#include <string>
#include <vector>

namespace samvei::crash {

using program::Installation;
using program::Server;

/// Every sentence that does not hold, with how many rows break it; empty when all do. Reads the database
/// beside the server.
std::vector<std::string> broken_sentences(const Installation& installation);

/// Looks that the access log holds.
std::uint64_t looks_in(const Installation& installation);

} // namespace samvei::crash
