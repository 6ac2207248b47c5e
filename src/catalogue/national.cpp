#include "catalogue/national.hpp"

#include "catalogue/store.hpp"
#include "pathway/difference.hpp"
#include "pathway/wording.hpp"

#include <fmt/format.h>

namespace samvei::catalogue {

namespace {

Texts texts_in_content(const App& app, const std::string& id)
{
    return {app.content.pathway_json.at(id), app.content.scenarios_json.at(id)};
}

pathway::JsonNode ways_in(const std::string& definition)
{
    auto parsed = pathway::parse_json(definition);
    check(std::holds_alternative<pathway::JsonNode>(parsed), "a definition in use is JSON");
    return pathway::without_wording(std::get<pathway::JsonNode>(parsed));
}

/// The first place where a replay could go another way; "" when there is none.
std::string first_difference(const std::string& before, const std::string& after)
{
    const auto differences = pathway::differences_between(ways_in(before), ways_in(after));
    return differences.empty() ? std::string{} : differences.front().at.path;
}

Result<Done> keep_one(db::Writer& hub, const pathway::Definition& definition, const Texts& texts)
{
    const std::optional<Texts> stored = find_national(hub, definition.id, definition.version);
    if (!stored) {
        insert_national(hub, definition.id, definition.version, texts);
        return Done{};
    }
    if (*stored == texts) { return Done{}; }
    const std::string difference = first_difference(stored->definition, texts.definition);
    if (!difference.empty()) {
        return Error{ErrorCode::pathway_not_sound,
                     fmt::format("version {} of the national pathway {} is not what it was when children may "
                                 "have begun on it ({} differs); give it a new version",
                                 definition.version, definition.id, difference)};
    }
    update_national(hub, definition.id, definition.version, texts);
    return Done{};
}

} // namespace

void keep_national_versions(App& app)
{
    const Result<Done> kept = app.hub().write([&](db::Writer& hub) -> Result<Done> {
        for (const auto& [id, definition] : app.content.pathways) {
            TRY(keep_one(hub, definition, texts_in_content(app, id)));
        }
        return Done{};
    });
    if (!kept) { throw StoreFailure{kept.error().why.text}; }
}

std::optional<Texts> find_national_texts(App& app, const std::string& id, int version)
{
    const auto newest = app.content.pathways.find(id);
    if (newest != app.content.pathways.end() && newest->second.version == version) {
        return texts_in_content(app, id);
    }
    return app.hub().read([&](db::Reader& hub) { return find_national(hub, id, version); });
}

} // namespace samvei::catalogue
