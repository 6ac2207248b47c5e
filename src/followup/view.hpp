#pragma once
// What is shown, read under a Permit: only the parts that the permit opens are read at all.

#include "access/access_log.hpp"
#include "access/units.hpp"
#include "followup/work.hpp"

namespace samvei::followup {

/// A follow-up as one caller may see it. `stages` is the pathway's state; empty parts were not opened.
struct FollowUpView {
    Work work;
    pathway::State state;
    std::vector<Break> breaks;
    std::vector<Goal> goals;
    std::vector<Measure> measures;
    std::vector<Meeting> meetings;
    std::vector<OwnWords> own_words;
    std::vector<access::JournalRow> timeline;
    bool may_undo = false;
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
    std::vector<access::Colleague> candidates = {}; ///< Who may take a baton whose holder is gone.
    std::string offered_to = {};                    ///< Who has been asked to take the baton, if anybody.
};

struct WorkbenchView {
    Date today;
    std::vector<FollowUpLine> follow_ups;
    std::vector<EarlyConcern> concerns;
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

/// Open follow-ups whose holder acts for the leader's unit; all of the municipality for a BTI coordinator.
/// Frame only. `lines` are the worst 200, worst first; the counts are of all.
struct BreaksView {
    std::vector<FollowUpLine> lines;
    std::int64_t open = 0;
    std::int64_t broken = 0;
    Date today;
};
BreaksView view_breaks(App& app, const Caller& caller);

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
