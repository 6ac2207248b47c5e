#include "directory/api_shapes.hpp"

#include "directory/shapes.hpp"
#include "directory/types.hpp"
#include "finder/words.hpp"

namespace samvei::directory::shapes {

using namespace http;
using finder::all_words;

namespace {

constexpr std::int64_t edits_max = 1'000'000'000;
constexpr std::int64_t versions_max = 100'000;
constexpr std::int64_t rows_max = 100'000;

Field edit_version()
{
    return integer("version", 1, edits_max, "Of the edit; send back when changing.");
}

Field state()
{
    return choice("state", all_words<OfferState>(), "Whether the public sees it.");
}

const Shape row{
    "OfferRow",
    "An offer as those who keep it look after it.",
    {text("id", 3, 60, "Offer."), text("name", 1, 120, "In the asked language."),
     text("kind", 1, 60, "A kind of offer-words."), optional(text("unit", 1, 200, "Who keeps it.")), state(),
     boolean("has_draft", "Whether the newest text is not what the public sees."),
     optional(object("waiting", waiting, "Waiting time now.")),
     boolean("may_keep", "Whether the caller may change it."),
     boolean("own_unit", "Whether the caller's unit keeps it."),
     boolean("national", "Whether it is the whole country's."), date("checked_on", "Last checked."),
     text("checked_by", 0, 200, "By whom."), integer("days_since_check", 0, rows_max, "Until today."),
     boolean("remind_owner", "Checked so long ago that its unit is reminded."),
     boolean("remind_leader", "Checked so long ago that its unit's leader is reminded."),
     boolean("reminds_you", "Whether the caller is the one to check it again.")}};

const Shape version{
    "OfferVersion",
    "A version that was saved.",
    {integer("number", 1, versions_max, "Version."), instant("saved_at", "When."),
     text("saved_by", 1, 200, "By whom."), optional(instant("published_at", "When the public first saw it.")),
     optional(text("published_by", 1, 200, "By whom.")), text("note", 0, 2000, "What was new.")}};

const Shape named{"OfferWord",
                  "Something that an offer may name.",
                  {text("id", 1, 80, "The word."), text("name", 1, 200, "In the asked language.")}};
const Shape kind{"OfferKind",
                 "A kind of offer.",
                 {text("id", 1, 80, "The word."), text("name", 1, 200, "In the asked language."),
                  integer("line", 0, 9, "From what all have (0) to specialist services (9).")}};
const Shape theme{"OfferTheme",
                  "What can be difficult.",
                  {text("id", 1, 80, "The word."), text("name", 1, 200, "In the asked language."),
                   text("group", 1, 80, "feelings, body, family, school, safety, everyday")}};

} // namespace

const Shape offer_rows{"OfferRows",
                       "The municipality's offers, and the whole country's.",
                       {objects("offers", row, 0, rows_max, "By name.")}};

const Shape offer_record{
    "OfferRecord",
    "An offer with its newest text.",
    {object("offer", offer, "The newest text; waiting time and last check as they are now."), edit_version(),
     state(), integer("number", 1, versions_max, "Version of the text."),
     optional(integer("published_number", 1, versions_max, "What the public sees, or saw last.")),
     boolean("has_draft", "Whether the newest text is not what the public sees."),
     boolean("may_keep", "Whether the caller may change it."),
     boolean("national", "Whether it is the whole country's."),
     boolean("from_program", "Whether it came with the program."),
     instant("changed_at", "Last changed in any way."),
     objects("versions", version, 1, versions_max, "Newest first.")}};

const Shape offer_version_text{
    "OfferVersionText",
    "The text of one version.",
    {integer("number", 1, versions_max, "Version."), object("offer", offer, "Without waiting time.")}};

const Shape offer_words{
    "OfferWords",
    "What an offer may say.",
    {objects("kinds", kind, 0, 200, "Kinds, in the order of content."),
     objects("themes", theme, 0, 200, "Themes, in the order of content."),
     objects("counties", named, 0, 100, "By number."),
     objects("municipalities", named, 0, 1000, "By number."),
     choices("providers", all_words<finder::Provider>(), 1, 5, "Who may answer for an offer."),
     choices("audiences", all_words<finder::Audience>(), 1, 4, "For whom."),
     choices("severities", all_words<finder::Severity>(), 1, 5, "How hard it may be."),
     choices("ways", all_words<finder::Way>(), 1, 8, "How one meets."),
     choices("referrals", all_words<finder::Referral>(), 1, 3, "Whether somebody must refer."),
     choices("contact_kinds", all_words<finder::ContactKind>(), 1, 7, "How to reach it."),
     choices("capacities", all_words<finder::Capacity>(), 1, 3, "Whether there is room.")}};

const Shape offer_edit{
    "OfferEdit", "The newest text.", {edit_version(), object("offer", offer, "All of it.")}};
const Shape publish_offer_input{"PublishOfferInput",
                                "Let the public see the newest text.",
                                {edit_version(), text("note", 0, 2000, "What is new, for colleagues.")}};
const Shape retire_offer_input{"RetireOfferInput",
                               "Take the offer away from the public.",
                               {edit_version(), text("reason", 1, 2000, "Why.")}};
const Shape restore_offer_input{
    "RestoreOfferInput",
    "A version of before becomes a draft.",
    {edit_version(), integer("from", 1, versions_max, "Number of that version.")}};
const Shape waiting_input{
    "OfferWaitingInput",
    "Waiting time as it is now. Without a capacity nothing is said of it any more.",
    {optional(integer("days", 0, 1000, "Calendar days to the first talk.")),
     optional(choice("capacity", all_words<finder::Capacity>(), "Whether there is room.")),
     optional(date("measured_on", "When this was so, if not today; never later."))}};
const Shape confirm_offer_input{"ConfirmOfferInput", "All of this is so, today.", {}};

} // namespace samvei::directory::shapes
