#pragma once
// The closed vocabulary of content files: each enum's words, in one place. schema.json lists the same
// words; a test compares them.

#include "pathway/definition.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace samvei::pathway {

template <class Enum>
struct Word {
    Enum value;
    std::string_view text;
};

inline constexpr std::array evidence_words{
    Word{Evidence::verified, "verified"},
    Word{Evidence::stated, "stated"},
    Word{Evidence::background, "background"},
    Word{Evidence::uncertain, "uncertain"},
};

inline constexpr std::array step_kind_words{
    Word{StepKind::task, "task"},         Word{StepKind::meeting, "meeting"},
    Word{StepKind::talk, "talk"},         Word{StepKind::form, "form"},
    Word{StepKind::document, "document"}, Word{StepKind::decision, "decision"},
    Word{StepKind::consent, "consent"},   Word{StepKind::referral, "referral"},
    Word{StepKind::message, "message"},
};

inline constexpr std::array due_unit_words{
    Word{DueUnit::calendar_days, "calendar_days"},
    Word{DueUnit::weeks, "weeks"},
    Word{DueUnit::working_days, "working_days"},
};

inline constexpr std::array due_from_words{
    Word{DueFrom::stage_start, "stage_start"},
    Word{DueFrom::step_open, "step_open"},
    Word{DueFrom::step_done, "step_done"},
    Word{DueFrom::pathway_start, "pathway_start"},
    Word{DueFrom::date, "date"},
};

inline constexpr std::array used_as_words{
    Word{UsedAs::early_concern, "early_concern"},
    Word{UsedAs::shared_log, "shared_log"},
    Word{UsedAs::beside, "beside"},
};

inline constexpr std::array dated_by_words{
    Word{DatedBy::rule, "rule"},
    Word{DatedBy::person, "person"},
};

inline constexpr std::array shown_to_words{
    Word{ShownTo::everyone, "everyone"},
    Word{ShownTo::staff, "staff"},
};

inline constexpr std::array leads_words{
    Word{Branch::Leads::step, "step"},       Word{Branch::Leads::stage, "stage"},
    Word{Branch::Leads::end, "end"},         Word{Branch::Leads::track_end, "track_end"},
    Word{Branch::Leads::pathway, "pathway"},
};

/// A condition names exactly one of these.
inline constexpr std::array condition_words{
    Word{Condition::Kind::flag, "flag"},
    Word{Condition::Kind::not_flag, "not_flag"},
    Word{Condition::Kind::done, "done"},
    Word{Condition::Kind::consent, "consent"},
};

/// Places whose daily life is so different that a step may say so.
inline constexpr std::array<std::string_view, 3> arena_words{"kindergarten", "school", "health_centre"};

/// Who can own a step, be waited for or be told: content/rules/roles.json says what each is called and which
/// kinds of unit can fill it.
inline constexpr std::array<std::string_view, 20> role_words{
    "author",        "holder",
    "leader",        "team",
    "measure_owner", "coordinating_unit",
    "child_welfare", "municipal_health",
    "dental_health", "specialist_service",
    "bufetat",       "general_practitioner",
    "coordinator",   "family_coordinator",
    "fact_team",     "nav",
    "family",        "educational_service",
    "referrer",      "bti_coordinator",
};

template <class Enum, std::size_t count>
constexpr std::string_view text_of(const std::array<Word<Enum>, count>& words, Enum value)
{
    for (const Word<Enum>& word : words) {
        if (word.value == value) { return word.text; }
    }
    return {};
}

template <class Enum, std::size_t count>
constexpr std::optional<Enum> find_word(const std::array<Word<Enum>, count>& words, std::string_view text)
{
    for (const Word<Enum>& word : words) {
        if (word.text == text) { return word.value; }
    }
    return std::nullopt;
}

} // namespace samvei::pathway
