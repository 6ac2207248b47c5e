// The form of pathway.json; what may stand where. Whether it makes sense is the checker's question.

#include "pathway/reader.hpp"

#include "pathway/form.hpp"

namespace samvei::pathway {

namespace {

DueRule due_rule_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"unit", "from", "count", "setting", "of_step"}};
    DueRule rule;
    if (node.kind != JsonNode::Kind::object) { return rule; }
    rule.unit = form.word("unit", due_unit_words);
    rule.from = form.word("from", due_from_words);
    rule.count = form.find_integer("count");
    rule.setting = form.find_id("setting");
    rule.of_step = form.find_id("of_step");
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
    if (branch.leads == Branch::Leads::end) {
        if (form.has("to")) {
            form.fault(DefinitionFault::unknown_word, form.place_of("to"),
                       "An answer that leads to the end has no \"to\".");
        }
    } else {
        branch.to = form.id("to");
    }
    return branch;
}

Step step_from(const JsonNode& node, Findings& findings)
{
    Form form{node,
              findings,
              {"id", "kind", "title", "plain_title", "what", "how", "who", "tools", "why", "source",
               "evidence", "due", "repeat_every", "dated_by", "shown_to", "unless_flag", "when_flag",
               "answers"}};
    Step step;
    if (node.kind != JsonNode::Kind::object) { return step; }
    step.id = form.id("id");
    step.kind = form.word("kind", step_kind_words);
    step.title = form.sentence("title");
    step.plain_title = form.sentence("plain_title");
    step.what = form.sentence("what");
    step.how = form.sentence("how");
    step.who = form.one_of("who", {role_words.begin(), role_words.end()});
    for (const JsonNode& tool : form.find_list("tools")) {
        step.tools.push_back(sentence_from(tool, findings));
    }
    step.why = form.sentence("why");
    step.source = form.text("source");
    step.evidence = form.word("evidence", evidence_words);
    step.due = find_due_rule(form, "due", findings);
    step.repeat_every = find_due_rule(form, "repeat_every", findings);
    if (form.has("dated_by")) { step.dated_by = form.word("dated_by", dated_by_words); }
    if (form.has("shown_to")) { step.shown_to = form.word("shown_to", shown_to_words); }
    step.unless_flag = form.find_id("unless_flag");
    step.when_flag = form.find_id("when_flag");
    for (const JsonNode& answer : form.find_list("answers")) {
        step.answers.push_back(branch_from(answer, findings));
    }
    return step;
}

Stage stage_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "level", "title", "plain_title", "meaning", "steps"}};
    Stage stage;
    if (node.kind != JsonNode::Kind::object) { return stage; }
    stage.id = form.id("id");
    stage.level = form.integer("level");
    stage.title = form.sentence("title");
    stage.plain_title = form.sentence("plain_title");
    stage.meaning = form.sentence("meaning");
    for (const JsonNode& step : form.list("steps")) { stage.steps.push_back(step_from(step, findings)); }
    return stage;
}

Flag flag_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "question"}};
    Flag flag;
    if (node.kind != JsonNode::Kind::object) { return flag; }
    flag.id = form.id("id");
    flag.question = form.sentence("question");
    return flag;
}

} // namespace

std::variant<Definition, std::vector<Finding>> read_definition(std::string_view json)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    const JsonNode& node = std::get<JsonNode>(parsed);

    Findings findings;
    Form form{
        node,
        findings,
        {"$schema", "id", "version", "title", "source", "evidence", "owner", "review_by", "flags", "stages"}};
    Definition definition;
    definition.id = form.id("id");
    definition.version = form.integer("version");
    definition.title = form.sentence("title");
    definition.source = form.text("source");
    definition.evidence = form.word("evidence", evidence_words);
    definition.owner = form.text("owner");
    definition.review_by = form.date("review_by");
    for (const JsonNode& flag : form.find_list("flags")) {
        definition.flags.push_back(flag_from(flag, findings));
    }
    for (const JsonNode& stage : form.list("stages")) {
        definition.stages.push_back(stage_from(stage, findings));
    }
    if (!findings.empty()) { return findings; }
    return definition;
}

} // namespace samvei::pathway
