#include "base/errors.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <set>
#include <string>

namespace samvei {
namespace {

// Source: FHIR R4 4.0.1, value set issue-type.
constexpr std::array fhir_issue_types{
    "invalid",          "structure",     "required",      "value",        "invariant",
    "security",         "login",         "unknown",       "expired",      "forbidden",
    "suppressed",       "processing",    "not-supported", "duplicate",    "deleted",
    "multiple-matches", "not-found",     "too-long",      "code-invalid", "extension",
    "too-costly",       "business-rule", "conflict",      "transient",    "lock-error",
    "no-store",         "exception",     "timeout",       "incomplete",   "throttled",
};

bool is_snake_case(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '_';
    });
}

void expect_sentence(std::string_view name, std::string_view text)
{
    EXPECT_TRUE(is_utf8(text)) << name;
    EXPECT_GE(length_of(text), 15U) << name;
    EXPECT_LE(length_of(text), 110U) << name;
    EXPECT_TRUE(text.ends_with('.')) << name;
}

TEST(Errors, EveryRowIsWhole)
{
    std::set<std::string_view> names;
    for (const ErrorRow& row : error_table()) {
        EXPECT_EQ(&row_of(row.code), &row);
        EXPECT_TRUE(is_snake_case(row.name)) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        EXPECT_TRUE(row.status >= 400 && row.status <= 503) << row.name;
        EXPECT_NE(std::count(fhir_issue_types.begin(), fhir_issue_types.end(), row.fhir_issue), 0)
            << row.name;
        for (const auto text : {row.nb, row.nn, row.en}) { expect_sentence(row.name, text); }
        EXPECT_NE(row.nb, row.en) << row.name;
    }
}

TEST(Errors, StatusesThatClientsRelyOn)
{
    const std::pair<ErrorCode, int> cases[] = {{ErrorCode::bad_json, 400},
                                               {ErrorCode::invalid_fields, 422},
                                               {ErrorCode::unsupported_media, 415},
                                               {ErrorCode::body_too_large, 413},
                                               {ErrorCode::not_found, 404},
                                               {ErrorCode::method_not_allowed, 405},
                                               {ErrorCode::too_many_requests, 429},
                                               {ErrorCode::login_required, 401},
                                               {ErrorCode::wrong_login, 401},
                                               {ErrorCode::login_throttled, 429},
                                               {ErrorCode::csrf_failed, 403},
                                               {ErrorCode::not_allowed, 403},
                                               {ErrorCode::consent_missing, 422},
                                               {ErrorCode::consent_incomplete, 422},
                                               {ErrorCode::consent_not_in_force, 422},
                                               {ErrorCode::edit_conflict, 409},
                                               {ErrorCode::service_unavailable, 503},
                                               {ErrorCode::internal, 500}};
    for (const auto& [code, status] : cases) { EXPECT_EQ(row_of(code).status, status) << row_of(code).name; }
}

// Goal: no sentence about what is missing or not allowed hints at a child.
TEST(Errors, RefusalsOfAccessDoNotMentionAChild)
{
    for (const ErrorCode code : {ErrorCode::not_found, ErrorCode::not_allowed, ErrorCode::login_required,
                                 ErrorCode::wrong_login, ErrorCode::unit_not_yours}) {
        const ErrorRow& row = row_of(code);
        for (const auto text : {row.nb, row.nn, row.en}) {
            EXPECT_EQ(text.find("barn"), std::string_view::npos) << row.name;
            EXPECT_EQ(text.find("child"), std::string_view::npos) << row.name;
        }
    }
}

TEST(Faults, EveryRowIsWhole)
{
    std::set<std::string_view> names;
    for (const FaultRow& row : fault_table()) {
        EXPECT_EQ(&row_of(row.code), &row);
        EXPECT_TRUE(is_snake_case(row.name)) << row.name;
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
        const bool has_limit = row.nb.find("{}") != std::string_view::npos;
        for (const auto text : {row.nb, row.nn, row.en}) {
            expect_sentence(row.name, text);
            EXPECT_EQ(text.find("{}") != std::string_view::npos, has_limit) << row.name;
        }
    }
}

} // namespace
} // namespace samvei
