// A draft becomes a version of the municipality's own, and its versions are retired.

#include "catalogue/checks.hpp"
#include "catalogue/definitions.hpp"
#include "catalogue/draft_work.hpp"
#include "catalogue/own_text.hpp"
#include "catalogue/store.hpp"

namespace samvei::catalogue {

namespace json = boost::json;

namespace {

Result<Done> need_sound(App& app, db::Reader& db, const Caller& caller, const Draft& draft)
{
    const pathway::Definition* national =
        find_definition(app, db, caller.municipality, draft.mark.pathway, draft.mark.based_on);
    check(national != nullptr, "a draft is based on a version that is there");
    const Check result = check_texts(app.content, draft.texts, app.clock.today(), national);
    if (result.sound()) { return Done{}; }
    return Error{ErrorCode::pathway_not_sound, "the checker or a scenario says no"};
}

} // namespace

int next_own_version(const App& app, db::Reader& db, const Caller& caller, const std::string& pathway)
{
    const std::string own = own_id_of(pathway);
    const std::vector<OwnVersion> versions = own_versions_of(db, own);
    int next = versions.empty() ? 1 : versions.front().version + 1;
    // Read in a transaction that was then not committed, a version is remembered although it is not there:
    // its number is not for another text.
    while (app.definitions.find(caller.municipality, own, next) != nullptr) { ++next; }
    return next;
}

Result<Done> publish_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                           const std::string& note)
{
    if (!app.content.pathways.contains(pathway)) {
        return Error{ErrorCode::not_found, "the national pathway is no more"};
    }
    // Checked before the write, where nobody waits for it: the same version has the same texts.
    TRY(app.of(caller).read([&](db::Reader& db) -> Result<Done> {
        TRY_LET(draft, need_draft(db, pathway, version));
        return need_sound(app, db, caller, draft);
    }));
    const Instant now = app.clock.now();
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(draft, need_draft(db, pathway, version));
        const OwnVersion own{.pathway = own_id_of(pathway),
                             .version = next_own_version(app, db, caller, pathway),
                             .based_on = draft.mark.based_on,
                             .note = note,
                             .published_at = now,
                             .published_by = caller.name};
        draft.texts.definition =
            own_text(draft.texts.definition, own.pathway, own.version, {pathway, own.based_on});
        insert_own(db, own, draft.texts);
        delete_draft(db, pathway);
        json::object facts = facts_of(draft.texts);
        facts["id"] = own.pathway;
        facts["version"] = own.version;
        facts["based_on"] = own.based_on;
        facts["note"] = note;
        journal_change(db, caller, now, pathway, "pathway_published", facts);
        return Done{};
    });
}

Result<Done> retire_own_versions(App& app, const Caller& caller, const std::string& pathway,
                                 const std::string& reason)
{
    const Instant now = app.clock.now();
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        if (retire_own(db, own_id_of(pathway), now) == 0) {
            return Error{ErrorCode::not_found, "no own version is in use"};
        }
        journal_change(db, caller, now, pathway, "pathway_retired", {{"reason", reason}});
        return Done{};
    });
}

} // namespace samvei::catalogue
