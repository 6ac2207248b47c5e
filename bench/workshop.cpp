#include "workshop.hpp"

#include "access/accounts.hpp"
#include "access/sessions.hpp"
#include "followup/json.hpp"
#include "followup/view.hpp"

#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace samvei::bench {

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) { throw std::runtime_error{"refused: " + result.error().why.text}; }
    return std::move(result).value();
}

Settings settings_of(const program::Installation& data)
{
    Settings settings;
    const std::filesystem::path sources{SAMVEI_SOURCE_DIR};
    settings.data = data.data();
    settings.key_file = data.key_file();
    settings.postgres = data.postgres();
    settings.content = sources / "content";
    settings.migrations = sources / "migrations";
    return settings;
}

access::Caller find_caller(access::App& app, const std::string& username)
{
    return app.hub().read([&](db::Reader& hub) {
        access::Caller caller;
        caller.account = access::find_account(hub, username).value();
        caller.name = username;
        const access::MembershipRow acting = access::memberships_of(hub, caller.account).at(0);
        caller.membership = acting.id;
        caller.municipality = acting.municipality;
        caller.unit = acting.unit;
        caller.unit_name = acting.unit_name;
        caller.role = acting.role;
        caller.profession = acting.profession;
        return caller;
    });
}

followup::OpeningDraft opening(const access::Caller& kari, Date today)
{
    followup::Guardian guardian;
    guardian.person.given_name = PersonalText{"Anne"};
    guardian.person.family_name = PersonalText{"Prøve"};
    guardian.relation = "mother";
    guardian.parental_responsibility = true;
    followup::GiverDraft giver;
    giver.guardian = 0;
    giver.given_on = today;
    giver.how = "in_person";
    giver.language = "nb";
    followup::OpeningDraft draft;
    draft.child.given_name = PersonalText{"Ola"};
    draft.child.family_name = PersonalText{"Prøve"};
    draft.child.born_on = today.plus_days(-365 * 9);
    draft.guardians = {guardian};
    draft.consent.givers = {giver};
    draft.consent.units = {*kari.unit};
    draft.consent.purposes = {"cooperation", "information_sharing"};
    draft.consent.topics = {"school"};
    draft.consent.valid_until = today.plus_days(200);
    draft.reason = PersonalText{"Ola har mye fravær."};
    draft.next_due_on = today.plus_days(7);
    return draft;
}

followup::Goal new_goal()
{
    followup::Goal goal;
    goal.title = PersonalText{"Sove nok"};
    goal.childs_own = true;
    return goal;
}

} // namespace

Workshop::Workshop(const program::Installation& data)
    : installation_{settings_of(data)}, kari_{find_caller(installation_.app(), "kari")}
{}

access::Caller Workshop::caller(const std::string& username)
{
    return find_caller(app(), username);
}

followup::FollowUpId Workshop::open_log()
{
    return must(followup::open_follow_up(app(), kari_, opening(kari_, app().clock.today())));
}

std::vector<Log> Workshop::make_logs(std::size_t count)
{
    std::vector<Log> logs;
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = open_log();
        must(followup::save_goal(app(), kari_, id, new_goal()));
        must(followup::save_goal(app(), kari_, id, new_goal()));
        const auto view = must(followup::view_follow_up(app(), kari_, id));
        logs.push_back({.id = id,
                        .child = view.work.standing.child.id.text(),
                        .account = kari_.account.text(),
                        .goal = view.goals.at(0).id,
                        .version = 1,
                        .bare_goal = view.goals.at(1).id.text()});
    }
    return logs;
}

void Workshop::view(const std::string& follow_up)
{
    static_cast<void>(must(followup::view_follow_up(app(), kari_, followup::FollowUpId{follow_up})));
}

std::size_t Workshop::json(const std::string& follow_up)
{
    const auto view = must(followup::view_follow_up(app(), kari_, followup::FollowUpId{follow_up}));
    const followup::Shown shown{app(), kari_, Language::nb};
    return boost::json::serialize(followup::json_of(shown, view)).size();
}

void change_goal(access::App& app, const access::Caller& caller, Log& log)
{
    followup::Goal goal = new_goal();
    goal.id = log.goal;
    goal.version = log.version;
    must(followup::save_goal(app, caller, log.id, std::move(goal)));
    ++log.version;
}

} // namespace samvei::bench
