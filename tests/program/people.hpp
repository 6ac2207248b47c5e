#pragma once
// People of the demo town as the server knows them: logged in once, so that their sessions outlive a crash.

#include "http/testing/client.hpp"

#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <string_view>

namespace samvei::program {

namespace json = boost::json;

/// What a browser would send along.
struct Session {
    std::string username;
    std::string account;
    std::string cookie;
    std::string csrf;
};

/// Logs in with the demo password; throws when that is refused.
Session log_in(std::uint16_t port, const std::string& username);

struct Reply {
    int status = 0;
    json::object body; ///< Empty when there is none.
};

/// One connection to one server. Every call throws std::runtime_error when the server is gone.
class Line {
public:
    explicit Line(std::uint16_t port) : client_{port} {}
    Reply ask(const Session& who, std::string_view method, const std::string& path,
              const json::object& body = {});
    Reply get(const Session& who, const std::string& path) { return ask(who, "GET", path); }

private:
    http::testing::Client client_;
};

/// The day `days` from now, as the API wants it.
std::string day_in(int days);
std::string text_at(const json::object& object, std::string_view name);

} // namespace samvei::program
