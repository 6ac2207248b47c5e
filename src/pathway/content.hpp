#pragma once
// The content folder as one thing: what the server needs from it, and the proof that all of it holds.
// The only part of this room that reads files.

#include "pathway/guide.hpp"
#include "pathway/reader.hpp"
#include "pathway/roles.hpp"
#include "pathway/settings.hpp"

#include <filesystem>

namespace samvei::pathway {

struct Content {
    std::vector<Definition> pathways;
    std::vector<SettingRule> settings;
    Roles roles;
    std::vector<Guide> guides;
    std::map<std::string, std::string> guide_texts; ///< Guide id -> the file's JSON, as the web app gets it.
    std::string consent_rules;                      ///< content/rules/consent.json; `access` reads it.

    const Definition* find_pathway(std::string_view id) const;
};

/// One line of what `samvei check-content` prints.
struct ContentRow {
    std::string what; ///< "pathway", "settings", "guide", "consent rules"
    std::string id;
    int version = 0;
    int parts = 0;     ///< Steps, settings, sections or rules.
    int scenarios = 0; ///< Run; pathways only.
};

struct ContentReport {
    Content content; ///< What could be read; complete when there are no findings.
    std::vector<ContentRow> rows;
    std::vector<Finding>
        findings; ///< `where` begins with the file: "pathways/bti/pathway.json: line 3, column 5".
};

/// Reads pathways/, guidelines/ and rules/ below `folder`, checks everything as of `today`, and runs every
/// scenario. A file that nobody reads is a finding too, and so is a setting or flag that does not exist.
/// A folder that is not there gives findings, never an exception.
ContentReport check_content(const std::filesystem::path& folder, Date today);

} // namespace samvei::pathway
