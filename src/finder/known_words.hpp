#pragma once
// The vocabulary compiled for looking up: every word known as a number for its stem, and what each leads to.

#include "finder/vocabulary.hpp"

#include <cstdint>

namespace samvei::finder {

/// A number for a stem.
using StemId = std::uint32_t;

class KnownWords;

} // namespace samvei::finder
