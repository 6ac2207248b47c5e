// Checks of what somebody edits, and trials of it.

#include "catalogue/shape_words.hpp"
#include "catalogue/shapes.hpp"

namespace samvei::catalogue::shapes {

using namespace http;

namespace {

const Shape finding{"PathwayFinding",
                    "Something that is wrong with a definition or its scenarios.",
                    {text("fault", 1, 80, "What kind of fault."),
                     text("where", 1, 400,
                          "\"level_1.evaluate\" or \"line 12, column 5\"; begins with "
                          "\"scenarios: \" when it is in them."),
                     text("why", 1, 4000, "English sentence.")}};
const Shape outcome{"PathwayOutcome",
                    "What a scenario gave.",
                    {text("situation", 0, 2000, "The situation."),
                     text("where", 1, 80, "Where it stands in the scenarios."),
                     boolean("holds", "Whether it gave what it should."),
                     texts("wrong", 0, 20, "What it should not have given.")}};
const Shape difference{"PathwayDifference",
                       "One thing that differs from the base.",
                       {choice("kind", {"added", "removed", "changed", "moved"}, "What happened to it."),
                        text("path", 1, 400, "Where."), text("stage", 0, 80, "Stage; empty outside stages."),
                        text("step", 0, 80, "Step; empty outside steps."), text("field", 0, 80, "Field."),
                        json_text("before", "As it was; empty: it was not there."),
                        json_text("after", "As it is.")}};

const Shape trial_refusal{
    "TrialRefusal",
    "Why what happened cannot have happened.",
    {text("code", 1, 80, "As of a problem."), text("message", 1, 400, "In the asked language.")}};
const Shape trial_open{"TrialOpen",
                       "A step that is open.",
                       {text("step", 1, 80, "Step."), text("title", 1, 400, "In the asked language."),
                        optional(text("track", 1, 80, "Track; absent for a step of the stage itself.")),
                        optional(text("track_title", 1, 400, "Its title.")),
                        optional(date("due_on", "When; absent: no rule gives it.")),
                        boolean("overdue", "Whether the date has passed."), text("who", 1, 80, "Role."),
                        optional(text("waits_for", 1, 80, "Role that must act."))}};
const Shape trial_warning{"TrialWarning",
                          "Something that people would be told.",
                          {text("text", 1, 80, "\"overdue\", \"escalated:leader\", \"entry_not_met\", ..."),
                           optional(text("step", 1, 80, "Step; absent for conditions of the stage.")),
                           optional(text("say", 1, 2000, "The condition, in the asked language."))}};
const Shape trial_answer{"TrialAnswer",
                         "An answer that a step has.",
                         {text("id", 1, 80, "Answer."), text("label", 1, 400, "In the asked language."),
                          choice("leads", listed(pathway::leads_words), "Where it leads."),
                          text("to", 0, 80, "Step, stage or pathway; empty for an end.")}};
const Shape trial_step{
    "TrialStep",
    "A step on the map of a trial.",
    {text("id", 1, 80, "Step."), text("title", 1, 400, "In the asked language."),
     choice("kind", listed(pathway::step_kind_words), "Kind."), text("who", 1, 80, "Role."),
     choice("state", {"done", "next", "open", "possible", "skipped", "left_out"}, "Where it stands."),
     optional(text("track", 1, 80, "Track; absent for a step of the stage itself.")),
     optional(text("track_title", 1, 400, "Its title.")), optional(date("done_on", "Last done.")),
     boolean("may_skip", "Whether it may be passed over."),
     objects("answers", trial_answer, 0, 50, "Answers; none: done is done.")}};
const Shape trial_stage{"TrialStage",
                        "A stage on the map of a trial.",
                        {text("id", 1, 80, "Stage."), text("title", 1, 400, "In the asked language."),
                         choice("state", {"passed", "here", "possible"}, "Where it stands."),
                         objects("steps", trial_step, 0, 500, "Steps in order.")}};

} // namespace

const Shape check_input{"PathwayCheckInput",
                        "A pathway to check; nothing is stored.",
                        {definition_text(), scenarios_text(),
                         optional(json_text("base", "The national definition that it is a copy of."))}};
const Shape checked{"PathwayCheck",
                    "What is wrong with a pathway, and how it differs from its base.",
                    {boolean("sound", "Whether it may be published."),
                     objects("findings", finding, 0, 10'000, "What is wrong."),
                     objects("scenarios", outcome, 0, 10'000, "None when the definition is not sound."),
                     objects("differences", difference, 0, 10'000, "None without a base.")}};
const Shape trial_input{
    "PathwayTrialInput",
    "A pathway to try on a made-up case; nothing is stored.",
    {definition_text(),
     json_text("case", "\"start\", \"settings\" and \"events\", as in a scenario, as JSON text."),
     date("today", "The day on which it is looked at.")}};
const Shape trial{"PathwayTrial",
                  "Where a made-up case stands; of one that is refused, where it stood before that.",
                  {optional(object("refused", trial_refusal, "Absent when all could happen.")),
                   boolean("ended", "Whether it has ended."),
                   optional(text("continues_in", 1, 80, "The pathway that begins then.")),
                   text("stage", 0, 80, "Stage; empty when it could not begin."),
                   optional(object("next", trial_open, "The next step; absent when ended.")),
                   objects("open", trial_open, 0, 100, "Every open step."),
                   objects("warnings", trial_warning, 0, 200, "What people would be told."),
                   objects("stages", trial_stage, 0, 100, "The map.")}};

} // namespace samvei::catalogue::shapes
