#include "catalogue/definitions.hpp"

#include "catalogue/national.hpp"
#include "catalogue/store.hpp"
#include "pathway/reader.hpp"

namespace samvei::catalogue {

namespace {

constexpr std::string_view own_ending = ".own";

/// What was stored was checked before; a vocabulary only grows.
pathway::Definition definition_from(const Texts& texts, const std::string& id, int version)
{
    auto read = pathway::read_definition(texts.definition);
    auto* definition = std::get_if<pathway::Definition>(&read);
    check(definition != nullptr, "a stored definition can be read");
    check(definition->id == id && definition->version == version, "a stored definition is what it says");
    return std::move(*definition);
}

const pathway::Definition* national_of(const App& app, const std::string& id)
{
    const auto found = app.content.pathways.find(id);
    return found == app.content.pathways.end() ? nullptr : &found->second;
}

} // namespace

const pathway::Definition* find_definition(App& app, db::Reader& db, const std::string& municipality,
                                           const std::string& id, int version)
{
    const pathway::Definition* newest = national_of(app, id);
    if (newest != nullptr && newest->version == version) { return newest; }
    const bool is_own = id.ends_with(own_ending);
    const std::string owner = is_own ? municipality : std::string{};
    if (const pathway::Definition* kept = app.definitions.find(owner, id, version)) { return kept; }
    const std::optional<Texts> texts = is_own ? find_own(db, id, version)
                                              : find_national_texts(app, id, version);
    if (!texts) { return nullptr; }
    return &app.definitions.keep(owner, definition_from(*texts, id, version));
}

pathway::FindDefinition definitions_of(App& app, db::Reader& db, const std::string& municipality)
{
    return [&app, &db, municipality](const std::string& id, int version) {
        return find_definition(app, db, municipality, id, version);
    };
}

const pathway::Definition* find_in_use(App& app, db::Reader& db, const std::string& municipality,
                                       const std::string& id)
{
    const pathway::Definition* newest = national_of(app, id);
    if (newest == nullptr) { return nullptr; }
    const std::optional<int> own = find_own_version_in_use(db, own_id_of(id));
    return own ? find_definition(app, db, municipality, own_id_of(id), *own) : newest;
}

std::vector<const pathway::Definition*> all_in_use(App& app, db::Reader& db, const std::string& municipality)
{
    const std::map<std::string, int> own = own_versions_in_use(db);
    std::vector<const pathway::Definition*> all;
    for (const auto& [id, national] : app.content.pathways) {
        const auto version = own.find(own_id_of(id));
        all.push_back(version == own.end()
                          ? &national
                          : find_definition(app, db, municipality, version->first, version->second));
    }
    return all;
}

std::string national_id_of(const std::string& id)
{
    return id.ends_with(own_ending) ? id.substr(0, id.size() - own_ending.size()) : id;
}

std::string own_id_of(const std::string& national)
{
    return national + std::string{own_ending};
}

} // namespace samvei::catalogue
