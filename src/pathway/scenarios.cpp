// scenarios.json: situations and what must be next, read and run.

#include "pathway/form.hpp"
#include "pathway/reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace samvei::pathway {

namespace {

/// More than any municipality may set: days are counted one by one.
constexpr std::int64_t setting_max = 10'000;

/// The words an event may begin with; exactly one of them says what happened.
const std::vector<std::string_view> happenings{"done",    "moved_to", "due_set", "flag",  "flag_lowered",
                                               "skipped", "back_to",  "date",    "ended", "reopened_in"};

std::optional<Fact> fact_from(const JsonNode& node, Findings& findings)
{
    Form form{node,
              findings,
              {"on", "done", "answer", "moved_to", "due_set", "due", "flag", "flag_lowered", "skipped",
               "back_to", "date", "day", "ended", "reopened_in"}};
    if (node.kind != JsonNode::Kind::object) { return std::nullopt; }
    const auto count = std::ranges::count_if(happenings, [&](auto word) { return form.has(word); });
    if (count != 1) {
        form.fault(DefinitionFault::missing_field, node.place,
                   fmt::format("An event is exactly one of {}.", listed(happenings)));
        return std::nullopt;
    }
    const Date on = form.date("on");
    if (form.has("done")) { return StepDone{form.id("done"), form.find_text("answer").value_or(""), on}; }
    if (form.has("moved_to")) { return StageMoved{form.id("moved_to"), on}; }
    if (form.has("due_set")) { return DueSet{form.id("due_set"), form.date("due"), on}; }
    if (form.has("flag")) { return FlagRaised{form.id("flag"), on}; }
    if (form.has("flag_lowered")) { return FlagLowered{form.id("flag_lowered"), on}; }
    if (form.has("skipped")) { return Skipped{form.id("skipped"), on}; }
    if (form.has("back_to")) { return WentBack{form.id("back_to"), on}; }
    if (form.has("date")) { return DateRecorded{form.id("date"), form.date("day"), on}; }
    if (form.has("reopened_in")) { return Reopened{form.id("reopened_in"), on}; }
    if (!form.truth("ended")) {
        form.fault(DefinitionFault::wrong_type, form.place_of("ended"), "\"ended\" can only be true.");
    }
    return Ended{on};
}

Facts facts_from(Form& row, Findings& findings)
{
    Facts facts;
    if (const JsonNode* node = row.object("start")) {
        Form start{*node, findings, {"stage", "on"}};
        facts.started_in = start.id("stage");
        facts.started_on = start.date("on");
    }
    if (const JsonNode* node = row.find_object("settings")) {
        for (const JsonMember& member : node->members) {
            const std::int64_t number = member.value.integer;
            if (member.value.kind != JsonNode::Kind::integer || number < 0 || number > setting_max) {
                row.fault(DefinitionFault::wrong_type, member.value.place,
                          fmt::format("A setting here is a whole number, 0 to {}.", setting_max));
                continue;
            }
            facts.settings[member.name] = static_cast<int>(number);
        }
    }
    Date last_on = facts.started_on;
    for (const JsonNode& event : row.list("events")) {
        const std::optional<Fact> fact = fact_from(event, findings);
        if (!fact) { continue; }
        const Date on = std::visit([](const auto& one) { return one.on; }, *fact);
        if (on < last_on) {
            row.fault(DefinitionFault::wrong_type, event.place, "This day is before the one above.");
        }
        last_on = on;
        facts.events.push_back(*fact);
    }
    return facts;
}

std::vector<std::string> texts_in(const std::vector<JsonNode>& nodes)
{
    std::vector<std::string> texts;
    for (const JsonNode& node : nodes) { texts.push_back(node.text); }
    return texts;
}

void read_expectation(Scenario& scenario, const JsonNode& node, Findings& findings)
{
    Form form{node,
              findings,
              {"stage", "next", "due", "open", "today", "warnings", "ended", "continues_in", "refused"}};
    if (form.has("refused")) {
        scenario.expect_refusal = find_error_code(form.text("refused"));
        if (!scenario.expect_refusal) {
            form.fault(DefinitionFault::unknown_word, form.place_of("refused"),
                       "There is no refusal with this name.");
        }
        return;
    }
    scenario.expect_stage = form.id("stage");
    if (form.has("ended")) {
        scenario.expect_ended = form.truth("ended");
        scenario.expect_continues_in = form.find_id("continues_in").value_or("");
        return;
    }
    scenario.expect_next = form.id("next");
    if (!form.has("due")) {
        form.fault(DefinitionFault::missing_field, node.place,
                   "Say when the next step is due; null when no rule gives a date.");
    }
    scenario.expect_due = form.find_date("due");
    if (form.has("open")) { scenario.expect_open = texts_in(form.list("open")); }
    if (form.has("warnings")) {
        scenario.today = form.date("today");
        scenario.expect_warnings = texts_in(form.list("warnings"));
    }
}

Scenario scenario_from(const JsonNode& node, Findings& findings)
{
    Form row{node, findings, {"situation", "start", "settings", "events", "expect"}};
    Scenario scenario;
    if (node.kind != JsonNode::Kind::object) { return scenario; }
    scenario.where = text_of(node.place);
    scenario.name = row.text("situation");
    scenario.facts = facts_from(row, findings);
    if (const JsonNode* expect = row.object("expect")) { read_expectation(scenario, *expect, findings); }
    return scenario;
}

std::string joined(const std::vector<std::string>& texts)
{
    return fmt::format("{}", fmt::join(texts, ", "));
}

std::vector<std::string> steps_in(const std::vector<NextStep>& open)
{
    std::vector<std::string> steps;
    for (const NextStep& one : open) { steps.push_back(one.step->id); }
    return steps;
}

std::vector<std::string> texts_of(const std::vector<Warning>& warnings)
{
    std::vector<std::string> texts;
    for (const Warning& warning : warnings) { texts.push_back(text_of(warning)); }
    return texts;
}

std::string day_or_none(const std::optional<Date>& date)
{
    return date ? text_of(*date) : "no date";
}

void compare(std::vector<std::string>& wrong, std::string_view what, std::string_view wanted,
             std::string_view got)
{
    if (wanted != got) { wrong.push_back(fmt::format("{}: wanted {}, got {}", what, wanted, got)); }
}

} // namespace

std::optional<ErrorCode> find_error_code(std::string_view name)
{
    const auto row = std::ranges::find(error_table(), name, &ErrorRow::name);
    return row == error_table().end() ? std::nullopt : std::optional{row->code};
}

std::variant<std::vector<Scenario>, std::vector<Finding>> read_scenarios(std::string_view json)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    Findings findings;
    Form form{std::get<JsonNode>(parsed), findings, {"pathway", "scenarios"}};
    form.id("pathway");
    std::vector<Scenario> scenarios;
    for (const JsonNode& row : form.list("scenarios")) { scenarios.push_back(scenario_from(row, findings)); }
    if (!findings.empty()) { return findings; }
    return scenarios;
}

std::variant<Facts, std::vector<Finding>> read_case(std::string_view json)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    const JsonNode& node = std::get<JsonNode>(parsed);
    Findings findings;
    Form form{node, findings, {"start", "settings", "events"}};
    if (node.kind != JsonNode::Kind::object) { return findings; }
    Facts facts = facts_from(form, findings);
    if (!findings.empty()) { return findings; }
    return facts;
}

std::vector<std::string> run_scenario(const Definition& definition, const Scenario& scenario)
{
    const Result<State> result = state_of(definition, scenario.facts);
    std::vector<std::string> wrong;
    const auto name_of_refusal = [](ErrorCode code) { return row_of(code).name; };
    if (!result || scenario.expect_refusal) {
        compare(wrong, "refusal",
                scenario.expect_refusal ? name_of_refusal(*scenario.expect_refusal) : "none",
                result ? "none" : name_of_refusal(result.error().code));
        return wrong;
    }
    const State& state = result.value();
    compare(wrong, "ended", scenario.expect_ended ? "yes" : "no", state.ended ? "yes" : "no");
    compare(wrong, "stage", scenario.expect_stage, state.stage->id);
    if (state.next && !scenario.expect_ended) {
        compare(wrong, "next", scenario.expect_next, state.next->step->id);
        compare(wrong, "due", day_or_none(scenario.expect_due), day_or_none(state.next->due_on));
    }
    if (scenario.expect_ended) {
        compare(wrong, "continues in", scenario.expect_continues_in, state.continues_in);
    }
    if (scenario.expect_open) {
        compare(wrong, "open", joined(*scenario.expect_open), joined(steps_in(state.open)));
    }
    if (scenario.expect_warnings) {
        compare(wrong, "warnings", joined(*scenario.expect_warnings),
                joined(texts_of(warnings_of(state, *scenario.today))));
    }
    return wrong;
}

} // namespace samvei::pathway
