// What each kind of fact does to a pathway.

#include "pathway/replay.hpp"

#include <algorithm>

namespace samvei::pathway {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

Error not_known(std::string_view field)
{
    return Error{std::vector{FieldFault{std::string{field}, FaultCode::not_known}}};
}

} // namespace

Replay::Replay(const Definition& definition, const Facts& facts, const FindDefinition& find)
    : definition_{&definition}, facts_{facts}, find_{find}, last_on_{facts.started_on}
{
    lay_out(definition);
}

Result<Done> Replay::start()
{
    const std::size_t first = index_of(facts_.started_in);
    if (first == nowhere) { return Error{ErrorCode::level_not_moved, "no such stage to start in"}; }
    enter(first, facts_.started_on);
    return Done{};
}

Result<Done> Replay::apply(const Fact& fact)
{
    return std::visit(
        [this](const auto& one) {
            check(one.on >= last_on_, "facts are in the order of their days");
            last_on_ = one.on;
            return apply_one(one);
        },
        fact);
}

Result<Done> Replay::apply_one(const StepDone& fact)
{
    Cursor* const cursor = find_cursor(fact.step);
    if (cursor == nullptr) { return Error{ErrorCode::step_not_next, "step done that is not open"}; }
    const Step& done = step_at(*cursor);
    const auto branch = std::ranges::find(done.answers, fact.answer, &Branch::answer);
    const bool known = done.answers.empty() ? fact.answer.empty() : branch != done.answers.end();
    if (!known) { return Error{ErrorCode::answer_not_known, "the step has no such answer"}; }

    StepMemory& memory = memory_at(*cursor);
    memory.done = true;
    memory.done_on = fact.on;
    memory.answer = fact.answer;
    ++memory.times_done;
    if (done.answers.empty()) {
        go_on_after(cursor->lane, cursor->at, fact.on);
    } else {
        follow(Cursor{*cursor}, *branch, fact.on);
    }
    return Done{};
}

Result<Done> Replay::apply_one(const StageMoved& fact)
{
    if (ended_) { return Error{ErrorCode::follow_up_closed, "moved after the end"}; }
    const std::size_t to = index_of(fact.stage);
    if (to == nowhere || to == stage_) {
        return Error{ErrorCode::level_not_moved, "no such stage, or already there"};
    }
    enter(to, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const DueSet& fact)
{
    Cursor* const cursor = find_cursor(fact.step);
    if (cursor == nullptr) { return Error{ErrorCode::step_not_next, "dated a step that is not open"}; }
    if (fact.due_on < fact.on) { return Error{ErrorCode::date_in_past, "due before the day it was set"}; }
    cursor->due_set = fact.due_on;
    return Done{};
}

Result<Done> Replay::apply_one(const FlagRaised& fact)
{
    if (definition_->find_flag(fact.flag) == nullptr) { return not_known("flag"); }
    change_flags(fact.flag, true, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const FlagLowered& fact)
{
    if (definition_->find_flag(fact.flag) == nullptr) { return not_known("flag"); }
    change_flags(fact.flag, false, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const Skipped& fact)
{
    if (ended_) { return Error{ErrorCode::step_not_next, "skipped after the end"}; }
    if (in_tracks()) {
        const auto [first, last] = open_track_lanes();
        for (std::size_t lane = first; lane < last; ++lane) {
            if (lanes_[lane].track->id != fact.what) { continue; }
            const bool open = std::ranges::find(tracks_, lane, &Cursor::lane) != tracks_.end();
            if (!open) { return Error{ErrorCode::step_not_next, "the track is not open"}; }
            if (!lanes_[lane].track->may_skip) { return Error{ErrorCode::step_not_skippable, "a track"}; }
            lanes_[lane].skipped = true;
            close_track(lane, fact.on);
            return Done{};
        }
    }
    const bool whole = in_tracks() && step_at(main_).id == fact.what;
    Cursor* const cursor = whole ? &main_ : find_cursor(fact.what);
    if (cursor == nullptr) { return Error{ErrorCode::step_not_next, "skipped what is not open"}; }
    if (!step_at(*cursor).may_skip || !step_at(*cursor).answers.empty()) {
        return Error{ErrorCode::step_not_skippable, "this step is not to be skipped"};
    }
    StepMemory& memory = memory_at(*cursor);
    memory.passed_over = true;
    memory.skipped = true;
    go_on_after(cursor->lane, cursor->at, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const WentBack& fact)
{
    const Error not_before{ErrorCode::step_not_done_before, "nothing to go back to"};
    if (ended_) { return Error{ErrorCode::follow_up_closed, "went back after the end"}; }
    const auto find_in = [&](std::size_t lane, std::size_t end) -> std::optional<std::size_t> {
        for (std::size_t at = 0; at < end; ++at) {
            const StepMemory& memory = lanes_[lane].memory[at];
            const bool before = (memory.done || memory.skipped) && present((*lanes_[lane].steps)[at]);
            if (before && (*lanes_[lane].steps)[at].id == fact.to) { return at; }
        }
        return std::nullopt;
    };
    if (const auto at = find_in(main_.lane, main_.at)) {
        go_back_to(main_.lane, *at, fact.on);
        return Done{};
    }
    if (!in_tracks()) { return not_before; }
    const auto [first, last] = open_track_lanes();
    for (std::size_t lane = first; lane < last; ++lane) {
        if (!present(*lanes_[lane].track)) { continue; }
        const bool over = lanes_[lane].finished || lanes_[lane].skipped;
        const auto start = over && lanes_[lane].track->id == fact.to
                               ? std::optional<std::size_t>{0}
                               : find_in(lane, lanes_[lane].steps->size());
        if (!start) { continue; }
        go_back_to(lane, *start, fact.on);
        return Done{};
    }
    return not_before;
}

Result<Done> Replay::apply_one(const DateRecorded& fact)
{
    if (definition_->find_date(fact.date) == nullptr) { return not_known("date"); }
    dates_[fact.date] = fact.day;
    return Done{};
}

Result<Done> Replay::apply_one(const PathwayMoved& fact)
{
    if (ended_ && continues_in_.empty()) { return Error{ErrorCode::follow_up_closed, "moved after the end"}; }
    const Definition* const to = find_ ? find_(fact.pathway, fact.version) : nullptr;
    if (to == nullptr) { return Error{ErrorCode::version_not_known, "no such definition"}; }
    const Stage* const stage = to->find_stage(fact.stage);
    if (stage == nullptr) { return Error{ErrorCode::level_not_moved, "no such stage there"}; }
    const auto step = std::ranges::find(stage->steps, fact.step, &Step::id);
    if (!fact.step.empty() && step == stage->steps.end()) {
        return Error{ErrorCode::step_not_next, "no such step there"};
    }
    ended_ = false;
    continues_in_.clear();
    const Definition& from = *definition_;
    const std::vector<StageMemory> been_in = std::move(stages_);
    std::vector<Lane> old = std::move(lanes_);
    definition_ = to;
    lay_out(*to);
    for (std::size_t at = 0; at < been_in.size(); ++at) {
        const std::size_t same = index_of(from.stages[at].id);
        if (same != nowhere) { stages_[same].entered_on = been_in[at].entered_on; }
    }
    std::erase_if(flags_, [&](const std::string& flag) { return to->find_flag(flag) == nullptr; });
    std::erase_if(dates_, [&](const auto& date) { return to->find_date(date.first) == nullptr; });
    carry_over(old);
    stage_ = index_of(fact.stage);
    if (fact.step.empty()) {
        enter(stage_, fact.on);
        return Done{};
    }
    stages_[stage_].entered_on = fact.on;
    main_ = Cursor{stages_[stage_].lane, 0, fact.on, {}, false};
    const auto at = static_cast<std::size_t>(step - stage->steps.begin());
    reset(main_.lane, at);
    open_main_after(at, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const Ended&)
{
    if (ended_) { return Error{ErrorCode::follow_up_closed, "ended twice"}; }
    ended_ = true;
    return Done{};
}

Result<Done> Replay::apply_one(const Reopened& fact)
{
    if (!ended_) { return Error{ErrorCode::follow_up_open, "reopened while open"}; }
    const std::size_t to = index_of(fact.stage);
    if (to == nowhere) { return Error{ErrorCode::level_not_moved, "no such stage to reopen in"}; }
    ended_ = false;
    continues_in_.clear();
    enter(to, fact.on);
    return Done{};
}

} // namespace samvei::pathway
