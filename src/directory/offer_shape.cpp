// What an offer looks like as JSON: in the files of content/services and in the bodies of the API alike.

#include "directory/shapes.hpp"

#include "finder/words.hpp"

namespace samvei::directory::shapes {

using namespace http;
using finder::all_words;

namespace {

Field clock_time(std::string_view name, std::string_view about)
{
    return text(name, 5, 5, about);
}

/// By language: nb, nn, en; names also se, sma, smj, fkv.
Field by_language(std::string_view name, std::int64_t max, std::string_view about)
{
    return text_map(name, max, about);
}

const Shape step{"OfferStep",
                 "One of three things that happen then, by language.",
                 {optional(text("nb", 0, 160, "Bokmål.")), optional(text("nn", 0, 160, "Nynorsk.")),
                  optional(text("en", 0, 160, "English.")), optional(text("se", 0, 160, "Northern Sámi."))}};

const Shape areas{"OfferAreas",
                  "Where an offer is for.",
                  {optional(boolean("country", "The whole country.")),
                   optional(texts("counties", 0, 20, "Two digits.")),
                   optional(texts("municipalities", 0, 400, "Four digits."))}};

const Shape ages{"OfferAges",
                 "For whom, in whole years, both included.",
                 {integer("min", 0, 120, "Youngest."), integer("max", 0, 120, "Oldest.")}};

const Shape way_in{"OfferWayIn",
                   "How one gets in.",
                   {choice("referral", all_words<finder::Referral>(), "Whether somebody must refer."),
                    optional(texts("referrers", 0, 20, "Who may refer.")),
                    boolean("self", "Whether the child itself may make contact."),
                    optional(integer("parents_consent_below", 0, 26, "Parents say yes below this age.")),
                    optional(by_language("note", 400, "More about the way in."))}};

const Shape cost{"OfferCost",
                 "What it costs.",
                 {choice("kind", {"free", "fee"}, "Whether it costs anything."),
                  optional(by_language("note", 300, "How much."))}};

const Shape span{"OfferTimeSpan",
                 "Hours of a day, HH:MM.",
                 {clock_time("from", "Opens."), clock_time("to", "Closes; 24:00 is midnight.")}};

const Shape weekly{
    "OfferWeeklyHours",
    "Hours of some weekdays.",
    {choices("days", {finder::weekday_words.begin(), finder::weekday_words.end()}, 1, 7, "Which."),
     clock_time("from", "Opens."), clock_time("to", "Closes; 24:00 is midnight.")}};

const Shape exception{"OfferHoursException",
                      "Days with other hours.",
                      {date("from", "First day."), date("to", "Last day, included."),
                       optional(boolean("closed", "Closed on these days.")),
                       optional(objects("hours", span, 0, 6, "The hours instead.")),
                       optional(by_language("note", 300, "Why."))}};

const Shape hours{"OfferHours",
                  "When it is open, in Norwegian time.",
                  {optional(boolean("always", "Day and night.")),
                   optional(objects("weekly", weekly, 0, 28, "An ordinary week.")),
                   optional(choice("public_holidays", {"closed", "open"}, "On public holidays.")),
                   optional(choice("school_holidays", {"closed", "open"}, "In school holidays.")),
                   optional(objects("exceptions", exception, 0, 60, "Other hours.")),
                   optional(by_language("note", 400, "What hours do not say."))}};

const Shape contact{"OfferContact",
                    "How to reach it.",
                    {choice("kind", all_words<finder::ContactKind>(), "What it is."),
                     text("value", 1, 300, "Number, address or place."),
                     optional(by_language("label", 200, "What it is called.")),
                     optional(by_language("hours_note", 300, "When it is answered."))}};

const Shape organization{
    "OfferOrganization",
    "Who provides it.",
    {text("name", 1, 200, "Name."), optional(text("organization_number", 9, 9, "Nine digits."))}};

const Shape place{"OfferPlace",
                  "Where it is.",
                  {text("name", 1, 200, "Name of the place."), optional(text("address", 1, 200, "Street.")),
                   optional(text("postal_code", 4, 4, "Four digits.")),
                   optional(text("city", 1, 100, "Post town.")),
                   optional(decimal("latitude", -90, 90, "Degrees, WGS 84.")),
                   optional(decimal("longitude", -180, 180, "Degrees, WGS 84."))}};

const Shape valid{"OfferValid",
                  "From when to when it exists.",
                  {optional(date("from", "First day.")), optional(date("to", "Last day, included."))}};

} // namespace

const Shape waiting{"OfferWaiting",
                    "How long one waits, and whether there is room.",
                    {optional(integer("days", 0, 1000, "Calendar days to the first talk.")),
                     date("measured_on", "When this was so."),
                     choice("capacity", all_words<finder::Capacity>(), "Whether there is room.")}};

const Shape checked{"OfferChecked",
                    "Who last said that all of this is so.",
                    {date("on", "When."), text("by", 1, 200, "Who."),
                     optional(text("source", 1, 500, "Where it is written.")),
                     choice("evidence", all_words<finder::Evidence>(), "How sure.")}};

const Shape offer{"Offer",
                  "What a service offers, to whom, when and how to reach it.",
                  {text("id", 3, 60, "[a-z0-9_]"),
                   text("kind", 1, 60, "A kind of content/services/kinds.json."),
                   choice("provider", all_words<finder::Provider>(), "Who answers for it."),
                   object("organization", organization, "Who provides it."),
                   optional(text("unit", 1, 200, "Name of the unit that owns it.")),
                   by_language("name", 120, "Its name."),
                   optional(texts("other_names", 0, 20, "Also searched.")),
                   by_language("summary", 200, "One sentence, for a child."),
                   by_language("description", 2000, "What it does."),
                   objects("next_steps", step, 0, 3, "What happens then."),
                   object("areas", areas, "Where it is for."),
                   object("ages", ages, "For whom."),
                   choices("audience", all_words<finder::Audience>(), 1, 4, "Who it is for."),
                   texts("themes", 0, 50, "Of content/services/themes.json."),
                   choices("severity", all_words<finder::Severity>(), 1, 5, "How hard it may be."),
                   optional(boolean("urgent", "A place to turn in a crisis.")),
                   object("way_in", way_in, "How one gets in."),
                   boolean("anonymous", "Whether one may be anonymous."),
                   choices("ways", all_words<finder::Way>(), 1, 8, "How one meets."),
                   object("cost", cost, "What it costs."),
                   optional(texts("languages", 0, 60, "BCP 47 codes.")),
                   boolean("interpreter", "Whether there is an interpreter."),
                   optional(by_language("accessibility", 600, "Getting in with a wheelchair and the like.")),
                   object("hours", hours, "When it is open."),
                   optional(objects("places", place, 0, 40, "Where.")),
                   objects("contacts", contact, 1, 12, "How to reach it."),
                   optional(by_language("response_time", 300, "How soon one answers.")),
                   optional(object("waiting", waiting, "In content: a first value.")),
                   optional(text("handover_contact", 1, 300, "For staff; never public.")),
                   optional(texts("cooperates_with", 0, 30, "Ids of offers.")),
                   boolean("multidisciplinary", "Whether several professions work there."),
                   optional(texts("in_addition_to", 0, 10, "What it comes on top of: school_health, gp.")),
                   optional(texts("legal_basis", 0, 10, "The law.")),
                   optional(object("valid", valid, "When it exists.")),
                   optional(object("checked", checked, "In content: who last said so."))}};

} // namespace samvei::directory::shapes
