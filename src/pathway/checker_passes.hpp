#pragma once
// The two passes of the checker; only checker.cpp knows them. First each part alone (ids, texts, owners,
// dates, where answers lead); then, when that is sound, the ways through.

#include "pathway/checker.hpp"

namespace samvei::pathway {

/// What is wrong with single parts.
std::vector<Finding> check_parts(const Definition& definition, Date today, std::span<const Role> roles);

/// What is wrong with the ways through a definition whose parts are sound: for every combination of flags all
/// is reached and reaches an end, and no step needs a consent that was not asked for before.
std::vector<Finding> check_ways(const Definition& definition);

} // namespace samvei::pathway
