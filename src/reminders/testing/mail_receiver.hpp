#pragma once
// A real mail server on this machine, for tests. See mail_receiver.py for how it may behave.

#include "db/testing/test_databases.hpp"

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace samvei::reminders::testing {

class MailReceiver {
public:
    explicit MailReceiver(const std::string& behaviour = "take");
    MailReceiver(const MailReceiver&) = delete;
    MailReceiver& operator=(const MailReceiver&) = delete;
    ~MailReceiver();

    /// "smtp://127.0.0.1:<port>".
    std::string server() const;
    /// What has come so far, in order, each with its envelope before it.
    std::vector<std::string> received() const;
    /// Ends it: nobody listens on its port any more.
    void stop();

private:
    db::testing::TestFolder folder_;
    pid_t process_ = 0;
    int input_ = -1; ///< It ends when this does.
    std::uint16_t port_ = 0;
};

/// The body of a mail with quoted-printable undone, lines ending in \n.
std::string body_of(const std::string& mail);

} // namespace samvei::reminders::testing
