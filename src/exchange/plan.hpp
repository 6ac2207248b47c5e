#pragma once
// What an import would do, decided before anything is stored. Pure.
//
// The next import of a source compares three texts: the offer as the last import made it, as the source says
// now, and as it is here. What the source has not changed stays as people here have written it.

#include "directory/types.hpp"
#include "exchange/mapping.hpp"

#include <map>
#include <set>

namespace samvei::exchange {

enum class Publish { no, yes };
/// What becomes of offers that the source no longer has.
enum class WhenGone { keep, retire };

/// What somebody wants to import.
struct ImportWish {
    std::string source; ///< Its name, 1..100 characters.
    std::string language = "nb";
    std::string package; ///< JSON text.
    Publish publish = Publish::no;
    WhenGone when_gone = WhenGone::keep;
};

/// A service and the offer that it says.
struct MadeService {
    std::string id;
    const PackageRow* row = nullptr;
    MadeOffer made;
};
std::vector<MadeService> made_services(const RowIndex& index, const MapSetting& setting);

/// That a service became an offer before.
struct Link {
    std::string offer;
    std::string document; ///< The offer as that import made it.
};

/// What is stored that matters for the services of a package.
struct PlanFacts {
    std::map<std::string, Link> links;                     ///< Of this source, by service.
    std::set<std::string> services_before;                 ///< Those that the last import had.
    std::map<std::string, directory::OfferRecord> records; ///< By id: of links, and of ids that offers claim.
    std::set<std::string> kept;                            ///< Those of `records` that the caller keeps.
};
/// Ids of records that `decide_plan` needs, besides those of links.
std::set<std::string> offer_ids_claimed(const std::vector<MadeService>& services);

enum class Outcome { created, changed, unchanged, merged };

struct FieldChange {
    std::string field;
    std::string before; ///< JSON; "" when it was not set.
    std::string after;
    bool changed_here_too = false;
};

struct PlannedService {
    std::string service;
    std::string offer_id;
    std::string name;
    int row = 0;
    int line = 0;
    Outcome outcome = Outcome::unchanged;
    std::vector<FieldChange> changes;
    std::int64_t edit = 0; ///< Of the record now; 0 when it is new.
    bool will_publish = false;
    finder::Offer offer;       ///< As it will be.
    std::string made_document; ///< As the source says it.
};

struct GoneService {
    std::string service;
    std::string offer_id;
    std::string name;
};

struct Plan {
    Form form = Form::tables;
    std::map<std::string, std::size_t> rows; ///< How many, by table.
    std::vector<PlannedService> services;    ///< In the order of the package.
    std::vector<GoneService> gone;
    std::vector<RowFault> faults; ///< Faults before warnings.
    std::string digest;           ///< Of the package and of what it would do to what is stored.
    bool can_be_imported() const;
    std::size_t count_of(Outcome outcome) const;
};

Plan decide_plan(const PackageReading& reading, const std::vector<MadeService>& services,
                 const ImportWish& wish, const PlanFacts& facts);

} // namespace samvei::exchange
