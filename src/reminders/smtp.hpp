#pragma once
// The mail server that an installation names. libcurl is named only in smtp.cpp.

#include "reminders/message.hpp"

#include <stop_token>
#include <string>

namespace samvei::reminders {

/// How mail leaves the installation. Off when `server` is empty.
struct MailSettings {
    std::string server; ///< "smtp://host:port" (STARTTLS when required or offered) or "smtps://host:port".
    std::string from;
    std::string user; ///< Empty: the server asks for none.
    std::string password;
    bool require_tls = true; ///< With smtp://: no mail goes out unencrypted.

    bool on() const { return !server.empty(); }
};

enum class Delivery {
    accepted,    ///< The server has it and answers for it.
    refused,     ///< It will never take it (5yz): no use in trying again soon.
    put_off,     ///< It will not take this one now (4yz).
    unreachable, ///< No server took it: gone, untrusted, wrong password, hung up. Whether it has it is
                 ///< unknown.
};

/// What came of one mail. `why` is for the log and names no address.
struct Sending {
    Delivery delivery = Delivery::unreachable;
    std::string why;
};

/// Sends one mail on a connection of its own; at most half a minute. Certificates must be trusted by the
/// machine. Gives up, as unreachable, when asked to stop.
Sending send_mail(const MailSettings& settings, const Mail& mail, const std::stop_token& stop);

} // namespace samvei::reminders
