#pragma once
// Reads definitions and their scenario tables from JSON text. Unknown words are findings with line and
// column.

#include "pathway/checker.hpp"
#include "pathway/engine.hpp"

#include <string_view>
#include <variant>

namespace samvei::pathway {

/// The definition in `json`, or everything that is wrong with its form.
std::variant<Definition, std::vector<Finding>> read_definition(std::string_view json);

/// One row of scenarios.json: a situation a clinician can read, and what must be next.
struct Scenario {
    std::string name;  ///< The situation, in the words of those who work there.
    std::string where; ///< Its line in the file.
    Facts facts;
    bool expect_ended = false;
    StageId expect_stage;
    StepId expect_next;
    std::optional<Date> expect_due;                          ///< None: no rule may give a date.
    std::string expect_continues_in;                         ///< Of an ended one; "" for none.
    std::optional<std::vector<std::string>> expect_open;     ///< Ids of all open steps; none: not asked.
    std::optional<Date> today;                               ///< For the warnings.
    std::optional<std::vector<std::string>> expect_warnings; ///< As `text_of` writes them; none: not asked.
    std::optional<ErrorCode> expect_refusal;
};
std::variant<std::vector<Scenario>, std::vector<Finding>> read_scenarios(std::string_view json);

/// What a scenario says has happened, alone: "start", "settings" and "events".
std::variant<Facts, std::vector<Finding>> read_case(std::string_view json);

/// The code with this name, as in the table of errors.
std::optional<ErrorCode> find_error_code(std::string_view name);

/// What a scenario gave that it should not have; empty when it holds.
std::vector<std::string> run_scenario(const Definition& definition, const Scenario& scenario);

} // namespace samvei::pathway
