#include "catalogue/drafts.hpp"

#include "access/chain.hpp"
#include "access/journal.hpp"
#include "base/digest.hpp"
#include "catalogue/definitions.hpp"
#include "catalogue/draft_work.hpp"
#include "catalogue/own_text.hpp"
#include "catalogue/store.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::catalogue {

namespace json = boost::json;

namespace {

std::string subject_of(const std::string& pathway)
{
    return "pathway:" + pathway;
}

/// What a new draft is made from: an own version, or the national one.
struct Origin {
    int based_on = 1;
    Texts texts;
};

Origin origin_in(const App& app, db::Reader& db, const std::string& pathway)
{
    for (const OwnVersion& own : own_versions_of(db, own_id_of(pathway))) {
        if (own.retired) { continue; }
        std::optional<Texts> texts = find_own(db, own.pathway, own.version);
        check(texts.has_value(), "a version that is listed has its texts");
        return {own.based_on, *std::move(texts)};
    }
    return {app.content.pathways.at(pathway).version,
            {app.content.pathway_json.at(pathway), app.content.scenarios_json.at(pathway)}};
}

Draft new_draft(const App& app, db::Reader& db, const Caller& caller, const std::string& pathway)
{
    Origin origin = origin_in(app, db, pathway);
    origin.texts.definition = own_text(origin.texts.definition, own_id_of(pathway),
                                       next_own_version(app, db, caller, pathway),
                                       {pathway, origin.based_on});
    return {{.pathway = pathway,
             .version = next_edit_of(db, pathway),
             .based_on = origin.based_on,
             .changed_at = app.clock.now(),
             .changed_by = caller.name},
            std::move(origin.texts)};
}

} // namespace

Result<Draft> need_draft(db::Reader& db, const std::string& pathway, std::int64_t version)
{
    std::optional<Draft> draft = find_draft(db, pathway);
    if (!draft) { return Error{ErrorCode::not_found, "no draft of this pathway"}; }
    if (draft->mark.version != version) {
        return Error{ErrorCode::edit_conflict, "the draft has another version"};
    }
    return *std::move(draft);
}

std::int64_t next_edit_of(db::Reader& db, const std::string& pathway)
{
    return access::head_of(db, access::journal_kind, subject_of(pathway)).sequence + 1;
}

void journal_change(db::Writer& db, const Caller& caller, Instant now, const std::string& pathway,
                    std::string_view act, const json::object& facts)
{
    access::append_journal(db, caller, now,
                           {.subject = subject_of(pathway),
                            .act = std::string{act},
                            .purpose = "administration",
                            .audience = {},
                            .content = json::serialize(facts)});
}

json::object facts_of(const Texts& texts)
{
    return {{"definition_sha256", sha256_hex(texts.definition)},
            {"scenarios_sha256", sha256_hex(texts.scenarios)}};
}

Draft save_over(db::Writer& db, const Caller& caller, Instant now, Draft draft, std::string_view act,
                json::object facts)
{
    draft.mark.version = next_edit_of(db, draft.mark.pathway);
    draft.mark.changed_at = now;
    draft.mark.changed_by = caller.name;
    update_draft(db, draft);
    for (const auto& text : facts_of(draft.texts)) { facts[text.key()] = text.value(); }
    journal_change(db, caller, now, draft.mark.pathway, act, facts);
    return draft;
}

Result<OpenedDraft> open_draft(App& app, const Caller& caller, const std::string& pathway)
{
    if (!app.content.pathways.contains(pathway)) {
        return Error{std::vector<FieldFault>{{"pathway", FaultCode::not_known}}};
    }
    return app.of(caller).write([&](db::Writer& db) -> Result<OpenedDraft> {
        if (std::optional<Draft> there = find_draft(db, pathway)) {
            return OpenedDraft{.draft = *std::move(there), .is_new = false};
        }
        Draft draft = new_draft(app, db, caller, pathway);
        insert_draft(db, draft);
        json::object facts = facts_of(draft.texts);
        facts["based_on"] = draft.mark.based_on;
        journal_change(db, caller, draft.mark.changed_at, pathway, "pathway_draft_opened", facts);
        return OpenedDraft{.draft = std::move(draft), .is_new = true};
    });
}

Result<Draft> draft_of(App& app, const Caller& caller, const std::string& pathway)
{
    return app.of(caller).read([&](db::Reader& db) -> Result<Draft> {
        std::optional<Draft> draft = find_draft(db, pathway);
        if (!draft) { return Error{ErrorCode::not_found, "no draft of this pathway"}; }
        return *std::move(draft);
    });
}

Result<Draft> save_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                         const Texts& texts)
{
    const Instant now = app.clock.now();
    return app.of(caller).write([&](db::Writer& db) -> Result<Draft> {
        TRY_LET(draft, need_draft(db, pathway, version));
        draft.texts = texts;
        return save_over(db, caller, now, std::move(draft), "pathway_draft_saved", {});
    });
}

Result<Done> discard_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version)
{
    const Instant now = app.clock.now();
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(draft, need_draft(db, pathway, version));
        delete_draft(db, pathway);
        journal_change(db, caller, now, pathway, "pathway_draft_discarded", facts_of(draft.texts));
        return Done{};
    });
}

} // namespace samvei::catalogue
