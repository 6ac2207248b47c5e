#include "pathway/checker.hpp"

#include "pathway/checker_passes.hpp"

namespace samvei::pathway {

std::string_view name_of(DefinitionFault fault)
{
    switch (fault) {
    case DefinitionFault::bad_json: return "bad_json";
    case DefinitionFault::unknown_word: return "unknown_word";
    case DefinitionFault::missing_field: return "missing_field";
    case DefinitionFault::wrong_type: return "wrong_type";
    case DefinitionFault::duplicate_id: return "duplicate_id";
    case DefinitionFault::unreachable: return "unreachable";
    case DefinitionFault::dead_end: return "dead_end";
    case DefinitionFault::endless_wait: return "endless_wait";
    case DefinitionFault::leads_nowhere: return "leads_nowhere";
    case DefinitionFault::answer_missing: return "answer_missing";
    case DefinitionFault::no_owner: return "no_owner";
    case DefinitionFault::no_next_step: return "no_next_step";
    case DefinitionFault::due_negative: return "due_negative";
    case DefinitionFault::due_circular: return "due_circular";
    case DefinitionFault::consent_too_late: return "consent_too_late";
    case DefinitionFault::role_unfilled: return "role_unfilled";
    case DefinitionFault::bad_skip: return "bad_skip";
    case DefinitionFault::bad_track: return "bad_track";
    case DefinitionFault::bad_escalation: return "bad_escalation";
    case DefinitionFault::bad_condition: return "bad_condition";
    case DefinitionFault::bad_level: return "bad_level";
    case DefinitionFault::translation_missing: return "translation_missing";
    case DefinitionFault::review_date_passed: return "review_date_passed";
    case DefinitionFault::no_source: return "no_source";
    case DefinitionFault::unknown_flag: return "unknown_flag";
    case DefinitionFault::unknown_setting: return "unknown_setting";
    case DefinitionFault::unknown_date: return "unknown_date";
    case DefinitionFault::scenario_failed: return "scenario_failed";
    case DefinitionFault::unused_content: return "unused_content";
    case DefinitionFault::part_not_kept: return "part_not_kept";
    }
    return "";
}

std::vector<Finding> check_definition(const Definition& definition, Date today, std::span<const Role> roles)
{
    std::vector<Finding> findings = check_parts(definition, today, roles);
    if (!findings.empty()) { return findings; }
    return check_ways(definition);
}

} // namespace samvei::pathway
