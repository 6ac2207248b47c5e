#include "followup/json_parts.hpp"

#include "pathway/words.hpp"

#include <array>

namespace samvei::followup {

namespace {

constexpr std::array<std::string_view, 6> step_states{"done",     "next",    "open",
                                                      "possible", "skipped", "left_out"};
constexpr std::array<std::string_view, 3> stage_states{"passed", "here", "possible"};

template <class Words, class Enum>
std::string_view word_in(const Words& words, Enum value)
{
    return words.at(static_cast<std::size_t>(value));
}

json::array answers_json(const Shown& shown, const pathway::Step& step)
{
    json::array answers;
    for (const pathway::Branch& branch : step.answers) {
        json::object answer;
        answer["id"] = branch.answer;
        answer["label"] = branch.label.in(shown.language);
        answer["leads"] = pathway::text_of(pathway::leads_words, branch.leads);
        if (!branch.to.empty()) { answer["to"] = branch.to; }
        answers.push_back(std::move(answer));
    }
    return answers;
}

std::string answer_label(const Shown& shown, const pathway::Step& step, const pathway::AnswerId& id)
{
    for (const pathway::Branch& branch : step.answers) {
        if (branch.answer == id) { return branch.label.in(shown.language); }
    }
    return {};
}

json::object step_json(const Shown& shown, const pathway::StepView& view)
{
    const pathway::Step& step = *view.step;
    json::object object;
    object["id"] = step.id;
    object["title"] = step.title.in(shown.language);
    object["plain_title"] = step.plain_title.in(shown.language);
    object["state"] = word_in(step_states, view.state);
    put(object, "done_on", view.done_on);
    if (view.answer && !view.answer->empty()) { object["answer"] = answer_label(shown, step, *view.answer); }
    object["what"] = step.what.in(shown.language);
    object["who"] = step.who;
    return object;
}

} // namespace

std::string level_name(const Shown& shown, const access::SettingsOfMunicipality& settings, int level)
{
    const auto own = settings.find(shown.app.content.settings, "level_name." + std::to_string(level));
    if (own && !own->empty()) { return *own; }
    for (const pathway::Stage& stage : pathway_of(shown.app, bti).stages) {
        if (stage.level == level) { return stage.title.in(shown.language); }
    }
    return std::to_string(level);
}

json::object next_step_json(const Shown& shown, const pathway::NextStep& next, std::optional<Date> due_on,
                            const PersonalText& note, Date today)
{
    const pathway::Step& step = *next.step;
    json::object object;
    object["step"] = step.id;
    object["title"] = step.title.in(shown.language);
    object["plain_title"] = step.plain_title.in(shown.language);
    object["what"] = step.what.in(shown.language);
    object["how"] = step.how.in(shown.language);
    object["who"] = step.who;
    object["why"] = step.why.in(shown.language);
    json::array tools;
    for (const Sentence& tool : step.tools) { tools.emplace_back(tool.in(shown.language)); }
    object["tools"] = std::move(tools);
    object["kind"] = pathway::text_of(pathway::step_kind_words, step.kind);
    object["source"] = step.source;
    put(object, "due_on", due_on);
    object["overdue"] = due_on && *due_on < today;
    object["open_since"] = text_of(next.open_since);
    put(object, "note", note);
    object["answers"] = answers_json(shown, step);
    return object;
}

json::array pathway_json(const Shown& shown, const access::SettingsOfMunicipality& settings,
                         const pathway::State& state, int lowest_level)
{
    json::array stages;
    for (const pathway::StageView& view : state.stages) {
        const int level = view.stage->level.value_or(lowest_level);
        if (level < lowest_level) { continue; }
        json::object object;
        object["id"] = view.stage->id;
        object["level"] = level;
        object["title"] = level_name(shown, settings, level);
        object["plain_title"] = view.stage->plain_title.in(shown.language);
        object["meaning"] = view.stage->meaning.in(shown.language);
        object["state"] = word_in(stage_states, view.state);
        put(object, "entered_on", view.entered_on);
        json::array steps;
        for (const pathway::StepView& step : view.steps) { steps.push_back(step_json(shown, step)); }
        object["steps"] = std::move(steps);
        stages.push_back(std::move(object));
    }
    return stages;
}

std::string step_title(const Shown& shown, std::string_view pathway_id, const std::string& step)
{
    const pathway::Step* found = pathway_of(shown.app, pathway_id).find_step(step);
    if (!found) { return {}; }
    if (shown.caller.role != access::Role::family) { return found->title.in(shown.language); }
    if (found->shown_to == pathway::ShownTo::staff) { return {}; }
    return found->plain_title.in(shown.language);
}

void put(json::object& object, std::string_view name, const std::optional<Date>& date)
{
    if (date) { object[name] = text_of(*date); }
}

void put(json::object& object, std::string_view name, const PersonalText& text)
{
    if (!text.empty()) { object[name] = text.reveal(); }
}

json::array texts_json(const std::vector<std::string>& texts)
{
    json::array array;
    for (const std::string& text : texts) { array.emplace_back(text); }
    return array;
}

} // namespace samvei::followup
