// Views of one follow-up and one early concern.

#include "followup/view.hpp"

#include "followup/breaks.hpp"

namespace samvei::followup {

namespace {

constexpr std::int64_t timeline_max = 300;
constexpr std::size_t looks_of_page = 200;

pathway::State replayed(const pathway::Definition& definition, const pathway::Facts& facts,
                        const pathway::FindDefinition& find = {})
{
    Result<pathway::State> state = state_of(definition, facts, find);
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

RunView view_run(App& app, db::Reader& db, const Caller& caller, const Work& work, const PathwayRun& run)
{
    History history = history_of(db, work.permit, run.id);
    RunView view{run, {}, may_undo(history, caller, work.today), {}, nullptr, nullptr};
    view.began_on = &began_on(app, db, work.municipality, run);
    view.state = replayed(*view.began_on, facts_of(app, run, work.settings, std::move(history.facts)),
                          catalogue::definitions_of(app, db, work.municipality));
    view.warnings = warnings_of(view.state, work.today);
    const pathway::Definition* const in_use =
        find_in_use(app, db, work, catalogue::national_id_of(run.on_pathway));
    const bool other = in_use && (in_use->id != run.on_pathway || in_use->version != run.on_version);
    if (other && run.state == FollowUpState::open) { view.newer = in_use; }
    return view;
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
    if (permit.opens(Part::content)) { view.not_started = not_started_of(db, permit); }
    if (permit.opens(Part::own_words)) { view.own_words = own_words_of(db, permit); }
}

} // namespace

Result<FollowUpView> view_follow_up(App& app, const Caller& caller, const FollowUpId& id)
{
    TRY_LET(view, app.of(caller).read([&](db::Reader& db) -> Result<FollowUpView> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::look));
        FollowUpView read{std::move(work), {}, {}, {}, {}, {}, {}, {}, {}};
        for (const PathwayRun& run : runs_of(read.work.standing)) {
            read.runs.push_back(view_run(app, db, caller, read.work, run));
        }
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
        const pathway::Definition& definition = pathway_of(app, db, caller, concern);
        pathway::State state =
            replayed(definition, facts_of(app, definition, concern, settings, std::move(history.facts)));
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
