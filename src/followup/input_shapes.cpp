// What comes in.

#include "followup/shape_words.hpp"
#include "followup/shapes.hpp"

namespace samvei::followup::shapes {

using namespace http;

namespace {

Field version()
{
    return integer("version", 1, 1'000'000'000, "The version that was read.");
}

Field reason()
{
    return text("reason", 1, 2000, "Why.");
}

Field run()
{
    return optional(id("run", "Which pathway; the main one when absent."));
}

Field next_due_on()
{
    return optional(date("next_due_on", "When what opens is due; needed when no rule gives it."));
}

} // namespace

const Shape step_input{
    "StepInput",
    "The next step is done.",
    {version(), text("step", 1, 80, "Which step."), optional(text("answer", 1, 80, "Which answer.")),
     optional(text("note", 1, 4000, "What came of it; the reason, when it ends.")), run(),
     optional(date("next_due_on", "When the step after it is due; needed when no rule gives it."))}};

const Shape undo_input{"UndoInput", "Take back one's last change of today.", {version(), run()}};
const Shape skip_input{"SkipInput",
                       "Pass over a step or a track.",
                       {version(), run(), text("what", 1, 80, "Step or track."), reason(), next_due_on()}};
const Shape back_input{"BackInput",
                       "Go back to a step or a track of before.",
                       {version(), run(), text("to", 1, 80, "Step or track."), reason(), next_due_on()}};
const Shape pathway_date_input{"PathwayDateInput",
                               "Record a day that dates are counted from.",
                               {version(), run(), text("date", 1, 80, "Which date of the pathway."),
                                date("day", "The day; not in the future."), next_due_on()}};
const Shape flag_input{"FlagInput",
                       "Something that changes which steps there are.",
                       {version(), run(), text("flag", 1, 80, "Which flag of the pathway."),
                        boolean("raised", "Whether it is so."), reason(), next_due_on()}};
const Shape start_input{"PathwayStartInput",
                        "Begin a pathway beside the main one.",
                        {version(), text("pathway", 1, 80, "National id."),
                         texts("criteria", 0, 20, "Why: criteria of the pathway."),
                         optional(text("reason", 0, 2000, "Why, in words.")), next_due_on()}};
const Shape not_started_input{"NotStartedInput",
                              "Decide that a pathway is not begun.",
                              {version(), text("pathway", 1, 80, "National id."),
                               text("reason", 1, 80, "One of the pathway's reasons."),
                               text("text", 1, 2000, "Why, in words.")}};
const Shape stop_input{
    "PathwayStopInput", "End a pathway beside the main one.", {version(), id("run", "Which."), reason()}};
const Shape move_input{
    "PathwayMoveInput",
    "Go on in another version, or in another pathway.",
    {version(), run(), text("pathway", 1, 80, "Where to: id."),
     integer("to_version", 1, 1'000'000, "And its version."), text("stage", 1, 80, "The stage to go on in."),
     optional(text("step", 0, 80, "The step to go on with; absent: the stage begins anew.")), reason(),
     next_due_on()}};

const Shape discussion_input{"DiscussionInput",
                             "Record an anonymous discussion. No name of the child.",
                             {text("with_service", 1, 200, "With whom."),
                              date("held_on", "When; not in the future."),
                              text("advice", 1, 4000, "What they advised.")}};
const Shape own_measure_input{
    "OwnMeasureInput",
    "A new measure, or with `id` and `version` a changed one.",
    {optional(id("id", "Which, when changed.")),
     optional(integer("version", 1, 1'000'000'000, "The version that was read.")),
     text("what", 1, 2000, "What."), text("who", 1, 200, "Who does it."), date("due_on", "By when."),
     date("evaluate_on", "When it is looked at again."), optional(choice("state", measure_states, "State.")),
     optional(choice("effect", effects, "Effect.")), optional(text("evaluation", 0, 4000, "What it did."))}};

const Shape early_concern_input{
    "EarlyConcernInput",
    "Begin an early concern.",
    {text("label", 1, 80, "Your own word for it; no name."),
     optional(text("facts", 0, 8000, "What you saw and heard.")),
     optional(text_map("answers", 4000, "Guide question to answer.")),
     optional(boolean("suspicion_of_violence", "Suspicion of violence or abuse.")),
     optional(date("next_due_on", "When to take the next step; needed when no rule gives it."))}};
const Shape early_concern_edit{"EarlyConcernEdit",
                               "Save an early concern.",
                               {version(), text("label", 1, 80, "Your own word for it."),
                                text("facts", 0, 8000, "What you saw and heard."),
                                text_map("answers", 4000, "Guide question to answer."),
                                boolean("suspicion_of_violence", "Suspicion of violence or abuse."),
                                optional(date("next_due_on", "A new date for the next step."))}};

const Shape duty_assessment_input{
    "DutyAssessmentInput",
    "Record an assessment of the duty to report.",
    {choices("grounds",
             {"abuse_or_neglect", "untreated_illness", "uncovered_needs", "serious_behaviour", "trafficking",
              "other"},
             0, 6, "Grounds."),
     choice("conclusion", {"reported", "called_now", "discuss_first", "no_duty_now"}, "Conclusion."),
     optional(text("note", 0, 4000, "Reasons.")),
     optional(id("early_concern", "About one's own early concern.")),
     optional(id("follow_up", "About a follow-up one takes part in."))}};
const Shape consent_needs_input{"ConsentNeedsInput",
                                "Whose consent is needed, before anything is stored.",
                                {date("birth_date", "The child's date of birth."),
                                 integer("guardians", 0, 4, "Holders of parental responsibility.")}};
const Shape child_input{"ChildInput",
                        "The child or young person.",
                        {text("given_name", 1, 100, "Given name."),
                         text("family_name", 1, 100, "Family name."), date("birth_date", "Date of birth."),
                         optional(identity_number("identity_number", "Fødselsnummer or D-number."))}};
const Shape guardian_input{"GuardianInput",
                           "A parent or another who cares for the child.",
                           {text("given_name", 1, 100, "Given name."),
                            text("family_name", 1, 100, "Family name."),
                            choice("relation", relations, "Relation."),
                            boolean("parental_responsibility", "Holds parental responsibility."),
                            optional(text("phone", 3, 20, "Phone.")),
                            optional(identity_number("identity_number", "Fødselsnummer or D-number."))}};
const Shape consent_giver_input{
    "ConsentGiverInput",
    "Who said yes, and how.",
    {choice("who", givers, "Child or guardian."),
     optional(integer("guardian", 0, 3, "Which guardian: place in the list.")),
     optional(id("person", "Which guardian or child, when they are registered.")),
     date("given_on", "When; not in the future."), choice("how", ways, "How."),
     choice("language", {"nb", "nn", "en", "se", "ar", "so", "uk", "pl", "ti", "other"},
            "In which language."),
     boolean("interpreter", "Whether an interpreter took part.")}};
const Shape consent_input{
    "ConsentInput",
    "What is consented to, and who did.",
    {objects("givers", consent_giver_input, 0, 5, "Everybody who said yes."),
     ids("units", 1, 30, "Units that may share and take part."),
     choices("purposes", purposes, 1, 3, "For what."), choices("topics", topics, 1, 6, "About what."),
     date("valid_until", "Last day; at most two years from now."),
     optional(boolean("guardians_may_see", "A young person who consents alone lets the guardians read.")),
     optional(text("child_view", 0, 2000, "What the child says to it, in its own words."))}};
const Shape follow_up_input{
    "FollowUpInput",
    "Open a shared log. Nothing is stored unless consent is complete.",
    {optional(id("early_concern", "The early concern it comes from.")),
     object("child", child_input, "The child."), objects("guardians", guardian_input, 0, 4, "Guardians."),
     object("consent", consent_input, "Consent."), integer("level", 1, 3, "Level it opens on."),
     text("reason", 1, 4000, "Why cooperation is needed; the family reads this."),
     optional(date("next_due_on", "When the first step is due; needed when no rule gives it."))}};

const Shape withdraw_input{
    "WithdrawInput", "Take a consent back.", {optional(text("reason", 0, 2000, "Why; need not be said."))}};

const Shape next_step_input{"NextStepInput",
                            "Give the next step, or another open one, another date or a note.",
                            {version(), run(),
                             optional(text("step", 1, 80, "Which open step; the next one when absent.")),
                             date("due_on", "By when; not in the past."), reason(),
                             optional(text("note", 0, 400, "What exactly; empty takes it away."))}};
const Shape level_input{
    "LevelInput",
    "Decide another level.",
    {version(), integer("level", 1, 3, "Which."), reason(),
     optional(date("next_due_on", "When its first step is due; needed when no rule gives it."))}};
const Shape member_input{
    "MemberInput", "Take somebody into the team.", {id("account", "Who."), id("unit", "For which unit.")}};
const Shape reason_input{"ReasonInput", "A reason.", {reason()}};
const Shape baton_offer_input{"BatonOfferInput",
                              "Offer the baton.",
                              {id("to_member", "To whom."), optional(text("message", 0, 2000, "Message."))}};
const Shape new_holder_input{"NewHolderInput",
                             "Offer the baton of a holder who is gone.",
                             {id("account", "To whom."), id("unit", "For which unit."),
                              optional(text("message", 0, 2000, "Message."))}};
const Shape baton_answer_input{"BatonAnswerInput",
                               "Answer an offer of the baton.",
                               {choice("answer", {"accepted", "refused"}, "Answer."),
                                optional(text("reason", 1, 2000, "Why; needed when refused."))}};
const Shape goal_input{"GoalInput",
                       "A new goal.",
                       {text("title", 1, 400, "Goal."), optional(text("why", 0, 2000, "Why.")),
                        boolean("childs_own", "The child's own goal.")}};
const Shape goal_edit{"GoalEdit",
                      "Change a goal.",
                      {version(), text("title", 1, 400, "Goal."), text("why", 0, 2000, "Why."),
                       boolean("childs_own", "The child's own goal."),
                       choice("state", goal_states, "State.")}};
const Shape measure_input{"MeasureInput",
                          "A new measure.",
                          {optional(id("goal", "For which goal.")), text("what", 1, 2000, "What."),
                           id("responsible", "Member."), date("due_on", "By when."),
                           date("evaluate_on", "When it is looked at; not before due_on's start.")}};
const Shape measure_edit{"MeasureEdit",
                         "Change a measure.",
                         {version(), optional(id("goal", "For which goal.")), text("what", 1, 2000, "What."),
                          id("responsible", "Member."), date("due_on", "By when."),
                          date("evaluate_on", "When it is looked at."),
                          choice("state", measure_states, "State."), choice("effect", effects, "Effect."),
                          optional(text("evaluation", 0, 4000, "What it did."))}};
const Shape meeting_input{"MeetingInput",
                          "Call a meeting.",
                          {instant("starts_at", "When."), text("place", 0, 200, "Where."),
                           texts("agenda", 0, 20, "Agenda."), ids("invited", 0, 40, "Members.")}};
const Shape meeting_edit{"MeetingEdit",
                         "Change a meeting, write its minutes.",
                         {version(), instant("starts_at", "When."), text("place", 0, 200, "Where."),
                          texts("agenda", 0, 20, "Agenda."), ids("invited", 0, 40, "Members."),
                          ids("attended", 0, 40, "Members."), text("minutes", 0, 20000, "Minutes."),
                          choice("state", meeting_states, "State.")}};
const Shape decision_input{"DecisionInput",
                           "A decision of a meeting; it becomes a measure.",
                           {text("what", 1, 2000, "What."), id("responsible", "Member."),
                            date("due_on", "By when."), date("evaluate_on", "When it is looked at."),
                            optional(id("goal", "For which goal."))}};
const Shape own_words_input{
    "OwnWordsInput",
    "Say something in one's own words.",
    {text("text", 1, 4000, "Words."), optional(id("person", "Whose words, when staff write them down."))}};
const Shape close_input{
    "CloseInput",
    "Close the follow-up.",
    {version(), reason(),
     choice("agreed_with_family", {"yes", "no", "not_reached"}, "Whether the family agrees.")}};
const Shape reopen_input{
    "ReopenInput",
    "Open it again, at the level it had.",
    {version(), reason(),
     optional(date("next_due_on", "When the first step is due; needed when no rule gives it."))}};
const Shape version_input{"VersionInput", "Which version one saw.", {version()}};

const Shape board_query{"BoardQuery",
                        "Which of the open follow-ups.",
                        {optional(choice("show", {"all", "broken", "due", "waiting"}, "Those that are so.")),
                         optional(text("pathway", 1, 80, "On this pathway: national id.")),
                         optional(id("unit", "Whose holder acts for this unit."))}};
const Shape access_log_query{
    "AccessLogQuery", "Which page.", {optional(text("before", 1, 100, "`next` of the page before."))}};

} // namespace samvei::followup::shapes
