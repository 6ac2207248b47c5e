// The first pass: each part alone.

#include "pathway/checker_passes.hpp"
#include "pathway/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace samvei::pathway {

namespace {

/// 2^8 combinations are walked at once; no pathway for people has more than a few flags.
constexpr std::size_t flags_max = 8;
constexpr int level_max = 3;

/// The steps of a stage or of a track: answers lead to steps of the same lane only.
struct Lane {
    const std::vector<Step>& steps;
    const Track* track = nullptr;
    std::string where; ///< "level_1" or "assess.dental"
};

class PartsCheck {
public:
    PartsCheck(const Definition& definition, Date today, std::span<const Role> roles)
        : definition_{definition}, today_{today}, roles_{roles}
    {}

    std::vector<Finding> run()
    {
        check_head();
        check_start();
        for (const Stage& stage : definition_.stages) { check_stage(stage); }
        check_circles();
        return std::move(findings_);
    }

private:
    void add(DefinitionFault fault, std::string where, std::string why)
    {
        findings_.push_back({fault, std::move(where), std::move(why)});
    }
    void check_head();
    void check_flags_and_dates();
    void check_start();
    void check_reasons(const std::vector<Reason>& reasons, std::string_view where);
    void check_stage(const Stage& stage);
    void check_level(const Stage& stage);
    void check_lane(const Lane& lane);
    void check_conditions(const std::vector<Condition>& conditions, const std::string& where);
    void check_step(const Lane& lane, const Step& step);
    void check_texts(const Step& step, const std::string& where);
    void check_dates_of(const Lane& lane, const Step& step, const std::string& where);
    void check_skip(const Step& step, const std::string& where);
    void check_escalations(const Step& step, const std::string& where);
    void check_tracks(const Lane& lane, const Step& step, const std::string& where);
    void check_due(const Lane& lane, const Step& step, const DueRule& rule, const std::string& where);
    void check_role(const std::string& role, const std::string& where);
    void check_flag(const std::optional<std::string>& flag, const std::string& where);
    void check_answers(const Lane& lane, const Step& step, const std::string& where);
    void check_branch(const Lane& lane, const Branch& branch, const std::string& where);
    void check_sentence(const Sentence& sentence, const std::string& where, std::string_view what);
    void check_new(std::set<std::string>& known, const std::string& id, const std::string& where);
    void check_circles();

    const Definition& definition_;
    Date today_;
    std::span<const Role> roles_;
    std::vector<Finding> findings_;
    std::set<std::string> flag_ids_;
    std::set<std::string> date_ids_;
    std::set<std::string> stage_ids_;
    std::set<std::string> step_ids_; ///< And tracks: both may be skipped or gone back to by name.
    std::set<int> levels_;
};

void PartsCheck::check_head()
{
    const std::string& where = definition_.id;
    check_sentence(definition_.title, where, "title");
    if (definition_.summary) { check_sentence(*definition_.summary, where, "summary"); }
    if (definition_.owner.empty()) { add(DefinitionFault::no_owner, where, "Nobody owns this text."); }
    if (definition_.source.empty()) { add(DefinitionFault::no_source, where, "It names no source."); }
    if (definition_.review_by < today_) {
        add(DefinitionFault::review_date_passed, where,
            fmt::format("It was to be reviewed by {}.", text_of(definition_.review_by)));
    }
    if (definition_.stages.empty()) {
        add(DefinitionFault::no_next_step, where, "It has no stage to begin in.");
    }
    check_flags_and_dates();
}

void PartsCheck::check_flags_and_dates()
{
    for (const Flag& flag : definition_.flags) {
        check_new(flag_ids_, flag.id, flag.id);
        check_sentence(flag.question, flag.id, "question");
    }
    if (definition_.flags.size() > flags_max) {
        add(DefinitionFault::unknown_flag, definition_.id,
            fmt::format("More than {} flags cannot be checked.", flags_max));
    }
    for (const NamedDate& date : definition_.dates) {
        check_new(date_ids_, date.id, date.id);
        check_sentence(date.question, date.id, "question");
    }
}

void PartsCheck::check_start()
{
    if (!definition_.start) { return; }
    check_reasons(definition_.start->criteria, "start.criteria");
    check_reasons(definition_.start->not_started_reasons, "start.not_started_reasons");
    if (definition_.start->in_doubt) { check_sentence(*definition_.start->in_doubt, "start", "in_doubt"); }
}

void PartsCheck::check_reasons(const std::vector<Reason>& reasons, std::string_view where)
{
    std::set<std::string> known;
    for (const Reason& reason : reasons) {
        const std::string at = fmt::format("{}.{}", where, reason.id);
        check_new(known, reason.id, at);
        check_sentence(reason.text, at, "text");
    }
}

void PartsCheck::check_stage(const Stage& stage)
{
    check_new(stage_ids_, stage.id, stage.id);
    check_sentence(stage.title, stage.id, "title");
    check_sentence(stage.plain_title, stage.id, "plain_title");
    check_sentence(stage.meaning, stage.id, "meaning");
    check_level(stage);
    check_conditions(stage.entry, stage.id + ".entry");
    check_conditions(stage.exit, stage.id + ".exit");
    check_lane({stage.steps, nullptr, stage.id});
}

void PartsCheck::check_level(const Stage& stage)
{
    if (!stage.level) { return; }
    if (*stage.level < 0 || *stage.level > level_max) {
        add(DefinitionFault::bad_level, stage.id, fmt::format("Levels are 0 to {}.", level_max));
    } else if (definition_.used_as == UsedAs::shared_log && !levels_.insert(*stage.level).second) {
        add(DefinitionFault::bad_level, stage.id, "Two stages are on one level.");
    }
}

void PartsCheck::check_lane(const Lane& lane)
{
    if (lane.steps.empty()) {
        return add(DefinitionFault::no_next_step, lane.where, "There is no step in it.");
    }
    for (const Step& step : lane.steps) { check_step(lane, step); }
    const Step& last = lane.steps.back();
    const std::string where = lane.where + "." + last.id;
    if (last.when_flag || last.unless_flag) {
        add(DefinitionFault::no_next_step, where,
            "A flag can take the last step away: nothing would be next.");
    }
    if (lane.track == nullptr && last.answers.empty()) {
        add(DefinitionFault::dead_end, where,
            "The last step of a stage has answers: nothing says what follows.");
    }
    if (last.shown_to == ShownTo::staff) {
        add(DefinitionFault::no_next_step, where,
            "The family may not see the last step: nothing would be next for them.");
    }
}

void PartsCheck::check_conditions(const std::vector<Condition>& conditions, const std::string& where)
{
    for (const Condition& condition : conditions) {
        check_sentence(condition.text, where, "text");
        const auto gives = [&](const Step* step) { return step->gives_consent == condition.of; };
        bool known = false;
        switch (condition.kind) {
        case Condition::Kind::flag:
        case Condition::Kind::not_flag: known = definition_.find_flag(condition.of) != nullptr; break;
        case Condition::Kind::done: known = definition_.find_step(condition.of) != nullptr; break;
        case Condition::Kind::consent: known = std::ranges::any_of(steps_of(definition_), gives); break;
        }
        if (!known) {
            add(DefinitionFault::bad_condition, where,
                fmt::format("Nothing is called \"{}\".", condition.of));
        }
    }
}

void PartsCheck::check_step(const Lane& lane, const Step& step)
{
    const std::string where = lane.where + "." + step.id;
    check_new(step_ids_, step.id, where);
    check_texts(step, where);
    if (step.source.empty()) { add(DefinitionFault::no_source, where, "It names no source."); }
    if (std::ranges::find(role_words, step.who) == role_words.end()) {
        add(DefinitionFault::no_owner, where, "Nobody that the vocabulary knows owns this step.");
    } else {
        check_role(step.who, where);
    }
    if (step.waits_for) { check_role(*step.waits_for, where); }
    check_flag(step.unless_flag, where);
    check_flag(step.when_flag, where);
    if (step.tracks.empty()) { check_dates_of(lane, step, where); }
    check_skip(step, where);
    check_escalations(step, where);
    check_answers(lane, step, where);
    check_tracks(lane, step, where);
    if (step.gives_consent && (step.kind != StepKind::consent || !step.answers.empty())) {
        add(DefinitionFault::consent_too_late, where,
            "Only a step of the kind consent, without answers, gives one: a no is a step of its own.");
    }
}

void PartsCheck::check_texts(const Step& step, const std::string& where)
{
    check_sentence(step.title, where, "title");
    check_sentence(step.plain_title, where, "plain_title");
    check_sentence(step.what, where, "what");
    check_sentence(step.how, where, "how");
    check_sentence(step.why, where, "why");
    for (const Sentence& tool : step.tools) { check_sentence(tool, where, "tools"); }
    for (const ArenaText& text : step.arenas) {
        if (text.how) { check_sentence(*text.how, where + "." + text.arena, "how"); }
        for (const Sentence& tool : text.tools) { check_sentence(tool, where + "." + text.arena, "tools"); }
    }
}

void PartsCheck::check_dates_of(const Lane& lane, const Step& step, const std::string& where)
{
    if (step.due) { check_due(lane, step, *step.due, where); }
    if (step.repeat_every) { check_due(lane, step, *step.repeat_every, where); }
    const bool always_known = step.due && step.due->from != DueFrom::date &&
                              step.due->from != DueFrom::step_done;
    const bool rule_dates = always_known && step.due->count;
    if (rule_dates || step.dated_by == DatedBy::person) { return; }
    add(DefinitionFault::endless_wait, where,
        step.waits_for ? "It waits for somebody and nothing dates it: say \"dated_by\": \"person\"."
                       : "No number dates the step and no person is to: say \"dated_by\": \"person\".");
}

void PartsCheck::check_due(const Lane& lane, const Step& step, const DueRule& rule, const std::string& where)
{
    if (rule.count && *rule.count < 0) {
        add(DefinitionFault::due_negative, where, "It would be due before it began.");
    }
    if (rule.date && definition_.find_date(*rule.date) == nullptr) {
        add(DefinitionFault::unknown_date, where, fmt::format("No date is called \"{}\".", *rule.date));
    }
    if (!rule.of_step) { return; }
    if (rule.from == DueFrom::step_done) {
        if (definition_.find_step(*rule.of_step) == nullptr) {
            add(DefinitionFault::leads_nowhere, where,
                fmt::format("The due rule counts from \"{}\", which is no step.", *rule.of_step));
        }
        return;
    }
    const auto own = std::ranges::find(lane.steps, step.id, &Step::id);
    if (std::ranges::find(lane.steps.begin(), own, *rule.of_step, &Step::id) == own) {
        add(DefinitionFault::leads_nowhere, where,
            fmt::format("The due rule counts from \"{}\", no earlier step of this stage.", *rule.of_step));
    }
}

void PartsCheck::check_skip(const Step& step, const std::string& where)
{
    if (step.may_skip && !step.answers.empty()) {
        add(DefinitionFault::bad_skip, where,
            "A step with answers cannot be skipped: nothing says what follows.");
    }
}

void PartsCheck::check_escalations(const Step& step, const std::string& where)
{
    // Compared on one day far from any holiday: working days and calendar days can follow each other.
    const Date day = *samvei::find_date(2026, 9, 7);
    Date before = day;
    for (const Escalation& escalation : step.escalate) {
        check_role(escalation.to, where);
        const Date after =
            day.plus_days(escalation.unit == DueUnit::weeks ? escalation.after * 7 : escalation.after);
        if (escalation.after < 1 || after <= before) {
            add(DefinitionFault::bad_escalation, where,
                "Each escalation comes later than the one before it.");
        }
        before = after;
    }
}

void PartsCheck::check_tracks(const Lane& lane, const Step& step, const std::string& where)
{
    if (step.tracks.empty()) { return; }
    if (lane.track != nullptr) {
        add(DefinitionFault::bad_track, where, "A track's step has no tracks of its own.");
    }
    if (!step.answers.empty()) {
        add(DefinitionFault::bad_track, where,
            "A step with tracks has no answers: it is done when they are.");
    }
    if (step.shown_to == ShownTo::staff) {
        add(DefinitionFault::bad_track, where, "A step with tracks is for everyone; hide single steps.");
    }
    for (const Track& track : step.tracks) {
        const std::string at = where + "." + track.id;
        check_new(step_ids_, track.id, at);
        check_sentence(track.title, at, "title");
        check_sentence(track.plain_title, at, "plain_title");
        check_flag(track.when_flag, at);
        check_flag(track.unless_flag, at);
        check_lane({track.steps, &track, at});
    }
}

void PartsCheck::check_role(const std::string& role, const std::string& where)
{
    if (roles_.empty()) { return; }
    const auto known = std::ranges::find(roles_, role, &Role::id);
    if (known == roles_.end() || (known->unit_kinds.empty() && !known->family)) {
        add(DefinitionFault::role_unfilled, where, fmt::format("No kind of unit can be \"{}\".", role));
    }
}

void PartsCheck::check_flag(const std::optional<std::string>& flag, const std::string& where)
{
    if (flag && definition_.find_flag(*flag) == nullptr) {
        add(DefinitionFault::unknown_flag, where, fmt::format("No flag is called \"{}\".", *flag));
    }
}

void PartsCheck::check_answers(const Lane& lane, const Step& step, const std::string& where)
{
    if (step.kind == StepKind::decision && step.answers.size() < 2) {
        add(DefinitionFault::answer_missing, where, "A decision has at least two answers.");
    }
    std::set<std::string> known;
    for (const Branch& branch : step.answers) {
        const std::string at = where + "." + branch.answer;
        check_new(known, branch.answer, at);
        check_sentence(branch.label, at, "label");
        check_branch(lane, branch, at);
    }
}

void PartsCheck::check_branch(const Lane& lane, const Branch& branch, const std::string& where)
{
    switch (branch.leads) {
    case Branch::Leads::end:
    case Branch::Leads::pathway:
        if (lane.track != nullptr) {
            add(DefinitionFault::bad_track, where, "From a track nothing ends the whole pathway.");
        }
        return;
    case Branch::Leads::track_end:
        if (lane.track == nullptr) {
            add(DefinitionFault::bad_track, where, "There is no track to end here.");
        }
        return;
    case Branch::Leads::stage:
        if (lane.track != nullptr) {
            add(DefinitionFault::bad_track, where, "From a track no answer leads to a stage.");
        } else if (definition_.find_stage(branch.to) == nullptr) {
            add(DefinitionFault::leads_nowhere, where, fmt::format("There is no stage \"{}\".", branch.to));
        }
        return;
    case Branch::Leads::step:
        if (std::ranges::find(lane.steps, branch.to, &Step::id) == lane.steps.end()) {
            add(DefinitionFault::leads_nowhere, where,
                fmt::format("There is no step \"{}\" in this {}.", branch.to,
                            lane.track == nullptr ? "stage" : "track"));
        }
        return;
    }
}

void PartsCheck::check_sentence(const Sentence& sentence, const std::string& where, std::string_view what)
{
    for (const Language language : all_languages) {
        if (!sentence.in(language).empty()) { continue; }
        add(DefinitionFault::translation_missing, where,
            fmt::format("\"{}\" is missing in \"{}\".", what, code_of(language)));
    }
}

void PartsCheck::check_new(std::set<std::string>& known, const std::string& id, const std::string& where)
{
    if (id.empty() || !known.insert(id).second) {
        add(DefinitionFault::duplicate_id, where, "This id is empty or stands twice.");
    }
}

/// A date that is counted from a step that is dated by a date that is counted from it.
void PartsCheck::check_circles()
{
    const auto counts_from = [&](const Step* step) -> const Step* {
        const bool of_step = step->due && step->due->from == DueFrom::step_done && step->due->of_step;
        return of_step ? definition_.find_step(*step->due->of_step) : nullptr;
    };
    const std::vector<const Step*> all = steps_of(definition_);
    for (const Step* step : all) {
        const Step* at = counts_from(step);
        for (std::size_t hops = 0; at != nullptr && at != step && hops < all.size(); ++hops) {
            at = counts_from(at);
        }
        if (at == step) {
            add(DefinitionFault::due_circular, definition_.stage_of(step->id)->id + "." + step->id,
                "Its date is counted from a step whose date is counted from it.");
        }
    }
}

} // namespace

std::vector<Finding> check_parts(const Definition& definition, Date today, std::span<const Role> roles)
{
    return PartsCheck{definition, today, roles}.run();
}

} // namespace samvei::pathway
