#pragma once
// Two words for what goes wrong. A *refusal* (bad input, no consent, conflict) is a value: Result<T>.
// A *failure* (database gone, disk full) is StoreFailure, and a *bug* is BrokenInvariant: both are
// thrown, and caught once, in http/.

#include "base/errors.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace samvei {

/// Text for the log only; nothing here may name a person. Never reaches a client.
struct LogText {
    std::string text;
};

/// One wrong field: `path` as in JSON ("child.birth_date", "units[2]"), the fault and its limit.
struct FieldFault {
    std::string path;
    FaultCode code;
    std::optional<std::int64_t> limit = {};
    bool operator==(const FieldFault&) const = default;
};

/// A refusal: a code from the table, why (log only), and for `invalid_fields` the fields.
struct Error {
    ErrorCode code;
    LogText why;
    std::vector<FieldFault> fields = {};

    explicit Error(ErrorCode error_code, std::string log_text = {})
        : code{error_code}, why{std::move(log_text)}
    {}
    explicit Error(std::vector<FieldFault> faults)
        : code{ErrorCode::invalid_fields}, why{"invalid fields"}, fields{std::move(faults)}
    {}
};

/// A value or a refusal.
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;
    Result(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Error error) : content_{std::in_place_index<1>, std::move(error)} {}

    explicit operator bool() const { return content_.index() == 0; }
    T& value() & { return std::get<0>(content_); }
    const T& value() const& { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }
    const Error& error() const { return std::get<1>(content_); }

private:
    std::variant<T, Error> content_;
};

/// Success without a value.
struct Done {
    bool operator==(const Done&) const = default;
};

/// The database or disk cannot serve now. Caught once in http/: 503, nothing half done.
struct StoreFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Two writers met in the database; the write is run again from its start. Thrown by db/, caught by db/.
struct WriteCollision : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A bug. Caught once in http/: 500 with a reference number.
struct BrokenInvariant : std::logic_error {
    using std::logic_error::logic_error;
};

/// States what must hold; throws BrokenInvariant when it does not.
inline void check(bool condition, const char* what_must_hold)
{
    if (!condition) { throw BrokenInvariant{what_must_hold}; }
}

} // namespace samvei

#define SAMVEI_JOIN_INNER(a, b) a##b
#define SAMVEI_JOIN(a, b) SAMVEI_JOIN_INNER(a, b)

/// TRY_LET(name, expression): the value of a Result, or return its refusal from this function.
#define TRY_LET(name, ...)                                                                                   \
    auto SAMVEI_JOIN(try_, __LINE__) = (__VA_ARGS__);                                                        \
    if (!SAMVEI_JOIN(try_, __LINE__)) { return SAMVEI_JOIN(try_, __LINE__).error(); }                        \
    auto name = std::move(SAMVEI_JOIN(try_, __LINE__)).value()

/// TRY(expression): return its refusal from this function, if it is one.
#define TRY(...)                                                                                             \
    if (auto SAMVEI_JOIN(try_, __LINE__) = (__VA_ARGS__); !SAMVEI_JOIN(try_, __LINE__)) {                    \
        return SAMVEI_JOIN(try_, __LINE__).error();                                                          \
    }                                                                                                        \
    static_assert(true)
