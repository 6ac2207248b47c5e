#include "exchange/shapes.hpp"

#include "exchange/imports.hpp"
#include "finder/words.hpp"

namespace samvei::exchange::shapes {

using namespace http;
using finder::all_words;

namespace {

constexpr std::int64_t count_max = 1'000'000;
constexpr std::int64_t edit_max = 1'000'000'000;

Field count(std::string_view name, std::string_view about)
{
    return integer(name, 0, count_max, about);
}

/// What an import is asked to do; `digest` comes on top.
std::vector<Field> wish_fields()
{
    return {text("source", 1, 100, "Name of where it comes from; the same each time."),
            optional(choice("language", {"nb", "nn", "en"}, "Of the texts; bokmål when it is not said.")),
            verbatim("package", 5'000'000,
                     "JSON text: tables of HSDS 3, nested services or organizations, or "
                     "{\"files\": {\"services.csv\": \"...\"}}."),
            optional(boolean("publish", "Let the public see what is imported, and not keep it as drafts.")),
            optional(choice("when_gone", {"keep", "retire"},
                            "What becomes of offers that the source no longer has."))};
}

std::vector<Field> import_fields()
{
    std::vector<Field> fields = wish_fields();
    fields.push_back(text("digest", 64, 64, "Of the dry run that was seen."));
    return fields;
}

const Shape row_fault{"ImportRowFault",
                      "What is to be said of a row. Rows and lines count from 1.",
                      {choice("weight", {"fault", "warning"}, "A fault stops the import."),
                       text("why", 1, 60, "Code."), text("table", 0, 60, "Table of HSDS."),
                       optional(integer("row", 1, count_max, "Row of the table.")),
                       optional(integer("line", 1, count_max, "Line of the CSV file.")),
                       text("field", 0, 400, "Field."), text("message", 1, 1000, "In the asked language.")}};

const Shape field_change{"ImportFieldChange",
                         "A field of an offer that the import would change.",
                         {text("field", 1, 60, "Field."), verbatim("before", count_max, "JSON, or empty."),
                          verbatim("after", count_max, "JSON, or empty."),
                          boolean("changed_here_too", "Whether people here have changed it since.")}};

const Shape service{"ImportService",
                    "A service, and what the import would do.",
                    {text("service", 1, 200, "Its id in the source."), text("offer", 3, 60, "Its id here."),
                     text("name", 0, 200, "Its name."),
                     choice("outcome", all_words<Outcome>(), "What would happen to the offer."),
                     boolean("will_publish", "Whether the public would see it."),
                     optional(integer("row", 1, count_max, "Row of the table service.")),
                     optional(integer("line", 1, count_max, "Line of the CSV file.")),
                     objects("changes", field_change, 0, 60, "Field by field.")}};

const Shape gone{"ImportGone",
                 "An offer that the source no longer has.",
                 {text("service", 1, 200, "Its id in the source."), text("offer", 3, 60, "Its id here."),
                  text("name", 0, 200, "Its name.")}};

const Shape table_count{"ImportTable",
                        "How many rows there are.",
                        {text("table", 1, 60, "Table of HSDS."), count("rows", "How many.")}};

const Shape suspected{"SuspectedOffer",
                      "An offer that may be the same as another.",
                      {text("id", 3, 60, "Offer."), text("name", 0, 200, "Its name."),
                       text("organization", 0, 200, "Who provides it."),
                       text("source", 1, 120, "Where it comes from."),
                       choice("state", all_words<directory::OfferState>(), "As it is now."),
                       integer("edit", 0, edit_max, "Send back to merge it; 0: not stored yet."),
                       boolean("is_kept", "Whether the caller may merge it into the other.")}};

const Shape pair{"SuspectedPair",
                 "Two that may be one.",
                 {object("left", suspected, "One."), object("right", suspected, "The other."),
                  choices("because", all_words<finder::Likeness>(), 1, 6, "Why.")}};

Field page_number()
{
    return optional(integer("page", 1, count_max, "Page, from 1."));
}

std::vector<Field> with_pages(std::vector<Field> fields)
{
    fields.insert(fields.begin(), {optional(text("search", 0, 400, "Words to look for.")), page_number(),
                                   optional(integer("per_page", 1, 500, "How many on a page; 50."))});
    return fields;
}

std::vector<Field> with_filters(std::vector<Field> more)
{
    std::vector<Field> fields{
        optional(text("taxonomy_term_id", 0, 36, "Only with this term.")),
        optional(text("taxonomy_id", 0, 36, "Only with a term of this taxonomy.")),
        optional(text("organization_id", 0, 36, "Only of this organization.")),
        optional(text("modified_after", 0, 40, "Only what was changed on or after this day or time."))};
    fields.insert(fields.end(), more.begin(), more.end());
    return with_pages(std::move(fields));
}

} // namespace

const Shape dry_run_input{"ImportDryRunInput", "What is to be looked at; nothing is stored.", wish_fields()};
const Shape import_input{"ImportInput", "What is to be imported, as it was seen.", import_fields()};

const Shape dry_run{"ImportDryRun",
                    "What an import would do.",
                    {text("digest", 64, 64, "Send back to import just this."),
                     boolean("can_be_imported", "Whether there are no faults."),
                     choice("form", all_words<Form>(), "How the package is written."),
                     objects("tables", table_count, 0, 100, "What is in it."),
                     count("created", "New offers."), count("changed", "Offers that would change."),
                     count("unchanged", "Offers that are as they were."),
                     objects("services", service, 0, 20'000, "In the order of the package."),
                     objects("gone", gone, 0, 20'000, "What the source no longer has."),
                     count("faults", "How many."), count("warnings", "How many."),
                     objects("rows", row_fault, 0, 1000, "Faults before warnings; the first 500 in all."),
                     objects("duplicates", pair, 0, 20'000, "New ones that may be here already.")}};

const Shape import_run{
    "ImportRun",
    "An import that has been done.",
    {id("id", "Import."), text("source", 1, 100, "Where it came from."), instant("at", "When."),
     text("by", 1, 200, "By whom."), choice("form", all_words<Form>(), "How the package was written."),
     count("created", "New offers."), count("changed", "Offers that changed."),
     count("unchanged", "Offers that stayed."), count("gone", "What the source no longer had.")}};
const Shape import_runs{"ImportRuns",
                        "Imports of the municipality, newest first.",
                        {objects("runs", import_run, 0, 50, "Imports.")}};

const Shape export_query{
    "OfferExportQuery",
    "How the directory is to be written.",
    {optional(choice("format", all_words<Form>(), "Tables (when it is not said), nested or CSV files.")),
     optional(text("municipality", 4, 4, "Only offers that are for it.")),
     optional(choice("readers", {"anyone", "staff"}, "staff: with what is for staff only."))}};

const Shape merged_offer{"MergedOffer",
                         "An offer that has given way to another, or come back.",
                         {text("id", 3, 60, "Offer."), text("name", 0, 200, "Its name."),
                          choice("state", all_words<directory::OfferState>(), "As it is now."),
                          optional(text("merged_into", 3, 60, "The one in its place.")),
                          integer("edit", 1, edit_max, "Send back when changing.")}};
const Shape duplicates{"OfferDuplicates",
                       "Offers that may be one and the same, and those that have been merged.",
                       {objects("suspected", pair, 0, 20'000, "The most alike first."),
                        objects("merged", merged_offer, 0, 20'000, "What may be undone.")}};
const Shape merge_input{
    "MergeOfferInput",
    "The offer gives way to another.",
    {integer("edit", 1, edit_max, "Of what was read."), text("into", 3, 60, "The other.")}};
const Shape unmerge_input{
    "UnmergeOfferInput", "The offer comes back.", {integer("edit", 1, edit_max, "Of what was read.")}};

const Shape services_query{"HsdsServicesQuery", "Which services.",
                           with_filters({optional(boolean("minimal", "Only ids and when they were changed.")),
                                         optional(boolean("full", "With all that belongs to them."))})};
const Shape organizations_query{"HsdsOrganizationsQuery", "Which organizations.",
                                with_filters({optional(boolean("full", "With their lists.")),
                                              optional(boolean("full_service", "With whole services."))})};
const Shape organization_query{"HsdsOrganizationQuery",
                               "How much of an organization.",
                               {optional(boolean("full_service", "With whole services."))}};
const Shape places_query{"HsdsServiceAtLocationsQuery", "Which services at locations.",
                         with_filters({optional(boolean("full", "With all that belongs to them.")),
                                       optional(text("postcode", 0, 10, "Only at this postal code."))})};
const Shape terms_query{"HsdsTaxonomyTermsQuery", "Which terms.",
                        with_pages({optional(text("taxonomy_id", 0, 36, "Only of this taxonomy.")),
                                    optional(text("parent_id", 0, 36, "Only below this term."))})};
const Shape taxonomies_query{"HsdsTaxonomiesQuery", "Which taxonomies.", with_pages({})};

} // namespace samvei::exchange::shapes
