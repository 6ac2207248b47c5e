// The form of pathway.json; what may stand where. Whether it makes sense is the checker's question.

#include "pathway/reader.hpp"

#include "pathway/form.hpp"

namespace samvei::pathway {

namespace {

DueRule due_rule_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"unit", "from", "count", "setting", "of_step", "date"}};
    DueRule rule;
    if (node.kind != JsonNode::Kind::object) { return rule; }
    rule.unit = form.word("unit", due_unit_words);
    rule.from = form.word("from", due_from_words);
    rule.count = form.find_integer("count");
    rule.setting = form.find_id("setting");
    rule.of_step = form.find_id("of_step");
    rule.date = form.find_id("date");
    if ((rule.from == DueFrom::date) != rule.date.has_value()) {
        form.fault(DefinitionFault::missing_field, node.place,
                   "\"date\" stands exactly when the rule counts from a date.");
    }
    if (rule.from == DueFrom::step_done && !rule.of_step) {
        form.fault(DefinitionFault::missing_field, node.place, "\"step_done\" needs \"of_step\".");
    }
    if (!rule.count && !rule.setting) {
        form.fault(DefinitionFault::missing_field, node.place,
                   "A due rule needs \"count\", \"setting\" or both.");
    }
    return rule;
}

std::optional<DueRule> find_due_rule(Form& form, std::string_view field, Findings& findings)
{
    const JsonNode* node = form.find_object(field);
    return node == nullptr ? std::nullopt : std::optional{due_rule_from(*node, findings)};
}

Branch branch_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"answer", "label", "leads", "to"}};
    Branch branch;
    if (node.kind != JsonNode::Kind::object) { return branch; }
    branch.answer = form.id("answer");
    branch.label = form.sentence("label");
    branch.leads = form.word("leads", leads_words);
    if (branch.leads == Branch::Leads::end || branch.leads == Branch::Leads::track_end) {
        if (form.has("to")) {
            form.fault(DefinitionFault::unknown_word, form.place_of("to"),
                       "An answer that leads to an end has no \"to\".");
        }
    } else {
        branch.to = form.id("to");
    }
    return branch;
}

std::string role_in(Form& form, std::string_view field)
{
    return form.one_of(field, {role_words.begin(), role_words.end()});
}

std::optional<std::string> find_role_in(Form& form, std::string_view field)
{
    return form.has(field) ? std::optional{role_in(form, field)} : std::nullopt;
}

bool truth_or_no(Form& form, std::string_view field)
{
    return form.has(field) && form.truth(field);
}

std::vector<Sentence> sentences_from(const std::vector<JsonNode>& nodes, Findings& findings)
{
    std::vector<Sentence> sentences;
    for (const JsonNode& node : nodes) { sentences.push_back(sentence_from(node, findings)); }
    return sentences;
}

/// Each item of a list, read by `read`.
template <class Part>
std::vector<Part> parts_from(const std::vector<JsonNode>& nodes, Findings& findings,
                             Part (*read)(const JsonNode&, Findings&))
{
    std::vector<Part> parts;
    for (const JsonNode& node : nodes) { parts.push_back(read(node, findings)); }
    return parts;
}

Escalation escalation_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"after", "unit", "to"}};
    Escalation escalation;
    if (node.kind != JsonNode::Kind::object) { return escalation; }
    escalation.after = form.integer("after");
    escalation.unit = form.word("unit", due_unit_words);
    escalation.to = role_in(form, "to");
    return escalation;
}

std::vector<ArenaText> arenas_from(const JsonNode* node, Findings& findings)
{
    std::vector<ArenaText> arenas;
    if (node == nullptr) { return arenas; }
    Form form{*node, findings, {"kindergarten", "school", "health_centre"}};
    for (const std::string_view arena : arena_words) {
        const JsonNode* text = form.find_object(arena);
        if (text == nullptr) { continue; }
        Form inner{*text, findings, {"how", "tools"}};
        arenas.push_back({std::string{arena}, inner.find_sentence("how"),
                          sentences_from(inner.find_list("tools"), findings)});
    }
    return arenas;
}

Condition condition_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"text", "flag", "not_flag", "done", "consent"}};
    Condition condition;
    if (node.kind != JsonNode::Kind::object) { return condition; }
    condition.text = form.sentence("text");
    int named = 0;
    for (const auto& [kind, word] : condition_words) {
        if (!form.has(word)) { continue; }
        ++named;
        condition.kind = kind;
        condition.of = form.id(word);
    }
    if (named != 1) {
        form.fault(DefinitionFault::missing_field, node.place,
                   "A condition names exactly one of \"flag\", \"not_flag\", \"done\" and \"consent\".");
    }
    return condition;
}

Step step_from(const JsonNode& node, Findings& findings);

Track track_from(const JsonNode& node, Findings& findings)
{
    Form form{
        node, findings, {"id", "title", "plain_title", "may_skip", "when_flag", "unless_flag", "steps"}};
    Track track;
    if (node.kind != JsonNode::Kind::object) { return track; }
    track.id = form.id("id");
    track.title = form.sentence("title");
    track.plain_title = form.sentence("plain_title");
    track.may_skip = truth_or_no(form, "may_skip");
    track.when_flag = form.find_id("when_flag");
    track.unless_flag = form.find_id("unless_flag");
    track.steps = parts_from(form.list("steps"), findings, step_from);
    return track;
}

/// The parts of a step that say when and under what it is there.
void read_conditions_of(Step& step, Form& form, Findings& findings)
{
    step.due = find_due_rule(form, "due", findings);
    step.repeat_every = find_due_rule(form, "repeat_every", findings);
    if (form.has("dated_by")) { step.dated_by = form.word("dated_by", dated_by_words); }
    if (form.has("shown_to")) { step.shown_to = form.word("shown_to", shown_to_words); }
    step.unless_flag = form.find_id("unless_flag");
    step.when_flag = form.find_id("when_flag");
    step.may_skip = truth_or_no(form, "may_skip");
    step.waits_for = find_role_in(form, "waits_for");
    step.needs_consent = form.find_id("needs_consent");
    step.gives_consent = form.find_id("gives_consent");
}

Step step_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id",          "kind",          "title",    "plain_title", "what",
                               "how",         "who",           "tools",    "why",         "source",
                               "evidence",    "due",           "dated_by", "shown_to",    "repeat_every",
                               "unless_flag", "when_flag",     "may_skip", "waits_for",   "needs_consent",
                               "escalate",    "gives_consent", "arenas",   "answers",     "tracks"}};
    Step step;
    if (node.kind != JsonNode::Kind::object) { return step; }
    step.id = form.id("id");
    step.kind = form.word("kind", step_kind_words);
    step.title = form.sentence("title");
    step.plain_title = form.sentence("plain_title");
    step.what = form.sentence("what");
    step.how = form.sentence("how");
    step.who = role_in(form, "who");
    step.tools = sentences_from(form.find_list("tools"), findings);
    step.why = form.sentence("why");
    step.source = form.text("source");
    step.evidence = form.word("evidence", evidence_words);
    read_conditions_of(step, form, findings);
    step.escalate = parts_from(form.find_list("escalate"), findings, escalation_from);
    step.arenas = arenas_from(form.find_object("arenas"), findings);
    step.answers = parts_from(form.find_list("answers"), findings, branch_from);
    step.tracks = parts_from(form.find_list("tracks"), findings, track_from);
    return step;
}

Stage stage_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "level", "title", "plain_title", "meaning", "entry", "exit", "steps"}};
    Stage stage;
    if (node.kind != JsonNode::Kind::object) { return stage; }
    stage.id = form.id("id");
    stage.level = form.find_integer("level");
    stage.title = form.sentence("title");
    stage.plain_title = form.sentence("plain_title");
    stage.meaning = form.sentence("meaning");
    stage.entry = parts_from(form.find_list("entry"), findings, condition_from);
    stage.exit = parts_from(form.find_list("exit"), findings, condition_from);
    stage.steps = parts_from(form.list("steps"), findings, step_from);
    return stage;
}

Flag flag_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "question", "from_setting"}};
    Flag flag;
    if (node.kind != JsonNode::Kind::object) { return flag; }
    flag.id = form.id("id");
    flag.question = form.sentence("question");
    if (const JsonNode* choice = form.find_object("from_setting")) {
        Form inner{*choice, findings, {"setting", "is"}};
        flag.from_setting = Flag::Choice{inner.id("setting"), inner.id("is")};
    }
    return flag;
}

NamedDate date_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "question"}};
    if (node.kind != JsonNode::Kind::object) { return {}; }
    return {form.id("id"), form.sentence("question")};
}

Reason reason_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "text"}};
    if (node.kind != JsonNode::Kind::object) { return {}; }
    return {form.id("id"), form.sentence("text")};
}

StartRule start_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"criteria", "in_doubt", "not_started_reasons"}};
    StartRule start;
    start.criteria = parts_from(form.list("criteria"), findings, reason_from);
    start.in_doubt = form.find_sentence("in_doubt");
    start.not_started_reasons = parts_from(form.list("not_started_reasons"), findings, reason_from);
    return start;
}

Definition::Origin origin_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "version"}};
    return {form.id("id"), form.integer("version")};
}

} // namespace

std::variant<Definition, std::vector<Finding>> read_definition(std::string_view json)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    const JsonNode& node = std::get<JsonNode>(parsed);

    Findings findings;
    Form form{node,
              findings,
              {"$schema", "id", "version", "based_on", "title", "summary", "used_as", "source", "evidence",
               "owner", "review_by", "start", "flags", "dates", "stages"}};
    Definition definition;
    definition.id = form.id("id");
    definition.version = form.integer("version");
    if (const JsonNode* origin = form.find_object("based_on")) {
        definition.based_on = origin_from(*origin, findings);
    }
    definition.title = form.sentence("title");
    definition.summary = form.find_sentence("summary");
    if (form.has("used_as")) { definition.used_as = form.word("used_as", used_as_words); }
    definition.source = form.text("source");
    definition.evidence = form.word("evidence", evidence_words);
    definition.owner = form.text("owner");
    definition.review_by = form.date("review_by");
    if (const JsonNode* start = form.find_object("start")) {
        definition.start = start_from(*start, findings);
    }
    definition.flags = parts_from(form.find_list("flags"), findings, flag_from);
    definition.dates = parts_from(form.find_list("dates"), findings, date_from);
    definition.stages = parts_from(form.list("stages"), findings, stage_from);
    if (!findings.empty()) { return findings; }
    return definition;
}

} // namespace samvei::pathway
