// A trial as JSON.

#include "catalogue/json.hpp"
#include "pathway/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::catalogue {

namespace json = boost::json;

namespace {

std::string_view word_of(pathway::StepState state)
{
    switch (state) {
    case pathway::StepState::done: return "done";
    case pathway::StepState::next: return "next";
    case pathway::StepState::open: return "open";
    case pathway::StepState::possible: return "possible";
    case pathway::StepState::skipped: return "skipped";
    case pathway::StepState::left_out: return "left_out";
    }
    return {};
}

std::string_view word_of(pathway::StageState state)
{
    switch (state) {
    case pathway::StageState::passed: return "passed";
    case pathway::StageState::here: return "here";
    case pathway::StageState::possible: return "possible";
    }
    return {};
}

void add_track(json::object& object, const pathway::Track* track, Language language)
{
    if (track == nullptr) { return; }
    object["track"] = track->id;
    object["track_title"] = track->title.in(language);
}

json::object refusal_json(ErrorCode code, Language language)
{
    const ErrorRow& row = row_of(code);
    const Sentence sentence{std::string{row.nb}, std::string{row.nn}, std::string{row.en}};
    return {{"code", row.name}, {"message", sentence.in(language)}};
}

json::object open_json(const pathway::NextStep& open, Language language, Date today)
{
    json::object object{{"step", open.step->id},
                        {"title", open.step->title.in(language)},
                        {"overdue", open.due_on && *open.due_on < today},
                        {"who", open.step->who}};
    if (open.due_on) { object["due_on"] = text_of(*open.due_on); }
    if (open.step->waits_for) { object["waits_for"] = *open.step->waits_for; }
    add_track(object, open.track, language);
    return object;
}

json::object warning_json(const pathway::Warning& warning, Language language)
{
    json::object object{{"text", text_of(warning)}};
    if (warning.step != nullptr) { object["step"] = warning.step->id; }
    if (warning.condition != nullptr) { object["say"] = warning.condition->text.in(language); }
    return object;
}

json::object step_json(const pathway::StepView& view, Language language)
{
    json::array answers;
    for (const pathway::Branch& branch : view.step->answers) {
        answers.push_back(json::object{{"id", branch.answer},
                                       {"label", branch.label.in(language)},
                                       {"leads", text_of(pathway::leads_words, branch.leads)},
                                       {"to", branch.to}});
    }
    json::object object{{"id", view.step->id},
                        {"title", view.step->title.in(language)},
                        {"kind", text_of(pathway::step_kind_words, view.step->kind)},
                        {"who", view.step->who},
                        {"state", word_of(view.state)},
                        {"may_skip", view.step->may_skip},
                        {"answers", std::move(answers)}};
    if (view.done_on) { object["done_on"] = text_of(*view.done_on); }
    add_track(object, view.track, language);
    return object;
}

json::array stages_json(const std::vector<pathway::StageView>& stages, Language language)
{
    json::array rows;
    for (const pathway::StageView& view : stages) {
        json::array steps;
        for (const pathway::StepView& step : view.steps) { steps.push_back(step_json(step, language)); }
        rows.push_back(json::object{{"id", view.stage->id},
                                    {"title", view.stage->title.in(language)},
                                    {"state", word_of(view.state)},
                                    {"steps", std::move(steps)}});
    }
    return rows;
}

void add_state(json::object& object, const pathway::State& state, Language language, Date today)
{
    object["ended"] = state.ended;
    object["stage"] = state.stage->id;
    if (!state.continues_in.empty()) { object["continues_in"] = state.continues_in; }
    if (state.next) { object["next"] = open_json(*state.next, language, today); }
    json::array open;
    for (const pathway::NextStep& one : state.open) { open.push_back(open_json(one, language, today)); }
    object["open"] = std::move(open);
    object["stages"] = stages_json(state.stages, language);
}

} // namespace

std::string json_of(const Trial& trial, Language language, Date today)
{
    json::array warnings;
    for (const pathway::Warning& warning : trial.warnings) {
        warnings.push_back(warning_json(warning, language));
    }
    json::object object{{"ended", false},
                        {"stage", ""},
                        {"open", json::array{}},
                        {"warnings", std::move(warnings)},
                        {"stages", json::array{}}};
    if (trial.refused) { object["refused"] = refusal_json(*trial.refused, language); }
    if (trial.state) { add_state(object, *trial.state, language, today); }
    return json::serialize(object);
}

} // namespace samvei::catalogue
