#pragma once
// Logging in with user name and password, and its throttling. An unknown user and a wrong password get the
// same answer after the same work. Attempts are counted before the password is looked at, so that many at
// once cannot slip through, and uncounted when they succeed.

#include "access/app.hpp"
#include "access/caller.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samvei::access {

struct LoginAttempt {
    std::string_view username;
    std::string_view password;
    std::string_view remote;              ///< Address of the peer.
    std::optional<std::string> old_token; ///< Of the session the browser had; it ends when this succeeds.
};

struct LoginAnswer {
    /// The new session's token. Refuses with wrong_login, login_throttled (too many wrong ones for this user
    /// name or this address within the window) or too_many_requests (more passwords wait to be looked at than
    /// is good).
    Result<std::string> token;
    std::int64_t retry_after_seconds = 0; ///< 0: not said.
};

LoginAnswer log_in(App& app, const LoginAttempt& attempt);

} // namespace samvei::access
