#include "main/settings.hpp"

#include "base/result.hpp"

#include <toml++/toml.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <limits>

namespace samvei {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& why)
{
    throw StoreFailure{where + ": " + why};
}

std::int64_t number_between(const std::string& where, std::int64_t value, std::int64_t min, std::int64_t max)
{
    if (value < min || value > max) {
        refuse(where, "must be between " + std::to_string(min) + " and " + std::to_string(max));
    }
    return value;
}

std::string text_at(const std::string& where, const toml::node& node)
{
    const auto value = node.value_exact<std::string>();
    if (!value) { refuse(where, "must be a text"); }
    return *value;
}

std::int64_t number_at(const std::string& where, const toml::node& node, std::int64_t min, std::int64_t max)
{
    const auto value = node.value_exact<std::int64_t>();
    if (!value) { refuse(where, "must be a whole number"); }
    return number_between(where, *value, min, max);
}

bool truth_at(const std::string& where, const toml::node& node)
{
    const auto value = node.value_exact<bool>();
    if (!value) { refuse(where, "must be true or false"); }
    return *value;
}

/// The first line: a password is in a file of its own, never in the settings.
std::string first_line_of(const std::string& where, const std::string& file)
{
    std::ifstream in{file};
    std::string line;
    if (!in || !std::getline(in, line)) { refuse(where, "cannot be read"); }
    return line;
}

/// One row per setting of [mail].
void set_mail(reminders::MailSettings& mail, const std::string& where, std::string_view name,
              const toml::node& node)
{
    if (name == "server") {
        mail.server = text_at(where, node);
    } else if (name == "from") {
        mail.from = text_at(where, node);
    } else if (name == "user") {
        mail.user = text_at(where, node);
    } else if (name == "password_file") {
        mail.password = first_line_of(where, text_at(where, node));
    } else if (name == "require_tls") {
        mail.require_tls = truth_at(where, node);
    } else {
        refuse(where, "is no setting");
    }
}

void read_mail(Settings& settings, const std::string& where, const toml::node& node)
{
    if (!node.is_table()) { refuse(where, "must be a table"); }
    for (const auto& [key, value] : *node.as_table()) {
        set_mail(settings.mail, where + "." + std::string{key.str()}, key.str(), value);
    }
}

/// What of [mail] holds only together.
void check_mail(const Settings& settings)
{
    const reminders::MailSettings& mail = settings.mail;
    if (!mail.on()) { return; }
    const bool always_tls = mail.server.starts_with("smtps://");
    if (!always_tls && !mail.server.starts_with("smtp://")) {
        refuse("mail.server", "must begin with smtp:// or smtps://");
    }
    if (!reminders::is_email_address(mail.from)) { refuse("mail.from", "must be an e-mail address"); }
    if (mail.user.empty() != mail.password.empty()) {
        refuse("mail.user", "and mail.password_file belong together");
    }
    if (!mail.user.empty() && !always_tls && !mail.require_tls) {
        refuse("mail.require_tls", "must be true when there is a password to protect");
    }
    if (settings.public_origin.empty()) {
        refuse("public_origin", "must be set when mail is: every mail links to it");
    }
}

constexpr std::int64_t port_max = std::numeric_limits<std::uint16_t>::max();

/// One row per setting: this is the list of what a settings file may say.
void set(Settings& settings, const std::string& where, std::string_view name, const toml::node& node)
{
    if (name == "data") {
        settings.data = text_at(where, node);
    } else if (name == "key_file") {
        settings.key_file = text_at(where, node);
    } else if (name == "postgres") {
        settings.postgres = text_at(where, node);
    } else if (name == "content") {
        settings.content = text_at(where, node);
    } else if (name == "migrations") {
        settings.migrations = text_at(where, node);
    } else if (name == "web") {
        settings.web = text_at(where, node);
    } else if (name == "pages") {
        settings.pages = text_at(where, node);
    } else if (name == "address") {
        settings.address = text_at(where, node);
    } else if (name == "public_origin") {
        settings.public_origin = text_at(where, node);
    } else if (name == "behind_proxy") {
        settings.behind_proxy = truth_at(where, node);
    } else if (name == "port") {
        settings.port = static_cast<std::uint16_t>(number_at(where, node, 0, port_max));
    } else if (name == "workers") {
        settings.workers = static_cast<unsigned>(number_at(where, node, 1, 1'024));
    } else if (name == "session_idle_minutes") {
        settings.session_idle_minutes = static_cast<int>(number_at(where, node, 1, 24 * 60));
    } else if (name == "session_hours") {
        settings.session_hours = static_cast<int>(number_at(where, node, 1, 24));
    } else if (name == "mail") {
        read_mail(settings, where, node);
    } else {
        refuse(where, "is no setting");
    }
}

void read_file(Settings& settings, const std::filesystem::path& file)
{
    try {
        const toml::table table = toml::parse_file(file.string());
        for (const auto& [key, node] : table) {
            set(settings, file.string() + ", " + std::string{key.str()}, key.str(), node);
        }
    } catch (const toml::parse_error& error) {
        refuse(file.string(),
               std::string{error.description()} + ", line " + std::to_string(error.source().begin.line));
    }
}

void read_environment(Settings& settings)
{
    if (const char* data = std::getenv("SAMVEI_DATA")) { settings.data = data; }
    if (const char* postgres = std::getenv("SAMVEI_POSTGRES")) { settings.postgres = postgres; }
    if (const char* port = std::getenv("SAMVEI_PORT")) {
        const std::string_view text{port};
        std::int64_t value = -1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size()) {
            refuse("SAMVEI_PORT", "must be a number");
        }
        settings.port = static_cast<std::uint16_t>(number_between("SAMVEI_PORT", value, 0, port_max));
    }
}

} // namespace

Settings read_settings(const std::filesystem::path& file)
{
    Settings settings;
    if (!file.empty()) { read_file(settings, file); }
    read_environment(settings);
    check_mail(settings);
    return settings;
}

std::filesystem::path key_file_of(const Settings& settings)
{
    if (!settings.key_file.empty()) { return settings.key_file; }
    std::filesystem::path folder = std::filesystem::absolute(settings.data).lexically_normal();
    if (!folder.has_filename()) { folder = folder.parent_path(); }
    return folder.string() + ".keys";
}

db::Location location_of(const Settings& settings)
{
    db::Location location;
    location.folder = settings.data;
    location.postgres = settings.postgres;
    return location;
}

} // namespace samvei
