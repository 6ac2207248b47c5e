// Two passes: first each part alone (ids, texts, owners, dates, where answers lead); then, when that is
// sound, the ways through: for every combination of flags everything can be reached and reaches the end.

#include "pathway/checker.hpp"

#include "pathway/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace samvei::pathway {

std::string_view name_of(DefinitionFault fault)
{
    switch (fault) {
    case DefinitionFault::bad_json: return "bad_json";
    case DefinitionFault::unknown_word: return "unknown_word";
    case DefinitionFault::missing_field: return "missing_field";
    case DefinitionFault::wrong_type: return "wrong_type";
    case DefinitionFault::duplicate_id: return "duplicate_id";
    case DefinitionFault::unreachable: return "unreachable";
    case DefinitionFault::dead_end: return "dead_end";
    case DefinitionFault::endless_wait: return "endless_wait";
    case DefinitionFault::leads_nowhere: return "leads_nowhere";
    case DefinitionFault::answer_missing: return "answer_missing";
    case DefinitionFault::no_owner: return "no_owner";
    case DefinitionFault::no_next_step: return "no_next_step";
    case DefinitionFault::due_negative: return "due_negative";
    case DefinitionFault::translation_missing: return "translation_missing";
    case DefinitionFault::review_date_passed: return "review_date_passed";
    case DefinitionFault::no_source: return "no_source";
    case DefinitionFault::unknown_flag: return "unknown_flag";
    case DefinitionFault::unknown_setting: return "unknown_setting";
    case DefinitionFault::scenario_failed: return "scenario_failed";
    case DefinitionFault::unused_content: return "unused_content";
    }
    return "";
}

namespace {

/// 2^8 combinations are walked at once; no pathway for people has more than a few flags.
constexpr std::size_t flags_max = 8;

/// The first pass.
class PartsCheck {
public:
    PartsCheck(const Definition& definition, Date today) : definition_{definition}, today_{today} {}

    std::vector<Finding> run()
    {
        check_head();
        for (const Stage& stage : definition_.stages) { check_stage(stage); }
        return std::move(findings_);
    }

private:
    void add(DefinitionFault fault, std::string where, std::string why)
    {
        findings_.push_back({fault, std::move(where), std::move(why)});
    }
    void check_head();
    void check_stage(const Stage& stage);
    void check_step(const Stage& stage, const Step& step);
    void check_due(const Stage& stage, const Step& step, const DueRule& rule);
    void check_flag(const std::optional<std::string>& flag, const std::string& where);
    void check_answers(const Stage& stage, const Step& step);
    void check_branch(const Stage& stage, const Branch& branch, const std::string& where);
    void check_sentence(const Sentence& sentence, const std::string& where, std::string_view what);
    void check_new(std::set<std::string>& known, const std::string& id, const std::string& where);

    const Definition& definition_;
    Date today_;
    std::vector<Finding> findings_;
    std::set<std::string> flag_ids_;
    std::set<std::string> stage_ids_;
    std::set<std::string> step_ids_;
};

void PartsCheck::check_head()
{
    const std::string& where = definition_.id;
    check_sentence(definition_.title, where, "title");
    if (definition_.owner.empty()) { add(DefinitionFault::no_owner, where, "Nobody owns this text."); }
    if (definition_.source.empty()) { add(DefinitionFault::no_source, where, "It names no source."); }
    if (definition_.review_by < today_) {
        add(DefinitionFault::review_date_passed, where,
            fmt::format("It was to be reviewed by {}.", text_of(definition_.review_by)));
    }
    if (definition_.stages.empty()) {
        add(DefinitionFault::no_next_step, where, "It has no stage to begin in.");
    }
    for (const Flag& flag : definition_.flags) {
        check_new(flag_ids_, flag.id, flag.id);
        check_sentence(flag.question, flag.id, "question");
    }
    if (definition_.flags.size() > flags_max) {
        add(DefinitionFault::unknown_flag, where,
            fmt::format("More than {} flags cannot be checked.", flags_max));
    }
}

void PartsCheck::check_stage(const Stage& stage)
{
    check_new(stage_ids_, stage.id, stage.id);
    check_sentence(stage.title, stage.id, "title");
    check_sentence(stage.plain_title, stage.id, "plain_title");
    check_sentence(stage.meaning, stage.id, "meaning");
    if (stage.steps.empty()) {
        add(DefinitionFault::no_next_step, stage.id, "The stage has no step.");
        return;
    }
    for (const Step& step : stage.steps) { check_step(stage, step); }
    const Step& last = stage.steps.back();
    if (last.when_flag || last.unless_flag || last.shown_to == ShownTo::staff) {
        add(DefinitionFault::no_next_step, stage.id + "." + last.id,
            "The last step of a stage can be left out or hidden, and then nothing is next.");
    } else if (last.answers.empty()) {
        add(DefinitionFault::dead_end, stage.id + "." + last.id,
            "The last step of a stage has no answers, so it leads nowhere.");
    }
}

void PartsCheck::check_step(const Stage& stage, const Step& step)
{
    const std::string where = stage.id + "." + step.id;
    check_new(step_ids_, step.id, where);
    check_sentence(step.title, where, "title");
    check_sentence(step.plain_title, where, "plain_title");
    check_sentence(step.what, where, "what");
    check_sentence(step.how, where, "how");
    check_sentence(step.why, where, "why");
    for (const Sentence& tool : step.tools) { check_sentence(tool, where, "tools"); }
    if (std::ranges::find(role_words, step.who) == role_words.end()) {
        add(DefinitionFault::no_owner, where, "Nobody owns the step.");
    }
    if (step.source.empty()) { add(DefinitionFault::no_source, where, "The step names no source."); }
    check_flag(step.unless_flag, where);
    check_flag(step.when_flag, where);
    if (step.due) { check_due(stage, step, *step.due); }
    if (step.repeat_every) { check_due(stage, step, *step.repeat_every); }
    const bool rule_dates = step.due && step.due->count;
    if (!rule_dates && step.dated_by == DatedBy::rule) {
        add(DefinitionFault::endless_wait, where,
            "No number dates the step and no person is to: say \"dated_by\": \"person\".");
    }
    check_answers(stage, step);
}

void PartsCheck::check_due(const Stage& stage, const Step& step, const DueRule& rule)
{
    const std::string where = stage.id + "." + step.id;
    if (rule.count && *rule.count < 0) {
        add(DefinitionFault::due_negative, where, "It would be due before it began.");
    }
    if (!rule.of_step) { return; }
    const auto own = std::ranges::find(stage.steps, step.id, &Step::id);
    if (std::ranges::find(stage.steps.begin(), own, *rule.of_step, &Step::id) == own) {
        add(DefinitionFault::leads_nowhere, where,
            fmt::format("The due rule counts from \"{}\", no earlier step of this stage.", *rule.of_step));
    }
}

void PartsCheck::check_flag(const std::optional<std::string>& flag, const std::string& where)
{
    if (flag && definition_.find_flag(*flag) == nullptr) {
        add(DefinitionFault::unknown_flag, where, fmt::format("No flag is called \"{}\".", *flag));
    }
}

void PartsCheck::check_answers(const Stage& stage, const Step& step)
{
    const std::string where = stage.id + "." + step.id;
    if (step.kind == StepKind::decision && step.answers.size() < 2) {
        add(DefinitionFault::answer_missing, where, "A decision has at least two answers.");
    }
    std::set<std::string> known;
    for (const Branch& branch : step.answers) {
        const std::string at = where + "." + branch.answer;
        check_new(known, branch.answer, at);
        check_sentence(branch.label, at, "label");
        check_branch(stage, branch, at);
    }
}

void PartsCheck::check_branch(const Stage& stage, const Branch& branch, const std::string& where)
{
    switch (branch.leads) {
    case Branch::Leads::end: return;
    case Branch::Leads::stage:
        if (definition_.find_stage(branch.to) == nullptr) {
            add(DefinitionFault::leads_nowhere, where, fmt::format("There is no stage \"{}\".", branch.to));
        }
        return;
    case Branch::Leads::step:
        if (definition_.stage_of(branch.to) != &stage) {
            add(DefinitionFault::leads_nowhere, where,
                fmt::format("There is no step \"{}\" in this stage.", branch.to));
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

/// The second pass: the ways through. Steps are counted through all stages.
class WaysCheck {
public:
    explicit WaysCheck(const Definition& definition) : definition_{definition}
    {
        for (const Stage& stage : definition.stages) {
            first_of_[stage.id] = steps_.size();
            for (const Step& step : stage.steps) { steps_.push_back({&stage, &step}); }
        }
        seen_.resize(steps_.size());
        stuck_.resize(steps_.size());
    }

    std::vector<Finding> run()
    {
        const std::size_t combinations = std::size_t{1} << definition_.flags.size();
        for (std::size_t flags = 0; flags < combinations; ++flags) { walk(flags); }
        std::vector<Finding> findings;
        for (std::size_t at = 0; at < steps_.size(); ++at) {
            const std::string where = steps_[at].stage->id + "." + steps_[at].step->id;
            if (!seen_[at]) {
                findings.push_back({DefinitionFault::unreachable, where, "No way leads to this step."});
            } else if (stuck_[at]) {
                findings.push_back(
                    {DefinitionFault::dead_end, where, "From this step no way leads to the end."});
            }
        }
        return findings;
    }

private:
    struct At {
        const Stage* stage;
        const Step* step;
    };

    bool up(std::size_t flags, const std::string& flag) const
    {
        const auto found = definition_.find_flag(flag) - definition_.flags.data();
        return ((flags >> found) & 1U) != 0;
    }
    bool present(std::size_t at, std::size_t flags) const
    {
        const Step& step = *steps_[at].step;
        if (step.unless_flag && up(flags, *step.unless_flag)) { return false; }
        return !step.when_flag || up(flags, *step.when_flag);
    }
    /// The first step from `at` on that is there; the last step of a stage always is.
    std::size_t there(std::size_t at, std::size_t flags) const
    {
        while (!present(at, flags)) { ++at; }
        return at;
    }
    void walk(std::size_t flags);
    std::vector<std::size_t> ways_from(std::size_t at, std::size_t flags, bool& ends) const;
    void mark_stuck(const std::vector<std::vector<std::size_t>>& ways, const std::set<std::size_t>& ending,
                    const std::vector<bool>& reached);

    const Definition& definition_;
    std::vector<At> steps_;
    std::map<StageId, std::size_t> first_of_;
    std::vector<bool> seen_;
    std::vector<bool> stuck_;
};

std::vector<std::size_t> WaysCheck::ways_from(std::size_t at, std::size_t flags, bool& ends) const
{
    const auto& [stage, step] = steps_[at];
    if (step->answers.empty()) { return {there(at + 1, flags)}; }
    std::vector<std::size_t> ways;
    for (const Branch& branch : step->answers) {
        switch (branch.leads) {
        case Branch::Leads::end: ends = true; break;
        case Branch::Leads::stage: ways.push_back(there(first_of_.at(branch.to), flags)); break;
        case Branch::Leads::step: {
            const auto to = std::ranges::find(stage->steps, branch.to, &Step::id);
            const auto offset = static_cast<std::size_t>(to - stage->steps.begin());
            ways.push_back(there(first_of_.at(stage->id) + offset, flags));
            break;
        }
        }
    }
    return ways;
}

void WaysCheck::walk(std::size_t flags)
{
    std::vector<std::vector<std::size_t>> ways(steps_.size());
    std::set<std::size_t> ending;
    std::vector<bool> reached(steps_.size());
    std::vector<std::size_t> waiting{there(0, flags)};
    while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        if (reached[at]) { continue; }
        reached[at] = true;
        seen_[at] = true;
        bool ends = false;
        ways[at] = ways_from(at, flags, ends);
        if (ends) { ending.insert(at); }
        waiting.insert(waiting.end(), ways[at].begin(), ways[at].end());
    }
    mark_stuck(ways, ending, reached);
}

void WaysCheck::mark_stuck(const std::vector<std::vector<std::size_t>>& ways,
                           const std::set<std::size_t>& ending, const std::vector<bool>& reached)
{
    std::set<std::size_t> free = ending;
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t at = 0; at < ways.size(); ++at) {
            const auto leads_out = [&](std::size_t to) { return free.contains(to); };
            if (std::ranges::any_of(ways[at], leads_out)) { grew |= free.insert(at).second; }
        }
    }
    for (std::size_t at = 0; at < ways.size(); ++at) {
        if (reached[at] && !free.contains(at)) { stuck_[at] = true; }
    }
}

} // namespace

std::vector<Finding> check_definition(const Definition& definition, Date today)
{
    std::vector<Finding> findings = PartsCheck{definition, today}.run();
    if (!findings.empty()) { return findings; }
    return WaysCheck{definition}.run();
}

} // namespace samvei::pathway
