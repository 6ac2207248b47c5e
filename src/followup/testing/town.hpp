#pragma once
// A small town for tests: a municipality with units, staff and a family, the program's real content, a clock
// that stands still, ids that count, and either engine. Tests, benchmarks and drills tell their stories in
// it:
//
//     Town town{Engine::sqlite};
//     const FollowUpId id = open_log(town, child_of_two(town));
//     const MemberId nils = join(town, id, town.nils);
//
// Nobody here exists; identity numbers are synthetic (month + 80).

#include "access/testing/test_app.hpp"
#include "followup/actions.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::followup::testing {

using access::testing::test_start;
using db::testing::Engine;

class Town {
public:
    explicit Town(Engine engine);

    App& app() { return app_; }
    StoppedClock& clock() { return base_.clock; }
    db::Database& database() { return base_.databases.municipality(); }
    db::testing::TestDatabases& databases() { return base_.databases; }

    Date today() const { return base_.clock.today(); }
    Date in_days(int days) const { return today().plus_days(days); }
    /// Sets values of the municipality ("deadline.baton_acceptance" to "5"); "" unsets.
    void set(const std::map<std::string, std::string>& values);

    /// Somebody new begins in a unit.
    Caller hires(std::string_view username, const UnitId& unit);
    /// Ends what they work as, at once: they left their unit.
    void stops_working(const Caller& caller);

private:
    access::testing::TestApp base_;
    CountingIds ids_;
    App app_;

public:
    UnitId school, school_health, ppt, other_school, office;
    Caller kari;         ///< Teacher at the school; mostly the first holder.
    Caller kim;          ///< Teacher at the same school.
    Caller nils;         ///< School nurse.
    Caller pia;          ///< Adviser at PPT.
    Caller leader;       ///< Of the school.
    Caller other_leader; ///< Of the other school.
    Caller coordinator;  ///< Of BTI, for the whole municipality.
    Caller stranger;     ///< Teacher at the other school.
    Caller mother, father;
    Caller young;        ///< A child's own login.
    Caller other_parent; ///< Of another child.

    /// Everybody above, by user name.
    std::vector<std::pair<std::string, const Caller*>> everybody() const;
};

/// One town for all tests of a program, by engine: making one takes longer than most tests. The clock is set
/// back to `test_start` and the settings to their defaults; what others have stored is still there.
Town& shared_town(Engine engine);

/// The value, or the test ends with what was refused.
template <class T>
T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error{"refused: " + std::string{row_of(result.error().code).name} + ", " +
                                 result.error().why.text};
    }
    return std::move(result).value();
}

PersonalText words(std::string_view text);
/// Somebody of this age today; the birthday was half a year ago.
Person person_of(const Town& town, std::string_view given_name, std::string_view family_name, int years);
Guardian guardian_of(std::string_view given_name, const std::optional<AccountId>& account,
                     std::string_view relation = "mother", bool parental_responsibility = true);
/// Guardian number `place` says yes, today.
GiverDraft guardian_says_yes(const Town& town, std::size_t place);
GiverDraft child_says_yes(const Town& town);

/// Ten years old, of a mother and a father with logins, who have said yes to school and school nurse for half
/// a year.
OpeningDraft child_of_two(const Town& town);
/// Seventeen, with a login of their own, who has said yes to the same; the mother may not read unless they
/// let her.
OpeningDraft young_person(const Town& town);

/// Opens as kari, with the next step a week ahead.
FollowUpId open_log(Town& town, const OpeningDraft& draft);
FollowUpId open_log(Town& town);
/// Kari lets a colleague into the team; the place it got.
MemberId join(Town& town, const FollowUpId& id, const Caller& colleague);
/// The place that somebody has in the team now.
MemberId place_of(Town& town, const FollowUpId& id, const Caller& member);
/// The open offer; the test ends when there is none.
OfferId open_offer(Town& town, const FollowUpId& id);
/// One offers, the other accepts.
void hand_over(Town& town, const FollowUpId& id, const Caller& from, const Caller& to);
/// The next step is done; the one after it is due in a week.
void take_next_step(Town& town, const FollowUpId& id, const Caller& holder, const std::string& answer = {});

// Read behind the room's back.

/// A follow-up's row as it is stored; "" stands for null.
using StoredRow = std::map<std::string, std::string, std::less<>>;
StoredRow stored_row(Town& town, const FollowUpId& id);
std::int64_t version_of(Town& town, const FollowUpId& id);
/// Acts of a journal, oldest first.
std::vector<std::string> acts_of(Town& town, const std::string& subject);
std::vector<std::string> acts_of(Town& town, const FollowUpId& id);
/// Every row of this room and of the journal, as text. The same before and after means that nothing was
/// stored.
std::vector<std::string> everything(Town& town);

/// What every test of an action stands in.
class InTown : public ::testing::TestWithParam<Engine> {
protected:
    Town& town = shared_town(GetParam());
    App& app = town.app();
};

/// Names of the refusals that `expect_refused` has met so far.
std::set<std::string>& provoked();

/// Expects a refusal with this code that changes nothing at all. `act`: () -> Result.
template <class Act>
void expect_refused(Town& town, ErrorCode code, Act&& act)
{
    const std::vector<std::string> before = everything(town);
    const auto result = act();
    if (result) {
        ADD_FAILURE() << "not refused; " << row_of(code).name << " was expected";
        return;
    }
    EXPECT_EQ(row_of(result.error().code).name, row_of(code).name) << result.error().why.text;
    provoked().emplace(row_of(result.error().code).name);
    EXPECT_EQ(everything(town), before) << "something was stored in spite of " << row_of(code).name;
}

/// The same for invalid_fields, with the field that must be named.
template <class Act>
void expect_fault(Town& town, std::string_view path, FaultCode code, Act&& act)
{
    expect_refused(town, ErrorCode::invalid_fields, [&] {
        auto result = act();
        if (!result) {
            const std::vector<FieldFault>& faults = result.error().fields;
            EXPECT_EQ(faults.size(), 1U);
            if (!faults.empty()) {
                EXPECT_EQ(faults.front().path, path);
                EXPECT_EQ(row_of(faults.front().code).name, row_of(code).name);
            }
        }
        return result;
    });
}

} // namespace samvei::followup::testing
