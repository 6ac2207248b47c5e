// Reads content/rules/consent.json. What the rules mean is in consent.cpp.
#include "access/consent.hpp"

#include "pathway/form.hpp"

namespace samvei::access {

namespace {

using pathway::Finding;
using pathway::Findings;
using pathway::Form;
using pathway::JsonNode;

/// The file as a whole: its rules, and which age of theirs the municipality's consent age replaces.
struct Boundary {
    int age = 0;
    ConsentRule::Moves moves_of(const ConsentRule& rule) const
    {
        if (rule.from_age == age) { return ConsentRule::Moves::from; }
        if (rule.below_age == age) { return ConsentRule::Moves::below; }
        return ConsentRule::Moves::none;
    }
};

/// A row of the file says who consents, and whether the child is heard when it is not the child: that is one
/// rule, or two.
void read_rule(const JsonNode& node, const Boundary& boundary, std::vector<ConsentRule>& rules,
               Findings& findings)
{
    Form form{node,
              findings,
              {"id", "from_age", "below_age", "who", "heard", "reason", "legal_basis", "source", "evidence",
               "valid_from", "valid_to"}};
    ConsentRule rule;
    rule.id = form.id("id");
    rule.from_age = form.integer("from_age");
    rule.below_age = form.find_integer("below_age");
    rule.moved_by_consent_age = boundary.moves_of(rule);
    rule.who = form.one_of("who", {"guardians", "child"}) == "child" ? ConsentParty::child
                                                                     : ConsentParty::guardians;
    rule.reason = form.sentence("reason");
    rule.legal_basis = form.text("legal_basis");
    rule.evidence = pathway::text_of(pathway::evidence_words, form.word("evidence", pathway::evidence_words));
    rule.valid_from = form.date("valid_from");
    rule.valid_to = form.find_date("valid_to");
    static_cast<void>(form.text("source"));
    const bool child_is_heard = form.truth("heard") && rule.who == ConsentParty::guardians;

    rules.push_back(rule);
    if (!child_is_heard) { return; }
    rule.id += "_heard";
    rule.who = ConsentParty::child;
    rule.need = ConsentNeedKind::heard;
    rules.push_back(std::move(rule));
}

void refuse(const Finding& finding)
{
    throw BrokenInvariant{"content/rules/consent.json, " + finding.where + ": " + finding.why};
}

} // namespace

std::vector<ConsentRule> read_consent_rules(std::string_view json)
{
    const auto parsed = pathway::parse_json(json);
    if (const auto* finding = std::get_if<Finding>(&parsed)) { refuse(*finding); }

    Findings findings;
    Form form{std::get<JsonNode>(parsed),
              findings,
              {"version", "boundary_setting", "boundary_replaces_age", "owner", "review_by", "rules"}};
    static_cast<void>(form.integer("version"));
    static_cast<void>(form.text("owner"));
    static_cast<void>(form.date("review_by"));
    static_cast<void>(form.one_of("boundary_setting", {"consent_age"}));
    const Boundary boundary{.age = form.integer("boundary_replaces_age")};
    std::vector<ConsentRule> rules;
    for (const JsonNode& node : form.list("rules")) { read_rule(node, boundary, rules, findings); }
    if (!findings.empty()) { refuse(findings.front()); }
    return rules;
}

} // namespace samvei::access
