#include "main/installation.hpp"

#include "access/content.hpp"
#include "access/units.hpp"
#include "base/log.hpp"
#include "pathway/content.hpp"

namespace samvei {

namespace {

constexpr std::size_t findings_shown = 5;
constexpr Date before_any_review{};

void warn_of_reviews(const pathway::Content& content, Date today)
{
    const auto warn = [&](const std::string& id, Date review_by) {
        if (review_by < today) { log::warning(id + " was to be reviewed by " + text_of(review_by)); }
    };
    for (const pathway::Definition& definition : content.pathways) {
        warn(definition.id, definition.review_by);
    }
    for (const pathway::Guide& guide : content.guides) { warn(guide.id, guide.review_by); }
}

std::unique_ptr<db::Databases> open_existing(const Settings& settings)
{
    if (!has_installation(settings)) {
        throw StoreFailure{"there is no installation in " + settings.data.string() +
                           "; make one with 'samvei init' or 'samvei demo'"};
    }
    return db::Databases::open(location_of(settings), settings.migrations);
}

access::LoginSettings login_of(const Settings& settings)
{
    access::LoginSettings login;
    login.idle = std::chrono::minutes{settings.session_idle_minutes};
    login.absolute = std::chrono::hours{settings.session_hours};
    login.public_origin = settings.public_origin;
    login.secure_cookie = settings.public_origin.starts_with("https://");
    return login;
}

/// The country's municipalities, and those of this installation that it does not have (a demonstration's).
finder::Places places_of(const directory::ServiceContent& services, db::Databases& databases)
{
    finder::Places places = services.places;
    const auto here = databases.hub().read([](db::Reader& hub) { return access::municipalities_of(hub); });
    for (const auto& [number, name] : here) {
        if (places.find(number) == nullptr) { places.municipalities.push_back({number, name, {}, ""}); }
    }
    return places;
}

/// The first findings as one text.
template <class Finding>
std::string told(const std::vector<Finding>& findings)
{
    std::string text = "the content does not hold; 'samvei check-content' tells all:";
    for (std::size_t i = 0; i < std::min(findings.size(), findings_shown); ++i) {
        text += "\n  " + findings[i].where + ": " + findings[i].why;
    }
    return text;
}

} // namespace

access::Content read_checked_content(const Settings& settings, Date today)
{
    // A text that is due for review is a matter for `check-content` and a warning, not for a server that
    // stops.
    pathway::ContentReport report = pathway::check_content(settings.content, before_any_review);
    if (!report.findings.empty()) { throw StoreFailure{told(report.findings)}; }
    warn_of_reviews(report.content, today);
    return access::content_from(std::move(report.content), settings.content);
}

directory::ServiceContent read_checked_services(const Settings& settings)
{
    directory::ServiceReport report = directory::read_services(settings.content);
    if (!report.findings.empty()) { throw StoreFailure{told(report.findings)}; }
    return std::move(report.content);
}

bool has_installation(const Settings& settings)
{
    if (!settings.postgres.empty()) {
        auto databases = db::Databases::open(location_of(settings), settings.migrations);
        for (const db::MigrationStep& step : databases->pending_migrations()) {
            if (step.database == "hub" && step.file.starts_with("0001")) { return false; }
        }
        return true;
    }
    return std::filesystem::exists(settings.data / "hub.db");
}

std::unique_ptr<db::Databases> make_installation(const Settings& settings)
{
    namespace files = std::filesystem;
    if (settings.postgres.empty()) {
        files::create_directories(settings.data);
        files::permissions(settings.data, files::perms::owner_all);
    }
    const files::path key_file = key_file_of(settings);
    if (!files::exists(key_file)) {
        if (key_file.has_parent_path()) { files::create_directories(key_file.parent_path()); }
        access::Keys::make(key_file);
    }
    auto databases = db::Databases::open(location_of(settings), settings.migrations);
    databases->migrate();
    return databases;
}

Installation::Installation(const Settings& settings)
    : databases_{open_existing(settings)}, keys_{access::Keys::read(key_file_of(settings))},
      content_{read_checked_content(settings, clock_.today())}, services_{read_checked_services(settings)},
      shelf_{services_.vocabulary, places_of(services_, *databases_)},
      access_log_{*databases_, clock_, ids_.next()}, app_{.databases = *databases_,
                                                          .clock = clock_,
                                                          .ids = ids_,
                                                          .keys = keys_,
                                                          .content = content_,
                                                          .definitions = definitions_,
                                                          .access_log = access_log_,
                                                          .shelf = shelf_,
                                                          .login = login_of(settings),
                                                          .mail_on = settings.mail.on()}
{}

} // namespace samvei
