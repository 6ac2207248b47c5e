#pragma once
// One installation, opened: databases, keys, content, and the App that every room works with.

#include "access/app.hpp"
#include "main/settings.hpp"

#include <memory>

namespace samvei {

/// Everything a command that works with people's data needs; lives as long as the command.
class Installation {
public:
    /// Opens an installation that `init` or `demo` has made. Throws StoreFailure with a plain reason: no
    /// data, no key file, content that does not hold.
    explicit Installation(const Settings& settings);

    db::Databases& databases() { return *databases_; }
    access::App& app() { return app_; }
    const Clock& clock() const { return clock_; }
    IdSource& ids() { return ids_; }

private:
    SystemClock clock_;
    RandomIds ids_;
    std::unique_ptr<db::Databases> databases_;
    access::Keys keys_;
    access::Content content_;
    pathway::Definitions definitions_;
    access::AccessLog access_log_;
    access::App app_;
};

/// content/, read, checked and proved as of today. Throws StoreFailure with the first findings.
access::Content read_checked_content(const Settings& settings, Date today);

/// Makes data folder (0700), key file (0600, never over an old one) and hub; what is there stays.
std::unique_ptr<db::Databases> make_installation(const Settings& settings);

/// Whether there is a hub already.
bool has_installation(const Settings& settings);

} // namespace samvei
