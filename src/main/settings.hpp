#pragma once
// What an installation sets: from a TOML file, then the environment, then the command line; later wins.

#include "db/databases.hpp"
#include "http/server.hpp"
#include "reminders/smtp.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace samvei {

struct Settings {
    std::filesystem::path data = "data";
    std::filesystem::path key_file; ///< Empty: beside the data folder, see key_file_of.
    std::string postgres;           ///< libpq connection string; empty: SQLite in `data`.
    std::filesystem::path content = "content";
    std::filesystem::path migrations = "migrations";
    std::filesystem::path web = "web/dist";
    std::filesystem::path pages = "web/public_pages"; ///< Templates and scripts of pages without login.
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string public_origin; ///< "https://samvei.example.no"; empty on plain http.
    bool behind_proxy = false; ///< Our own proxy writes X-Forwarded-For.
    unsigned workers = 64;
    int session_idle_minutes = 30;
    int session_hours = 10;
    reminders::MailSettings mail; ///< [mail]; the password is read from the file it names.
};

/// Defaults, changed by the file (when it is not empty) and then by SAMVEI_DATA, SAMVEI_PORT and
/// SAMVEI_POSTGRES. Throws StoreFailure with a plain reason: file missing, not TOML, unknown name, wrong type
/// or range, mail that would go out without an address to link to or with a password unencrypted.
Settings read_settings(const std::filesystem::path& file);

/// "data.keys" beside folder "data": outside the folder and its backups.
std::filesystem::path key_file_of(const Settings& settings);

db::Location location_of(const Settings& settings);

} // namespace samvei
