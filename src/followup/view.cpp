// Views of one follow-up and one early concern.

#include "followup/view.hpp"

#include "followup/breaks.hpp"

namespace samvei::followup {

namespace {

constexpr std::int64_t timeline_max = 300;
constexpr std::size_t looks_of_page = 200;

pathway::State replayed(const pathway::Definition& definition, const pathway::Facts& facts)
{
    Result<pathway::State> state = state_of(definition, facts);
    check(bool(state), "what is recorded can be replayed");
    return std::move(state).value();
}

/// Where those of one team work now, asked one by one: a team is small, a municipality is not.
access::Places places_of_team(App& app, const Caller& caller, const std::vector<Member>& members)
{
    return app.hub().read([&](db::Reader& hub) {
        access::Places places;
        for (const Member& member : members) {
            if (member.left_on) { continue; }
            if (access::find_colleague(hub, caller.municipality, member.account, member.unit)) {
                places.emplace(member.account, member.unit);
            }
        }
        return places;
    });
}

void read_content(db::Reader& db, FollowUpView& view)
{
    const Permit& permit = view.work.permit;
    if (permit.opens(Part::content)) {
        view.goals = goals_of(db, permit);
        view.measures = measures_of(db, permit);
        view.meetings = meetings_of(db, permit);
        view.timeline = access::journal_of(db, permit, timeline_max);
    }
    if (permit.opens(Part::own_words)) { view.own_words = own_words_of(db, permit); }
}

} // namespace

Result<FollowUpView> view_follow_up(App& app, const Caller& caller, const FollowUpId& id)
{
    TRY_LET(view, app.of(caller).read([&](db::Reader& db) -> Result<FollowUpView> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::look));
        History history = history_of(db, work.permit);
        const bool undoable = may_undo(history, caller, work.today);
        const FollowUp& follow_up = work.standing.follow_up;
        pathway::State state = replayed(pathway_of(app, follow_up.pathway_id),
                                        facts_of(app, follow_up, work.settings, std::move(history.facts)));
        FollowUpView read{std::move(work), std::move(state), {}, {}, {}, {}, {}, {}, false};
        read.may_undo = undoable;
        read_content(db, read);
        return read;
    }));
    if (caller.role != access::Role::family) {
        const access::Places places = places_of_team(app, caller, view.work.standing.members);
        view.breaks = breaks_of(app, view.work.standing, view.work.settings, places, view.work.today);
    }
    return view;
}

Result<ConcernView> view_concern(App& app, const Caller& caller, const EarlyConcernId& id)
{
    return app.of(caller).read([&](db::Reader& db) -> Result<ConcernView> {
        TRY_LET(permit, access::decide_author(caller, id, author_of(db, id)));
        EarlyConcern concern = early_concern_of(db, permit);
        access::SettingsOfMunicipality settings = access::settings_in(db);
        History history = history_of(db, permit);
        const Date today = app.clock.today();
        const bool undoable = concern.state != ConcernState::shared && may_undo(history, today);
        pathway::State state =
            replayed(pathway_of(app, bti), facts_of(app, concern, settings, std::move(history.facts)));
        return ConcernView{std::move(concern),
                           std::move(state),
                           discussions_of(db, permit),
                           own_measures_of(db, permit),
                           std::move(settings),
                           today,
                           undoable};
    });
}

Result<LooksView> view_looks(App& app, const Caller& caller, const FollowUpId& id,
                             const std::optional<access::LookPlace>& before)
{
    return app.of(caller).read([&](db::Reader& db) -> Result<LooksView> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::look));
        if (!work.permit.opens(Part::looks)) { return Error{ErrorCode::not_found, "looks are not opened"}; }
        std::vector<access::LookRow> looks = access::looks_at(db, work.permit, before, looks_of_page + 1);
        std::optional<access::LookPlace> next;
        if (looks.size() > looks_of_page) {
            looks.pop_back();
            next = looks.back().place;
        }
        return LooksView{std::move(looks), std::move(next),
                         access::make_look(caller, work.permit, "access_log")};
    });
}

std::vector<access::Look> looks_for(const Caller& caller, const std::vector<FollowUpLine>& lines,
                                    std::string_view what)
{
    std::vector<access::Look> looks;
    for (const FollowUpLine& line : lines) { looks.push_back(access::make_look(caller, line.permit, what)); }
    return looks;
}

} // namespace samvei::followup
