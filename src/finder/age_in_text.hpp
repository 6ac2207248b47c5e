#pragma once
// How old somebody says that they, or a child, are.

#include "base/text.hpp"

#include <optional>
#include <span>

namespace samvei::finder {

/// The one age of 0..25 years that the words name: "14 år", "12-åring", "15 years old", "jeg er 14". None
/// when they name several, or when years are a time ("i 2 år", "3 years ago").
std::optional<int> find_age(std::span<const TypedWord> words);

} // namespace samvei::finder
