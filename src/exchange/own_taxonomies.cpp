#include "exchange/own_taxonomies.hpp"

#include "exchange/hsds_ids.hpp"

namespace samvei::exchange {

namespace json = boost::json;

std::string taxonomy_id(std::string_view taxonomy)
{
    return hsds_id("taxonomy", taxonomy);
}

std::string term_id(std::string_view taxonomy, std::string_view code)
{
    return hsds_id("taxonomy_term", std::string{taxonomy} + ":" + std::string{code});
}

json::object taxonomy_row(const OwnTaxonomy& taxonomy)
{
    return {{"id", taxonomy_id(taxonomy.name)}, {"name", taxonomy.name}, {"description", taxonomy.about}};
}

json::object term_row(std::string_view taxonomy, std::string_view code, std::string_view name)
{
    return {{"id", term_id(taxonomy, code)}, {"code", code},         {"name", name},
            {"description", name},           {"taxonomy", taxonomy}, {"taxonomy_id", taxonomy_id(taxonomy)}};
}

} // namespace samvei::exchange
