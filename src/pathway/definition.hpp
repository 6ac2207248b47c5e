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
using AnswerId = std::string;
using SettingName = std::string;

/// How sure a fact is: [V] read, [S] stated in a source document, [K] background knowledge, [U] uncertain.
enum class Evidence { verified, stated, background, uncertain };

enum class StepKind { task, meeting, talk, form, document, decision, consent, referral, message };

enum class DueUnit { calendar_days, weeks, working_days };

/// From what a due date is counted.
enum class DueFrom {
    stage_start, ///< The day the stage was entered.
    step_open,   ///< The day the step (or the one in `of_step`) became the next one.
    pathway_start,
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
    /// With `step_open`: an earlier step of the stage to count from, so that "carry out" and "evaluate"
    /// share one date and both move when the pathway goes back.
    std::optional<StepId> of_step;
};

/// Where an answer leads.
struct Branch {
    AnswerId answer;
    Sentence label;
    enum class Leads { step, stage, end } leads = Leads::step;
    /// A step of the same stage, or a stage; empty for end. Going to a step opens it and all after it
    /// again (repeats); entering a stage opens all its steps.
    std::string to;
};

/// Who may see that a step is there. `staff`: never parents or child, for what must not warn anybody.
enum class ShownTo { everyone, staff };

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
    /// Empty: done leads to the next step of the stage in order.
    std::vector<Branch> answers;
};

/// Something that may be true of a situation and changes which steps there are.
struct Flag {
    std::string id;    ///< "suspicion_of_violence"
    Sentence question; ///< As the person is asked.
};

struct Stage {
    StageId id;
    int level = 0;  ///< BTI level 0..3
    Sentence title; ///< Default name; a municipality may name its levels itself.
    Sentence plain_title;
    Sentence meaning;
    std::vector<Step> steps;
};

struct Definition {
    std::string id;
    int version = 1;
    Sentence title;
    std::string source;
    Evidence evidence = Evidence::uncertain;
    std::string owner; ///< Who keeps the text right.
    Date review_by;
    std::vector<Flag> flags;   ///< Every flag that a step names.
    std::vector<Stage> stages; ///< The pathway begins in the first unless the facts say another.

    const Flag* find_flag(std::string_view flag) const;
    const Stage* find_stage(const StageId& stage) const;
    const Step* find_step(const StepId& step) const;
    const Stage* stage_of(const StepId& step) const;
};

} // namespace samvei::pathway
