// The board of those who lead: every open follow-up, broken, due, waiting for whom and since when.

#include "followup/list_work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::size_t shown_max = 200;
constexpr int week_days = 7;

/// Who may be asked to take the baton of a holder who is gone: of the team and of the holder's own unit those
/// who work there now, when consent names their unit.
std::vector<access::Colleague> candidates_for(const ListWork& list, const Standing& standing,
                                              const std::vector<access::Colleague>& colleagues)
{
    std::vector<access::Colleague> candidates;
    for (const access::Colleague& one : colleagues) {
        const bool near = one.unit == standing.facts.holder_unit ||
                          standing.find_active(one.account, one.unit);
        if (near && is_covered(list.app, standing, list.settings, one.unit, list.today)) {
            candidates.push_back(one);
        }
    }
    return candidates;
}

bool needs_holder(const FollowUpLine& line, const Standing& standing)
{
    return std::ranges::find(line.breaks, Break::no_accepted_holder) != line.breaks.end() &&
           standing.open_offer() == nullptr;
}

/// Every open pathway of a follow-up, the main one first.
std::vector<const pathway::Definition*> open_pathways(const ListWork& list, db::Reader& db,
                                                      const Standing& standing)
{
    const auto find = [&](const std::string& id, int version) {
        return catalogue::find_definition(list.app, db, list.caller.municipality, id, version);
    };
    std::vector<const pathway::Definition*> open{
        find(standing.follow_up.on_pathway, standing.follow_up.on_version)};
    for (const PathwayRun& run : standing.runs) {
        if (run.state == FollowUpState::open) { open.push_back(find(run.on_pathway, run.on_version)); }
    }
    return open;
}

void count(BoardCount& counted, const FollowUpLine& line, Date today)
{
    const std::optional<Date>& due = line.follow_up.next_due_on;
    ++counted.open;
    if (!line.breaks.empty()) { ++counted.broken; }
    if (due && *due < today) { ++counted.overdue; }
    if (due && *due >= today && *due < today.plus_days(week_days)) { ++counted.due_this_week; }
    if (!line.follow_up.waits_for.empty()) { ++counted.waiting; }
}

bool fits(const BoardFilter& filter, const FollowUpLine& line, const Standing& standing, Date today)
{
    if (filter.unit && standing.facts.holder_unit != filter.unit) { return false; }
    const auto same = [&](const pathway::Definition* one) {
        return one && catalogue::national_id_of(one->id) == filter.pathway;
    };
    if (!filter.pathway.empty() && std::ranges::none_of(line.pathways, same)) { return false; }
    const std::optional<Date>& due = line.follow_up.next_due_on;
    switch (filter.show) {
    case BoardShow::all: return true;
    case BoardShow::broken: return !line.breaks.empty();
    case BoardShow::due: return due && *due < today.plus_days(week_days);
    case BoardShow::waiting: return !line.follow_up.waits_for.empty();
    }
    return false;
}

/// Worse before better: by the worst break, then by the date.
bool worse(const FollowUpLine& left, const FollowUpLine& right)
{
    if (left.breaks.empty() != right.breaks.empty()) { return right.breaks.empty(); }
    if (!left.breaks.empty() && left.breaks.front() != right.breaks.front()) {
        return left.breaks.front() < right.breaks.front();
    }
    return left.follow_up.next_due_on < right.follow_up.next_due_on;
}

/// Computes the board one stretch after another, so that it needs no more memory for a hundred thousand than
/// for a thousand.
class Board {
public:
    Board(ListWork list, const BoardFilter& filter) : list_{std::move(list)}, filter_{filter}
    {
        view_.today = list_.today;
    }

    void add(db::Reader& db, const Standing& standing, const access::AccessRules& rules)
    {
        Result<Permit> permit =
            access::decide_access(list_.caller, access::Purpose::oversee, standing.facts, rules, list_.today);
        if (!permit) { return; }
        FollowUpLine line = line_of(list_, db, standing, std::move(permit).value());
        line.pathways = open_pathways(list_, db, standing);
        count_in(line, standing);
        if (!fits(filter_, line, standing, list_.today)) { return; }
        ++view_.wanted;
        if (needs_holder(line, standing)) { line.candidates = candidates_for(list_, standing, colleagues()); }
        view_.lines.push_back(std::move(line));
        if (view_.lines.size() >= shown_max * 2) { keep_the_worst(); }
    }

    BreaksView finish(db::Reader& db, const std::optional<UnitId>& unit)
    {
        keep_the_worst();
        view_.open = view_.all.open;
        view_.broken = view_.all.broken;
        view_.pathways = pathway_counts(db, unit);
        return std::move(view_);
    }

private:
    void count_in(const FollowUpLine& line, const Standing& standing)
    {
        count(view_.all, line, list_.today);
        for (const pathway::Definition* one : line.pathways) {
            if (one) { count(view_.by_pathway[catalogue::national_id_of(one->id)], line, list_.today); }
        }
        if (standing.facts.holder_unit) {
            count(view_.by_unit[{line.holder_unit, *standing.facts.holder_unit}], line, list_.today);
        }
    }
    void keep_the_worst()
    {
        std::ranges::stable_sort(view_.lines, worse);
        if (view_.lines.size() > shown_max) {
            view_.lines.erase(view_.lines.begin() + shown_max, view_.lines.end());
        }
    }
    const std::vector<access::Colleague>& colleagues()
    {
        if (!colleagues_) {
            colleagues_ = list_.app.hub().read(
                [&](db::Reader& hub) { return access::colleagues_of(hub, list_.caller.municipality); });
        }
        return *colleagues_;
    }

    ListWork list_;
    const BoardFilter& filter_;
    BreaksView view_;
    std::optional<std::vector<access::Colleague>> colleagues_;
};

} // namespace

BreaksView view_breaks(App& app, const Caller& caller, const BoardFilter& filter)
{
    return app.of(caller).read([&](db::Reader& db) -> BreaksView {
        const bool all = caller.role == access::Role::bti_coordinator;
        if (!all && !caller.unit) { return {}; }
        const std::optional<UnitId> unit = all ? std::nullopt : caller.unit;
        ListWork list = start_list(app, db, caller);
        const access::AccessRules rules = access_rules_of(app, list.settings);
        Board board{std::move(list), filter};
        OpenStandings standings{caller, unit};
        for (std::vector<Standing> some = standings.next(db); !some.empty(); some = standings.next(db)) {
            for (const Standing& standing : some) { board.add(db, standing, rules); }
        }
        return board.finish(db, unit);
    });
}

} // namespace samvei::followup
