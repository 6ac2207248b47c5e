#pragma once
// Between rows of HSDS and offers. Pure.
//
// What the standard can say is said in its own fields; the rest in attributes of our own taxonomies. When a
// row is read, an attribute is believed as long as the standard's fields still say what they said when it was
// written; what somebody has changed in them since counts for more. So our own offers come back unchanged,
// and a change by a program that knows only the standard is seen.

#include "base/result.hpp"
#include "directory/offer_reader.hpp"
#include "exchange/package.hpp"
#include "finder/offer.hpp"
#include "finder/places.hpp"
#include "finder/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samvei::exchange {

/// What rows do not say by themselves.
struct MapSetting {
    const finder::Vocabulary& vocabulary;
    const finder::Places& places;
    std::string language = "nb"; ///< Of texts in the standard's fields.
    std::string municipality;    ///< For which an offer is whose area is not said.
    std::string source;          ///< Name of what is imported.
};

/// Who will read the rows: what is for staff is never for anyone.
enum class Readers { anyone, staff };

/// The rows of an offer in every table, with the taxonomies and terms that it uses.
Tables rows_of(const finder::Offer& offer, const MapSetting& setting, Readers readers,
               const std::string& service_id);
/// The id of our offer in the standard.
std::string service_id_of(const finder::Offer& offer);
std::string organization_id_of(const finder::Offer& offer);
/// `place`: which of the offer's places, from 0.
std::string service_at_location_id_of(const std::string& service_id, std::size_t place);

/// An offer out of a row of the table service and what belongs to it.
struct MadeOffer {
    std::optional<finder::Offer> offer; ///< None when there are faults.
    bool is_own = false;                ///< Its id is that of one of our own exports.
    std::vector<RowFault> notes;        ///< Faults and warnings.
};
MadeOffer offer_of(const RowIndex& index, const PackageRow& service, const MapSetting& setting);

/// What the standard's fields say, without our attributes. For `offer_of` and its tests.
finder::Offer plain_offer(const RowIndex& index, const PackageRow& service, const MapSetting& setting,
                          std::vector<RowFault>& notes);
/// The standard's rows, without attributes for fields.
Tables plain_rows(const finder::Offer& offer, const MapSetting& setting, const std::string& service_id);

} // namespace samvei::exchange
