#include "pathway/content.hpp"

#include "pathway/form.hpp"
#include "pathway/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace samvei::pathway {

const Definition* Content::find_pathway(std::string_view id) const
{
    const auto at = std::ranges::find(pathways, id, &Definition::id);
    return at == pathways.end() ? nullptr : &*at;
}

namespace {

namespace fs = std::filesystem;

class ContentCheck {
public:
    ContentCheck(const fs::path& folder, Date today) : folder_{folder}, today_{today} {}

    ContentReport run()
    {
        list_files();
        read_settings_file();
        read_consent_file();
        read_roles_file();
        for (const std::string& file : files_under("pathways/", "/pathway.json")) { read_pathway(file); }
        for (const Definition& definition : report_.content.pathways) {
            add_all("pathways/" + definition.id + "/pathway.json",
                    check_continuations(definition, ids_of_pathways()));
        }
        for (const std::string& file : files_under("guidelines/", ".json")) { read_guide_file(file); }
        // JSON Schema is for those who edit; a test holds it together with the reader.
        unread_.erase("pathways/schema.json");
        for (const std::string& file : unread_) {
            add(DefinitionFault::unused_content, file, "Nobody reads this file.");
        }
        return std::move(report_);
    }

private:
    void add(DefinitionFault fault, const std::string& where, std::string why)
    {
        report_.findings.push_back({fault, where, std::move(why)});
    }
    void add_all(const std::string& file, const std::vector<Finding>& findings)
    {
        for (const Finding& finding : findings) {
            add(finding.fault, file + ": " + finding.where, finding.why);
        }
    }
    void list_files();
    std::vector<std::string> files_under(std::string_view folder, std::string_view ending) const;
    std::optional<std::string> text_in(const std::string& file);
    void read_settings_file();
    void read_consent_file();
    void read_roles_file();
    std::set<std::string> ids_of_pathways() const;
    void read_pathway(const std::string& file);
    int run_scenarios(const Definition& definition, const std::string& file);
    void read_guide_file(const std::string& file);

    fs::path folder_;
    Date today_;
    std::set<std::string> files_;
    std::set<std::string> unread_;
    ContentReport report_;
};

void ContentCheck::list_files()
{
    for (const char* room : {"pathways", "guidelines", "rules"}) {
        std::error_code error;
        for (fs::recursive_directory_iterator at{folder_ / room, error}, end; at != end;
             at.increment(error)) {
            if (error || !at->is_regular_file(error)) { continue; }
            files_.insert(fs::relative(at->path(), folder_, error).generic_string());
        }
        if (error) { add(DefinitionFault::missing_field, room, "The folder cannot be read."); }
    }
    unread_ = files_;
}

std::vector<std::string> ContentCheck::files_under(std::string_view folder, std::string_view ending) const
{
    std::vector<std::string> found;
    for (const std::string& file : files_) {
        if (file.starts_with(folder) && file.ends_with(ending)) { found.push_back(file); }
    }
    return found;
}

std::optional<std::string> ContentCheck::text_in(const std::string& file)
{
    unread_.erase(file);
    std::ifstream stream{folder_ / file, std::ios::binary};
    std::ostringstream text;
    if (!stream || !(text << stream.rdbuf())) {
        add(DefinitionFault::missing_field, file, "The file cannot be read.");
        return std::nullopt;
    }
    return text.str();
}

void ContentCheck::read_settings_file()
{
    const std::string file = "rules/settings.json";
    const std::optional<std::string> text = text_in(file);
    if (!text) { return; }
    auto read = read_settings(*text);
    if (const auto* findings = std::get_if<Findings>(&read)) { return add_all(file, *findings); }
    auto& rules = std::get<std::vector<SettingRule>>(read);
    report_.rows.push_back({"settings", "settings", 1, static_cast<int>(rules.size()), 0});
    report_.content.settings = std::move(rules);
}

/// Here only that it is JSON with a version and rules: what they mean is read by `access`.
void ContentCheck::read_consent_file()
{
    const std::string file = "rules/consent.json";
    const std::optional<std::string> text = text_in(file);
    if (!text) { return; }
    const std::variant<JsonNode, Finding> parsed = parse_json(*text);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return add_all(file, {*finding}); }
    const JsonNode& node = std::get<JsonNode>(parsed);
    const JsonNode* version = node.find("version");
    const JsonNode* rules = node.find("rules");
    if (version == nullptr || rules == nullptr || rules->items.empty()) {
        return add(DefinitionFault::missing_field, file, "\"version\" or \"rules\" is missing.");
    }
    report_.rows.push_back({"consent rules", "consent", static_cast<int>(version->integer),
                            static_cast<int>(rules->items.size()), 0});
    report_.content.consent_rules = *text;
}

void ContentCheck::read_roles_file()
{
    const std::string file = "rules/roles.json";
    const std::optional<std::string> text = text_in(file);
    if (!text) { return; }
    auto read = read_roles(*text);
    if (const auto* findings = std::get_if<Findings>(&read)) { return add_all(file, *findings); }
    report_.content.roles = std::get<Roles>(std::move(read));
    report_.rows.push_back({"roles", "roles", 1, static_cast<int>(report_.content.roles.roles.size()), 0});
}

std::set<std::string> ContentCheck::ids_of_pathways() const
{
    std::set<std::string> ids;
    for (const Definition& definition : report_.content.pathways) { ids.insert(definition.id); }
    return ids;
}

void ContentCheck::read_pathway(const std::string& file)
{
    const std::optional<std::string> text = text_in(file);
    if (!text) { return; }
    auto read = read_definition(*text);
    if (const auto* findings = std::get_if<Findings>(&read)) { return add_all(file, *findings); }
    Definition& definition = std::get<Definition>(read);
    const std::vector<Finding> findings = check_definition(definition, today_, report_.content.roles.roles);
    add_all(file, findings);
    if (file != "pathways/" + definition.id + "/pathway.json") {
        add(DefinitionFault::duplicate_id, file, "The folder must be called as the pathway.");
    }
    add_all(file, check_settings(definition, report_.content.settings));
    const std::string scenarios = fs::path{file}.replace_filename("scenarios.json").generic_string();
    unread_.erase(scenarios);
    const int run = findings.empty() ? run_scenarios(definition, scenarios) : 0;
    const int steps = static_cast<int>(steps_of(definition).size());
    report_.rows.push_back({"pathway", definition.id, definition.version, steps, run});
    report_.content.pathways.push_back(std::move(definition));
}

int ContentCheck::run_scenarios(const Definition& definition, const std::string& file)
{
    const std::optional<std::string> text = text_in(file);
    if (!text) { return 0; }
    const auto read = read_scenarios(*text);
    if (const auto* findings = std::get_if<Findings>(&read)) {
        add_all(file, *findings);
        return 0;
    }
    const auto& scenarios = std::get<std::vector<Scenario>>(read);
    for (const Scenario& scenario : scenarios) {
        for (const std::string& wrong : run_scenario(definition, scenario)) {
            add(DefinitionFault::scenario_failed, file + ": " + scenario.where,
                fmt::format("\"{}\": {}.", scenario.name, wrong));
        }
        add_all(file, check_settings(scenario, report_.content.settings));
    }
    return static_cast<int>(scenarios.size());
}

void ContentCheck::read_guide_file(const std::string& file)
{
    const std::optional<std::string> text = text_in(file);
    if (!text) { return; }
    auto read = read_guide(*text, today_);
    if (const auto* findings = std::get_if<Findings>(&read)) { return add_all(file, *findings); }
    Guide& guide = std::get<Guide>(read);
    if (file != "guidelines/" + guide.id + ".json") {
        add(DefinitionFault::duplicate_id, file, "The file must be called as the guide.");
    }
    for (const GuideSection& section : guide.sections) {
        const auto known = [&](const Definition& pathway) {
            return pathway.find_flag(section.raises_flag) != nullptr;
        };
        if (!section.raises_flag.empty() && std::ranges::none_of(report_.content.pathways, known)) {
            add(DefinitionFault::unknown_flag, file + ": " + section.id,
                fmt::format("No pathway knows the flag \"{}\".", section.raises_flag));
        }
    }
    report_.rows.push_back({"guide", guide.id, guide.version, static_cast<int>(guide.sections.size()), 0});
    report_.content.guide_texts[guide.id] = *text;
    report_.content.guides.push_back(std::move(guide));
}

} // namespace

ContentReport check_content(const fs::path& folder, Date today)
{
    return ContentCheck{folder, today}.run();
}

} // namespace samvei::pathway
