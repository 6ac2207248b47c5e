// Pathways as JSON: the map, what is next, what else is open, what should be told.

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

bool is_family(const Shown& shown)
{
    return shown.caller.role == access::Role::family;
}

/// What is different where the reader works.
const pathway::ArenaText* find_arena(const Shown& shown, const pathway::Step& step)
{
    const std::string& kind = shown.caller.unit_kind;
    const bool health = kind == "school_health" || kind == "health_centre" || kind == "youth_clinic";
    for (const pathway::ArenaText& text : step.arenas) {
        if (text.arena == (health ? std::string_view{"health_centre"} : std::string_view{kind})) {
            return &text;
        }
    }
    return nullptr;
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

void put_track(const Shown& shown, json::object& object, const pathway::Track* track)
{
    if (track == nullptr) { return; }
    object["track"] = track->id;
    object["track_title"] = (is_family(shown) ? track->plain_title : track->title).in(shown.language);
}

json::object step_json(const Shown& shown, const pathway::StepView& view, const pathway::State& state)
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
    object["who_title"] = title_of_role(shown, step.who);
    put_track(shown, object, view.track);
    for (const pathway::NextStep& open : state.open) {
        if (open.step == view.step) { put(object, "due_on", open.due_on); }
    }
    return object;
}

json::object warning_json(const Shown& shown, const pathway::Warning& warning)
{
    json::object object;
    object["text"] = pathway::text_of(warning);
    if (warning.step) { object["step_title"] = warning.step->title.in(shown.language); }
    if (warning.condition) { object["say"] = warning.condition->text.in(shown.language); }
    if (!warning.role.empty()) { object["role_title"] = title_of_role(shown, warning.role); }
    if (warning.days > 0) { object["days"] = warning.days; }
    return object;
}

json::array flags_json(const Shown& shown, const pathway::State& state)
{
    json::array flags;
    for (const pathway::Flag& flag : state.definition->flags) {
        json::object object;
        object["id"] = flag.id;
        object["question"] = flag.question.in(shown.language);
        object["raised"] = state.flags.contains(flag.id);
        object["by_setting"] = flag.from_setting.has_value();
        flags.push_back(std::move(object));
    }
    return flags;
}

json::array dates_json(const Shown& shown, const pathway::State& state)
{
    json::array dates;
    for (const pathway::NamedDate& date : state.definition->dates) {
        json::object object;
        object["id"] = date.id;
        object["question"] = date.question.in(shown.language);
        if (const auto known = state.dates.find(date.id); known != state.dates.end()) {
            object["day"] = text_of(known->second);
        }
        dates.push_back(std::move(object));
    }
    return dates;
}

/// What only those who lead need: what has been raised, recorded and should be told.
void put_staff_parts(const Shown& shown, json::object& object, const RunView& view)
{
    json::array warnings;
    for (const pathway::Warning& warning : view.warnings) {
        warnings.push_back(warning_json(shown, warning));
    }
    object["warnings"] = std::move(warnings);
    object["flags"] = flags_json(shown, view.state);
    object["dates"] = dates_json(shown, view.state);
    object["may_undo"] = view.may_undo;
    object["version"] = view.run.on_version;
    if (view.newer) {
        object["newer"] = json::object{{"id", view.newer->id},
                                       {"version", view.newer->version},
                                       {"title", view.newer->title.in(shown.language)}};
    }
}

json::object open_step_json(const Shown& shown, const FollowUpView& view, const RunView& run,
                            const pathway::NextStep& open)
{
    const FollowUp& follow_up = view.work.standing.follow_up;
    const bool same_run = run.run.main() ? !follow_up.next_run : follow_up.next_run == run.run.id;
    const pathway::Step& step = *open.step;
    json::object object;
    if (!run.run.main()) { object["run"] = run.run.id.text(); }
    object["pathway_title"] = run.state.definition->title.in(shown.language);
    object["step"] = step.id;
    object["title"] = (is_family(shown) ? step.plain_title : step.title).in(shown.language);
    put_track(shown, object, open.track);
    put(object, "due_on", open.due_on);
    object["overdue"] = open.due_on && *open.due_on < view.work.today;
    object["open_since"] = text_of(open.open_since);
    object["who_title"] = title_of_role(shown, step.who);
    if (step.waits_for) { object["waits_for_title"] = title_of_role(shown, *step.waits_for); }
    object["is_next"] = same_run && step.id == follow_up.next_step;
    object["may_skip"] = step.may_skip;
    if (!is_family(shown)) {
        object["what"] = step.what.in(shown.language);
        object["answers"] = answers_json(shown, step);
    }
    return object;
}

} // namespace

std::string title_of_role(const Shown& shown, std::string_view role)
{
    const pathway::Role* const found = shown.app.content.roles.find(role);
    return found ? found->title.in(shown.language) : std::string{role};
}

std::string reason_text(const Shown& shown, const std::string& pathway, const std::string& reason)
{
    const auto national = shown.app.content.pathways.find(pathway);
    if (national == shown.app.content.pathways.end() || !national->second.start) { return reason; }
    for (const pathway::Reason& one : national->second.start->not_started_reasons) {
        if (one.id == reason) { return one.text.in(shown.language); }
    }
    return reason;
}

std::string level_name(const Shown& shown, const access::SettingsOfMunicipality& settings, int level)
{
    const auto own = settings.find(shown.app.content.settings, "level_name." + std::to_string(level));
    if (own && !own->empty()) { return *own; }
    const auto national = shown.app.content.pathways.find(std::string{bti});
    check(national != shown.app.content.pathways.end(), "the content has the pathway of levels");
    for (const pathway::Stage& stage : national->second.stages) {
        if (stage.level == level) { return stage.title.in(shown.language); }
    }
    return std::to_string(level);
}

json::object next_step_json(const Shown& shown, const pathway::NextStep& next, std::optional<Date> due_on,
                            const PersonalText& note, Date today)
{
    const pathway::Step& step = *next.step;
    const pathway::ArenaText* const arena = find_arena(shown, step);
    json::object object;
    object["step"] = step.id;
    object["title"] = step.title.in(shown.language);
    object["plain_title"] = step.plain_title.in(shown.language);
    object["what"] = step.what.in(shown.language);
    object["how"] = (arena && arena->how ? *arena->how : step.how).in(shown.language);
    object["who"] = step.who;
    object["who_title"] = title_of_role(shown, step.who);
    if (step.waits_for) { object["waits_for_title"] = title_of_role(shown, *step.waits_for); }
    object["why"] = step.why.in(shown.language);
    json::array tools;
    for (const Sentence& tool : step.tools) { tools.emplace_back(tool.in(shown.language)); }
    if (arena) {
        for (const Sentence& tool : arena->tools) { tools.emplace_back(tool.in(shown.language)); }
    }
    object["tools"] = std::move(tools);
    object["kind"] = pathway::text_of(pathway::step_kind_words, step.kind);
    object["source"] = step.source;
    object["verified"] = step.evidence == pathway::Evidence::verified ||
                         step.evidence == pathway::Evidence::stated;
    put(object, "due_on", due_on);
    object["overdue"] = due_on && *due_on < today;
    object["open_since"] = text_of(next.open_since);
    put(object, "note", note);
    object["may_skip"] = step.may_skip;
    put_track(shown, object, next.track);
    object["answers"] = answers_json(shown, step);
    return object;
}

json::array pathway_json(const Shown& shown, const access::SettingsOfMunicipality& settings,
                         const pathway::State& state, int lowest_level)
{
    json::array stages;
    for (const pathway::StageView& view : state.stages) {
        const std::optional<int>& level = view.stage->level;
        if (level && *level < lowest_level) { continue; }
        const bool of_bti = catalogue::national_id_of(state.definition->id) == bti;
        json::object object;
        object["id"] = view.stage->id;
        if (level) { object["level"] = *level; }
        object["title"] = level && of_bti ? level_name(shown, settings, *level)
                                          : view.stage->title.in(shown.language);
        object["plain_title"] = view.stage->plain_title.in(shown.language);
        object["meaning"] = view.stage->meaning.in(shown.language);
        object["state"] = word_in(stage_states, view.state);
        put(object, "entered_on", view.entered_on);
        json::array steps;
        for (const pathway::StepView& step : view.steps) { steps.push_back(step_json(shown, step, state)); }
        object["steps"] = std::move(steps);
        stages.push_back(std::move(object));
    }
    return stages;
}

json::array pathways_json(const Shown& shown, const FollowUpView& view)
{
    json::array pathways;
    for (const RunView& run : view.runs) {
        json::object object;
        if (!run.run.main()) { object["run"] = run.run.id.text(); }
        object["id"] = run.state.definition->id;
        object["title"] = run.state.definition->title.in(shown.language);
        if (run.state.definition->summary) {
            object["summary"] = run.state.definition->summary->in(shown.language);
        }
        object["state"] = word_of(run.run.state);
        object["started_on"] = text_of(run.run.started_on);
        put(object, "ended_on", run.run.ended_on);
        if (!run.run.continues_in.empty()) { object["continues_in"] = run.run.continues_in; }
        if (!is_family(shown) && view.work.permit.opens(Part::content)) {
            put_staff_parts(shown, object, run);
        }
        if (!run.run.main()) {
            const pathway::State seen = is_family(shown) ? family_view_of(run.state) : run.state;
            object["stages"] = pathway_json(shown, view.work.settings, seen, 0);
        }
        pathways.push_back(std::move(object));
    }
    return pathways;
}

json::array open_steps_json(const Shown& shown, const FollowUpView& view)
{
    json::array steps;
    for (const RunView& run : view.runs) {
        if (run.run.state == FollowUpState::closed) { continue; }
        const pathway::State seen = is_family(shown) ? family_view_of(run.state) : run.state;
        for (const pathway::NextStep& open : seen.open) {
            steps.push_back(open_step_json(shown, view, run, open));
        }
    }
    return steps;
}

std::string step_title(const Shown& shown, const pathway::Step* step)
{
    if (!step) { return {}; }
    if (!is_family(shown)) { return step->title.in(shown.language); }
    if (step->shown_to == pathway::ShownTo::staff) { return {}; }
    return step->plain_title.in(shown.language);
}

} // namespace samvei::followup
