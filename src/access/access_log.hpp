#pragma once
// The access log: nobody reads a child's data without a row saying who, for which unit, why and what,
// durable before the answer is sent. Rows of one process form one hash chain per municipality; looks that
// wait at the same time are written as one.

#include "access/permit.hpp"
#include "base/time.hpp"
#include "db/databases.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::access {

/// One look at one child's data.
struct Look {
    FollowUpId follow_up;
    PersonId child;
    AccountId account;
    std::string name; ///< As it was at the time.
    std::optional<UnitId> unit;
    std::string unit_name;
    std::string profession;
    std::string purpose; ///< Name of Ground: on what the look rests.
    std::string what;    ///< "follow_up", "workbench", "access_log", "breaks" ...
};

Look make_look(const Caller& caller, const Permit& permit, std::string_view what);

/// Where a look stands in the log, for reading on from there.
struct LookPlace {
    Instant at;
    std::string chain;
    std::int64_t sequence = 0;
};
/// "2026-11-22T08:00:00Z.<chain>.7" and back; none when it is not such a text.
std::string text_of(const LookPlace& place);
std::optional<LookPlace> find_look_place(std::string_view text);

/// A look as the family sees it.
struct LookRow {
    LookPlace place;
    std::string name;
    std::string unit_name;
    std::string profession;
    std::string purpose;
    std::string what;
};

/// Thread-safe. Lives as long as the databases.
class AccessLog {
public:
    AccessLog(db::Databases& databases, const Clock& clock, std::string chain);
    ~AccessLog();
    /// Hands in looks at children of one municipality; the ticket settles when all are durable. Put it
    /// into the Response: the server holds the answer until then.
    Pending record(const std::string& municipality, std::vector<Look> looks);

private:
    struct Queue;
    db::Databases& databases_;
    const Clock& clock_;
    std::string chain_; ///< This process: a new id at every start.
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Queue>> queues_;
};

/// Newest first, those before a place when one is given. Needs a permit that opens Part::looks.
std::vector<LookRow> looks_at(db::Reader& db, const Permit& permit, const std::optional<LookPlace>& before,
                              std::size_t limit);

} // namespace samvei::access
