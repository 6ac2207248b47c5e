#pragma once
// Offers as JSON: read with every fault named by its place, and written again as they were.

#include "base/result.hpp"
#include "finder/offer.hpp"

#include <boost/json/object.hpp>

#include <set>
#include <string>
#include <string_view>

namespace samvei::directory {

/// Words that an offer may use.
struct KnownWords {
    std::set<std::string, std::less<>> kinds;
    std::set<std::string, std::less<>> themes;
};

/// Reads the text of one offer. Refuses with bad_json or invalid_fields, each fault with its path.
Result<finder::Offer> read_offer(std::string_view text, const KnownWords& known);

/// The same of a text that was checked when it was stored: kinds and themes that content has lost since are
/// kept.
Result<finder::Offer> read_stored_offer(std::string_view text);

/// The same of an object that has already been decoded by shapes::offer.
Result<finder::Offer> offer_from(const boost::json::object& object, const KnownWords& known);

/// What cannot be published yet: texts without bokmål, fewer than three next steps. Empty when it can.
std::vector<FieldFault> faults_of_publishing(const finder::Offer& offer);

/// The whole offer, in the order of the shape; what is not set is left out. `offer_from` gives the same offer
/// back.
boost::json::object json_of(const finder::Offer& offer);

boost::json::object json_of(const finder::Waiting& waiting);
finder::Waiting waiting_from(const boost::json::object& object);
boost::json::object json_of(const finder::Checked& checked);

/// Texts by language as a JSON object.
boost::json::object json_of(const finder::Texts& texts);

} // namespace samvei::directory
