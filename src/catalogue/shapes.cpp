// What there is, and drafts. Checks and trials are in trial_shapes.cpp.

#include "catalogue/shapes.hpp"

#include "catalogue/shape_words.hpp"

namespace samvei::catalogue::shapes {

using namespace http;

namespace {

const Shape pathway_reason{"PathwayReason",
                           "A reason that may be named when a pathway is begun or not.",
                           {text("id", 1, 80, "Reason."), text("text", 1, 1000, "In the asked language.")}};
const Shape pathway_start{
    "PathwayStart",
    "Who should have a pathway.",
    {objects("criteria", pathway_reason, 0, 100, "Any one is enough."),
     optional(text("in_doubt", 1, 2000, "What to do when nobody is sure.")),
     objects("not_started_reasons", pathway_reason, 0, 100, "What may be said when it is not begun.")}};
const Shape own_mark{"OwnPathwayMark",
                     "The newest version that the municipality has published.",
                     {version_number("version", "The municipality's own number."),
                      version_number("based_on_version", "Version of the national pathway."),
                      instant("published_at", "When."), text("published_by", 1, 200, "By whom."),
                      text("note", 0, 2000, "What is new."),
                      boolean("retired", "Whether no child begins on it any more.")}};
const Shape draft_mark{
    "PathwayDraftMark",
    "That somebody is adapting the pathway.",
    {edit_version(), instant("changed_at", "Last saved."), text("changed_by", 1, 200, "By whom.")}};
const Shape pathway_reference{
    "PathwayReference",
    "A version of a pathway.",
    {text("id", 1, 80, "The national id, or the municipality's."), version_number("version", "Version.")}};

const Shape pathway_version{"PathwayVersion",
                            "A version of a pathway, national or the municipality's own.",
                            {text("id", 1, 80, "The national id, or the municipality's."),
                             version_number("version", "Version."),
                             optional(instant("published_at", "When; own versions only.")),
                             optional(text("published_by", 1, 200, "By whom; own versions only.")),
                             optional(text("note", 0, 2000, "What is new; own versions only.")),
                             boolean("in_use", "Whether children begin on it.")}};

const Shape vocabulary_word{
    "VocabularyWord",
    "A role or kind of unit that a pathway may name.",
    {text("id", 1, 80, "The word."), text("title", 1, 200, "In the asked language.")}};
const Shape setting_word{"SettingWord",
                         "A choice that a setting has.",
                         {text("word", 1, 80, "The word."), text("label", 1, 200, "In the asked language.")}};
const Shape vocabulary_setting{
    "VocabularySetting",
    "A setting that a pathway may name: a deadline or a choice.",
    {text("key", 1, 80, "Name of the setting."), text("label", 1, 200, "In the asked language."),
     optional(choice("unit", listed(pathway::due_unit_words), "What a deadline counts.")),
     objects("choices", setting_word, 0, 20, "What may be chosen.")}};

const Shape pathway_change{
    "PathwayChange",
    "One place where the draft, the update or both differ from what the draft is based on.",
    {choice("by", {"us", "them", "both_alike", "both_differently"},
            "Who changed it; the last needs a choice."),
     text("path", 1, 400, "Where."), text("stage", 0, 80, "Stage; empty outside stages."),
     text("step", 0, 80, "Step; empty outside steps."), text("field", 0, 80, "Field."),
     json_text("base", "As both had it; empty: it was not there."), json_text("ours", "In the draft."),
     json_text("theirs", "In the update.")}};

} // namespace

const Shape pathway_row{
    "PathwayRow",
    "A national pathway as it stands in the municipality. Texts are those of the version in use.",
    {text("id", 1, 80, "The national id."), text("title", 1, 400, "In the asked language."),
     text("summary", 0, 4000, "For whom, and what for."),
     choice("used_as", listed(pathway::used_as_words), "For what it may be used."),
     integer("steps", 0, 1000, "How many."), integer("stages", 0, 100, "How many."),
     text("source", 0, 2000, "Where it comes from."),
     choice("evidence", listed(pathway::evidence_words), "How sure that is."),
     text("owner", 0, 400, "Who keeps it right."), date("review_by", "When it is to be looked at again."),
     boolean("review_passed", "Whether that day has been."),
     integer("unverified", 0, 1000, "Steps whose evidence is uncertain."),
     version_number("national_version", "The newest national version."),
     optional(object("own", own_mark, "The municipality's own; absent when it has none.")),
     optional(object("draft", draft_mark, "The draft; absent when there is none.")),
     boolean("update_available", "Whether own or draft is based on an older national version."),
     object("in_use", pathway_reference, "What children begin on."),
     optional(object("start", pathway_start, "Who should have it."))}};
const Shape pathways{"Pathways",
                     "Every national pathway as it stands in the municipality.",
                     {objects("pathways", pathway_row, 0, 100, "Pathways.")}};
const Shape versions{"PathwayVersions",
                     "Every version of a pathway.",
                     {objects("versions", pathway_version, 0, 10'000, "Own ones first, newest first.")}};
const Shape pathway_texts{"PathwayTexts",
                          "A version of a pathway as text.",
                          {text("id", 1, 80, "The national id, or the municipality's."),
                           version_number("version", "Version."), definition_text(), scenarios_text()}};
const Shape retire_input{"RetirePathwayInput",
                         "No child begins on the municipality's own versions any more.",
                         {text("reason", 1, 2000, "Why.")}};
const Shape vocabulary{"PathwayVocabulary",
                       "The words that a definition may use.",
                       {objects("roles", vocabulary_word, 0, 100, "Who may own a step."),
                        objects("unit_kinds", vocabulary_word, 0, 100, "Kinds of unit that fill roles."),
                        objects("settings", vocabulary_setting, 0, 200, "Settings that may be named."),
                        texts("step_kinds", 0, 50, "Kinds of step."),
                        texts("due_units", 0, 50, "Units of deadlines."),
                        texts("due_from", 0, 50, "From what a deadline counts."),
                        texts("leads", 0, 50, "Where an answer may lead."),
                        texts("arenas", 0, 50, "Places that may have texts of their own.")}};

const Shape draft{"PathwayDraft",
                  "A draft of the municipality's own version, and what it is based on.",
                  {pathway_id("The national id."), edit_version(), definition_text(), scenarios_text(),
                   json_text("base", "The national version it is based on."),
                   version_number("base_version", "Its number."), instant("changed_at", "Last saved."),
                   text("changed_by", 1, 200, "By whom.")}};
const Shape draft_input{"PathwayDraftInput", "Adapt a pathway.", {pathway_id("The national id.")}};
const Shape draft_edit{"PathwayDraftEdit",
                       "The draft as it is now; it may be unsound.",
                       {edit_version(), definition_text(), scenarios_text()}};
const Shape draft_version{"PathwayDraftVersion", "The draft that was read.", {edit_version()}};
const Shape publish_input{"PublishPathwayInput",
                          "Publish the draft.",
                          {edit_version(), text("note", 0, 2000, "What is new, for colleagues.")}};
const Shape update{"PathwayUpdate",
                   "What a newer national version changed, beside what the draft changed.",
                   {version_number("from_version", "What the draft is based on."),
                    version_number("to_version", "The newest; the same when there is no update."),
                    objects("changes", pathway_change, 0, 10'000, "In the order of the definition.")}};
const Shape update_input{
    "PathwayUpdateInput",
    "Take the update into the draft.",
    {edit_version(), text_map("choices", 6, "Path of a change to \"ours\" or \"theirs\".")}};

} // namespace samvei::catalogue::shapes
