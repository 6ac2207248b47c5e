#pragma once
// One installation, opened: databases, keys, content, and the App that every room works with.

#include "access/app.hpp"
#include "directory/content.hpp"
#include "main/settings.hpp"

#include <memory>

namespace samvei {

/// The folder of content/services that is for the whole country.
inline constexpr std::string_view national_collection = "national";

/// Everything a command that works with people's data needs; lives as long as the command.
class Installation {
public:
    /// Opens an installation that `init` or `demo` has made. Throws StoreFailure with a plain reason: no
    /// data, no key file, content that does not hold.
    explicit Installation(const Settings& settings);

    db::Databases& databases() { return *databases_; }
    access::App& app() { return app_; }
    const Clock& clock() const { return clock_; }
    const directory::ServiceContent& services() const { return services_; }
    IdSource& ids() { return ids_; }

private:
    SystemClock clock_;
    RandomIds ids_;
    std::unique_ptr<db::Databases> databases_;
    access::Keys keys_;
    access::Content content_;
    directory::ServiceContent services_;
    pathway::Definitions definitions_;
    finder::Shelf shelf_;
    access::AccessLog access_log_;
    access::App app_;
};

/// content/, read, checked and proved as of today. Throws StoreFailure with the first findings.
access::Content read_checked_content(const Settings& settings, Date today);

/// content/services and content/places, read and checked. Throws StoreFailure with the first findings.
directory::ServiceContent read_checked_services(const Settings& settings);

/// Makes data folder (0700), key file (0600, never over an old one) and hub; what is there stays.
std::unique_ptr<db::Databases> make_installation(const Settings& settings);

/// Whether there is a hub already.
bool has_installation(const Settings& settings);

} // namespace samvei
