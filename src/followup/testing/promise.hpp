#pragma once
// The promise said once more, from what is stored and nothing else: an open follow-up has exactly one holder
// who is in the team and accepted, exactly one next step, which is the one that the recorded facts lead to,
// and a date. And who may see what, said without consent.cpp, permit.cpp and standing.cpp. Kept apart from
// the code that keeps it, so that a test, or a drill after a crash, may ask both and compare.

#include "access/app.hpp"
#include "followup/types.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace samvei::followup::testing {

/// A follow-up as its rows say.
struct StoredFollowUp {
    struct Place {
        MemberId id;
        AccountId account;
        UnitId unit;
        bool left = false;
    };
    struct StoredOffer {
        OfferId id;
        MemberId to;
        bool open = false;
        std::optional<Date> answer_by;
    };
    struct Yes {
        ConsentId id;
        PersonId person;
        Date from;
        Date until;
        bool withdrawn = false;
        bool guardians_may_see = false;
        bool to_shared_log = false; ///< To cooperation and to sharing.
        std::set<UnitId> units;
    };
    struct Relative {
        PersonId id;
        bool is_child = false;
        std::optional<Date> born_on;
        AccountId account; ///< Empty without a login.
        bool parental_responsibility = false;
    };

    /// A pathway beside the main one.
    struct Run {
        RunId id;
        bool open = false;
        std::string pathway; ///< As it began.
        std::string started_in;
        Date started_on;
        std::string on_pathway;
        std::string stage;
        std::string next_step;
        std::optional<Date> next_due_on;
    };

    FollowUpId id;
    std::string state;
    std::string stage;
    int level = 0;
    std::string pathway;
    std::string started_in;
    Date opened_on;
    MemberId holder;
    std::string next_step;
    std::optional<Date> next_due_on;
    std::string on_pathway;
    std::string main_step;
    std::optional<Date> main_due_on;
    RunId next_run; ///< Empty for the main one.
    std::vector<Run> runs;
    std::int64_t version = 0;
    std::vector<Place> places;      ///< The first is whoever opened it.
    std::vector<MemberId> accepted; ///< Who took the baton, in order.
    std::vector<StoredOffer> offers;
    std::vector<Yes> consents;
    std::vector<Relative> family; ///< The child first.

    bool open() const { return state == "open"; }
    const Place* find_place(const MemberId& member) const;
    /// The place that an account has for a unit now.
    const Place* find_place(const AccountId& account, const UnitId& unit) const;
};

StoredFollowUp stored_follow_up(db::Database& database, const FollowUpId& id);

/// What is wrong with a follow-up, in words; nothing when the promise is kept.
std::vector<std::string> broken_promises(db::Database& database, const access::Content& content,
                                         const StoredFollowUp& stored);

/// The same of an early concern: while open it has the dated next step that its facts lead to.
std::vector<std::string> broken_promises(db::Database& database, const access::Content& content,
                                         const EarlyConcernId& id);

/// What the municipality has set about consent, as the test remembers it.
struct ConsentNumbers {
    int consent_age = 16;
    bool one_guardian_is_enough = false;
};

/// What somebody may see of a follow-up.
struct Sight {
    bool there = false;   ///< That it exists.
    bool names = false;   ///< Of the family.
    bool content = false; ///< Reason, plan, own words.
    bool operator==(const Sight&) const = default;
};

/// Whether everybody who must has said yes to this unit today.
bool is_covered(const StoredFollowUp& stored, const ConsentNumbers& numbers, const UnitId& unit, Date today);
Sight sight_of(const StoredFollowUp& stored, const ConsentNumbers& numbers, const access::Caller& caller,
               Date today);

/// Who works where now: accounts and units.
using WorkPlaces = std::set<std::pair<AccountId, UnitId>>;
/// What a leader must be shown of an open follow-up today.
std::set<Break> breaks_to_show(const StoredFollowUp& stored, const ConsentNumbers& numbers,
                               const WorkPlaces& working, Date today);

} // namespace samvei::followup::testing
