// Goal: mail reaches a real server whole, or not at all; and a server that never answers does not hold us.
#include "reminders/smtp.hpp"

#include "reminders/testing/mail_receiver.hpp"

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace samvei::reminders {
namespace {

using testing::body_of;
using testing::MailReceiver;

Mail a_mail()
{
    return {.from = "samvei@example.no",
            .to = "kari@example.no",
            .subject = "Samvei",
            .body = "Hei\n.\n.. og\n",
            .language = Language::nb,
            .at = Instant{1'789'369'200},
            .id = "abc"};
}

TEST(Smtp, ALineWithADotAloneDoesNotEndTheMail)
{
    const MailReceiver receiver;
    MailSettings settings;
    settings.server = receiver.server();
    settings.require_tls = false;
    EXPECT_EQ(send_mail(settings, a_mail(), {}).delivery, Delivery::accepted);
    ASSERT_EQ(receiver.received().size(), 1U);
    EXPECT_EQ(body_of(receiver.received()[0]), "Hei\n.\n.. og\n");
}

TEST(Smtp, WithoutTheEncryptionThatIsRequiredNothingIsSent)
{
    for (const char* const behaviour : {"take", "untrusted", "login"}) {
        const MailReceiver receiver{behaviour};
        MailSettings settings;
        settings.server = receiver.server();
        settings.user = "samvei";
        settings.password = "hemmelig";
        EXPECT_EQ(send_mail(settings, a_mail(), {}).delivery, Delivery::unreachable) << behaviour;
        EXPECT_TRUE(receiver.received().empty()) << behaviour;
    }
}

/// Takes connections and says nothing.
class SilentServer {
public:
    SilentServer() : socket_{socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (bind(socket_, any, length) != 0 || listen(socket_, 4) != 0) { ADD_FAILURE() << "no socket"; }
        getsockname(socket_, any, &length);
        port_ = ntohs(address.sin_port);
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;
    ~SilentServer() { close(socket_); }
    std::string server() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

private:
    int socket_;
    std::uint16_t port_ = 0;
};

TEST(Smtp, AServerThatNeverAnswersIsLeftWhenAsked)
{
    using namespace std::chrono;
    const SilentServer silent;
    MailSettings settings;
    settings.server = silent.server();
    settings.require_tls = false;
    std::stop_source stop;
    const std::jthread asking{[&] {
        std::this_thread::sleep_for(milliseconds{200});
        stop.request_stop();
    }};
    const auto began = steady_clock::now();
    EXPECT_EQ(send_mail(settings, a_mail(), stop.get_token()).delivery, Delivery::unreachable);
    EXPECT_LT(steady_clock::now() - began, seconds{8}) << "well before it gives up by itself";
}

} // namespace
} // namespace samvei::reminders
