#pragma once
// A municipality ("4999") whose people keep offers of the content, on either engine, for tests of this room.

#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"
#include "directory/content.hpp"
#include "directory/offers.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace samvei::directory::testing {

using db::testing::Engine;

inline const std::filesystem::path project_folder{SAMVEI_SOURCE_DIR};

/// content/services as this program has it, read once.
inline const ServiceContent& services()
{
    static const ServiceContent read = [] {
        ServiceReport report = read_services(project_folder / "content");
        if (!report.findings.empty()) { throw std::runtime_error{report.findings.front().where}; }
        return std::move(report.content);
    }();
    return read;
}

inline finder::Offer offer_of_content(const std::string& id)
{
    for (const auto& [collection, offers] : services().collections) {
        for (const finder::Offer& offer : offers) {
            if (offer.id == id) { return offer; }
        }
    }
    throw std::runtime_error{"content has no offer " + id};
}

inline const std::string school_health = "solvik_school_health_lower"; ///< Skolehelsetjenesten keeps it.
inline const std::string open_door = "solvik_open_door"; ///< No unit of the test municipality keeps it.
inline const std::string help_line = "alarm_116111";     ///< The whole country's.

class Municipality {
public:
    explicit Municipality(Engine engine)
        : base_{engine}, shelf_{services().vocabulary, services().places}, app_{app_of(base_, shelf_)}
    {
        const access::UnitId nurses = base_.unit("Skolehelsetjenesten", "school_health");
        nils = base_.caller("nils", nurses, access::Role::professional, "school_nurse");
        leader = base_.caller("leder", nurses, access::Role::leader, "leader");
        psychologist = base_.caller("psykolog", base_.unit("Psykisk helseteam", "mental_health_team"));
        coordinator = base_.caller("bti", base_.unit("Kontoret", "coordinating_unit"),
                                   access::Role::bti_coordinator, "bti_coordinator");
        mother = base_.family_caller("mor");
        neighbour = coordinator;
        neighbour.municipality = "4998";
        keep_content_offers(app_, {offer_of_content(help_line)}, "");
        keep_content_offers(app_, {offer_of_content(school_health), offer_of_content(open_door)}, "4999");
    }

    access::App& app() { return app_; }
    StoppedClock& clock() { return base_.clock; }
    db::Database& hub() { return base_.databases.hub(); }

    /// What the public sees of it now; null when nothing.
    std::optional<finder::Offer> seen(const std::string& id)
    {
        const finder::Offer* offer = current_index(app_)->find_offer(id);
        return offer == nullptr ? std::nullopt : std::optional{*offer};
    }
    OfferRecord record(const std::string& id)
    {
        const Result<OfferPage> page = offer_page(app_, coordinator, id);
        if (!page) { throw std::runtime_error{"there is no offer " + id}; }
        return page.value().record;
    }

    access::Caller nils;         ///< Of the unit that keeps `school_health`.
    access::Caller leader;       ///< Its leader.
    access::Caller psychologist; ///< Of another unit.
    access::Caller coordinator;
    access::Caller mother;
    access::Caller neighbour; ///< A coordinator of another municipality.

private:
    static access::App app_of(access::testing::TestApp& base, finder::Shelf& shelf)
    {
        return {.databases = *base.databases,
                .clock = base.clock,
                .ids = base.ids,
                .keys = base.keys,
                .content = base->content,
                .definitions = base.definitions,
                .access_log = base.access_log,
                .shelf = shelf,
                .login = base->login};
    }

    access::testing::TestApp base_;
    finder::Shelf shelf_;
    access::App app_;
};

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

class InMunicipality : public ::testing::TestWithParam<Engine> {
protected:
    Municipality town{GetParam()};
};

} // namespace samvei::directory::testing
