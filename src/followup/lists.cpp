// Lists: every line is decided on by itself, so a list never holds what its reader may not see.

#include "followup/list_work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::int64_t list_max = 1'000;
/// The lines that the caller may have; what is refused is left out without a trace.
std::vector<std::pair<FollowUpLine, Standing>> permitted(const ListWork& list, db::Reader& db,
                                                         std::vector<FollowUp> follow_ups,
                                                         access::Purpose purpose)
{
    std::vector<std::pair<FollowUpLine, Standing>> lines;
    const access::AccessRules rules = access_rules_of(list.app, list.settings);
    for (FollowUp& follow_up : follow_ups) {
        Standing standing = standing_of(db, list.caller, std::move(follow_up));
        Result<Permit> permit =
            access::decide_access(list.caller, purpose, standing.facts, rules, list.today);
        if (!permit) { continue; }
        FollowUpLine line = line_of(list, db, standing, std::move(permit).value());
        lines.emplace_back(std::move(line), std::move(standing));
    }
    return lines;
}

std::vector<FollowUpLine> lines_only(std::vector<std::pair<FollowUpLine, Standing>> pairs)
{
    std::vector<FollowUpLine> lines;
    for (auto& [line, standing] : pairs) { lines.push_back(std::move(line)); }
    return lines;
}

/// Measures that are mine, and meetings I am called to.
void add_dated(WorkbenchView& bench, db::Reader& db, const FollowUpLine& line)
{
    if (!line.me || !line.permit.opens(Part::content)) { return; }
    if (line.follow_up.state == FollowUpState::closed) { return; }
    for (const Measure& measure : measures_of(db, line.permit)) {
        if (measure.responsible != *line.me || measure.effect != Effect::not_evaluated) { continue; }
        const bool evaluate = !in_progress(measure) || measure.due_on < bench.today;
        bench.dated.push_back({evaluate ? "evaluation" : "measure", line.follow_up.id, line.child_name,
                               measure.what, evaluate ? measure.evaluate_on : measure.due_on,
                               measure.id.text(), std::nullopt});
    }
    for (const Meeting& meeting : meetings_of(db, line.permit)) {
        const bool called = std::ranges::find(meeting.invited, *line.me) != meeting.invited.end();
        if (meeting.state != MeetingState::called || !called) { continue; }
        bench.dated.push_back({"meeting", line.follow_up.id, line.child_name, meeting.place,
                               date_in_norway(meeting.starts_at), meeting.id.text(), meeting.starts_at});
    }
}

} // namespace

WorkbenchView view_workbench(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) {
        const ListWork list = start_list(app, db, caller);
        WorkbenchView bench;
        bench.today = list.today;
        auto pairs = permitted(list, db, follow_ups_of_account(db, caller, list_max), access::Purpose::look);
        for (auto& [line, standing] : pairs) {
            if (standing.facts.is_offered) { bench.offers.emplace_back(*standing.open_offer(), line); }
            add_dated(bench, db, line);
            bench.follow_ups.push_back(std::move(line));
        }
        for (EarlyConcern& concern : early_concerns_by(db, caller.account, list_max)) {
            const pathway::Definition& definition = pathway_of(app, db, caller, concern);
            const pathway::Step* const next = definition.find_step(concern.next_step);
            bench.concerns.push_back({std::move(concern), next});
        }
        return bench;
    });
}

std::vector<FollowUpLine> view_family_list(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) {
        const ListWork list = start_list(app, db, caller);
        return lines_only(
            permitted(list, db, follow_ups_of_family(db, caller, list_max), access::Purpose::look));
    });
}

} // namespace samvei::followup
