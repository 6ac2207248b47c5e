#include "catalogue/views.hpp"

#include "catalogue/definitions.hpp"
#include "catalogue/national.hpp"
#include "catalogue/store.hpp"

#include <algorithm>

namespace samvei::catalogue {

namespace {

Line line_in(App& app, db::Reader& db, const Caller& caller, const pathway::Definition& national)
{
    Line line;
    line.national = &national;
    line.in_use = find_in_use(app, db, caller.municipality, national.id);
    const std::vector<OwnVersion> own = own_versions_of(db, own_id_of(national.id));
    if (!own.empty()) { line.own = own.front(); }
    line.draft = find_draft_mark(db, national.id);
    return line;
}

int place_of(const pathway::Definition& definition)
{
    switch (definition.used_as) {
    case pathway::UsedAs::shared_log: return definition.id == "bti" ? 0 : 1;
    case pathway::UsedAs::early_concern: return 2;
    case pathway::UsedAs::beside: return 3;
    }
    return 4;
}

} // namespace

bool Line::update_available() const
{
    if (draft) { return draft->based_on < national->version; }
    return own && !own->retired && own->based_on < national->version;
}

std::vector<Line> lines_of(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) {
        std::vector<Line> lines;
        for (const auto& [id, national] : app.content.pathways) {
            lines.push_back(line_in(app, db, caller, national));
        }
        // The pathway of the shared log first, then other main ones, early concerns, and what runs beside.
        std::ranges::stable_sort(lines, {}, [](const Line& line) { return place_of(*line.national); });
        return lines;
    });
}

std::optional<Line> find_line(App& app, const Caller& caller, const std::string& pathway)
{
    const auto national = app.content.pathways.find(pathway);
    if (national == app.content.pathways.end()) { return std::nullopt; }
    return app.of(caller).read([&](db::Reader& db) { return line_in(app, db, caller, national->second); });
}

std::vector<VersionLine> versions_of(App& app, const Caller& caller, const std::string& id)
{
    const std::string national = national_id_of(id);
    std::vector<VersionLine> versions;
    app.of(caller).read([&](db::Reader& db) {
        const std::optional<int> in_use = find_own_version_in_use(db, own_id_of(national));
        for (const OwnVersion& own : own_versions_of(db, own_id_of(national))) {
            versions.push_back({own.pathway, own.version, own, own.version == in_use});
        }
        return in_use;
    });
    std::vector<int> kept =
        app.hub().read([&](db::Reader& hub) { return national_versions_of(hub, national); });
    const auto newest = app.content.pathways.find(national);
    const bool there = newest != app.content.pathways.end();
    if (there && std::ranges::find(kept, newest->second.version) == kept.end()) {
        kept.push_back(newest->second.version);
        std::ranges::sort(kept, std::greater{});
    }
    const bool own_in_use = std::ranges::any_of(versions, &VersionLine::in_use);
    for (const int version : kept) {
        const bool in_use = there && !own_in_use && version == newest->second.version;
        versions.push_back({national, version, std::nullopt, in_use});
    }
    return versions;
}

std::optional<Texts> texts_of(App& app, const Caller& caller, const std::string& id, int version)
{
    if (id == national_id_of(id)) { return find_national_texts(app, id, version); }
    return app.of(caller).read([&](db::Reader& db) { return find_own(db, id, version); });
}

} // namespace samvei::catalogue
