// Goal: a definition that cannot be lived with is refused, naming the fault and the place. One row is one
// fault, made by changing one thing in a small sound definition.

#include "pathway/checker.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace samvei::pathway {
namespace {

const Date today = *find_date("2026-11-22");

Sentence said(const std::string& text)
{
    return {text, text, text};
}

Step step_called(const std::string& id)
{
    Step step;
    step.id = id;
    step.title = step.plain_title = step.what = step.how = step.why = said(id);
    step.who = "holder";
    step.source = "a source";
    step.dated_by = DatedBy::person;
    return step;
}

Branch answer(const std::string& id, Branch::Leads leads, std::string to = {})
{
    return {id, said(id), leads, std::move(to)};
}

Step decision_called(const std::string& id, std::vector<Branch> answers)
{
    Step step = step_called(id);
    step.kind = StepKind::decision;
    step.answers = std::move(answers);
    return step;
}

/// one: look -> talk -> choose (end, two, back to talk); two: act -> judge (end, one).
Definition sound_definition()
{
    using enum Branch::Leads;
    Definition definition;
    definition.id = "small";
    definition.title = said("small");
    definition.source = "a source";
    definition.owner = "somebody";
    definition.review_by = today;
    definition.flags.push_back({"danger", said("danger?")});
    Step talk = step_called("talk");
    talk.unless_flag = "danger";
    talk.due = DueRule{DueUnit::weeks, DueFrom::step_open, 2, "deadline.talk", "look"};
    talk.dated_by = DatedBy::rule;
    definition.stages = {
        {"one",
         0,
         said("one"),
         said("one"),
         said("one"),
         {},
         {},
         {step_called("look"), talk,
          decision_called("choose",
                          {answer("end", end), answer("go", stage, "two"), answer("again", step, "talk")})}},
        {"two",
         1,
         said("two"),
         said("two"),
         said("two"),
         {},
         {},
         {step_called("act"), decision_called("judge", {answer("end", end), answer("down", stage, "one")})}},
    };
    return definition;
}

TEST(Checker, LetsASoundDefinitionPass)
{
    for (const Finding& finding : check_definition(sound_definition(), today)) {
        ADD_FAILURE() << name_of(finding.fault) << ", " << finding.where << ": " << finding.why;
    }
}

struct BrokenCase {
    const char* what;
    std::function<void(Definition&)> broken_by;
    DefinitionFault fault;
    const char* where;
};

Step& step_of(Definition& definition, std::size_t stage, std::size_t step)
{
    return definition.stages[stage].steps[step];
}
Step& look(Definition& d)
{
    return step_of(d, 0, 0);
}
Step& talk(Definition& d)
{
    return step_of(d, 0, 1);
}
Step& choose(Definition& d)
{
    return step_of(d, 0, 2);
}
Step& judge(Definition& d)
{
    return step_of(d, 1, 1);
}

/// A third stage with everything that the first two have not: ask -> assess (tracks body and mind) -> refer
/// -> end_it. Reached from choose.
Definition& enrich(Definition& d)
{
    using enum Branch::Leads;
    if (d.find_stage("three") != nullptr) { return d; }
    Step ask = step_called("ask");
    ask.kind = StepKind::consent;
    ask.gives_consent = "assessment";
    ask.escalate = {{5, DueUnit::working_days, "leader"}, {3, DueUnit::weeks, "coordinating_unit"}};
    Step look_at_mind =
        decision_called("look_at_mind", {answer("more", step, "talk_of_mind"), answer("enough", track_end)});
    Step talk_of_mind = step_called("talk_of_mind");
    talk_of_mind.needs_consent = "assessment";
    Step assess = step_called("assess");
    assess.tracks = {{"body", said("body"), said("body"), true, {}, {}, {step_called("look_at_body")}},
                     {"mind", said("mind"), said("mind"), false, {}, "danger", {talk_of_mind, look_at_mind}}};
    Step refer = step_called("refer");
    refer.waits_for = "specialist_service";
    refer.may_skip = true;
    refer.due = DueRule{DueUnit::working_days, DueFrom::date, 10, {}, {}, "received"};
    Step end_it = decision_called("end_it", {answer("end", end), answer("other", pathway, "elsewhere")});
    end_it.due = DueRule{DueUnit::weeks, DueFrom::step_done, 1, {}, "refer", {}};
    d.stages.push_back(
        {"three", {}, said("three"), said("three"), said("three"), {}, {}, {ask, assess, refer, end_it}});
    d.stages[2].entry = {{Condition::Kind::done, "look", said("looked at")}};
    d.stages[2].exit = {{Condition::Kind::consent, "assessment", said("asked")}};
    d.dates = {{"received", said("received on?")}};
    d.start = StartRule{{{"want", said("they want it")}}, said("start"), {{"no", said("they do not")}}};
    d.stages[0].steps[2].answers.push_back(answer("assess", stage, "three"));
    return d;
}
Step& ask(Definition& d)
{
    return enrich(d).stages[2].steps[0];
}
Step& assess(Definition& d)
{
    return enrich(d).stages[2].steps[1];
}
Step& refer(Definition& d)
{
    return enrich(d).stages[2].steps[2];
}

/// Nobody can be the family's coordinator here.
const std::vector<Role> roles{{"holder", said("holder"), {"school"}, false},
                              {"leader", said("leader"), {"school"}, false},
                              {"coordinating_unit", said("unit"), {"coordinating_unit"}, false},
                              {"specialist_service", said("specialist"), {"specialist_service"}, false},
                              {"family", said("family"), {}, true},
                              {"family_coordinator", said("family coordinator"), {}, false}};

TEST(Checker, LetsARichDefinitionPass)
{
    Definition definition = sound_definition();
    for (const Finding& finding : check_definition(enrich(definition), today, roles)) {
        ADD_FAILURE() << name_of(finding.fault) << ", " << finding.where << ": " << finding.why;
    }
}

using Fault = DefinitionFault;
using Leads = Branch::Leads;

const std::vector<BrokenCase> broken{
    {"two steps of one name", [](auto& d) { step_of(d, 1, 0).id = "look"; }, Fault::duplicate_id, "two.look"},
    {"two stages of one name",
     [](auto& d) {
         d.stages.push_back(d.stages[1]);
         d.stages[2].level = 2;
         d.stages[2].steps[0].id = "act_2";
         d.stages[2].steps[1].id = "judge_2";
     },
     Fault::duplicate_id, "two"},
    {"two answers of one name", [](auto& d) { choose(d).answers[1].answer = "end"; }, Fault::duplicate_id,
     "one.choose.end"},
    {"two flags of one name", [](auto& d) { d.flags.push_back(d.flags[0]); }, Fault::duplicate_id, "danger"},
    {"a stage no answer leads to", [](auto& d) { choose(d).answers[1] = answer("go", Leads::end); },
     Fault::unreachable, "two.act"},
    {"a step that is jumped over",
     [](auto& d) {
         judge(d).answers[1] = answer("x", Leads::step, "judge");
         look(d).answers = {answer("x", Leads::step, "choose")};
         choose(d).answers.pop_back();
     },
     Fault::unreachable, "one.talk"},
    {"a last step without answers", [](auto& d) { judge(d) = step_called("judge"); }, Fault::dead_end,
     "two.judge"},
    {"a circle without a way out",
     [](auto& d) {
         judge(d).answers = {answer("a", Leads::step, "act"), answer("b", Leads::step, "judge")};
     },
     Fault::dead_end, "two.act"},
    {"a circle only when a flag is up",
     [](auto& d) { // With danger the only way is round: talk, which leads out, is left out.
         talk(d).answers = {answer("out", Leads::step, "choose"), answer("end", Leads::end)};
         choose(d).answers = {answer("a", Leads::step, "talk"), answer("b", Leads::step, "look"),
                              answer("c", Leads::stage, "two")};
         judge(d).answers = {answer("a", Leads::step, "act"), answer("b", Leads::stage, "one")};
     },
     Fault::dead_end, "one.look"},
    {"a step that nobody and nothing dates", [](auto& d) { look(d).dated_by = DatedBy::rule; },
     Fault::endless_wait, "one.look"},
    {"a date only from a setting that may be unset", [](auto& d) { talk(d).due->count.reset(); },
     Fault::endless_wait, "one.talk"},
    {"an answer to a stage that is not there", [](auto& d) { choose(d).answers[1].to = "three"; },
     Fault::leads_nowhere, "one.choose.go"},
    {"an answer to a step that is not there", [](auto& d) { choose(d).answers[2].to = "dance"; },
     Fault::leads_nowhere, "one.choose.again"},
    {"an answer into another stage's middle", [](auto& d) { choose(d).answers[2].to = "judge"; },
     Fault::leads_nowhere, "one.choose.again"},
    {"a due rule from a step that is not there", [](auto& d) { talk(d).due->of_step = "dance"; },
     Fault::leads_nowhere, "one.talk"},
    {"a due rule from itself", [](auto& d) { talk(d).due->of_step = "talk"; }, Fault::leads_nowhere,
     "one.talk"},
    {"a due rule from a later step", [](auto& d) { talk(d).due->of_step = "choose"; }, Fault::leads_nowhere,
     "one.talk"},
    {"a decision with one answer", [](auto& d) { judge(d).answers.pop_back(); }, Fault::answer_missing,
     "two.judge"},
    {"a decision without answers", [](auto& d) { look(d).kind = StepKind::decision; }, Fault::answer_missing,
     "one.look"},
    {"a step nobody owns", [](auto& d) { look(d).who.clear(); }, Fault::no_owner, "one.look"},
    {"a step owned by a role that is none", [](auto& d) { look(d).who = "king"; }, Fault::no_owner,
     "one.look"},
    {"a definition nobody owns", [](auto& d) { d.owner.clear(); }, Fault::no_owner, "small"},
    {"no stages", [](auto& d) { d.stages.clear(); }, Fault::no_next_step, "small"},
    {"a stage without steps", [](auto& d) { d.stages[1].steps.clear(); }, Fault::no_next_step, "two"},
    {"a last step that a flag takes away", [](auto& d) { judge(d).unless_flag = "danger"; },
     Fault::no_next_step, "two.judge"},
    {"a last step that only a flag brings", [](auto& d) { judge(d).when_flag = "danger"; },
     Fault::no_next_step, "two.judge"},
    {"a last step the family may not see", [](auto& d) { judge(d).shown_to = ShownTo::staff; },
     Fault::no_next_step, "two.judge"},
    {"due before it began", [](auto& d) { talk(d).due->count = -1; }, Fault::due_negative, "one.talk"},
    {"repeated backwards",
     [](auto& d) {
         talk(d).repeat_every = DueRule{{}, {}, -7, {}, {}};
     },
     Fault::due_negative, "one.talk"},
    {"a title without nynorsk", [](auto& d) { look(d).title.nn.clear(); }, Fault::translation_missing,
     "one.look"},
    {"a stage's meaning without English", [](auto& d) { d.stages[1].meaning.en.clear(); },
     Fault::translation_missing, "two"},
    {"an answer without bokmål", [](auto& d) { judge(d).answers[0].label.nb.clear(); },
     Fault::translation_missing, "two.judge.end"},
    {"a tool without nynorsk",
     [](auto& d) {
         look(d).tools = {{"verktøy", "", "tool"}};
     },
     Fault::translation_missing, "one.look"},
    {"a flag without a question", [](auto& d) { d.flags[0].question.en.clear(); }, Fault::translation_missing,
     "danger"},
    {"reviewed yesterday at the latest", [](auto& d) { d.review_by = today.plus_days(-1); },
     Fault::review_date_passed, "small"},
    {"a step without source", [](auto& d) { look(d).source.clear(); }, Fault::no_source, "one.look"},
    {"a definition without source", [](auto& d) { d.source.clear(); }, Fault::no_source, "small"},
    {"a flag that is not declared", [](auto& d) { talk(d).unless_flag = "joy"; }, Fault::unknown_flag,
     "one.talk"},
    {"a step for a flag that is not declared", [](auto& d) { look(d).when_flag = "joy"; },
     Fault::unknown_flag, "one.look"},
    {"more flags than can be walked",
     [](auto& d) {
         for (char flag = 'a'; flag < 'i'; ++flag) { d.flags.push_back({{flag}, said("?")}); }
     },
     Fault::unknown_flag, "small"},
    {"two levels of one number", [](auto& d) { d.stages[1].level = 0; }, Fault::bad_level, "two"},
    {"a level that is none", [](auto& d) { d.stages[1].level = 4; }, Fault::bad_level, "two"},
    {"a consent asked after it was needed", [](auto& d) { std::swap(ask(d), assess(d)); },
     Fault::consent_too_late, "three.assess.mind.talk_of_mind"},
    {"a consent that one way goes round",
     [](auto& d) {
         enrich(d).stages[2].steps[2].answers = {answer("a", Leads::step, "assess"),
                                                 answer("b", Leads::step, "end_it")};
         d.stages[2].steps[2].may_skip = false;
         d.stages[2].steps.insert(
             d.stages[2].steps.begin(),
             decision_called("first", {answer("a", Leads::step, "assess"), answer("b", Leads::step, "ask")}));
     },
     Fault::consent_too_late, "three.assess.mind.talk_of_mind"},
    {"a consent that may be skipped", [](auto& d) { ask(d).may_skip = true; }, Fault::consent_too_late,
     "three.assess.mind.talk_of_mind"},
    {"a consent by a step of another kind", [](auto& d) { ask(d).kind = StepKind::task; },
     Fault::consent_too_late, "three.ask"},
    {"a date counted in a circle",
     [](auto& d) { refer(d).due = DueRule{DueUnit::weeks, DueFrom::step_done, 1, {}, "end_it", {}}; },
     Fault::due_circular, "three.refer"},
    {"a date counted from itself",
     [](auto& d) { refer(d).due = DueRule{DueUnit::weeks, DueFrom::step_done, 1, {}, "refer", {}}; },
     Fault::due_circular, "three.refer"},
    {"a date counted from a day that is none", [](auto& d) { refer(d).due->date = "sent"; },
     Fault::unknown_date, "three.refer"},
    {"waiting for somebody without end", [](auto& d) { refer(d).dated_by = DatedBy::rule; },
     Fault::endless_wait, "three.refer"},
    {"a role that no unit can be", [](auto& d) { refer(d).waits_for = "family_coordinator"; },
     Fault::role_unfilled, "three.refer"},
    {"told to a role that nobody knows", [](auto& d) { ask(d).escalate[0].to = "nav"; }, Fault::role_unfilled,
     "three.ask"},
    {"told sooner than before", [](auto& d) { ask(d).escalate[1].after = 0; }, Fault::bad_escalation,
     "three.ask"},
    {"skipped with answers", [](auto& d) { enrich(d).stages[2].steps[3].may_skip = true; }, Fault::bad_skip,
     "three.end_it"},
    {"a track within a track",
     [](auto& d) {
         const Track mind = assess(d).tracks[1];
         assess(d).tracks[0].steps[0].tracks = {mind};
         assess(d).tracks.pop_back();
     },
     Fault::bad_track, "three.assess.body.look_at_body"},
    {"answers beside tracks",
     [](auto& d) {
         assess(d).answers = {answer("a", Leads::end), answer("b", Leads::step, "refer")};
     },
     Fault::bad_track, "three.assess"},
    {"out of a track into a stage",
     [](auto& d) { assess(d).tracks[1].steps[1].answers[1] = answer("out", Leads::stage, "one"); },
     Fault::bad_track, "three.assess.mind.look_at_mind.out"},
    {"out of a track to the end",
     [](auto& d) { assess(d).tracks[1].steps[1].answers[1] = answer("out", Leads::end); }, Fault::bad_track,
     "three.assess.mind.look_at_mind.out"},
    {"the end of a track where there is none",
     [](auto& d) { judge(d).answers[1] = answer("x", Leads::track_end); }, Fault::bad_track, "two.judge.x"},
    {"a track without steps", [](auto& d) { assess(d).tracks[0].steps.clear(); }, Fault::no_next_step,
     "three.assess.body"},
    {"a circle within a track",
     [](auto& d) { assess(d).tracks[1].steps[1].answers[1] = answer("again", Leads::step, "talk_of_mind"); },
     Fault::dead_end, "three.assess.mind.talk_of_mind"},
    {"a step of a track that nothing leads to",
     [](auto& d) { assess(d).tracks[1].steps[0].answers = {answer("a", Leads::track_end)}; },
     Fault::unreachable, "three.assess.mind.look_at_mind"},
    {"a track called as a step", [](auto& d) { assess(d).tracks[0].id = "look"; }, Fault::duplicate_id,
     "three.assess.look"},
    {"a condition on a step that is none", [](auto& d) { enrich(d).stages[2].entry[0].of = "dance"; },
     Fault::bad_condition, "three.entry"},
    {"a condition on a consent nobody asks for", [](auto& d) { enrich(d).stages[2].exit[0].of = "dance"; },
     Fault::bad_condition, "three.exit"},
    {"a reason without nynorsk", [](auto& d) { enrich(d).start->not_started_reasons[0].text.nn.clear(); },
     Fault::translation_missing, "start.not_started_reasons.no"},
};

class Broken : public testing::TestWithParam<BrokenCase> {};

TEST_P(Broken, IsRefusedWithItsFaultAndPlaceAndNoOtherFault)
{
    const BrokenCase& row = GetParam();
    Definition definition = sound_definition();
    row.broken_by(definition);
    const bool rich = definition.stages.size() > 2 && definition.find_stage("three") != nullptr;
    const std::vector<Finding> findings =
        check_definition(definition, today, rich ? std::span<const Role>{roles} : std::span<const Role>{});
    ASSERT_FALSE(findings.empty()) << row.what;
    EXPECT_EQ(findings.front().where, row.where) << row.what << ": " << findings.front().why;
    for (const Finding& finding : findings) {
        EXPECT_EQ(name_of(finding.fault), name_of(row.fault))
            << row.what << ", " << finding.where << ": " << finding.why;
        EXPECT_FALSE(finding.why.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Table, Broken, testing::ValuesIn(broken));

TEST(Checker, NamesEveryFaultDifferently)
{
    std::vector<std::string_view> names;
    for (int at = 0; at <= static_cast<int>(Fault::unused_content); ++at) {
        const std::string_view name = name_of(static_cast<Fault>(at));
        EXPECT_FALSE(name.empty());
        EXPECT_EQ(std::count(names.begin(), names.end(), name), 0) << name;
        names.push_back(name);
    }
}

} // namespace
} // namespace samvei::pathway
