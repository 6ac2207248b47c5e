#pragma once
// Every refusal Samvei can give, in one table: name, HTTP status, FHIR issue code and a sentence in
// each language. A refusal never says whether a child exists: what you may not see is `not_found`.

#include "base/language.hpp"

#include <span>
#include <string_view>

namespace samvei {

/// Why something was refused. The names are public and stable: clients and tests use them.
enum class ErrorCode {
    // The request itself
    bad_json,          ///< The body is not JSON, or not UTF-8.
    invalid_fields,    ///< Some fields are wrong; each is named in `fields`.
    unsupported_media, ///< The body is not application/json.
    body_too_large,
    not_found, ///< No such thing, or not yours: the two are the same answer.
    method_not_allowed,
    bad_request, ///< The request line, a header or the path cannot be read.
    header_too_large,
    too_many_requests,
    // Who asks
    login_required,
    wrong_login,     ///< Unknown user or wrong password: the same answer in the same time.
    login_throttled, ///< Too many wrong passwords; wait.
    csrf_failed,
    not_allowed,    ///< You see this, but your role may not do that to it.
    unit_not_yours, ///< You are no member of the unit you asked to act for.
    // Consent
    consent_missing,      ///< Nothing opens before the right people have said yes.
    consent_incomplete,   ///< Somebody who must consent has not.
    consent_not_in_force, ///< Ended, withdrawn or not begun.
    // The shared log
    edit_conflict, ///< Somebody saved before you: both versions are in the answer.
    follow_up_closed,
    follow_up_open,       ///< Only a closed follow-up can be reopened.
    not_the_holder,       ///< Only the holder of the baton does this.
    next_step_needs_date, ///< An open follow-up always has a dated next step.
    date_in_past,
    step_not_next,        ///< That step is not open now.
    step_not_skippable,   ///< The pathway does not let it be passed over.
    step_not_done_before, ///< There is nothing there to go back to.
    version_not_known,    ///< The municipality has no such version of a pathway.
    pathway_already_runs, ///< The child is on that pathway already.
    pathway_still_runs,   ///< A follow-up ends when the pathways beside the main one have.
    pathway_not_sound,    ///< The checker finds faults in a definition that was to be published.
    answer_not_known,     ///< The step has no such answer.
    baton_already_offered,
    baton_offer_not_open, ///< Answered or withdrawn already.
    reason_needed,
    member_not_in_team,
    member_already_in_team,
    holder_cannot_leave, ///< Hand over the baton first.
    member_has_measures, ///< Open measures of theirs need somebody else first.
    holder_works_here,   ///< A leader finds a new holder only when the old one is gone.
    level_not_moved,     ///< Already on that level, or no such level.
    log_opens_later,     ///< The municipality opens the shared log from a higher level.
    concern_ended,
    concern_already_shared,
    suspicion_stands, ///< On suspicion of violence the parents are not asked before child welfare or police.
    // Failures: the service, not the person
    service_unavailable, ///< The database cannot answer now; nothing was half done.
    internal,            ///< A broken invariant; the reference finds it in the log.
};

/// One row of the table.
struct ErrorRow {
    ErrorCode code;
    std::string_view name;       ///< snake_case, as in the enum.
    int status;                  ///< HTTP status, RFC 9110.
    std::string_view fhir_issue; ///< FHIR R4 IssueType.
    std::string_view nb;
    std::string_view nn;
    std::string_view en;
};

/// The whole table, in the order of the enum.
std::span<const ErrorRow> error_table();

/// The row of a code.
const ErrorRow& row_of(ErrorCode code);

/// What is wrong with one field of a request.
enum class FaultCode {
    required,
    unknown_field,
    wrong_type,
    too_short,
    too_long,
    too_small,
    too_large,
    not_a_date,
    not_a_time,
    not_one_of,
    not_an_id,
    bad_identity_number,
    identity_number_not_matching_birth_date,
    in_the_future,
    in_the_past,
    ends_before_start,
    too_many,
    bad_text,
    not_known,
    bad_username,
    bad_password,
    not_an_email,
};

struct FaultRow {
    FaultCode code;
    std::string_view name;
    std::string_view nb; ///< `{}` stands for the limit, where there is one.
    std::string_view nn;
    std::string_view en;
};

std::span<const FaultRow> fault_table();
const FaultRow& row_of(FaultCode code);

} // namespace samvei
