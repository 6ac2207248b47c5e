#include "pathway/guide.hpp"

#include "pathway/form.hpp"

#include <algorithm>

namespace samvei::pathway {

namespace {

constexpr std::array section_kind_words{
    Word{SectionKind::text, "text"},         Word{SectionKind::warning, "warning"},
    Word{SectionKind::ground, "ground"},     Word{SectionKind::step, "step"},
    Word{SectionKind::question, "question"}, Word{SectionKind::contacts, "contacts"},
};

constexpr std::array answer_kind_words{
    Word{AnswerKind::none, "none"},
    Word{AnswerKind::long_text, "long_text"},
    Word{AnswerKind::short_text, "short_text"},
    Word{AnswerKind::date, "date"},
    Word{AnswerKind::yes_no, "yes_no"},
};

GuideContact contact_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"name", "phone", "url", "note"}};
    return {form.sentence("name"), form.find_text("phone").value_or(""), form.find_text("url").value_or(""),
            form.sentence("note")};
}

GuideSection section_from(const JsonNode& node, Findings& findings)
{
    Form form{node,
              findings,
              {"id", "kind", "title", "text", "help", "answer", "raises_flag", "legal_basis", "source",
               "evidence", "contacts"}};
    GuideSection section;
    if (node.kind != JsonNode::Kind::object) { return section; }
    section.id = form.id("id");
    section.kind = form.word("kind", section_kind_words);
    section.title = form.sentence("title");
    section.text = form.sentence("text");
    section.help = form.find_sentence("help").value_or(Sentence{});
    if (form.has("answer")) { section.answer = form.word("answer", answer_kind_words); }
    section.raises_flag = form.find_id("raises_flag").value_or("");
    section.legal_basis = form.find_text("legal_basis").value_or("");
    section.source = form.find_text("source").value_or("");
    section.evidence = form.word("evidence", evidence_words);
    for (const JsonNode& contact : form.find_list("contacts")) {
        section.contacts.push_back(contact_from(contact, findings));
    }
    if (section.kind == SectionKind::question && section.answer == AnswerKind::none) {
        form.fault(DefinitionFault::answer_missing, node.place, "A question says how it is answered.");
    }
    if (section.kind == SectionKind::contacts && section.contacts.empty()) {
        form.fault(DefinitionFault::missing_field, node.place, "Here somebody to contact is missing.");
    }
    return section;
}

} // namespace

std::variant<Guide, std::vector<Finding>> read_guide(std::string_view json, Date today)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    Findings findings;
    Form form{std::get<JsonNode>(parsed),
              findings,
              {"id", "version", "title", "intro", "source", "evidence", "owner", "review_by", "sections"}};
    Guide guide;
    guide.id = form.id("id");
    guide.version = form.integer("version");
    guide.title = form.sentence("title");
    guide.intro = form.sentence("intro");
    guide.source = form.text("source");
    guide.evidence = form.word("evidence", evidence_words);
    guide.owner = form.text("owner");
    guide.review_by = form.date("review_by");
    for (const JsonNode& item : form.list("sections")) {
        GuideSection section = section_from(item, findings);
        const auto same = std::ranges::find(guide.sections, section.id, &GuideSection::id);
        if (same != guide.sections.end()) {
            form.fault(DefinitionFault::duplicate_id, item.place, "This id stands twice.");
        }
        guide.sections.push_back(std::move(section));
    }
    if (findings.empty() && guide.review_by < today) {
        form.fault(DefinitionFault::review_date_passed, form.place_of("review_by"),
                   "It was to be reviewed before today.");
    }
    if (!findings.empty()) { return findings; }
    return guide;
}

} // namespace samvei::pathway
