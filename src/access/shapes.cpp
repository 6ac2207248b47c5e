#include "access/shapes.hpp"

namespace samvei::access::shapes {

using namespace http;

const Shape login_input{
    "LoginInput",
    "Who logs in.",
    {text("username", 1, 80, "User name, lower case."), text("password", 1, 200, "Password.")}};

const Shape membership{"Membership",
                       "One way an account may act: for one unit in one role, or as family.",
                       {id("id", "Membership."), text("municipality_number", 4, 4, "Four digits."),
                        text("municipality_name", 1, 200, "Name of the municipality."),
                        optional(id("unit", "Unit; absent for family.")),
                        optional(text("unit_name", 1, 200, "Name of the unit.")),
                        optional(choice("unit_kind", unit_kinds, "What the unit is.")),
                        choice("role", roles, "What one may do."),
                        choice("profession", professions, "What one is, for showing.")}};

const Shape session{"Session",
                    "The session of the one who asks.",
                    {id("account", "Account."), text("name", 1, 200, "Full name."),
                     choice("language", languages, "Language."),
                     text("csrf", 1, 200, "Send as header X-Samvei-Csrf with every change."),
                     objects("memberships", membership, 0, 200, "All ways to act."),
                     optional(id("acting", "The membership one acts as; absent when there is none."))}};

const Shape acting_input{"ActingInput", "Act as another of one's memberships.", {id("membership", "Which.")}};
const Shape language_input{
    "LanguageInput", "Change one's language.", {choice("language", languages, "Which.")}};

const Shape colleague{"Colleague",
                      "Somebody who works in a unit.",
                      {id("account", "Account."), text("name", 1, 200, "Full name."),
                       choice("profession", professions, "Profession."), choice("role", roles, "Role.")}};
const Shape unit{"Unit",
                 "A unit of the municipality and who works there.",
                 {id("id", "Unit."), text("name", 1, 200, "Name."), choice("kind", unit_kinds, "What it is."),
                  objects("members", colleague, 0, 500, "Who works there.")}};
const Shape units{"Units",
                  "The units of the municipality one acts in.",
                  {objects("units", unit, 0, 1000, "Units, by name.")}};

const Shape setting{
    "Setting",
    "One setting of the municipality.",
    {text("key", 1, 80, "Name of the setting."),
     choice("kind", {"text", "integer", "choice"}, "Type of the value."),
     text("label", 1, 200, "What it is, in the asked language."),
     text("help", 0, 1000, "What it means, in the asked language."),
     optional(text("value", 0, 400, "The municipality's own value; absent when not set.")),
     optional(text("default", 0, 400, "What holds when not set; absent: nothing holds.")),
     optional(text("example", 0, 400, "A value that others use; an example, never a claim.")),
     boolean("verified", "Whether the default is a verified national fact."),
     optional(text("source", 0, 400, "Where it comes from.")),
     optional(integer("min", -1000000, 1000000, "Smallest value.")),
     optional(integer("max", -1000000, 1000000, "Largest value.")),
     texts("choices", 0, 20, "Values to choose from."),
     optional(text_map("choice_labels", 200, "Each choice in the asked language.")),
     optional(choice("unit", {"calendar_days", "weeks", "working_days"}, "What the number counts."))}};
const Shape settings{"Settings",
                     "All settings of the municipality.",
                     {integer("version", 0, 1000000000, "Send back when saving."),
                      objects("settings", setting, 0, 200, "Settings."),
                      boolean("may_edit", "Whether one may change them.")}};
const Shape settings_input{"SettingsInput",
                           "New values. A setting not named keeps its value; an empty text unsets it.",
                           {integer("version", 0, 1000000000, "The version that was read."),
                            text_map("values", 400, "Key to value.")}};

const Shape guide{
    "Guide",
    "A guide text as in content/guidelines.",
    {text("id", 1, 80, "Guide."), text("json", 0, 200000, "Not used: the body is the guide's own JSON.")}};

} // namespace samvei::access::shapes
