#pragma once
// What is shown, read under a Permit: only the parts that the permit opens are read at all.

#include "access/access_log.hpp"
#include "access/units.hpp"
#include "followup/work.hpp"

namespace samvei::followup {

/// One pathway of a follow-up, replayed.
struct RunView {
    PathwayRun run;
    pathway::State state;
    bool may_undo = false;
    std::vector<pathway::Warning> warnings;
    const pathway::Definition* began_on = nullptr;
    const pathway::Definition* newer = nullptr; ///< What children begin on now, when that is another one.
};

/// A follow-up as one caller may see it; empty parts were not opened.
struct FollowUpView {
    Work work;
    std::vector<RunView> runs; ///< The main one first.
    std::vector<NotStarted> not_started;
    std::vector<Break> breaks;
    std::vector<Goal> goals;
    std::vector<Measure> measures;
    std::vector<Meeting> meetings;
    std::vector<OwnWords> own_words;
    std::vector<access::JournalRow> timeline;

    const RunView& main_run() const { return runs.front(); }
};

/// Refuses with not_found.
Result<FollowUpView> view_follow_up(App& app, const Caller& caller, const FollowUpId& id);

/// A follow-up in a list: the frame, and the name where the permit opens it.
struct FollowUpLine {
    FollowUp follow_up;
    PersonalText child_name; ///< Empty when the permit opens the frame only.
    std::string holder_name;
    std::string holder_unit;
    bool i_hold = false;
    std::optional<MemberId> me;
    std::vector<Break> breaks;
    Permit permit;
    std::vector<access::Colleague> candidates = {};        ///< Who may take a baton whose holder is gone.
    const pathway::Step* next_step = nullptr;              ///< Null when closed.
    std::vector<const pathway::Definition*> pathways = {}; ///< That are open; on the board only.
    const pathway::Definition* next_pathway = nullptr;     ///< The one it is of.
    std::string offered_to = {}; ///< Who has been asked to take the baton, if anybody.
};

/// An early concern in a list.
struct ConcernLine {
    EarlyConcern concern;
    const pathway::Step* next_step = nullptr; ///< Null when it has ended or is shared.
};

struct WorkbenchView {
    Date today;
    std::vector<FollowUpLine> follow_ups;
    std::vector<ConcernLine> concerns;
    std::vector<std::pair<Offer, FollowUpLine>> offers; ///< To me.
    /// Measures and meetings of mine in those follow-ups, with the name they are shown under.
    struct Dated {
        std::string kind; ///< measure, evaluation, meeting
        FollowUpId about;
        PersonalText label;
        PersonalText title;
        Date due_on;
        std::string id;                   ///< Of the measure or the meeting.
        std::optional<Instant> starts_at; ///< Of a meeting.
    };
    std::vector<Dated> dated;
};
WorkbenchView view_workbench(App& app, const Caller& caller);

// --- board.cpp ---

enum class BoardShow { all, broken, due, waiting };

/// Which of the open follow-ups are wanted.
struct BoardFilter {
    BoardShow show = BoardShow::all;
    std::string pathway;        ///< National id; "" for any.
    std::optional<UnitId> unit; ///< The holder's; none for any.
};

/// How a part of the open follow-ups stands.
struct BoardCount {
    std::int64_t open = 0;
    std::int64_t broken = 0;
    std::int64_t overdue = 0;
    std::int64_t due_this_week = 0; ///< Today and the six days after.
    std::int64_t waiting = 0;       ///< For somebody outside the team.
};

/// Open follow-ups whose holder acts for the leader's unit; all of the municipality for a BTI coordinator.
/// Frame only. `lines` are the worst 200 that were asked for, worst first; the counts are of all.
struct BreaksView {
    std::vector<FollowUpLine> lines;
    std::int64_t open = 0;
    std::int64_t broken = 0;
    std::int64_t wanted = 0; ///< How many fit the filter.
    BoardCount all;
    std::map<std::string, BoardCount> by_pathway; ///< National id; one follow-up may stand under several.
    std::map<std::pair<std::string, UnitId>, BoardCount> by_unit; ///< Name and id of the holder's unit.
    PathwayCounts pathways;
    Date today;
};
BreaksView view_breaks(App& app, const Caller& caller, const BoardFilter& filter = {});

std::vector<FollowUpLine> view_family_list(App& app, const Caller& caller);

struct ConcernView {
    EarlyConcern concern;
    pathway::State state;
    std::vector<Discussion> discussions;
    std::vector<OwnMeasure> measures;
    access::SettingsOfMunicipality settings;
    Date today;
    bool may_undo = false;
};
Result<ConcernView> view_concern(App& app, const Caller& caller, const EarlyConcernId& id);

/// Who has looked, newest first. Refuses with not_found; a leader's or uncovered permit opens no looks.
struct LooksView {
    std::vector<access::LookRow> looks;
    std::optional<access::LookPlace> next; ///< Where the older ones begin; none when these are the last.
    access::Look own_look;
};
/// `before`: older than this place; none for the newest.
Result<LooksView> view_looks(App& app, const Caller& caller, const FollowUpId& id,
                             const std::optional<access::LookPlace>& before);

/// The looks to be recorded before lines are answered.
std::vector<access::Look> looks_for(const Caller& caller, const std::vector<FollowUpLine>& lines,
                                    std::string_view what);

} // namespace samvei::followup

namespace samvei {

template <>
struct EnumWords<followup::BoardShow> {
    static constexpr std::array<std::string_view, 4> words{"all", "broken", "due", "waiting"};
};

} // namespace samvei
