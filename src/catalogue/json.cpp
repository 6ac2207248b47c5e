#include "catalogue/json.hpp"

#include "pathway/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::catalogue {

namespace json = boost::json;

namespace {

json::array reasons_json(const std::vector<pathway::Reason>& reasons, Language language)
{
    json::array rows;
    for (const pathway::Reason& reason : reasons) {
        rows.push_back(json::object{{"id", reason.id}, {"text", reason.text.in(language)}});
    }
    return rows;
}

json::object start_json(const pathway::StartRule& start, Language language)
{
    json::object object{{"criteria", reasons_json(start.criteria, language)},
                        {"not_started_reasons", reasons_json(start.not_started_reasons, language)}};
    if (start.in_doubt) { object["in_doubt"] = start.in_doubt->in(language); }
    return object;
}

json::object own_json(const OwnVersion& own)
{
    return {{"version", own.version},
            {"based_on_version", own.based_on},
            {"published_at", text_of(own.published_at)},
            {"published_by", own.published_by},
            {"note", own.note},
            {"retired", own.retired}};
}

json::object mark_json(const DraftMark& draft)
{
    return {{"version", draft.version},
            {"changed_at", text_of(draft.changed_at)},
            {"changed_by", draft.changed_by}};
}

json::object line_json(const Line& line, Language language, Date today)
{
    const pathway::Definition& shown = *line.in_use;
    const auto steps = pathway::steps_of(shown);
    const auto is_uncertain = [](const pathway::Step* step) {
        return step->evidence == pathway::Evidence::uncertain;
    };
    json::object object{{"id", line.national->id},
                        {"title", shown.title.in(language)},
                        {"summary", shown.summary ? shown.summary->in(language) : ""},
                        {"used_as", text_of(pathway::used_as_words, shown.used_as)},
                        {"steps", steps.size()},
                        {"stages", shown.stages.size()},
                        {"source", shown.source},
                        {"evidence", text_of(pathway::evidence_words, shown.evidence)},
                        {"owner", shown.owner},
                        {"review_by", text_of(shown.review_by)},
                        {"review_passed", shown.review_by < today},
                        {"unverified", std::ranges::count_if(steps, is_uncertain)},
                        {"national_version", line.national->version},
                        {"update_available", line.update_available()},
                        {"in_use", json::object{{"id", shown.id}, {"version", shown.version}}}};
    if (line.own) { object["own"] = own_json(*line.own); }
    if (line.draft) { object["draft"] = mark_json(*line.draft); }
    if (shown.start) { object["start"] = start_json(*shown.start, language); }
    return object;
}

json::array settings_json(const std::vector<pathway::SettingRule>& settings, Language language)
{
    json::array rows;
    for (const pathway::SettingRule& setting : settings) {
        if (!setting.unit && setting.choices.empty()) { continue; }
        json::array choices;
        for (const pathway::SettingChoice& choice : setting.choices) {
            choices.push_back(json::object{{"word", choice.word}, {"label", choice.label.in(language)}});
        }
        json::object row{{"key", setting.key}, {"label", setting.label.in(language)}};
        if (setting.unit) { row["unit"] = text_of(pathway::due_unit_words, *setting.unit); }
        row["choices"] = std::move(choices);
        rows.push_back(std::move(row));
    }
    return rows;
}

template <class Titled>
json::array titles_json(const std::vector<Titled>& all, Language language)
{
    json::array rows;
    for (const Titled& one : all) {
        rows.push_back(json::object{{"id", one.id}, {"title", one.title.in(language)}});
    }
    return rows;
}

template <class Words>
json::array words_json(const Words& words)
{
    json::array texts;
    for (const auto& word : words) { texts.emplace_back(word.text); }
    return texts;
}

std::string_view word_of(pathway::ChangedBy by)
{
    switch (by) {
    case pathway::ChangedBy::us: return "us";
    case pathway::ChangedBy::them: return "them";
    case pathway::ChangedBy::both_alike: return "both_alike";
    case pathway::ChangedBy::both_differently: return "both_differently";
    }
    return {};
}

std::string_view word_of(pathway::DifferenceKind kind)
{
    switch (kind) {
    case pathway::DifferenceKind::added: return "added";
    case pathway::DifferenceKind::removed: return "removed";
    case pathway::DifferenceKind::changed: return "changed";
    case pathway::DifferenceKind::moved: return "moved";
    }
    return {};
}

json::object spot_json(const pathway::Spot& at)
{
    return {{"path", at.path}, {"stage", at.stage}, {"step", at.step}, {"field", at.field}};
}

json::array differences_json(const std::vector<pathway::Difference>& differences)
{
    json::array rows;
    for (const pathway::Difference& difference : differences) {
        json::object row = spot_json(difference.at);
        row["kind"] = word_of(difference.kind);
        row["before"] = difference.before;
        row["after"] = difference.after;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

std::string json_of(const Line& line, Language language, Date today)
{
    return json::serialize(line_json(line, language, today));
}

std::string json_of(const std::vector<Line>& lines, Language language, Date today)
{
    json::array rows;
    for (const Line& line : lines) { rows.push_back(line_json(line, language, today)); }
    return json::serialize(json::object{{"pathways", std::move(rows)}});
}

std::string json_of(const std::vector<VersionLine>& versions)
{
    json::array rows;
    for (const VersionLine& line : versions) {
        json::object row{{"id", line.id}, {"version", line.version}, {"in_use", line.in_use}};
        if (line.own) {
            row["published_at"] = text_of(line.own->published_at);
            row["published_by"] = line.own->published_by;
            row["note"] = line.own->note;
        }
        rows.push_back(std::move(row));
    }
    return json::serialize(json::object{{"versions", std::move(rows)}});
}

std::string json_of(const std::string& id, int version, const Texts& texts)
{
    return json::serialize(json::object{
        {"id", id}, {"version", version}, {"definition", texts.definition}, {"scenarios", texts.scenarios}});
}

std::string vocabulary_json(const access::Content& content, Language language)
{
    json::array arenas;
    for (const std::string_view arena : pathway::arena_words) { arenas.emplace_back(arena); }
    return json::serialize(json::object{{"roles", titles_json(content.roles.roles, language)},
                                        {"unit_kinds", titles_json(content.roles.unit_kinds, language)},
                                        {"settings", settings_json(content.settings, language)},
                                        {"step_kinds", words_json(pathway::step_kind_words)},
                                        {"due_units", words_json(pathway::due_unit_words)},
                                        {"due_from", words_json(pathway::due_from_words)},
                                        {"leads", words_json(pathway::leads_words)},
                                        {"arenas", std::move(arenas)}});
}

std::string json_of(const Draft& draft, const std::string& base)
{
    json::object object = mark_json(draft.mark);
    object["pathway"] = draft.mark.pathway;
    object["definition"] = draft.texts.definition;
    object["scenarios"] = draft.texts.scenarios;
    object["base"] = base;
    object["base_version"] = draft.mark.based_on;
    return json::serialize(object);
}

std::string json_of(const Update& update)
{
    json::array rows;
    for (const pathway::PathChange& change : update.changes) {
        json::object row = spot_json(change.at);
        row["by"] = word_of(change.by);
        row["base"] = change.base;
        row["ours"] = change.ours;
        row["theirs"] = change.theirs;
        rows.push_back(std::move(row));
    }
    return json::serialize(
        json::object{{"from_version", update.from}, {"to_version", update.to}, {"changes", std::move(rows)}});
}

std::string json_of(const Check& result, const std::vector<pathway::Difference>& differences)
{
    json::array findings;
    for (const pathway::Finding& finding : result.findings) {
        findings.push_back(
            json::object{{"fault", name_of(finding.fault)}, {"where", finding.where}, {"why", finding.why}});
    }
    json::array outcomes;
    for (const Outcome& outcome : result.outcomes) {
        json::array wrong;
        for (const std::string& text : outcome.wrong) { wrong.emplace_back(text); }
        outcomes.push_back(json::object{{"situation", outcome.situation},
                                        {"where", outcome.where},
                                        {"holds", outcome.wrong.empty()},
                                        {"wrong", std::move(wrong)}});
    }
    return json::serialize(json::object{{"sound", result.sound()},
                                        {"findings", std::move(findings)},
                                        {"scenarios", std::move(outcomes)},
                                        {"differences", differences_json(differences)}});
}

} // namespace samvei::catalogue
