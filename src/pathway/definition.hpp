#pragma once
// A pathway definition: data that a clinician can read and a machine can check. Closed vocabulary.
// JSON form: content/pathways/<id>/pathway.json; see reader.hpp. Source of the model: design §5.

#include "base/language.hpp"
#include "base/time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::pathway {

using StageId = std::string; ///< "level_2"
using StepId = std::string;  ///< "joint_meeting", unique in the definition
using TrackId = std::string; ///< "dental", unique in the definition, also among steps
using AnswerId = std::string;
using SettingName = std::string;

/// How sure a fact is: [V] read, [S] stated in a source document, [K] background knowledge, [U] uncertain.
enum class Evidence { verified, stated, background, uncertain };

enum class StepKind { task, meeting, talk, form, document, decision, consent, referral, message };

/// For what a pathway may be used.
enum class UsedAs {
    early_concern, ///< By the author of an early concern, before anything is shared.
    shared_log,    ///< The main pathway of a follow-up.
    beside,        ///< Runs beside the main pathway of the same follow-up.
};

enum class DueUnit { calendar_days, weeks, working_days };

/// From what a due date is counted.
enum class DueFrom {
    stage_start, ///< The day the stage was entered.
    step_open,   ///< The day the step (or the one in `of_step`) opened.
    step_done,   ///< The day the step in `of_step` was last done; no date until then.
    pathway_start,
    date, ///< A day that a person has recorded (`date`); no date until then.
};

/// Who dates a step that no number dates: nobody needs to, or the person who makes it the next one.
enum class DatedBy { rule, person };

/// When a step is due. The count comes from a municipality setting when one is named and set; else from
/// `count`; when neither is there, no rule gives the date and a person must.
struct DueRule {
    DueUnit unit = DueUnit::calendar_days;
    DueFrom from = DueFrom::step_open;
    std::optional<int> count;           ///< 0 or more
    std::optional<SettingName> setting; ///< e.g. "deadline.level_1.evaluate"
    /// With `step_open`: an earlier step of the stage or track to count from, so that "carry out" and
    /// "evaluate" share one date and both move when the pathway goes back. With `step_done`: any step.
    std::optional<StepId> of_step = {};
    std::optional<std::string> date = {}; ///< With `date`: one of the definition's dates.
};

/// Where an answer leads.
struct Branch {
    AnswerId answer;
    Sentence label;
    enum class Leads { step, stage, end, track_end, pathway } leads = Leads::step;
    /// A step of the same stage or track, a stage, or the pathway that begins when this one ends; empty for
    /// end and track_end. Going to a step opens it and all after it again (repeats); entering a stage opens
    /// all its steps.
    std::string to;
};

/// What should be true when a stage is entered or left. When it is not, people are told; nothing is blocked.
struct Condition {
    enum class Kind { flag, not_flag, done, consent } kind = Kind::flag;
    std::string of; ///< The flag, step or consent.
    Sentence text;
};

/// Who is told when a step is not done in time.
struct Escalation {
    int after = 0; ///< Counted from the due date; 1 or more.
    DueUnit unit = DueUnit::working_days;
    std::string to; ///< A role.
};

/// What is different in one kind of place; empty parts are as everywhere.
struct ArenaText {
    std::string arena; ///< One of `arena_words`.
    std::optional<Sentence> how;
    std::vector<Sentence> tools;
};

/// Who may see that a step is there. `staff`: never parents or child, for what must not warn anybody.
enum class ShownTo { everyone, staff };

struct Step;

/// Work that goes on beside other tracks of the same step: one of the five domains of an assessment.
struct Track {
    TrackId id;
    Sentence title;
    Sentence plain_title;
    bool may_skip = false; ///< With a reason.
    std::optional<std::string> when_flag;
    std::optional<std::string> unless_flag;
    std::vector<Step> steps; ///< Without tracks of their own. Done after the last, or by a `track_end`.
};

struct Step {
    StepId id;
    StepKind kind = StepKind::task;
    Sentence title;
    Sentence plain_title; ///< For the family: everyday words.
    Sentence what;
    Sentence how;
    std::string who; ///< One of `role_words`: "holder", "author", "leader", "team", ...
    std::vector<Sentence> tools;
    Sentence why;
    std::string source; ///< URL or law
    Evidence evidence = Evidence::uncertain;
    std::optional<DueRule> due;
    std::optional<DueRule> repeat_every; ///< Done with the answer that leads to itself: due again after this.
    DatedBy dated_by = DatedBy::rule;    ///< `person`: without a rule's date somebody must set one.
    ShownTo shown_to = ShownTo::everyone;
    /// The step is left out when this flag is among the facts ("suspicion_of_violence").
    std::optional<std::string> unless_flag;
    /// The step is only there when this flag is.
    std::optional<std::string> when_flag;
    bool may_skip = false;                    ///< May be passed over, with a reason. Not with answers.
    std::optional<std::string> waits_for;     ///< The role that must act; the step is following that up.
    std::optional<std::string> needs_consent; ///< "referral": something given by an earlier consent step.
    std::optional<std::string> gives_consent;
    std::vector<Escalation> escalate; ///< In growing order.
    std::vector<ArenaText> arenas;
    /// Empty: done leads to the next step of the stage in order.
    std::vector<Branch> answers;
    /// Opened all at once with the step, which is done when each of them is done or skipped.
    std::vector<Track> tracks;
};

/// Something that may be true of a situation and changes which steps there are.
struct Flag {
    std::string id;    ///< "suspicion_of_violence"
    Sentence question; ///< As the person is asked.
    /// Raised when a pathway begins in a municipality that has chosen this word for the setting.
    struct Choice {
        SettingName setting;
        std::string is;
    };
    std::optional<Choice> from_setting = {};
};

/// A day that a person records and rules count from: "the referral was received".
struct NamedDate {
    std::string id;
    Sentence question;
};

struct Reason {
    std::string id;
    Sentence text;
};

/// Who should have the pathway, and what may be said when it is not begun.
struct StartRule {
    std::vector<Reason> criteria; ///< Any one is enough.
    std::optional<Sentence> in_doubt;
    std::vector<Reason> not_started_reasons;
};

struct Stage {
    StageId id;
    std::optional<int> level; ///< BTI level 0..3; none in pathways that have no levels.
    Sentence title;           ///< Default name; a municipality may name its levels itself.
    Sentence plain_title;
    Sentence meaning;
    std::vector<Condition> entry = {};
    std::vector<Condition> exit = {};
    std::vector<Step> steps = {};
};

struct Definition {
    std::string id;
    int version = 1;
    /// What a municipality's own definition was copied from, and last compared with.
    struct Origin {
        std::string id;
        int version = 1;
    };
    std::optional<Origin> based_on;
    Sentence title;
    std::optional<Sentence> summary; ///< For whom, and what for.
    UsedAs used_as = UsedAs::shared_log;
    std::string source;
    Evidence evidence = Evidence::uncertain;
    std::string owner; ///< Who keeps the text right.
    Date review_by;
    std::optional<StartRule> start;
    std::vector<Flag> flags;      ///< Every flag that a step names.
    std::vector<NamedDate> dates; ///< Every date that a due rule names.
    std::vector<Stage> stages;    ///< The pathway begins in the first unless the facts say another.

    const Flag* find_flag(std::string_view flag) const;
    const NamedDate* find_date(std::string_view date) const;
    const Stage* find_stage(const StageId& stage) const;
    /// Also a step of a track.
    const Step* find_step(const StepId& step) const;
    const Stage* stage_of(const StepId& step) const;
    const Track* find_track(const TrackId& track) const;
};

/// Every step, those of tracks after the step that has them, in the order of the definition.
std::vector<const Step*> steps_of(const Stage& stage);
std::vector<const Step*> steps_of(const Definition& definition);

} // namespace samvei::pathway
