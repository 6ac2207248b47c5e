#pragma once
// A municipality that imports and exports, on either engine; the hub holds the offers of content when asked.

#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"
#include "directory/offers.hpp"
#include "directory/store.hpp"
#include "exchange/exchange_fixture.hpp"
#include "exchange/exports.hpp"
#include "exchange/merging.hpp"

#include <map>
#include <memory>

namespace samvei::exchange::testing {

using db::testing::Engine;

/// The value, or the test ends with what was refused.
template <class T>
T must(Result<T> result)
{
    if (!result) { throw std::runtime_error{"refused: " + result.error().why.text}; }
    return std::move(result).value();
}

template <class T>
void expect_refused(ErrorCode code, const Result<T>& result)
{
    ASSERT_FALSE(result) << "not refused; " << row_of(code).name << " was expected";
    EXPECT_EQ(row_of(result.error().code).name, row_of(code).name) << result.error().why.text;
}

class Hub {
public:
    explicit Hub(Engine engine) : base_{engine}
    {
        const access::UnitId office = base_.unit("Kontoret", "coordinating_unit");
        coordinator = base_.caller("koordinator", office, access::Role::bti_coordinator, "bti_coordinator");
        leader = base_.caller("leder", office, access::Role::leader, "leader");
    }

    App& app() { return app_; }
    StoppedClock& clock() { return base_.clock; }
    db::Database& database() { return base_.databases.hub(); }

    /// Those of the whole country, and Solvik's as the test municipality's.
    void keep_content()
    {
        const auto& collections = service_content().collections;
        directory::keep_content_offers(app_, collections.at("national"), "");
        directory::keep_content_offers(app_, collections.at("solvik"), "4999");
    }

    std::int64_t count(const std::string& table)
    {
        return access::testing::number_by_raw_sql(database(), "SELECT count(*) AS found FROM " + table);
    }
    /// Rows of everything that an import may write.
    std::map<std::string, std::int64_t> counts()
    {
        std::map<std::string, std::int64_t> counts;
        for (const char* table : {"offer", "offer_version", "import_source", "import_run", "imported_row",
                                  "imported_service", "journal_entry"}) {
            counts[table] = count(table);
        }
        counts["revision"] =
            access::testing::number_by_raw_sql(database(), "SELECT number AS found FROM directory_revision");
        return counts;
    }

    static ImportWish wish(const std::string& package, const std::string& source = "Frivilligsentralen")
    {
        return {.source = source, .language = "nb", .package = package};
    }
    ImportRun import(const ImportWish& wish)
    {
        const DryRun run = dry_run(app_, coordinator, wish);
        EXPECT_EQ(told(run.plan.faults), std::multiset<std::string>{});
        return must(import_package(app_, coordinator, wish, run.plan.digest));
    }
    json::value exported(Form form = Form::tables, Readers readers = Readers::staff)
    {
        return parsed(must(
            export_directory(app_, coordinator, {.form = form, .municipality = {}, .readers = readers})));
    }
    directory::OfferRecord record(const std::string& offer)
    {
        auto found = database().read([&](db::Reader& hub) { return directory::find_record(hub, offer); });
        EXPECT_TRUE(found.has_value()) << offer;
        return found.value_or(directory::OfferRecord{});
    }
    std::vector<directory::OfferRecord> records()
    {
        return database().read([&](db::Reader& hub) { return directory::records_of(hub, "4999"); });
    }

    Caller coordinator;
    Caller leader;

private:
    access::testing::TestApp base_;
    finder::Shelf shelf_{service_content().vocabulary, service_content().places};
    App app_{.databases = base_->databases,
             .clock = base_->clock,
             .ids = base_->ids,
             .keys = base_->keys,
             .content = base_->content,
             .definitions = base_->definitions,
             .access_log = base_->access_log,
             .shelf = shelf_,
             .login = base_->login};
};

class WithHub : public ::testing::TestWithParam<Engine> {
protected:
    Hub hub{GetParam()};
};

} // namespace samvei::exchange::testing
