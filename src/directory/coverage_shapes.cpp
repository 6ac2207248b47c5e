#include "directory/coverage_shapes.hpp"

#include "finder/coverage.hpp"
#include "finder/words.hpp"

namespace samvei::directory::shapes {

using namespace http;

namespace {

constexpr int offers_max = 20'000;

template <class Enum>
std::vector<std::string_view> words_of()
{
    return {EnumWords<Enum>::words.begin(), EnumWords<Enum>::words.end()};
}

const std::vector<std::string_view> severities = words_of<finder::Severity>();
const std::vector<std::string_view> standings = words_of<finder::Standing>();
/// What is universal treats nobody.
const std::vector<std::string_view> treated{severities.begin() + 1, severities.end()};

Field ids_of_offers(std::string_view name)
{
    return texts(name, 0, offers_max, "Ids of offers.");
}

const Shape ages{"AgeSpan",
                 "Whole years, both included.",
                 {integer("from", 0, 120, "The first."), integer("to", 0, 120, "The last.")}};
const Shape named{
    "NamedThing", "An id and its name.", {text("id", 1, 80, "Id."), text("name", 1, 200, "Name.")}};

const Shape covered_offer{
    "CoverageOffer",
    "An offer that counts.",
    {text("id", 1, 60, "Id."), text("name", 0, 400, "Name."), text("kind", 1, 60, "Kind."),
     text("kind_name", 0, 400, "Name of the kind."), object("ages", ages, "For whom."),
     boolean("local", "False: for the whole country, digital and no cover here."),
     choices("weak", words_of<finder::Weakness>(), 0, 2, "Why it is not to be leaned on."),
     date("checked_on", "When somebody last said that it is so.")}};

const Shape cell{"CoverageCell",
                 "One age group, severity and way in.",
                 {object("ages", ages, "Age group."), choice("severity", severities, "Severity."),
                  choice("way_in", words_of<finder::Entrance>(), "Way in."),
                  choice("standing", standings, "How it stands."), ids_of_offers("offers"),
                  objects("without", ages, 0, 30, "Ages at which something is missed."),
                  objects("alone", ages, 0, 30, "Ages with one alone.")}};

const Shape finding{"CoverageFinding",
                    "A hole, one alone, or several of which at most one is sound.",
                    {choice("standing", standings, "hole, single or weak."),
                     choice("severity", severities, "Severity."),
                     boolean("referral_counts", "Whether a way in by referral would do."),
                     object("ages", ages, "At which ages."), ids_of_offers("offers")}};

const Shape need{"CoverageNeed",
                 "What there is for one need at one severity, as far as it reaches.",
                 {text("theme", 1, 60, "Theme."), choice("severity", severities, "Severity."),
                  choice("standing", standings, "single, weak or covered."),
                  objects("ages", ages, 1, 30, "Ages with an offer."),
                  objects("alone", ages, 0, 30, "Of them, those with one alone."), ids_of_offers("offers")}};

const Shape station_ages{"CoverageStationAges",
                         "What there is at one stop for one age group.",
                         {object("ages", ages, "Age group."), ids_of_offers("offers")}};
const Shape station{
    "CoverageStation",
    "One stop on the line from what all have to the specialist.",
    {integer("line", 0, 9, "0: own network and what all have; 3: school nurse; 9: specialist."),
     objects("kinds", named, 1, 100, "What stands there."),
     objects("by_age", station_ages, 0, 20, "By age group."), ids_of_offers("offers")}};

const Shape criterion{"LaunchCriterion",
                      "One criterion that the low-threshold service was launched with.",
                      {choice("criterion", words_of<finder::Criterion>(), "Which."),
                       boolean("met", "Whether it is met."),
                       choice("reason", words_of<finder::CriterionReason>(), "Why."),
                       texts("what", 0, 10, "Kinds of contact; services that are not named.")}};
const Shape launch{"LaunchAnswer",
                   "A low-threshold offer against the criteria.",
                   {text("offer", 1, 60, "Its id."), boolean("all_met", "All of them."),
                    objects("criteria", criterion, 4, 4, "In a fixed order.")}};

const std::vector<Field> responsibility_fields{
    integer("age_from", 0, 25, "First year, included."),
    integer("age_to", 0, 25, "Last year, included."),
    text("theme", 2, 60, "Id of a need, or all."),
    choices("severities", treated, 1, 4, "Which grades of need."),
    optional(id("unit", "One of the municipality's units.")),
    optional(text("other_unit", 1, 200, "When it is none of them: BUP.")),
    text("leader", 1, 200, "Name of who leads it."),
    date("decided_on", "When this was decided."),
    optional(text("note", 0, 2'000, "Where the decision is found."))};

const Field version_field = integer("version", 1, 1'000'000'000, "The version that was read.");

std::vector<Field> with(std::vector<Field> fields, const std::vector<Field>& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

const Shape responsibility{
    "Responsibility", "Who is responsible for whom.",
    with({id("id", "Row."), version_field, text("unit_name", 1, 200, "The unit's name."),
          optional(date("ended_on", "From this day it holds no longer.")),
          instant("changed_at", "When it was last changed."), text("changed_by", 1, 200, "By whom.")},
         responsibility_fields)};
const Shape gap{"ResponsibilityGap",
                "Nobody is responsible for whatever the need is.",
                {choice("severity", treated, "Grade of need."), object("ages", ages, "Ages.")}};
const Shape overlap{"ResponsibilityOverlap",
                    "Two rows about the same.",
                    {choice("severity", treated, "Grade of need."), object("ages", ages, "Ages."),
                     text("theme", 2, 60, "Theme, or all."), id("first", "Row."), id("second", "Row.")}};

const Shape unanswered{"UnansweredSearch",
                       "Words that found nothing on three days or more.",
                       {id("id", "Search."), text("words", 2, 40, "Folded: small letters, no marks."),
                        integer("times", 3, 1'000'000'000, "How often."),
                        integer("days", 3, 1'000'000'000, "On how many days."),
                        date("last_week", "The Monday of the last week.")}};

} // namespace

const Shape coverage_question{"CoverageQuestion",
                              "What coverage is asked for.",
                              {optional(text("theme", 1, 60, "Only offers about this need."))}};

const Shape coverage{
    "Coverage",
    "What there is for whom in the municipality, and what there is not.",
    {optional(text("theme", 1, 60, "The need that was asked for.")),
     integer("stale_days", 1, 10'000, "A check this old is stale."),
     objects("themes", named, 0, 200, "All needs."),
     objects("age_groups", ages, 1, 20, "Columns of the map."),
     objects("offers", covered_offer, 0, offers_max, "All that count."),
     objects("cells", cell, 0, 500, "Every age group, severity and way in."),
     objects("findings", finding, 0, 500, "Holes first, then those alone, then the weak."),
     objects("needs", need, 0, 1'000, "By need; what is not there has no row."),
     objects("line", station, 0, 10, "From low threshold to specialist."),
     objects("nothing_between", ages, 0, 30, "Ages with nothing between school nurse and specialist."),
     objects("launch", launch, 0, offers_max, "Low-threshold offers against the criteria."),
     objects("launch_missing", ages, 0, 30, "Ages at which no offer meets them all.")}};

const Shape responsibility_input{"ResponsibilityInput", "A new row: a unit of the municipality or another.",
                                 responsibility_fields};
const Shape responsibility_edit{"ResponsibilityEdit", "A row as it shall be.",
                                with({version_field}, responsibility_fields)};
const Shape responsibility_version{"ResponsibilityVersion", "Which version is ended.", {version_field}};
const Shape responsibilities{
    "Responsibilities",
    "The register of treatment responsibility, and what is missing or double in it.",
    {objects("rows", responsibility, 0, 10'000, "Those in force by age, then those that have ended."),
     objects("gaps", gap, 0, 200, "By severity and age."),
     objects("overlaps", overlap, 0, 100'000, "Each pair once for each severity."),
     objects("units", named, 0, 1'000, "Whom a row may name."),
     objects("themes", named, 0, 200, "All needs.")}};

const Shape unanswered_searches{
    "UnansweredSearches",
    "Searches on the public pages that found nothing.",
    {objects("searches", unanswered, 0, 100, "Most often first."),
     integer("rare", 0, 1'000'000'000, "How many others are too rare to be read by anybody.")}};

} // namespace samvei::directory::shapes
