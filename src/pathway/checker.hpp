#pragma once
// The checker: proves before use that a definition can be lived with, or says what is wrong and where.

#include "pathway/definition.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::pathway {

enum class DefinitionFault {
    bad_json,
    unknown_word,
    missing_field,
    wrong_type, // from the reader, with line and column
    duplicate_id,
    unreachable,
    dead_end,
    endless_wait,
    leads_nowhere,
    answer_missing,
    no_owner,
    no_next_step,
    due_negative,
    due_circular,
    consent_too_late,
    role_unfilled,
    bad_skip,
    bad_track,
    bad_escalation,
    bad_condition,
    bad_level,
    translation_missing,
    review_date_passed,
    no_source,
    unknown_flag,
    unknown_setting,
    unknown_date,
    scenario_failed,
    unused_content, // from check_content
    part_not_kept,  // from the catalogue: a municipality's own copy lacks what is counted on
};
std::string_view name_of(DefinitionFault fault);

struct Finding {
    DefinitionFault fault;
    std::string where; ///< "level_1.evaluate" or "line 12, column 5"
    std::string why;   ///< English, one sentence
};

/// A role that owns steps, is waited for or is told.
struct Role {
    std::string id;
    Sentence title;
    std::vector<std::string> unit_kinds; ///< Kinds of unit that can fill it; empty for the family.
    bool family = false;
};

/// Everything wrong with a definition on this day; empty when it may be used. Holds for every
/// combination of flags. What follows only from an earlier fault is not reported. Without `roles` nobody asks
/// whether they can be filled.
std::vector<Finding> check_definition(const Definition& definition, Date today,
                                      std::span<const Role> roles = {});

} // namespace samvei::pathway
