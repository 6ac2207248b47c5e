#pragma once
// What HSDS has no field for, as taxonomies of our own. Documented in docs/recipes/hsds.md.

#include <boost/json/object.hpp>

#include <array>
#include <string>
#include <string_view>

namespace samvei::exchange {

/// A taxonomy: its terms' codes are the words that offers use.
struct OwnTaxonomy {
    std::string_view name; ///< Also the link_type of its attributes.
    std::string_view about;
};

inline constexpr std::string_view kind_taxonomy = "samvei_kind";
inline constexpr std::string_view theme_taxonomy = "samvei_theme";
inline constexpr std::string_view severity_taxonomy = "samvei_severity";
inline constexpr std::string_view audience_taxonomy = "samvei_audience";
inline constexpr std::string_view way_taxonomy = "samvei_way";
/// Codes are fields of an offer; the attribute's value is the field as JSON text, "null" when it is not set.
inline constexpr std::string_view field_taxonomy = "samvei_field";

inline constexpr std::array own_taxonomies{
    OwnTaxonomy{kind_taxonomy, "What sort of offer it is."},
    OwnTaxonomy{theme_taxonomy, "What is difficult."},
    OwnTaxonomy{severity_taxonomy, "How hard it may be, from universal to complex."},
    OwnTaxonomy{audience_taxonomy, "Who it is for."},
    OwnTaxonomy{way_taxonomy, "How one meets."},
    OwnTaxonomy{field_taxonomy, "A field of an offer in Samvei that HSDS has no place for, as JSON text."}};

std::string taxonomy_id(std::string_view taxonomy);
std::string term_id(std::string_view taxonomy, std::string_view code);

/// Rows of the standard's tables.
boost::json::object taxonomy_row(const OwnTaxonomy& taxonomy);
/// `name` and `description` may be the code.
boost::json::object term_row(std::string_view taxonomy, std::string_view code, std::string_view name);

} // namespace samvei::exchange
