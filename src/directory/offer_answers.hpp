#pragma once
// What the staff API answers, as JSON text after the shapes of api_shapes.hpp.

#include "directory/offers.hpp"

#include <string>
#include <vector>

namespace samvei::directory {

std::string rows_json(const std::vector<OfferRecord>& records, const Caller& caller, Language language,
                      Date today);
std::string record_json(const OfferPage& page, const Caller& caller);
std::string version_json(int number, const finder::Offer& offer);
/// What an offer may say, with names in this language.
std::string words_json(const finder::Vocabulary& vocabulary, const finder::Places& places, Language language);

} // namespace samvei::directory
