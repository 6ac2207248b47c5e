// Goal: goals, measures, meetings and own words: any covered member of the team writes them, two editors
// never lose anything, and what somebody said is theirs to take back.
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class ThePlan : public InTown {
protected:
    FollowUpId id = open_log(town);
    MemberId nils = join(town, id, town.nils);
    FollowUpId other = open_log(town); // another child's, of the same holder

    FollowUpView seen() { return must(view_follow_up(app, town.kari, id)); }
    void close() { must(close_follow_up(app, town.kari, id, version_of(town, id), words("Ferdig."), "yes")); }

    static Goal goal(std::string_view title = "Trygg på skolen")
    {
        Goal made;
        made.title = words(title);
        made.why = words("Hun sier det selv.");
        return made;
    }
    Measure measure()
    {
        Measure made;
        made.what = words("Møtes ved porten");
        made.responsible = nils;
        made.due_on = town.in_days(3);
        made.evaluate_on = town.in_days(30);
        return made;
    }
    Meeting meeting()
    {
        Meeting made;
        made.starts_at = Instant{town.clock().now().seconds + 3 * 86'400};
        made.place = words("Møterom 2");
        made.agenda = {"Hva sier Emma?", "Hvem gjør hva"};
        made.invited = {nils};
        return made;
    }
    /// The same entry, fit for another child's team.
    template <class Entry>
    Entry with_karis_place_in(const FollowUpId& team, Entry entry)
    {
        const MemberId kari = place_of(town, team, town.kari);
        if constexpr (std::is_same_v<Entry, Measure>) { entry.responsible = kari; }
        if constexpr (std::is_same_v<Entry, Meeting>) { entry.invited = {kari}; }
        return entry;
    }
    template <class Entry>
    auto saved_by(const Caller& caller, const Entry& entry)
    {
        return [this, &caller, entry] {
            if constexpr (std::is_same_v<Entry, Goal>) {
                return save_goal(app, caller, id, entry);
            } else if constexpr (std::is_same_v<Entry, Measure>) {
                return save_measure(app, caller, id, entry);
            } else {
                return save_meeting(app, caller, id, entry);
            }
        };
    }
    /// What every kind of entry has in common: who writes it, and two editors. `stored`: reads the first one
    /// back.
    template <class Entry, class Stored>
    void expect_common(const Entry& entry, Stored stored)
    {
        for (const Caller* const nobody : {&town.kim, &town.pia, &town.leader, &town.coordinator}) {
            expect_refused(town, ErrorCode::not_found, saved_by(*nobody, entry));
        }
        expect_refused(town, ErrorCode::not_found, saved_by(town.other_parent, entry));
        expect_refused(town, ErrorCode::not_allowed, saved_by(town.mother, entry));
        must(saved_by(town.nils, entry)());

        const Entry first = stored();
        EXPECT_EQ(first.version, 1);
        must(saved_by(town.kari, first)());
        expect_refused(town, ErrorCode::edit_conflict, saved_by(town.nils, first));
        EXPECT_EQ(stored().version, 2);

        Entry unknown = stored();
        unknown.id = decltype(unknown.id){app.ids.next()};
        expect_refused(town, ErrorCode::not_found, saved_by(town.kari, unknown));
        std::swap(id, other);
        expect_refused(town, ErrorCode::not_found, saved_by(town.kari, with_karis_place_in(id, first)));
        std::swap(id, other);
        close();
        expect_refused(town, ErrorCode::follow_up_closed, saved_by(town.kari, stored()));
        expect_refused(town, ErrorCode::follow_up_closed, saved_by(town.nils, entry));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, ThePlan, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(ThePlan, GoalsAreTheTeamsAndTwoEditorsMeet)
{
    expect_common(goal(), [&] { return seen().goals.at(0); });
    EXPECT_EQ(acts_of(town, id),
              (std::vector<std::string>{"opened", "member_added", "goal_set", "goal_changed", "closed"}));
}

TEST_P(ThePlan, AGoalKeepsWhatItIsAndWhereItStands)
{
    Goal draft = goal();
    draft.childs_own = true;
    must(save_goal(app, town.kari, id, draft));
    Goal stored = seen().goals.at(0);
    EXPECT_EQ(stored.title, draft.title);
    EXPECT_EQ(stored.why, draft.why);
    EXPECT_TRUE(stored.childs_own);
    EXPECT_EQ(stored.state, GoalState::active);
    stored.state = GoalState::reached;
    stored.title = words("Trygg i klassen");
    must(save_goal(app, town.nils, id, stored));
    EXPECT_EQ(seen().goals.at(0).state, GoalState::reached);
    EXPECT_EQ(seen().goals.at(0).title, words("Trygg i klassen"));
}

TEST_P(ThePlan, MeetingsAreTheTeamsAndTwoEditorsMeet)
{
    expect_common(meeting(), [&] { return seen().meetings.at(0); });
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "meeting_called",
                                                           "meeting_changed", "closed"}));
}

TEST_P(ThePlan, AMeetingIsCalledHeldAndWrittenDown)
{
    must(save_meeting(app, town.kari, id, meeting()));
    Meeting stored = seen().meetings.at(0);
    EXPECT_EQ(stored.state, MeetingState::called);
    EXPECT_EQ(stored.agenda, meeting().agenda);
    EXPECT_EQ(stored.invited, std::vector{nils});
    stored.attended = {nils, place_of(town, id, town.kari)};
    stored.minutes = words("Vi ble enige om porten.");
    stored.state = MeetingState::held;
    must(save_meeting(app, town.kari, id, stored));
    const Meeting held = seen().meetings.at(0);
    EXPECT_EQ(held.attended, stored.attended);
    EXPECT_EQ(held.minutes, stored.minutes);
    EXPECT_EQ(held.state, MeetingState::held);

    stored = held;
    stored.invited.push_back(place_of(town, other, town.kari)); // her place in another team
    expect_fault(town, "invited[1]", FaultCode::not_known, saved_by(town.kari, stored));
    stored = held;
    stored.attended = {MemberId{app.ids.next()}};
    expect_fault(town, "attended[0]", FaultCode::not_known, saved_by(town.kari, stored));
}

TEST_P(ThePlan, MeasuresAreTheTeamsAndTwoEditorsMeet)
{
    expect_common(measure(), [&] { return seen().measures.at(0); });
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "measure_set",
                                                           "measure_changed", "closed"}));
}

TEST_P(ThePlan, AMeasureHasSomebodyAndADay)
{
    Measure draft = measure();
    draft.responsible = place_of(town, other, town.kari);
    expect_fault(town, "responsible", FaultCode::not_known, saved_by(town.kari, draft));
    draft = measure();
    draft.goal = GoalId{app.ids.next()};
    expect_fault(town, "goal", FaultCode::not_known, saved_by(town.kari, draft));
    draft = measure();
    draft.from_meeting = MeetingId{app.ids.next()};
    expect_refused(town, ErrorCode::not_found, saved_by(town.kari, draft));
    draft = measure();
    draft.due_on = town.in_days(-1);
    expect_fault(town, "due_on", FaultCode::in_the_past, saved_by(town.kari, draft));
    draft = measure();
    draft.evaluate_on = town.in_days(2);
    expect_fault(town, "evaluate_on", FaultCode::ends_before_start, saved_by(town.kari, draft));

    must(leave_team(app, town.kari, id, nils, words("Ny jobb.")));
    expect_fault(town, "responsible", FaultCode::not_known, saved_by(town.kari, measure()));
}

TEST_P(ThePlan, AMeasureServesAGoalComesFromAMeetingAndIsEvaluated)
{
    must(save_goal(app, town.kari, id, goal()));
    must(save_meeting(app, town.kari, id, meeting()));
    Measure draft = measure();
    draft.goal = seen().goals.at(0).id;
    draft.from_meeting = seen().meetings.at(0).id;
    must(save_measure(app, town.kari, id, draft));
    EXPECT_EQ(acts_of(town, id).back(), "decided");

    Measure stored = seen().measures.at(0);
    EXPECT_EQ(stored.goal, draft.goal);
    EXPECT_EQ(stored.from_meeting, draft.from_meeting);
    town.clock().move_days(40);
    stored.state = MeasureState::done;
    stored.effect = Effect::good;
    stored.evaluation = words("Hun går inn selv.");
    must(save_measure(app, town.nils, id, stored));
    const Measure evaluated = seen().measures.at(0);
    EXPECT_EQ(evaluated.state, MeasureState::done);
    EXPECT_EQ(evaluated.effect, Effect::good);
    EXPECT_EQ(evaluated.evaluation, stored.evaluation);
    EXPECT_EQ(evaluated.due_on, draft.due_on) << "what has passed may be evaluated";
}

class OwnWordsOf : public ThePlan {
protected:
    auto said_by(const Caller& caller, const std::optional<PersonId>& person = {})
    {
        return [this, &caller, person] { return say(app, caller, id, words("Jeg liker gym."), person); };
    }
    auto taken_back_by(const Caller& caller, const OwnWordsId& said)
    {
        return [this, &caller, said] { return take_back_words(app, caller, id, said); };
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, OwnWordsOf, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(OwnWordsOf, TheFamilyAreTheirsWhoeverTheySayTheyAre)
{
    const PersonId child = seen().work.standing.child.id;
    must(said_by(town.mother, child)());
    const OwnWords said = seen().own_words.at(0);
    EXPECT_EQ(said.capacity, Capacity::guardian);
    EXPECT_NE(said.person, child) << "a mother speaks for herself";
    expect_refused(town, ErrorCode::not_found, said_by(town.other_parent));
    expect_refused(town, ErrorCode::not_found, said_by(town.stranger));
    expect_refused(town, ErrorCode::not_found, said_by(town.leader));

    id = open_log(town, young_person(town));
    must(said_by(town.young)());
    EXPECT_EQ(seen().own_words.at(0).capacity, Capacity::child);
    EXPECT_EQ(seen().own_words.at(0).person, seen().work.standing.child.id);
    expect_refused(town, ErrorCode::not_found, said_by(town.mother)); // seventeen, and not let in
}

TEST_P(OwnWordsOf, AChildMayBeWrittenDownByTheTeam)
{
    must(said_by(town.nils)());
    EXPECT_EQ(seen().own_words.at(0).capacity, Capacity::staff_on_behalf);
    EXPECT_EQ(seen().own_words.at(0).person, seen().work.standing.child.id);
    must(said_by(town.nils, seen().work.standing.guardians.at(1).person.id)());
    expect_fault(town, "person", FaultCode::not_known, said_by(town.nils, PersonId{app.ids.next()}));
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "said", "said"}));
}

TEST_P(OwnWordsOf, OneselfAreTakenBackByWhoeverWroteThemDownOnce)
{
    must(said_by(town.mother)());
    const OwnWordsId said = seen().own_words.at(0).id;
    expect_refused(town, ErrorCode::not_found, taken_back_by(town.father, said));
    expect_refused(town, ErrorCode::not_found, taken_back_by(town.kari, said));
    must(taken_back_by(town.mother, said)());
    EXPECT_TRUE(seen().own_words.empty());
    expect_refused(town, ErrorCode::not_found, taken_back_by(town.mother, said));
    expect_refused(town, ErrorCode::not_found, taken_back_by(town.mother, OwnWordsId{app.ids.next()}));
    EXPECT_EQ(acts_of(town, id).back(), "words_taken_back");
}

TEST_P(OwnWordsOf, NobodyAreAddedWhenItIsClosedButTheFamilyTakesTheirsBack)
{
    must(said_by(town.mother)());
    const OwnWordsId said = seen().own_words.at(0).id;
    close();
    expect_refused(town, ErrorCode::follow_up_closed, said_by(town.mother));
    expect_refused(town, ErrorCode::follow_up_closed, said_by(town.kari));
    must(taken_back_by(town.mother, said)());
}

} // namespace
} // namespace samvei::followup
