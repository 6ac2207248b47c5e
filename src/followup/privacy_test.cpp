// Goal: a withdrawal bites on the next request; a holder without consent sees the frame alone; identity
// numbers are never stored in plain text; nobody reads of an assessment of the duty to report; every change
// is in the journal.
#include "access/journal.hpp"
#include "followup/json.hpp"
#include "followup/json_text.hpp"
#include "followup/testing/queries.hpp"
#include "followup/testing/town.hpp"

#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

namespace samvei::followup {
namespace {

using namespace testing;

// Texts that occur nowhere else, so that finding one means that it leaked.
constexpr std::string_view in_reason = "Grunnmerke";
constexpr std::string_view in_goal = "Maalmerke";
constexpr std::string_view in_measure = "Tiltaksmerke";
constexpr std::string_view in_minutes = "Referatmerke";
constexpr std::string_view in_own_words = "Egneordmerke";
constexpr std::string_view in_duty = "Meldepliktmerke";

class Privacy : public InTown {
protected:
    FollowUpId id = open_log(town, draft());

    OpeningDraft draft()
    {
        OpeningDraft made = child_of_two(town);
        made.child.given_name = words("Emmaline");
        made.reason = words(in_reason);
        return made;
    }
    /// Something of everything that may be written down.
    void write_everything()
    {
        const MemberId nils = join(town, id, town.nils);
        Goal goal;
        goal.title = words(in_goal);
        must(save_goal(app, town.kari, id, goal));
        Measure measure;
        measure.what = words(in_measure);
        measure.responsible = nils;
        measure.due_on = town.in_days(2);
        measure.evaluate_on = town.in_days(20);
        must(save_measure(app, town.nils, id, measure));
        Meeting meeting;
        meeting.starts_at = town.clock().now();
        meeting.place = words("Møterom 2");
        must(save_meeting(app, town.kari, id, meeting));
        meeting = must(view_follow_up(app, town.kari, id)).meetings.at(0);
        meeting.minutes = words(in_minutes);
        meeting.state = MeetingState::held;
        must(save_meeting(app, town.kari, id, meeting));
        must(say(app, town.mother, id, words(in_own_words), {}));
    }
    void withdraw_mothers_consent()
    {
        const FollowUpView seen = must(view_follow_up(app, town.mother, id));
        for (const Consent& consent : seen.work.standing.consents) {
            if (consent.person == seen.work.permit.self()) {
                must(withdraw_consent(app, town.mother, id, consent.id, words("Vi vil ikke mer.")));
            }
        }
    }
    /// What the caller is answered, as JSON.
    boost::json::object answered(const Caller& caller)
    {
        const Shown shown{app, caller, Language::nb};
        const FollowUpView view = must(view_follow_up(app, caller, id));
        return caller.role == access::Role::family ? family_json_of(shown, view) : json_of(shown, view);
    }
    std::string answered_text(const Caller& caller) { return boost::json::serialize(answered(caller)); }
    std::string workbench_text(const Caller& caller)
    {
        const Shown shown{app, caller, Language::nb};
        return boost::json::serialize(json_of(shown, view_workbench(app, caller)));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Privacy, db::testing::both_engines(), db::testing::EngineName{});

bool says(const std::string& text, std::string_view mark)
{
    return text.find(mark) != std::string::npos;
}

TEST_P(Privacy, WithConsentTheTeamAndTheFamilySeeThePlan)
{
    write_everything();
    for (const Caller* const caller : {&town.kari, &town.nils, &town.mother, &town.father}) {
        const std::string text = answered_text(*caller);
        for (const std::string_view mark :
             {std::string_view{"Emmaline"}, in_reason, in_goal, in_measure, in_minutes, in_own_words}) {
            EXPECT_TRUE(says(text, mark)) << mark << " for " << caller->name;
        }
    }
}

TEST_P(Privacy, AWithdrawalBitesOnTheNextRequest)
{
    write_everything();
    withdraw_mothers_consent();
    expect_refused(town, ErrorCode::not_found, [&] { return view_follow_up(app, town.nils, id); });
    expect_refused(town, ErrorCode::not_found, [&] { return view_looks(app, town.nils, id, std::nullopt); });
    expect_refused(town, ErrorCode::not_found, [&] { return save_goal(app, town.nils, id, Goal{}); });
    expect_refused(town, ErrorCode::consent_not_in_force,
                   [&] { return save_goal(app, town.kari, id, Goal{}); });
    expect_refused(town, ErrorCode::consent_not_in_force,
                   [&] { return say(app, town.kari, id, words("Noe."), {}); });
    EXPECT_FALSE(says(workbench_text(town.nils), id.text()));
    EXPECT_TRUE(says(answered_text(town.mother), in_goal)) << "the family keeps seeing what is theirs";
}

TEST_P(Privacy, AHolderWithoutConsentSeesTheFrameAlone)
{
    write_everything();
    withdraw_mothers_consent();
    const boost::json::object answer = answered(town.kari);
    const std::string text = boost::json::serialize(answer);
    EXPECT_TRUE(answer.at("frame_only").as_bool());
    EXPECT_TRUE(says(text, "Emmaline")) << "whom to ask anew";
    EXPECT_TRUE(says(text, "consent_ended"));
    for (const std::string_view mark : {in_reason, in_goal, in_measure, in_minutes, in_own_words}) {
        EXPECT_FALSE(says(text, mark)) << mark;
    }
    EXPECT_EQ(boost::json::serialize(answer.at("may")), R"(["lead"])");
    expect_refused(town, ErrorCode::not_found, [&] { return view_looks(app, town.kari, id, std::nullopt); });
    EXPECT_FALSE(says(workbench_text(town.kari), in_measure));
}

TEST_P(Privacy, ALeaderSeesBreaksWithoutNames)
{
    write_everything();
    withdraw_mothers_consent();
    for (const Caller* const caller : {&town.leader, &town.coordinator}) {
        const Shown shown{app, *caller, Language::nb};
        const std::string text = boost::json::serialize(json_of(shown, view_breaks(app, *caller)));
        EXPECT_TRUE(says(text, id.text()));
        EXPECT_TRUE(says(text, "consent_ended"));
        for (const std::string_view mark :
             {std::string_view{"Emmaline"}, std::string_view{"Solbakken"}, in_reason}) {
            EXPECT_FALSE(says(text, mark)) << mark << " for " << caller->name;
        }
        expect_refused(town, ErrorCode::not_found, [&] { return view_follow_up(app, *caller, id); });
    }
}

TEST_P(Privacy, LooksAreForTeamAndFamily)
{
    const FollowUpView seen = must(view_follow_up(app, town.kari, id));
    app.access_log
        .record(town.kari.municipality, {access::make_look(town.kari, seen.work.permit, "follow_up")})
        .wait();
    const LooksView looks = must(view_looks(app, town.mother, id, std::nullopt));
    ASSERT_EQ(looks.looks.size(), 1U);
    EXPECT_EQ(looks.looks.front().name, town.kari.name);
    EXPECT_EQ(looks.looks.front().purpose, "holder");
    EXPECT_EQ(looks.own_look.purpose, "guardian");
    expect_refused(town, ErrorCode::not_found,
                   [&] { return view_looks(app, town.leader, id, std::nullopt); });
    expect_refused(town, ErrorCode::not_found,
                   [&] { return view_looks(app, town.other_parent, id, std::nullopt); });
}

TEST_P(Privacy, AnAssessmentOfTheDutyToReportIsSeenByItsAuthorAlone)
{
    write_everything();
    DutyAssessment assessment;
    assessment.grounds = {"violence"};
    assessment.conclusion = "report";
    assessment.note = words(in_duty);
    assessment.follow_up = id;
    const std::vector<std::string> acts = acts_of(town, id);
    must(assess_duty(app, town.nils, assessment));

    EXPECT_EQ(acts_of(town, id), acts) << "no trace in the journal of the follow-up";
    for (const Caller* const caller : {&town.kari, &town.nils, &town.mother, &town.father}) {
        const std::string text = answered_text(*caller);
        EXPECT_FALSE(says(text, in_duty)) << caller->name;
        EXPECT_FALSE(says(text, "duty")) << caller->name;
        EXPECT_FALSE(says(workbench_text(*caller), in_duty)) << caller->name;
    }
    const auto assessments_of = [&](const Caller& caller) {
        return town.database().read(
            [&](db::Reader& db) { return duty_assessments_by(db, caller.account, 100).size(); });
    };
    EXPECT_GE(assessments_of(town.nils), 1U);
    EXPECT_EQ(assessments_of(town.mother), 0U);
    for (const std::string& line : everything(town)) {
        if (says(line, in_duty)) { EXPECT_TRUE(line.starts_with("duty_assessment ")) << line; }
    }
}

/// Whether some file below the folder holds these bytes.
bool stored_in_plain_text(const std::filesystem::path& folder, std::string_view bytes)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) { continue; }
        std::ostringstream content;
        content << std::ifstream{entry.path(), std::ios::binary}.rdbuf();
        if (says(content.str(), bytes)) { return true; }
    }
    return false;
}

TEST_P(Privacy, IdentityNumbersAreNeverStoredInPlainText)
{
    constexpr std::string_view number = "17851250034"; // synthetic
    OpeningDraft with_number = draft();
    with_number.child.given_name = words("Filmerke");
    with_number.child.born_on = find_date(2012, 5, 17);
    with_number.child.identity_number = number;
    const FollowUpId other = open_log(town, with_number);
    const StoredRow row = stored_row(town, other);

    const auto [encrypted, hash] =
        town.database().read([&](db::Reader& db) -> std::pair<std::string, std::string> {
            db::Rows rows = db.run(queries::identity_of_person, {{"id", row.at("child_id")}});
            check(rows.next(), "the child is stored");
            return {rows.string("identity_encrypted"), rows.string("identity_hash")};
        });
    EXPECT_FALSE(says(encrypted, number));
    EXPECT_EQ(app.keys.decrypt(encrypted), number);
    EXPECT_EQ(hash, app.keys.lookup_hash(*find_identity_number(number)));
    for (const std::string& line : everything(town)) { EXPECT_FALSE(says(line, number)) << line; }
    if (GetParam() == Engine::sqlite) {
        const std::filesystem::path folder = town.databases().location().folder;
        EXPECT_TRUE(stored_in_plain_text(folder, "Filmerke")) << "this test reads the right files";
        EXPECT_FALSE(stored_in_plain_text(folder, number));
        EXPECT_FALSE(stored_in_plain_text(folder, "178512 50034"));
    }
}

TEST_P(Privacy, AnIdentityNumberLinksTheLoginButShowsNothingOfTheOther)
{
    OpeningDraft first = young_person(town);
    first.child.born_on = find_date(2009, 5, 17);
    first.child.identity_number = "17850950032"; // synthetic
    open_log(town, first);
    OpeningDraft second = first;
    second.child.account.reset();
    second.child.given_name = words("Andrenavn");
    const FollowUpId other = must(open_follow_up(app, town.kim, second));
    EXPECT_TRUE(view_follow_up(app, town.young, other)) << "the young person's own login reaches both";
    expect_refused(town, ErrorCode::not_found, [&] { return view_follow_up(app, town.kari, other); });
    EXPECT_EQ(must(view_follow_up(app, town.kim, other)).work.standing.child.given_name, words("Andrenavn"));
}

TEST_P(Privacy, AnOperatorLinksALoginToWhoeverHasTheIdentityNumber)
{
    constexpr std::string_view number = "17850950032"; // synthetic
    OpeningDraft alone = young_person(town);
    alone.child.born_on = find_date(2009, 5, 17);
    alone.child.identity_number = number;
    alone.child.account.reset();
    const FollowUpId other = open_log(town, alone);
    const auto identity = *find_identity_number(number);
    const auto linked_to = [&](const AccountId& account) {
        return link_login(app, town.kari.municipality, identity, account, "samvei user");
    };
    if (linked_to(town.other_parent.account) == 0) { FAIL() << "the young person is written down"; }
    EXPECT_TRUE(view_follow_up(app, town.other_parent, other));
    linked_to(town.young.account);
    EXPECT_TRUE(view_follow_up(app, town.young, other));
    expect_refused(town, ErrorCode::not_found, [&] { return view_follow_up(app, town.other_parent, other); });
    EXPECT_EQ(link_login(app, town.kari.municipality, *find_identity_number("17851250468"),
                         town.young.account, "samvei user"),
              0)
        << "nobody has that number";
}

TEST_P(Privacy, TheTimelineTellsABurstOnceAndKeepsToTheTeamWhatIsTheTeams)
{
    const auto times_told = [&](const Caller& caller, std::string_view act, std::string_view text) {
        int times = 0;
        const boost::json::object answer = answered(caller);
        for (const auto& entry : answer.at("timeline").as_array()) {
            const boost::json::value* const said = entry.as_object().if_contains("text");
            const bool fits = text.empty() || (said != nullptr && says(std::string{said->as_string()}, text));
            if (entry.at("act").as_string() == act && fits) { ++times; }
        }
        return times;
    };
    Meeting meeting;
    meeting.starts_at = app.clock.now();
    must(save_meeting(app, town.kari, id, meeting));
    for (const char* const minutes : {"Vi", "Vi ble", "Vi ble enige"}) { // saved while one writes
        Meeting writing = must(view_follow_up(app, town.kari, id)).meetings.front();
        writing.minutes = words(minutes);
        must(save_meeting(app, town.kari, id, writing));
    }
    EXPECT_EQ(times_told(town.kari, "meeting_changed", ""), 1);
    EXPECT_EQ(times_told(town.kari, "meeting_changed", "Vi"), 0) << "the text stands in the meeting";

    const MemberId nils = join(town, id, town.nils);
    must(offer_baton(app, town.kari, id, nils, {}));
    must(answer_baton(app, town.nils, open_offer(town, id), OfferState::refused, words("Sykemeldt.")));
    EXPECT_EQ(times_told(town.kari, "baton_refused", "Sykemeldt."), 1);
    EXPECT_EQ(times_told(town.mother, "baton_refused", ""), 1);
    EXPECT_EQ(times_told(town.mother, "baton_refused", "Sykemeldt."), 0) << "what nils says of himself";
}

TEST_P(Privacy, EveryChangeIsInTheJournalAndTheChainHolds)
{
    write_everything();
    withdraw_mothers_consent();
    EXPECT_EQ(acts_of(town, id),
              (std::vector<std::string>{"opened", "member_added", "goal_set", "measure_set", "meeting_called",
                                        "meeting_changed", "said", "consent_withdrawn"}));
    town.database().read([&](db::Reader& db) {
        db::Rows rows = db.run(queries::journal, {{"subject", "follow_up:" + id.text()}});
        std::int64_t sequence = 0;
        while (rows.next()) {
            EXPECT_EQ(rows.integer("sequence"), ++sequence);
            const bool by_mother = rows.text("act") == "said" || rows.text("act") == "consent_withdrawn";
            const bool by_nils = rows.text("act") == "measure_set";
            const Caller& by = by_mother ? town.mother : by_nils ? town.nils : town.kari;
            EXPECT_EQ(rows.text("account_id"), by.account.text()) << rows.text("act");
            EXPECT_EQ(rows.text("purpose"), by_mother ? "guardian" : by_nils ? "team" : "holder");
            EXPECT_TRUE(says(rows.string("audience"), town.school.text())) << rows.text("act");
        }
        return sequence;
    });
    const access::ChainReport report =
        town.database().read([](db::Reader& db) { return access::verify_chains(db, [](std::uint64_t) {}); });
    EXPECT_FALSE(report.first_broken.has_value())
        << report.first_broken->chain << ": " << report.first_broken->what;
    EXPECT_GT(report.journal_entries, 8U);
}

} // namespace
} // namespace samvei::followup
