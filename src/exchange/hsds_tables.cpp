#include "exchange/hsds_tables.hpp"

#include <algorithm>
#include <array>

namespace samvei::exchange {

namespace {

using enum FieldType;
using enum Need;

// clang-format off
constexpr std::array<std::string_view, 4> statuses{"active", "inactive", "defunct", "temporarily closed"};
constexpr std::array<std::string_view, 3> location_types{"physical", "postal", "virtual"};
constexpr std::array<std::string_view, 7> week_days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::string_view, 2> frequencies{"WEEKLY", "MONTHLY"};

constexpr std::array organization{
    HsdsField{"id", text, always}, HsdsField{"name", text, always}, HsdsField{"alternate_name"},
    HsdsField{"description", text, always}, HsdsField{"email", email}, HsdsField{"website", uri},
    HsdsField{"tax_status"}, HsdsField{"tax_id"}, HsdsField{"year_incorporated", number},
    HsdsField{"legal_status"}, HsdsField{"logo"}, HsdsField{"uri", uri},
    HsdsField{"parent_organization_id", text, optional, "organization"}};
constexpr std::array program{
    HsdsField{"id", text, always}, HsdsField{"organization_id", text, in_tables, "organization"},
    HsdsField{"name", text, always}, HsdsField{"alternate_name"}, HsdsField{"description", text, always}};
constexpr std::array service{
    HsdsField{"id", text, always}, HsdsField{"organization_id", text, in_tables, "organization"},
    HsdsField{"program_id", text, optional, "program"}, HsdsField{"name", text, always},
    HsdsField{"alternate_name"}, HsdsField{"description"}, HsdsField{"url", uri}, HsdsField{"email", email},
    HsdsField{"status", text, always, "", statuses}, HsdsField{"interpretation_services"},
    HsdsField{"application_process"}, HsdsField{"fees_description"}, HsdsField{"wait_time"},
    HsdsField{"fees"}, HsdsField{"accreditations"}, HsdsField{"eligibility_description"},
    HsdsField{"minimum_age", number}, HsdsField{"maximum_age", number}, HsdsField{"assured_date", date},
    HsdsField{"assurer_email", email}, HsdsField{"licenses"}, HsdsField{"alert"},
    HsdsField{"last_modified", moment}};
constexpr std::array attribute{
    HsdsField{"id", text, always}, HsdsField{"link_id", text, in_tables, "*"},
    HsdsField{"taxonomy_term_id", text, in_tables, "taxonomy_term"}, HsdsField{"link_type"},
    HsdsField{"link_entity", text, in_tables}, HsdsField{"value"}, HsdsField{"label"}};
constexpr std::array service_at_location{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, in_tables, "service"},
    HsdsField{"location_id", text, in_tables, "location"}, HsdsField{"description"}};
constexpr std::array location{
    HsdsField{"id", text, always}, HsdsField{"location_type", text, always, "", location_types},
    HsdsField{"url", uri}, HsdsField{"organization_id", text, optional, "organization"}, HsdsField{"name"},
    HsdsField{"alternate_name"}, HsdsField{"description"}, HsdsField{"transportation"},
    HsdsField{"latitude", number}, HsdsField{"longitude", number}, HsdsField{"external_identifier"},
    HsdsField{"external_identifier_type"}};
constexpr std::array phone{
    HsdsField{"id", text, always}, HsdsField{"location_id", text, optional, "location"},
    HsdsField{"service_id", text, optional, "service"},
    HsdsField{"organization_id", text, optional, "organization"},
    HsdsField{"contact_id", text, optional, "contact"},
    HsdsField{"service_at_location_id", text, optional, "service_at_location"},
    HsdsField{"number", text, always}, HsdsField{"extension", number}, HsdsField{"type"},
    HsdsField{"description"}};
constexpr std::array contact{
    HsdsField{"id", text, always}, HsdsField{"organization_id", text, optional, "organization"},
    HsdsField{"service_id", text, optional, "service"},
    HsdsField{"service_at_location_id", text, optional, "service_at_location"},
    HsdsField{"location_id", text, optional, "location"}, HsdsField{"name"}, HsdsField{"title"},
    HsdsField{"department"}, HsdsField{"email", email}};
constexpr std::array address{
    HsdsField{"id", text, always}, HsdsField{"location_id", text, optional, "location"},
    HsdsField{"attention"}, HsdsField{"address_1", text, always}, HsdsField{"address_2"},
    HsdsField{"city", text, always}, HsdsField{"region"}, HsdsField{"state_province", text, always},
    HsdsField{"postal_code", text, always}, HsdsField{"country", text, always},
    HsdsField{"address_type", text, always, "", location_types}};
constexpr std::array schedule{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, optional, "service"},
    HsdsField{"location_id", text, optional, "location"},
    HsdsField{"service_at_location_id", text, optional, "service_at_location"},
    HsdsField{"valid_from", date}, HsdsField{"valid_to", date}, HsdsField{"dtstart", date},
    HsdsField{"timezone", number}, HsdsField{"until", date}, HsdsField{"count", number},
    HsdsField{"wkst", text, optional, "", week_days}, HsdsField{"freq", text, optional, "", frequencies},
    HsdsField{"interval", number}, HsdsField{"byday"}, HsdsField{"byweekno"}, HsdsField{"bymonthday"},
    HsdsField{"byyearday"}, HsdsField{"description"}, HsdsField{"opens_at", time},
    HsdsField{"closes_at", time}, HsdsField{"schedule_link", uri}, HsdsField{"attending_type"},
    HsdsField{"notes"}};
constexpr std::array funding{
    HsdsField{"id", text, always}, HsdsField{"organization_id", text, optional, "organization"},
    HsdsField{"service_id", text, optional, "service"}, HsdsField{"source"}};
constexpr std::array service_area{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, optional, "service"},
    HsdsField{"service_at_location_id", text, optional, "service_at_location"}, HsdsField{"name"},
    HsdsField{"description"}, HsdsField{"extent"}, HsdsField{"extent_type"}, HsdsField{"uri"}};
constexpr std::array required_document{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, optional, "service"},
    HsdsField{"document"}, HsdsField{"uri", uri}};
constexpr std::array language{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, optional, "service"},
    HsdsField{"location_id", text, optional, "location"}, HsdsField{"phone_id", text, optional, "phone"},
    HsdsField{"name"}, HsdsField{"code"}, HsdsField{"note"}};
constexpr std::array accessibility{
    HsdsField{"id", text, always}, HsdsField{"location_id", text, optional, "location"},
    HsdsField{"description"}, HsdsField{"details"}, HsdsField{"url", uri}};
constexpr std::array taxonomy_term{
    HsdsField{"id", text, always}, HsdsField{"code"}, HsdsField{"name", text, always},
    HsdsField{"description", text, always}, HsdsField{"parent_id", text, optional, "taxonomy_term"},
    HsdsField{"taxonomy"}, HsdsField{"language"}, HsdsField{"taxonomy_id", text, optional, "taxonomy"},
    HsdsField{"term_uri", uri}};
constexpr std::array metadata{
    HsdsField{"id", text, always}, HsdsField{"resource_id", text, in_tables, "*"},
    HsdsField{"resource_type", text, in_tables}, HsdsField{"last_action_date", date, always},
    HsdsField{"last_action_type", text, always}, HsdsField{"field_name", text, always},
    HsdsField{"previous_value", text, always}, HsdsField{"replacement_value", text, always},
    HsdsField{"updated_by", text, always}};
constexpr std::array meta_table_description{
    HsdsField{"id", text, always}, HsdsField{"name"}, HsdsField{"language"}, HsdsField{"character_set"}};
constexpr std::array cost_option{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, in_tables, "service"},
    HsdsField{"valid_from", date}, HsdsField{"valid_to", date}, HsdsField{"option"},
    HsdsField{"currency"}, HsdsField{"amount", number}, HsdsField{"amount_description"}};
constexpr std::array organization_identifier{
    HsdsField{"id", text, always}, HsdsField{"organization_id", text, in_tables, "organization"},
    HsdsField{"identifier_scheme"}, HsdsField{"identifier_type", text, always},
    HsdsField{"identifier", text, always}};
constexpr std::array taxonomy{
    HsdsField{"id", text, always}, HsdsField{"name", text, always}, HsdsField{"description", text, always},
    HsdsField{"uri", uri}, HsdsField{"version"}};
constexpr std::array url{
    HsdsField{"id", text, always}, HsdsField{"label"}, HsdsField{"url", uri, always},
    HsdsField{"organization_id", text, optional, "organization"},
    HsdsField{"service_id", text, optional, "service"}};
constexpr std::array unit{
    HsdsField{"id", text, always}, HsdsField{"name", text, always}, HsdsField{"scheme"},
    HsdsField{"identifier"}, HsdsField{"uri", uri}};
constexpr std::array service_capacity{
    HsdsField{"id", text, always}, HsdsField{"service_id", text, in_tables, "service"},
    HsdsField{"unit_id", text, in_tables, "unit"}, HsdsField{"available", number, always},
    HsdsField{"maximum", number}, HsdsField{"description"}, HsdsField{"updated", moment, always}};

constexpr std::array tables{
    HsdsTable{"organization", "organizations.csv", organization},
    HsdsTable{"program", "programs.csv", program},
    HsdsTable{"service", "services.csv", service},
    HsdsTable{"attribute", "attributes.csv", attribute},
    HsdsTable{"service_at_location", "service_at_location.csv", service_at_location},
    HsdsTable{"location", "locations.csv", location},
    HsdsTable{"phone", "phones.csv", phone},
    HsdsTable{"contact", "contacts.csv", contact},
    HsdsTable{"address", "addresses.csv", address},
    HsdsTable{"schedule", "schedules.csv", schedule},
    HsdsTable{"funding", "funding.csv", funding},
    HsdsTable{"service_area", "service_areas.csv", service_area},
    HsdsTable{"required_document", "required_documents.csv", required_document},
    HsdsTable{"language", "languages.csv", language},
    HsdsTable{"accessibility", "accessibility.csv", accessibility},
    HsdsTable{"taxonomy_term", "taxonomy_terms.csv", taxonomy_term},
    HsdsTable{"metadata", "metadata.csv", metadata},
    HsdsTable{"meta_table_description", "meta_table_descriptions.csv", meta_table_description},
    HsdsTable{"cost_option", "cost_options.csv", cost_option},
    HsdsTable{"organization_identifier", "organization_identifiers.csv", organization_identifier},
    HsdsTable{"taxonomy", "taxonomies.csv", taxonomy},
    HsdsTable{"url", "url.csv", url},
    HsdsTable{"unit", "units.csv", unit},
    HsdsTable{"service_capacity", "service_capacity.csv", service_capacity}};

constexpr std::array nested{
    Nesting{"service", "organization", "organization", "organization_id", Count::one},
    Nesting{"service", "program", "program", "program_id", Count::one},
    Nesting{"service", "additional_urls", "url", "service_id"},
    Nesting{"service", "phones", "phone", "service_id"},
    Nesting{"service", "schedules", "schedule", "service_id"},
    Nesting{"service", "service_areas", "service_area", "service_id"},
    Nesting{"service", "service_at_locations", "service_at_location", "service_id"},
    Nesting{"service", "languages", "language", "service_id"},
    Nesting{"service", "funding", "funding", "service_id"},
    Nesting{"service", "cost_options", "cost_option", "service_id"},
    Nesting{"service", "required_documents", "required_document", "service_id"},
    Nesting{"service", "contacts", "contact", "service_id"},
    Nesting{"service", "capacities", "service_capacity", "service_id"},
    Nesting{"organization", "additional_websites", "url", "organization_id"},
    Nesting{"organization", "funding", "funding", "organization_id"},
    Nesting{"organization", "contacts", "contact", "organization_id"},
    Nesting{"organization", "phones", "phone", "organization_id"},
    Nesting{"organization", "locations", "location", "organization_id"},
    Nesting{"organization", "programs", "program", "organization_id"},
    Nesting{"organization", "organization_identifiers", "organization_identifier", "organization_id"},
    Nesting{"organization", "services", "service", "organization_id"},
    Nesting{"service_at_location", "service", "service", "service_id", Count::one},
    Nesting{"service_at_location", "location", "location", "location_id", Count::one},
    Nesting{"service_at_location", "service_areas", "service_area", "service_at_location_id"},
    Nesting{"service_at_location", "contacts", "contact", "service_at_location_id"},
    Nesting{"service_at_location", "phones", "phone", "service_at_location_id"},
    Nesting{"service_at_location", "schedules", "schedule", "service_at_location_id"},
    Nesting{"location", "languages", "language", "location_id"},
    Nesting{"location", "addresses", "address", "location_id"},
    Nesting{"location", "contacts", "contact", "location_id"},
    Nesting{"location", "accessibility", "accessibility", "location_id"},
    Nesting{"location", "phones", "phone", "location_id"},
    Nesting{"location", "schedules", "schedule", "location_id"},
    Nesting{"phone", "languages", "language", "phone_id"},
    Nesting{"contact", "phones", "phone", "contact_id"},
    Nesting{"service_capacity", "unit", "unit", "unit_id", Count::one},
    Nesting{"attribute", "taxonomy_term", "taxonomy_term", "taxonomy_term_id", Count::one},
    Nesting{"taxonomy_term", "taxonomy_detail", "taxonomy", "taxonomy_id", Count::one}};

constexpr std::array nested_in_all{
    Nesting{"*", "attributes", "attribute", "link_id"},
    Nesting{"*", "metadata", "metadata", "resource_id"}};
// clang-format on

} // namespace

const HsdsField* HsdsTable::find_field(std::string_view field) const
{
    const auto at = std::ranges::find(fields, field, &HsdsField::name);
    return at == fields.end() ? nullptr : &*at;
}

std::span<const HsdsTable> hsds_tables()
{
    return tables;
}

const HsdsTable* find_table(std::string_view name)
{
    const auto at = std::ranges::find(tables, name, &HsdsTable::name);
    return at == tables.end() ? nullptr : &*at;
}

const HsdsTable* find_table_of_file(std::string_view file)
{
    constexpr std::string_view ending = ".csv";
    if (!file.ends_with(ending)) { return nullptr; }
    const auto at = std::ranges::find(tables, file, &HsdsTable::file);
    return at == tables.end() ? find_table(file.substr(0, file.size() - ending.size())) : &*at;
}

std::span<const Nesting> nestings()
{
    return nested;
}

std::span<const Nesting> nestings_of_all()
{
    return nested_in_all;
}

} // namespace samvei::exchange
