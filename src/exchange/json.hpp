#pragma once
// What this room answers, as JSON text after shapes.hpp.

#include "exchange/merging.hpp"

namespace samvei::exchange {

std::string json_of(const DryRun& run, Language language);
std::string json_of(const ImportRun& run);
std::string json_of(const std::vector<ImportRun>& runs);
std::string json_of(const Duplicates& duplicates);
std::string json_of(const directory::OfferRecord& record);

} // namespace samvei::exchange
