#include "catalogue/definitions.hpp"

namespace samvei::catalogue {

const pathway::Definition* find_definition(App& app, db::Reader&, const std::string&, const std::string& id,
                                           int version)
{
    const auto found = app.content.pathways.find(id);
    const bool known = found != app.content.pathways.end() && found->second.version == version;
    return known ? &found->second : nullptr;
}

pathway::FindDefinition definitions_of(App& app, db::Reader& db, const std::string& municipality)
{
    return [&app, &db, municipality](const std::string& id, int version) {
        return find_definition(app, db, municipality, id, version);
    };
}

const pathway::Definition* find_in_use(App& app, db::Reader&, const std::string&, const std::string& id)
{
    const auto found = app.content.pathways.find(id);
    return found == app.content.pathways.end() ? nullptr : &found->second;
}

std::vector<const pathway::Definition*> all_in_use(App& app, db::Reader& db, const std::string& municipality)
{
    std::vector<const pathway::Definition*> all;
    for (const auto& [id, national] : app.content.pathways) {
        all.push_back(find_in_use(app, db, municipality, id));
    }
    return all;
}

std::string national_id_of(const std::string& id)
{
    constexpr std::string_view own = ".own";
    return id.ends_with(own) ? id.substr(0, id.size() - own.size()) : id;
}

} // namespace samvei::catalogue
