#pragma once
// What can be said of a row that somebody wants to import, in every language.

#include "base/language.hpp"

#include <span>
#include <string>
#include <string_view>

namespace samvei::exchange {

/// fault: nothing is imported while it stands. warning: somebody should look, and it goes on.
enum class Weight { fault, warning };

/// Why. The words are public and stable.
enum class Why {
    // The package
    not_json,
    not_a_package,
    unknown_table,
    unknown_file,
    not_a_list,
    not_an_object,
    too_many_rows,
    no_services,
    // CSV
    csv_no_header,
    csv_column_twice,
    csv_cells,
    csv_quote_open,
    csv_quote_astray,
    // A row
    no_id,
    id_twice,
    contradicts,
    required,
    not_a_text,
    not_a_number,
    not_a_date,
    not_a_moment,
    not_a_time,
    not_an_email,
    not_a_web_address,
    not_one_of,
    too_long,
    bad_characters,
    ends_before_start,
    // What becomes of it here
    no_contact,
    bad_own_field,
    kept_by_others,
    not_ready,
    // Warnings
    unknown_field,
    dangling,
    out_of_range,
    kind_guessed,
    area_guessed,
    shortened,
    changed_here_too,
    merged_here,
    unlike_a_phone,
};

struct WhyRow {
    Why why;
    std::string_view name;
    Weight weight;
    std::string_view nb; ///< `{}` stands for the detail.
    std::string_view nn;
    std::string_view en;
};

std::span<const WhyRow> why_table();
const WhyRow& row_of(Why why);

/// Where something is wrong, and what. Rows and lines count from 1; 0: the table or the package as a whole.
struct RowFault {
    Why why = Why::not_json;
    std::string table = {};
    int row = 0;
    int line = 0; ///< Of a CSV file.
    std::string field = {};
    std::string detail = {};
    bool operator==(const RowFault&) const = default;
};

/// The sentence, with its detail.
std::string sentence_of(const RowFault& fault, Language language);

inline bool is_fault(const RowFault& fault)
{
    return row_of(fault.why).weight == Weight::fault;
}

} // namespace samvei::exchange
