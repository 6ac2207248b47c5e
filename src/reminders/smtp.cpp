#include "reminders/smtp.hpp"

#include "base/result.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace samvei::reminders {

namespace {

constexpr long connect_seconds_max = 10;
constexpr long seconds_max = 30;
constexpr std::size_t command_length = 4;
constexpr long closing = 421; ///< RFC 5321 §4.2.2: the service closes the connection.

/// The library wants to be started once, before any thread uses it.
void start_library()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    check(started == CURLE_OK, "libcurl starts");
}

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

/// What of the message is still to be read.
struct Source {
    std::string_view rest;
};

std::size_t read_message(char* into, std::size_t size, std::size_t count, void* source)
{
    std::string_view& rest = static_cast<Source*>(source)->rest;
    const std::size_t taken = std::min(size * count, rest.size());
    std::memcpy(into, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
}

/// Remembers which command went out last, saying goodbye aside: a refusal is about the mail only after the
/// server has taken us.
int remember_command(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* last)
{
    if (kind != CURLINFO_HEADER_OUT) { return 0; }
    const std::string_view command{bytes, std::min(size, command_length)};
    if (command != "QUIT") { *static_cast<std::string*>(last) = command; }
    return 0;
}

/// Asked about once a second while something goes on.
int stop_if_asked(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

void set_server(CURL* handle, const MailSettings& settings)
{
    curl_easy_setopt(handle, CURLOPT_URL, settings.server.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
                     static_cast<long>(settings.require_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!settings.user.empty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds_max);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
}

Sending sending_of(CURL* handle, CURLcode code, std::string_view last_command)
{
    if (code == CURLE_OK) { return {Delivery::accepted, {}}; }
    long answer = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer);
    const std::string why = std::string{curl_easy_strerror(code)} + ", last answer " + std::to_string(answer);
    const bool about_this_mail = last_command == "RCPT" || last_command == "DATA";
    if (about_this_mail && answer >= 500 && answer < 600) { return {Delivery::refused, why}; }
    if (about_this_mail && answer >= 400 && answer < 500 && answer != closing) {
        return {Delivery::put_off, why};
    }
    return {Delivery::unreachable, why};
}

} // namespace

Sending send_mail(const MailSettings& settings, const Mail& mail, const std::stop_token& stop)
{
    start_library();
    const Handle handle{curl_easy_init()};
    check(handle != nullptr, "libcurl gives a handle");
    set_server(handle.get(), settings);

    const std::string message = message_of(mail);
    const std::string from = "<" + mail.from + ">";
    const List recipients{curl_slist_append(nullptr, ("<" + mail.to + ">").c_str())};
    check(recipients != nullptr, "libcurl gives a list");
    Source source{message};
    std::stop_token stop_seen = stop;
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, read_message);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &source);
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle.get(), CURLOPT_XFERINFOFUNCTION, stop_if_asked);
    curl_easy_setopt(handle.get(), CURLOPT_XFERINFODATA, &stop_seen);
    std::string last_command;
    curl_easy_setopt(handle.get(), CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGFUNCTION, remember_command);
    curl_easy_setopt(handle.get(), CURLOPT_DEBUGDATA, &last_command);
    const CURLcode code = curl_easy_perform(handle.get());
    return sending_of(handle.get(), code, last_command);
}

} // namespace samvei::reminders
