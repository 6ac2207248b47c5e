#pragma once
// What the tests of reminders share: a town of their own with a follow-up whose texts occur nowhere else, and
// a way to act on accounts as the operator does.

#include "access/accounts.hpp"
#include "followup/testing/town.hpp"
#include "followup/view.hpp"
#include "reminders/actions.hpp"

#include <array>

namespace samvei::reminders {

using db::testing::Engine;
using followup::testing::must;
using followup::testing::Town;
using followup::testing::words;

/// What must never leave the house: of the child, the family, the staff and the places.
inline constexpr std::array personal_marks{"Navnemerke", "Emma",  "Solbakken",    "Grunnmerke",
                                           "Maalmerke",  "Mona",  "Tiltaksmerke", "Stedsmerke",
                                           "Undremerke", "Prøve", "Solvik",       "Skolehelsetjenesten"};

class RemindersTest : public ::testing::TestWithParam<Engine> {
protected:
    Town town{GetParam()};
    App& app = town.app();
    followup::FollowUpId id;

    RemindersTest()
    {
        app.login.public_origin = "https://samvei.example.no";
        followup::OpeningDraft draft = followup::testing::child_of_two(town);
        draft.child.given_name = words("Navnemerke");
        draft.reason = words("Grunnmerke");
        id = followup::testing::open_log(town, draft);
    }

    std::string reference()
    {
        return must(followup::view_follow_up(app, town.kari, id)).work.standing.follow_up.reference;
    }

    void wants_digest(const Caller& caller, const std::string& email)
    {
        must(change_reminders(app, caller, email, true));
    }
    /// A measure, a meeting today at noon, an early concern and an offer, beside the next step in a week.
    void fill()
    {
        const followup::MemberId nils = followup::testing::join(town, id, town.nils);
        followup::Measure measure;
        measure.what = words("Tiltaksmerke");
        measure.responsible = nils;
        measure.due_on = town.in_days(2);
        measure.evaluate_on = town.in_days(20);
        must(followup::save_measure(app, town.nils, id, measure));
        followup::Meeting meeting;
        meeting.starts_at = Instant{town.clock().now().seconds + 3 * 3'600};
        meeting.place = words("Stedsmerke");
        meeting.invited = {followup::testing::place_of(town, id, town.kari), nils};
        must(followup::save_meeting(app, town.kari, id, meeting));
        followup::ConcernDraft concern;
        concern.label = words("Undremerke");
        concern.next_due_on = town.in_days(1);
        must(followup::begin_concern(app, town.kari, concern));
        must(followup::offer_baton(app, town.kari, id, nils, words("Maalmerke")));
    }
    void withdraw_mothers_consent()
    {
        const followup::FollowUpView seen = must(followup::view_follow_up(app, town.mother, id));
        for (const followup::Consent& consent : seen.work.standing.consents) {
            if (consent.person != seen.work.permit.self()) { continue; }
            must(followup::withdraw_consent(app, town.mother, id, consent.id, words("Nei takk.")));
        }
    }
    access::AccountOffice office()
    {
        return {.hub = app.hub(),
                .clock = town.clock(),
                .ids = app.ids,
                .cost = access::Cost::tests,
                .by = "samvei test"};
    }
    void move_to(std::string_view time) { town.clock().move_to(*find_instant(time)); }
    void move_seconds(std::int64_t seconds)
    {
        town.clock().move_to(Instant{town.clock().now().seconds + seconds});
    }
};

inline void expect_nothing_personal(const std::string& text)
{
    for (const char* const mark : personal_marks) {
        EXPECT_EQ(text.find(mark), std::string::npos) << mark << " in\n" << text;
    }
}

} // namespace samvei::reminders
