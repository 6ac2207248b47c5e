#pragma once
// What leaders are answered, as JSON text after the shapes of coverage_shapes.hpp.

#include "directory/responsibilities.hpp"
#include "directory/unanswered.hpp"
#include "finder/coverage.hpp"

#include <string>

namespace samvei::directory {

std::string coverage_json(std::span<const finder::Offer> offers, const finder::CoverageQuestion& question,
                          const finder::Vocabulary& vocabulary, Language language);
std::string responsibilities_json(const ResponsibilityRegister& found, const finder::Vocabulary& vocabulary,
                                  Language language);
std::string unanswered_json(const UnansweredSearches& found);

} // namespace samvei::directory
