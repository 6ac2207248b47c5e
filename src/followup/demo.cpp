// The demo town's children. Everybody here is invented; identity numbers are synthetic (month + 80).

#include "followup/demo.hpp"

#include "followup/actions.hpp"
#include "followup/store.hpp"
#include "followup/view.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;

PersonalText words(std::string text)
{
    return PersonalText{std::move(text)};
}

template <class T>
T must(Result<T> result, const char* what)
{
    check(bool(result), what);
    return std::move(result).value();
}

/// The people of the town and a clock that is turned back and walks forward.
class Town {
public:
    Town(App& app, const access::DemoPeople& people)
        : people_{people}, now_{app.clock.now()}, clock_{now_}, app_{app.databases,  clock_,
                                                                     app.ids,        app.keys,
                                                                     app.content,    app.definitions,
                                                                     app.access_log, app.shelf,
                                                                     app.login}
    {}

    App& app() { return app_; }
    const Caller& as(const std::string& username) const { return people_.at(username); }
    const UnitId& unit(const std::string& kind) const { return people_.units.at(kind); }
    void go_to_days_ago(int days) { clock_.move_to(Instant{now_.seconds - days * seconds_a_day}); }
    Date today() const { return clock_.today(); }
    /// A day counted from the real today, whatever the clock stands at.
    Date day(int from_now) const { return date_in_norway(now_).plus_days(from_now); }
    Instant noon(int from_now) const
    {
        return Instant{start_of_day_in_norway(day(from_now)).seconds + 12 * 3'600};
    }

    FollowUpView view(const std::string& username, const FollowUpId& id)
    {
        return must(view_follow_up(app_, as(username), id), "the demo town's people see their follow-ups");
    }
    std::int64_t version(const std::string& username, const FollowUpId& id)
    {
        return view(username, id).work.standing.follow_up.version;
    }
    MemberId member(const std::string& username, const FollowUpId& id)
    {
        const FollowUpView seen = view(username, id);
        check(seen.work.permit.member().has_value(), "staff who see a follow-up are in its team");
        return *seen.work.permit.member();
    }
    void step(const std::string& username, const FollowUpId& id, const std::string& step,
              const std::string& note, Date next_due_on, const std::string& answer = "")
    {
        must(take_step(app_, as(username), id,
                       {version(username, id), step, answer, words(note), next_due_on}),
             "a step of the demo town is taken");
    }
    void add(const std::string& by, const FollowUpId& id, const std::string& username)
    {
        const Caller& member = as(username);
        must(add_member(app_, as(by), id, member.account, *member.unit), "a member joins");
    }
    void measure(const std::string& by, const FollowUpId& id, const std::string& what, const MemberId& who,
                 Date due, Date evaluate)
    {
        Measure measure;
        measure.what = words(what);
        measure.responsible = who;
        measure.due_on = due;
        measure.evaluate_on = evaluate;
        must(save_measure(app_, as(by), id, measure), "a measure is set");
    }
    void goal(const std::string& by, const FollowUpId& id, const std::string& title, const std::string& why,
              bool own)
    {
        Goal goal;
        goal.title = words(title);
        goal.why = words(why);
        goal.childs_own = own;
        must(save_goal(app_, as(by), id, goal), "a goal is set");
    }

private:
    const access::DemoPeople& people_;
    Instant now_;
    StoppedClock clock_;
    App app_;
};

Person person(const std::string& given, const std::string& family, std::optional<Date> born_on = {})
{
    Person made;
    made.given_name = words(given);
    made.family_name = words(family);
    made.born_on = born_on;
    return made;
}

Guardian guardian(const Town& town, const std::string& username, const std::string& given,
                  const std::string& family, const std::string& relation)
{
    Guardian made{person(given, family), relation, true};
    if (!username.empty()) { made.person.account = town.as(username).account; }
    return made;
}

GiverDraft giver(std::size_t guardian, Date on)
{
    return {GiverKind::guardian, guardian, std::nullopt, on, "in_person", "nb", false};
}

Meeting meeting(Instant at, const std::string& place, std::vector<std::string> agenda,
                std::vector<MemberId> invited)
{
    Meeting made;
    made.starts_at = at;
    made.place = words(place);
    made.agenda = std::move(agenda);
    made.invited = std::move(invited);
    return made;
}

OpeningDraft opening_for_emma(const Town& town)
{
    OpeningDraft draft;
    draft.child = person("Emma", "Solbakken", town.day(-365 * 8 - 120));
    draft.guardians = {guardian(town, "mor", "Mona", "Solbakken", "mother"),
                       guardian(town, "far", "Frode", "Solbakken", "father")};
    draft.consent.givers = {giver(0, town.today()), giver(1, town.today())};
    draft.consent.units = {town.unit("school"), town.unit("school_health")};
    draft.consent.purposes = {"cooperation", "information_sharing"};
    draft.consent.topics = {"wellbeing", "school", "family"};
    draft.consent.valid_until = town.day(330);
    draft.consent.child_view = words("Jeg vil at noen er med meg inn om morgenen.");
    draft.reason = words(
        "Emma har hatt vondt i magen de fleste morgenene siden høstferien og blir ofte igjen i garderoben.");
    draft.next_due_on = town.today().plus_days(7);
    return draft;
}

/// Eight years old: two parents have said yes, the school leads, the school nurse is with them.
void tell_of_emma(Town& town)
{
    town.go_to_days_ago(42);
    const FollowUpId id =
        must(open_follow_up(town.app(), town.as("kari"), opening_for_emma(town)), "Emma's log opens");
    town.add("kari", id, "nils");

    town.go_to_days_ago(36);
    town.step("kari", id, "contact_service", "Skolehelsesykepleier Nils er med.", town.day(-28));
    const MemberId kari = town.member("kari", id);
    const MemberId nils = town.member("nils", id);
    Meeting first = meeting(town.noon(-28), "Møterom 2, Solvik skole",
                            {"Hva sier Emma?", "Morgenene", "Hvem gjør hva"}, {kari, nils});
    must(save_meeting(town.app(), town.as("kari"), id, first), "a meeting is called");

    town.go_to_days_ago(28);
    first = town.view("kari", id).meetings.front();
    first.minutes =
        words("Emma vil bli møtt ved porten av noen hun kjenner. Foreldrene ser at det er verst på mandager. "
              "Vi prøver en fast voksen om morgenen og en prat med helsesykepleier hver uke.");
    first.attended = {kari, nils};
    first.state = MeetingState::held;
    must(save_meeting(town.app(), town.as("kari"), id, first), "minutes are written");
    town.goal("kari", id, "Emma kommer trygt inn i klassen om morgenen",
              "Hun vil selv være med på samlingsstunden.", true);
    town.goal("kari", id, "Færre dager med vondt i magen", "Vi vil vite om det henger sammen med skolen.",
              false);
    town.measure("kari", id, "Kari møter Emma ved porten klokka 08.20 hver dag", kari, town.day(-26),
                 town.day(6));
    town.measure("kari", id, "Ukentlig samtale med helsesykepleier", nils, town.day(-21), town.day(6));
    town.step("kari", id, "joint_meeting", "Møtet er holdt, foreldre og Emma var med.", town.day(6));

    town.go_to_days_ago(9);
    must(say(town.app(), town.as("mor"), id,
             words("Denne uka har hun gått inn selv to ganger. Hun er stolt."), {}),
         "her mother says something");
}

OpeningDraft opening_for_sara(const Town& town)
{
    OpeningDraft draft;
    draft.child = person("Sara", "Nilsen", town.day(-365 * 16 - 100));
    draft.child.account = town.as("sara").account;
    draft.guardians = {guardian(town, "", "Siri", "Nilsen", "mother")};
    draft.consent.givers = {
        {GiverKind::child, std::nullopt, std::nullopt, town.today(), "in_person", "nb", false}};
    draft.consent.units = {town.unit("school"), town.unit("school_health"), town.unit("mental_health_team")};
    draft.consent.purposes = {"cooperation", "information_sharing", "referral"};
    draft.consent.topics = {"wellbeing", "school", "health"};
    draft.consent.valid_until = town.day(180);
    draft.consent.guardians_may_see = true;
    draft.level = 3;
    draft.reason =
        words("Sara har sovet dårlig lenge og orker ikke hele skoledager. Hun vil ha hjelp fra flere, "
              "men slippe å fortelle alt på nytt.");
    draft.next_due_on = town.today().plus_days(5);
    return draft;
}

/// Sixteen: she consents alone; the baton is on offer to the psychologist.
void tell_of_sara(Town& town)
{
    town.go_to_days_ago(21);
    const FollowUpId id =
        must(open_follow_up(town.app(), town.as("nils"), opening_for_sara(town)), "Sara's log opens");
    town.add("nils", id, "kari");
    town.add("nils", id, "psykolog");
    must(say(town.app(), town.as("sara"), id,
             words("Jeg vil helst møtes etter skolen. Og at dere spør meg før dere ringer hjem."), {}),
         "Sara says what matters");
    town.step("nils", id, "establish_contact", "Psykisk helseteam er med fra nå.", town.day(-10));

    town.go_to_days_ago(10);
    town.goal("nils", id, "Sove nok til å orke skolen", "Det jeg savner mest, er å være sammen med klassen.",
              true);
    const MemberId psychologist = town.member("psykolog", id);
    town.measure("nils", id, "Fem samtaler om søvn og uro", psychologist, town.day(12), town.day(40));
    town.measure("nils", id, "Kortere timeplan til jul", town.member("kari", id), town.day(-5), town.day(20));
    town.step("nils", id, "interdisciplinary_meeting", "Vi laget én plan sammen med Sara.", town.day(12));

    town.go_to_days_ago(2);
    must(offer_baton(town.app(), town.as("nils"), id, psychologist,
                     words("Sara har nå mest med deg. Vil du ta over stafettpinnen?")),
         "the baton is offered");
}

/// Eleven: a date has passed, so that the leader has something to see.
void tell_of_jonas(Town& town)
{
    town.go_to_days_ago(35);
    OpeningDraft draft = opening_for_emma(town);
    draft.child = person("Jonas", "Berg", town.day(-365 * 11 - 40));
    draft.guardians = {guardian(town, "", "Anne", "Berg", "mother")};
    draft.consent.givers = {giver(0, town.today())};
    draft.consent.child_view = words("Jeg vil ha færre timer alene på grupperommet.");
    draft.reason = words("Jonas har mye fravær og trekker seg unna de andre i friminuttene.");
    draft.next_due_on = town.day(-25);
    const FollowUpId id = must(open_follow_up(town.app(), town.as("kari"), draft), "Jonas' log opens");
    town.go_to_days_ago(26);
    town.step("kari", id, "contact_service", "PPT er spurt, venter på svar.", town.day(-4));
}

/// Private worries of the teacher's: one new, one with measures in the class, one that ended well.
void tell_of_worries(Town& town)
{
    const Caller& kari = town.as("kari");
    const auto begin = [&](const std::string& label, const std::string& facts, Date due) {
        ConcernDraft draft;
        draft.label = words(label);
        draft.facts = words(facts);
        draft.next_due_on = due;
        return must(begin_concern(town.app(), kari, draft), "a worry is written down");
    };
    const auto take = [&](const EarlyConcernId& id, const std::string& step, const std::string& answer,
                          const std::string& note, Date due) {
        const std::int64_t version =
            must(view_concern(town.app(), kari, id), "one's own worry").concern.version;
        must(take_concern_step(town.app(), kari, id, {version, step, answer, words(note), due}),
             "a step is taken");
    };

    town.go_to_days_ago(60);
    const EarlyConcernId ended =
        begin("Stille på bakerste rad", "Sa nesten ingenting i september.", town.day(-50));
    for (const char* done : {"wonder", "make_concrete", "share", "talk_with_family"}) {
        take(ended, done, "", "", town.day(-50));
    }
    take(ended, "choose_way", "end", "Flyttet i sommer; har fått venner nå. Foreldrene ser det samme.",
         town.day(-50));

    town.go_to_days_ago(20);
    const EarlyConcernId own =
        begin("Uro i timene", "Går fra plassen 5–6 ganger hver time de tre siste ukene.", town.day(-13));
    for (const char* done : {"wonder", "make_concrete", "share", "talk_with_family"}) {
        take(own, done, "", "", town.day(-13));
    }
    must(record_discussion(
             town.app(), kari, own,
             {{}, words("PPT"), town.today(), words("Prøv faste pauser og plass nær døra først.")}),
         "a discussion is recorded");
    take(own, "choose_way", "own_measures", "Vi prøver i klassen først.", town.day(2));
    OwnMeasure measure;
    measure.what = words("To faste bevegelsespauser i hver økt");
    measure.who = words("Kari");
    measure.due_on = town.day(1);
    measure.evaluate_on = town.day(15);
    must(save_own_measure(town.app(), kari, own, measure), "a measure in the class");

    town.go_to_days_ago(1);
    begin("Ny i klassen, spiser alene",
          "Har spist alene i kantina fire av fem dager. Smiler når jeg sier hei.", town.day(5));
}

} // namespace

void make_demo_follow_ups(access::App& app, const access::DemoPeople& people)
{
    Town town{app, people};
    tell_of_emma(town);
    tell_of_sara(town);
    tell_of_jonas(town);
    tell_of_worries(town);
}

} // namespace samvei::followup
