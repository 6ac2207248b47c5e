#include "access/content.hpp"

#include "base/files.hpp"

namespace samvei::access {

Content content_from(pathway::Content checked, const std::filesystem::path& folder)
{
    Content content;
    content.consent_rules = read_consent_rules(checked.consent_rules);
    content.settings = std::move(checked.settings);
    content.roles = std::move(checked.roles);
    content.guides_json = std::move(checked.guide_texts);
    for (pathway::Definition& pathway : checked.pathways) {
        // The checker has seen to it that the folder is called as the pathway.
        content.pathway_json[pathway.id] = text_of_file(folder / "pathways" / pathway.id / "pathway.json");
        content.scenarios_json[pathway.id] =
            text_of_file(folder / "pathways" / pathway.id / "scenarios.json");
        const std::string id = pathway.id;
        content.pathways.emplace(id, std::move(pathway));
    }
    return content;
}

} // namespace samvei::access
