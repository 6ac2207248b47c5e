// A newer national version, taken into a draft.

#include "catalogue/definitions.hpp"
#include "catalogue/draft_work.hpp"
#include "catalogue/national.hpp"
#include "catalogue/own_text.hpp"
#include "catalogue/store.hpp"
#include "pathway/reader.hpp"

#include <algorithm>

namespace samvei::catalogue {

namespace json = boost::json;

namespace {

/// What is compared: the national version the draft is based on, the draft, and the newest national one.
struct Versions {
    int from = 1;
    int to = 1;
    pathway::JsonNode base;
    pathway::JsonNode ours;
    pathway::JsonNode theirs;

    bool is_update() const { return to > from; }
};

pathway::JsonNode node_of(const std::string& definition)
{
    auto parsed = pathway::parse_json(definition);
    check(std::holds_alternative<pathway::JsonNode>(parsed), "a definition that was read is JSON");
    return std::get<pathway::JsonNode>(std::move(parsed));
}

Result<Versions> versions_for(App& app, const Draft& draft)
{
    const auto newest = app.content.pathways.find(draft.mark.pathway);
    if (newest == app.content.pathways.end()) {
        return Error{ErrorCode::not_found, "the national pathway is no more"};
    }
    const auto read = pathway::read_definition(draft.texts.definition);
    if (!std::holds_alternative<pathway::Definition>(read)) {
        return Error{ErrorCode::pathway_not_sound, "the draft cannot be read"};
    }
    const std::optional<Texts> base = find_national_texts(app, draft.mark.pathway, draft.mark.based_on);
    check(base.has_value(), "a draft is based on a version that is there");
    // Under one name: that the copy has another is no change.
    const std::string ours = own_text(draft.texts.definition, draft.mark.pathway, newest->second.version,
                                      {draft.mark.pathway, draft.mark.based_on});
    return Versions{.from = draft.mark.based_on,
                    .to = newest->second.version,
                    .base = node_of(base->definition),
                    .ours = node_of(ours),
                    .theirs = node_of(app.content.pathway_json.at(draft.mark.pathway))};
}

/// The draft's text with the update taken in.
Result<std::string> merge_of(const Versions& versions, const pathway::Choices& choices)
{
    const auto merge = pathway::merged(versions.base, versions.ours, versions.theirs, choices);
    if (const auto* text = std::get_if<std::string>(&merge)) { return *text; }
    std::vector<FieldFault> faults;
    for (const auto& refusal : std::get<std::vector<pathway::MergeRefusal>>(merge)) {
        const bool missing = refusal.reason == pathway::MergeRefusal::Reason::choice_missing;
        faults.push_back({"choices." + refusal.path, missing ? FaultCode::required : FaultCode::not_known});
    }
    return Error{std::move(faults)};
}

/// There is no update: then there is nothing to choose.
Result<Draft> unchanged(Draft draft, const pathway::Choices& choices)
{
    std::vector<FieldFault> faults;
    for (const auto& choice : choices) {
        faults.push_back({"choices." + choice.first, FaultCode::not_known});
    }
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return draft;
}

json::object facts_of_update(const Versions& versions, const pathway::Choices& choices)
{
    json::object chosen;
    for (const auto& [path, taken] : choices) {
        chosen[path] = taken == pathway::Taken::ours ? "ours" : "theirs";
    }
    return {{"from_version", versions.from}, {"to_version", versions.to}, {"choices", std::move(chosen)}};
}

} // namespace

Result<Update> update_of(App& app, const Caller& caller, const std::string& pathway)
{
    TRY_LET(draft, draft_of(app, caller, pathway));
    TRY_LET(versions, versions_for(app, draft));
    Update update{.from = versions.from, .to = std::max(versions.from, versions.to), .changes = {}};
    if (versions.is_update()) {
        update.changes = pathway::three_way(versions.base, versions.ours, versions.theirs);
    }
    return update;
}

Result<Draft> take_update(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                          const pathway::Choices& choices)
{
    const Instant now = app.clock.now();
    TRY_LET(read, app.of(caller).read([&](db::Reader& db) { return need_draft(db, pathway, version); }));
    TRY_LET(versions, versions_for(app, read));
    if (!versions.is_update()) { return unchanged(std::move(read), choices); }
    TRY_LET(merge, merge_of(versions, choices));
    return app.of(caller).write([&](db::Writer& db) -> Result<Draft> {
        TRY_LET(draft, need_draft(db, pathway, version));
        draft.mark.based_on = versions.to;
        draft.texts.definition = own_text(merge, own_id_of(pathway),
                                          next_own_version(app, db, caller, pathway), {pathway, versions.to});
        return save_over(db, caller, now, std::move(draft), "pathway_update_taken",
                         facts_of_update(versions, choices));
    });
}

} // namespace samvei::catalogue
