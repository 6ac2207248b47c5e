// What goes out. What comes in is in input_shapes.cpp.

#include "followup/shapes.hpp"

#include "access/shapes.hpp"
#include "followup/shape_words.hpp"

namespace samvei::followup::shapes {

using namespace http;
using access::shapes::professions;

namespace {

Field seen_version()
{
    return integer("version", 1, 1'000'000'000, "Send back when saving.");
}

} // namespace

const Shape step_answer{"StepAnswer",
                        "An answer a step may have.",
                        {text("id", 1, 80, "Answer."), text("label", 1, 400, "In the asked language."),
                         choice("leads", {"step", "stage", "end", "track_end", "pathway"}, "Where it leads."),
                         optional(text("to", 0, 80, "Step, stage or pathway."))}};

const Shape next_step{
    "NextStep",
    "What is next, and by when.",
    {text("step", 1, 80, "Step of the pathway."),
     text("title", 1, 400, "Title."),
     text("plain_title", 1, 400, "Title in everyday words."),
     text("what", 0, 2000, "What to do."),
     text("how", 0, 2000, "How."),
     text("who", 0, 80, "Role word of the one who does it."),
     text("who_title", 1, 200, "What that role is called."),
     optional(text("waits_for_title", 1, 200, "Who must act, when it is somebody else.")),
     optional(id("run", "The pathway it is of; absent for the main one.")),
     optional(text("pathway_title", 1, 400, "What that pathway is called.")),
     optional(text("track", 1, 80, "The track it is in.")),
     optional(text("track_title", 1, 400, "Its title.")),
     boolean("may_skip", "Whether it may be passed over."),
     boolean("verified", "Whether the step is read in its source, or stated there."),
     text("why", 0, 2000, "Why."),
     texts("tools", 0, 20, "Tools."),
     text("kind", 1, 40, "Kind of step."),
     optional(text("source", 0, 400, "Where it comes from.")),
     optional(date("due_on", "By when.")),
     boolean("overdue", "Whether the date has passed."),
     date("open_since", "Since when it is the next step."),
     optional(text("note", 0, 400, "What the holder added.")),
     objects("answers", step_answer, 0, 20, "Answers to choose from; none: done is done.")}};

const Shape pathway_step{"PathwayStep",
                         "A step on the map.",
                         {text("id", 1, 80, "Step."), text("title", 1, 400, "Title."),
                          text("plain_title", 1, 400, "Everyday words."),
                          choice("state", {"done", "next", "open", "possible", "skipped", "left_out"},
                                 "Where it stands; open: beside the next one."),
                          text("who_title", 1, 200, "What the role is called."),
                          optional(text("track", 1, 80, "The track it is in.")),
                          optional(text("track_title", 1, 400, "Its title.")),
                          optional(date("due_on", "By when, of an open one.")),
                          optional(date("done_on", "When.")),
                          optional(text("answer", 0, 400, "Label of the answer given.")),
                          text("what", 0, 2000, "What."), text("who", 0, 80, "Role word.")}};
const Shape pathway_stage{
    "PathwayStage",
    "A stage (level) on the map.",
    {text("id", 1, 80, "Stage."), optional(integer("level", 0, 3, "Level, in pathways that have levels.")),
     text("title", 1, 400, "The municipality's name of it."), text("plain_title", 1, 400, "Everyday words."),
     text("meaning", 0, 2000, "What the level means."),
     choice("state", {"passed", "here", "possible"}, "Where it stands."),
     optional(date("entered_on", "When.")), objects("steps", pathway_step, 0, 100, "Steps in order.")}};

const Shape pathway_warning{
    "PathwayWarning",
    "Something people should be told. Nothing is blocked by it.",
    {text("text", 1, 80, "overdue, escalated:<role>, entry_not_met, exit_not_met, consent_missing."),
     optional(text("step_title", 1, 400, "The step it is about.")),
     optional(text("say", 1, 2000, "The condition that does not hold.")),
     optional(text("role_title", 1, 200, "Who is to be told.")),
     optional(integer("days", 1, 100'000, "Days overdue."))}};
const Shape pathway_flag{"PathwayFlag",
                         "Something that changes which steps there are.",
                         {text("id", 1, 80, "Flag."), text("question", 1, 400, "As it is asked."),
                          boolean("raised", "Whether it is so."),
                          boolean("by_setting", "Whether a choice of the municipality raises it.")}};
const Shape pathway_date{"PathwayDate",
                         "A day that dates are counted from.",
                         {text("id", 1, 80, "Date."), text("question", 1, 400, "As it is asked."),
                          optional(date("day", "When it is known."))}};
const Shape pathway_version{"NewerPathway",
                            "A version of a pathway.",
                            {text("id", 1, 80, "Pathway."), integer("version", 1, 1'000'000, "Version."),
                             text("title", 1, 400, "Title.")}};
const Shape pathway{
    "Pathway",
    "A pathway that a follow-up is on, or was on.",
    {optional(id("run", "Which; absent for the main one.")), text("id", 1, 80, "The definition."),
     optional(integer("version", 1, 1'000'000, "Its version. For staff.")), text("title", 1, 400, "Title."),
     optional(text("summary", 1, 2000, "For whom and what for.")),
     choice("state", {"open", "closed"}, "State."), date("started_on", "When."),
     optional(date("ended_on", "When.")),
     optional(
         text("continues_in", 1, 80, "The pathway that its last answer named, to be begun by a decision.")),
     optional(objects("stages", pathway_stage, 0, 20, "Its map; the main one's stands by itself.")),
     optional(objects("warnings", pathway_warning, 0, 50, "For staff.")),
     optional(objects("flags", pathway_flag, 0, 10, "For staff.")),
     optional(objects("dates", pathway_date, 0, 20, "For staff.")),
     optional(boolean("may_undo", "Whether its last change can be taken back by whoever asks.")),
     optional(object("newer", pathway_version, "What children begin on now, when that is another."))}};
const Shape open_step{
    "OpenStep",
    "A step that is open, in whatever pathway.",
    {optional(id("run", "The pathway; absent for the main one.")),
     text("pathway_title", 1, 400, "What it is called."), text("step", 1, 80, "Step."),
     text("title", 1, 400, "Title."), optional(text("track", 1, 80, "The track it is in.")),
     optional(text("track_title", 1, 400, "Its title.")), optional(date("due_on", "By when.")),
     boolean("overdue", "Whether the date has passed."), date("open_since", "Since when."),
     text("who_title", 1, 200, "Whose it is."), optional(text("waits_for_title", 1, 200, "Who must act.")),
     boolean("is_next", "Whether it is the one next step."),
     boolean("may_skip", "Whether it may be passed over."), optional(text("what", 0, 2000, "What to do.")),
     optional(objects("answers", step_answer, 0, 20, "Answers to choose from."))}};
const Shape not_started{"NotStarted",
                        "A decision that a pathway is not begun.",
                        {text("pathway", 1, 80, "National id."), text("title", 1, 400, "Its title."),
                         date("decided_on", "When."), text("reason", 1, 80, "Reason word."),
                         optional(text("reason_text", 1, 400, "The reason in the asked language."))}};

const Shape discussion{"Discussion",
                       "An anonymous discussion with another service.",
                       {id("id", "Discussion."), text("with_service", 1, 200, "With whom."),
                        date("held_on", "When."), text("advice", 0, 4000, "What they advised.")}};
const Shape own_measure{"OwnMeasure",
                        "A measure in one's own service (level 1).",
                        {id("id", "Measure."), seen_version(), text("what", 1, 2000, "What."),
                         text("who", 1, 200, "Who does it."), date("due_on", "By when."),
                         date("evaluate_on", "When it is looked at again."),
                         choice("state", measure_states, "State."), choice("effect", effects, "Effect."),
                         optional(text("evaluation", 0, 4000, "What it did."))}};
const Shape early_concern{
    "EarlyConcern",
    "An early concern (undring): private to its author, no registered child.",
    {id("id", "Early concern."), seen_version(),
     text("label", 1, 80, "The author's own word for it; no name."),
     text("facts", 0, 8000, "What was seen and heard."),
     text_map("answers", 4000, "Guide question to answer."),
     boolean("suspicion_of_violence", "Suspicion of violence or abuse."), integer("level", 0, 3, "Level."),
     choice("state", {"open", "ended", "shared"}, "State."), instant("created_at", "When it was begun."),
     optional(object("next_step", next_step, "Next; absent when ended.")),
     objects("pathway", pathway_stage, 0, 10, "The map."),
     objects("discussions", discussion, 0, 100, "Discussions."),
     objects("measures", own_measure, 0, 100, "Measures in own service."),
     optional(text("ended_reason", 0, 4000, "Why it ended.")),
     optional(id("follow_up", "The follow-up it became.")),
     boolean("may_undo", "Whether the last step can be taken back: today's, also one that ended it.")}};
const Shape duty_assessment{
    "DutyAssessment",
    "An assessment of the duty to report to child welfare. Never shown to the family.",
    {id("id", "Assessment."), instant("made_at", "When."),
     choices("grounds",
             {"abuse_or_neglect", "untreated_illness", "uncovered_needs", "serious_behaviour", "trafficking",
              "other"},
             0, 6, "Grounds."),
     choice("conclusion", {"reported", "called_now", "discuss_first", "no_duty_now"}, "Conclusion."),
     text("note", 0, 4000, "Reasons."), optional(id("early_concern", "About this early concern.")),
     optional(id("follow_up", "About this follow-up."))}};
const Shape duty_assessments{"DutyAssessments",
                             "One's own assessments, newest first.",
                             {objects("assessments", duty_assessment, 0, 500, "Assessments.")}};

const Shape consent_need{
    "ConsentNeed",
    "Somebody who must consent or be heard.",
    {choice("who", {"child", "every_guardian", "one_guardian"}, "Who."),
     choice("need", {"consent", "heard"}, "What."), text("reason", 1, 1000, "Why, in the asked language."),
     text("legal_basis", 0, 400, "Law."), text("evidence", 0, 40, "How sure the rule is.")}};
const Shape consent_needs{
    "ConsentNeeds",
    "Whose consent is needed.",
    {integer("age", 0, 130, "Age in whole years."), objects("needs", consent_need, 0, 10, "Needs."),
     integer("log_opens_at_level", 0, 3, "The lowest level at which the shared log opens.")}};

const Shape consent{
    "Consent",
    "A consent by one person.",
    {id("id", "Consent."), id("person", "Who."), text("giver_name", 1, 200, "Name."),
     choice("who", givers, "Child or guardian."), date("given_on", "When."), choice("how", ways, "How."),
     text("language", 2, 10, "Language."), boolean("interpreter", "Interpreter."),
     ids("units", 0, 30, "Units."), texts("unit_names", 0, 30, "Their names."),
     choices("purposes", purposes, 0, 3, "For what."), choices("topics", topics, 0, 6, "About what."),
     date("valid_until", "Last day."),
     boolean("guardians_may_see", "The young person lets the guardians read."),
     choice("state", {"in_force", "ended", "withdrawn"}, "State."),
     optional(instant("withdrawn_at", "When withdrawn.")), boolean("mine", "Given by the one who asks.")}};
const Shape child{"Child",
                  "The child or young person.",
                  {id("id", "Person."), text("name", 1, 210, "Full name."),
                   date("birth_date", "Date of birth."), integer("age", 0, 130, "Age.")}};
const Shape guardian{"Guardian",
                     "A guardian.",
                     {id("id", "Person."), text("name", 1, 210, "Full name."),
                      choice("relation", relations, "Relation."),
                      boolean("parental_responsibility", "Holds parental responsibility."),
                      optional(text("phone", 0, 20, "Phone."))}};
const Shape member{"Member",
                   "Somebody in the team around the child.",
                   {id("id", "Member."), choice("kind", {"staff", "guardian", "child"}, "Kind."),
                    optional(id("account", "Account.")), text("name", 1, 210, "Name."),
                    optional(choice("profession", professions, "Profession.")), optional(id("unit", "Unit.")),
                    optional(text("unit_name", 0, 200, "Unit.")), boolean("holder", "Holds the baton."),
                    boolean("covered", "A consent in force covers the unit."), boolean("left", "Has left."),
                    date("since", "Since."), optional(date("left_on", "Left."))}};
const Shape baton_offer{"BatonOffer",
                        "An offer of the baton.",
                        {id("id", "Offer."), id("to_member", "To."), text("to_name", 1, 210, "To."),
                         text("from_name", 1, 210, "From."), text("message", 0, 2000, "Message."),
                         instant("offered_at", "When."),
                         choice("state", {"offered", "accepted", "refused", "withdrawn"}, "State."),
                         optional(text("answer_reason", 0, 2000, "Why refused.")),
                         optional(date("answer_by", "By when, where the municipality has set a number."))}};
const Shape refused_offer{
    "RefusedOffer",
    "An offer of the baton that was refused.",
    {text("to_name", 1, 210, "By whom."), text("reason", 1, 2000, "Why."), instant("at", "When.")}};
const Shape goal{"Goal",
                 "A goal.",
                 {id("id", "Goal."), seen_version(), text("title", 1, 400, "Goal."),
                  text("why", 0, 2000, "Why it matters."), boolean("childs_own", "The child's own goal."),
                  choice("state", goal_states, "State.")}};
const Shape measure{
    "Measure",
    "A measure: what, who, by when, and what it did.",
    {id("id", "Measure."), seen_version(), optional(id("goal", "For which goal.")),
     text("what", 1, 2000, "What."), id("responsible", "Member."), text("responsible_name", 1, 210, "Who."),
     date("due_on", "By when."), date("evaluate_on", "When it is looked at."),
     choice("state", measure_states, "State."), choice("effect", effects, "Effect."),
     optional(text("evaluation", 0, 4000, "What it did.")),
     optional(id("from_meeting", "The meeting that decided it.")), boolean("overdue", "A date has passed.")}};
const Shape meeting{"Meeting",
                    "A meeting of the team.",
                    {id("id", "Meeting."), seen_version(), instant("starts_at", "When."),
                     text("place", 0, 200, "Where."), texts("agenda", 0, 20, "Agenda."),
                     ids("invited", 0, 40, "Members."), ids("attended", 0, 40, "Members."),
                     text("minutes", 0, 20000, "Minutes, written in the meeting."),
                     choice("state", meeting_states, "State.")}};
const Shape own_words{"OwnWords",
                      "What the child or a guardian says, in their own words.",
                      {id("id", "Words."),
                       choice("capacity", capacities, "Who speaks, and how it was written down."),
                       text("name", 1, 210, "Whose words."), text("text", 1, 4000, "Words."),
                       instant("said_at", "When."), boolean("mine", "By the one who asks.")}};
const Shape timeline_entry{
    "TimelineEntry",
    "Something that happened.",
    {instant("at", "When."), text("act", 1, 80, "What kind."), text("by_name", 1, 210, "Who."),
     optional(text("unit_name", 0, 200, "For which unit.")), optional(text("text", 0, 4000, "What."))}};

const Shape follow_up{
    "FollowUp",
    "A follow-up: the shared log around one child.",
    {id("id", "Follow-up."),
     seen_version(),
     text("reference", 1, 20, "Short name without the child's."),
     choice("state", {"open", "closed"}, "State."),
     boolean("frame_only", "No consent covers you now: only the frame is shown."),
     integer("level", 0, 3, "Level."),
     text("level_name", 1, 200, "The municipality's name of the level."),
     optional(object("child", child, "The child.")),
     optional(text("reason", 0, 4000, "Why it was opened.")),
     optional(object("holder", member, "Who holds the baton.")),
     boolean("i_hold", "The one who asks holds the baton."),
     optional(object("offer", baton_offer, "An open offer of the baton.")),
     optional(object("refused_offer", refused_offer, "The newest offer, when it was refused.")),
     optional(object("next_step", next_step, "What is next; absent when closed.")),
     choices("breaks", break_codes, 0, 6, "What is wrong now."),
     objects("pathway", pathway_stage, 0, 20, "The map of the main pathway."),
     objects("pathways", pathway, 1, 50, "All pathways, the main one first."),
     objects("open_steps", open_step, 0, 200, "Every open step; one of them is the next."),
     objects("not_started", not_started, 0, 100, "Pathways that were decided against."),
     objects("team", member, 0, 80, "The team around the child."),
     objects("guardians", guardian, 0, 8, "Guardians."),
     objects("consents", consent, 0, 200, "Consents."),
     objects("goals", goal, 0, 200, "Goals."),
     objects("measures", measure, 0, 500, "Measures."),
     objects("meetings", meeting, 0, 300, "Meetings, newest first."),
     objects("own_words", own_words, 0, 500, "Own words, newest first."),
     objects("timeline", timeline_entry, 0, 1000, "What happened, newest first."),
     choices("may", {"lead", "contribute", "accept_baton", "reopen", "undo"}, 0, 5, "What one may do."),
     date("opened_on", "Opened."),
     optional(date("closed_on", "Closed.")),
     optional(text("closed_reason", 0, 4000, "Why."))}};

const Shape due_item{
    "DueItem",
    "Something of mine with a date.",
    {choice("kind", {"next_step", "measure", "evaluation", "meeting", "early_concern", "offer"}, "Kind."),
     id("about", "Follow-up or early concern."),
     text("label", 1, 210, "The child's name, or the author's word for it."),
     text("title", 0, 2000, "What; of a meeting, where."), date("due_on", "By when."),
     boolean("overdue", "Passed.")}};
const Shape follow_up_summary{
    "FollowUpSummary",
    "A follow-up in a list.",
    {id("id", "Follow-up."),
     text("child_name", 1, 210, "Child, or the reference when only the frame is shown."),
     integer("level", 0, 3, "Level."), text("level_name", 1, 200, "Its name."),
     choice("state", {"open", "closed"}, "State."), optional(text("holder_name", 1, 210, "Holder.")),
     boolean("i_hold", "Mine."), optional(text("next_title", 1, 400, "Next step.")),
     optional(date("due_on", "By when.")), boolean("overdue", "Passed."),
     choices("breaks", break_codes, 0, 6, "What is wrong.")}};
const Shape early_concern_summary{
    "EarlyConcernSummary",
    "An early concern in a list.",
    {id("id", "Early concern."), text("label", 1, 80, "The author's word for it."),
     integer("level", 0, 3, "Level."), choice("state", {"open", "ended", "shared"}, "State."),
     optional(text("next_title", 1, 400, "Next step.")), optional(date("due_on", "By when.")),
     boolean("overdue", "Passed.")}};
const Shape offer_summary{"OfferSummary",
                          "An offer of the baton to me.",
                          {id("id", "Offer."), id("follow_up", "Follow-up."),
                           text("child_name", 1, 210, "Child."), text("from_name", 1, 210, "From."),
                           text("message", 0, 2000, "Message."), instant("offered_at", "When."),
                           optional(date("answer_by", "By when."))}};
const Shape workbench{"Workbench",
                      "What is mine today.",
                      {date("today", "Today in Norway."), objects("due", due_item, 0, 500, "By date."),
                       objects("offers", offer_summary, 0, 100, "Offers of the baton."),
                       objects("follow_ups", follow_up_summary, 0, 1000, "My children."),
                       objects("early_concerns", early_concern_summary, 0, 1000, "My early concerns.")}};
const Shape candidate{"Candidate",
                      "A colleague who may take the baton.",
                      {id("account", "Account."), id("unit", "Unit."), text("name", 1, 210, "Full name."),
                       choice("profession", professions, "Profession."), text("unit_name", 0, 200, "Unit.")}};
const Shape break_row{
    "BreakRow",
    "A follow-up that needs its leader.",
    {id("follow_up", "Follow-up."), text("reference", 1, 20, "Short name without the child's."),
     optional(text("holder_name", 1, 210, "Holder.")), text("unit_name", 1, 200, "The holder's unit."),
     integer("level", 0, 3, "Level."),
     choices("breaks", break_codes, 0, 6, "What is wrong; none: all is well."),
     optional(text("next_title", 1, 400, "Next step.")), optional(date("due_on", "By when.")),
     optional(text("next_pathway", 1, 400, "The pathway that the next step is of.")),
     texts("pathways", 0, 50, "All that are open, the main one first."),
     optional(date("since", "Since when the next step is open.")),
     optional(text("waits_for_title", 1, 200, "Who must act, when it is somebody else.")),
     optional(text("escalated_title", 1, 200, "Who is to be told that it is late, after the pathway.")),
     integer("days_overdue", 0, 100'000, "Days since the date passed."),
     optional(text("offered_to", 1, 210, "Who has been asked to take the baton.")),
     objects("candidates", candidate, 0, 500, "Who may take a baton whose holder is gone.")}};
const Shape board_count{
    "BoardCount",
    "How a part of the open follow-ups stands.",
    {optional(text("pathway", 1, 80, "National id.")), optional(id("unit", "The holders' unit.")),
     text("title", 1, 400, "What it is called."), integer("open", 0, 1'000'000, "How many."),
     integer("broken", 0, 1'000'000, "With a break."), integer("overdue", 0, 1'000'000, "Next step late."),
     integer("due_this_week", 0, 1'000'000, "Next step today or in the six days after."),
     integer("waiting", 0, 1'000'000, "Waiting for somebody else.")}};
const Shape not_started_count{"NotStartedCount",
                              "Why a pathway was not begun.",
                              {text("reason", 1, 80, "Reason word."),
                               text("text", 1, 400, "In the asked language."),
                               integer("count", 0, 1'000'000, "For how many.")}};
const Shape pathway_count{"PathwayCount",
                          "How many are on a pathway beside the main one, and why others are not.",
                          {text("pathway", 1, 80, "National id."), text("title", 1, 400, "Its title."),
                           integer("open", 0, 1'000'000, "On it now."),
                           integer("ended", 0, 1'000'000, "Have been."),
                           objects("not_started", not_started_count, 0, 50, "Decided against.")}};
const Shape breaks{"Breaks",
                   "Open follow-ups of the leader's units; only what leading needs.",
                   {objects("rows", break_row, 0, 200, "The worst of those asked for, worst first."),
                    integer("wanted", 0, 1'000'000, "How many fit what was asked for."),
                    integer("overdue", 0, 1'000'000, "How many have a next step that is late."),
                    integer("due_this_week", 0, 1'000'000, "Next step today or in the six days after."),
                    integer("waiting", 0, 1'000'000, "Waiting for somebody else."),
                    objects("by_pathway", board_count, 0, 100, "A follow-up may stand under several."),
                    objects("by_unit", board_count, 0, 1'000, "By the holder's unit."),
                    objects("pathways", pathway_count, 0, 100, "Begun and decided against."),
                    integer("open", 0, 1'000'000, "How many are open."),
                    integer("broken", 0, 1'000'000, "How many of them have a break.")}};
const Shape look{"Look",
                 "Somebody looked.",
                 {instant("at", "When."), text("name", 1, 210, "Who."),
                  optional(text("unit_name", 0, 200, "For which unit.")),
                  optional(choice("profession", professions, "Profession.")), text("purpose", 1, 80, "Why."),
                  text("what", 1, 80, "What.")}};
const Shape access_log{
    "AccessLog",
    "Who has looked, newest first.",
    {objects("looks", look, 0, 200, "Looks."),
     optional(text("next", 1, 100, "Send as `before` for older ones; absent at the end."))}};
const Shape family_list{"FamilyList",
                        "The follow-ups of one's own family.",
                        {objects("follow_ups", follow_up_summary, 0, 50, "Follow-ups.")}};
const Shape family_follow_up{
    "FamilyFollowUp",
    "The follow-up in plain words, for the family.",
    {id("id", "Follow-up."),
     choice("state", {"open", "closed"}, "State."),
     choice("i_am", {"child", "guardian"}, "Who asks."),
     boolean("guardians_may_read", "Whether guardians read this as well."),
     text("child_name", 1, 210, "Whose."),
     integer("level", 0, 3, "Level."),
     text("level_plain", 1, 400, "What the level is, in everyday words."),
     text("level_meaning", 0, 2000, "What it means."),
     optional(object("holder", member, "Who leads.")),
     optional(object("next_step", next_step, "What happens next.")),
     optional(text("reason", 0, 4000, "Why it was opened.")),
     objects("pathway", pathway_stage, 0, 20, "The map."),
     objects("pathways", pathway, 1, 50, "All pathways, the main one first."),
     objects("open_steps", open_step, 0, 200, "Every open step; one of them is the next."),
     objects("team", member, 0, 80, "My team."),
     objects("goals", goal, 0, 200, "Goals."),
     objects("measures", measure, 0, 500, "What is being done."),
     objects("meetings", meeting, 0, 300, "Meetings."),
     objects("own_words", own_words, 0, 500, "Own words."),
     objects("consents", consent, 0, 200, "What has been said yes to."),
     objects("timeline", timeline_entry, 0, 1000, "What happened."),
     date("opened_on", "Opened."),
     optional(date("closed_on", "Closed.")),
     optional(text("closed_reason", 0, 4000, "Why."))}};

} // namespace samvei::followup::shapes
