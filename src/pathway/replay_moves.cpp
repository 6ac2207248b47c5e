// Moving: entering stages, opening steps, tracks beside each other, flags that take steps away and bring
// them.

#include "pathway/replay.hpp"

#include <algorithm>

namespace samvei::pathway {

void Replay::lay_out(const Definition& definition)
{
    lanes_.clear();
    stages_.clear();
    tracks_.clear();
    for (const Stage& stage : definition.stages) {
        stages_.push_back({lanes_.size(), {}});
        add_lane(stage.steps, nullptr);
        const std::size_t lane = lanes_.size() - 1;
        for (std::size_t at = 0; at < stage.steps.size(); ++at) {
            lanes_[lane].tracks_from[at] = lanes_.size();
            for (const Track& track : stage.steps[at].tracks) { add_lane(track.steps, &track); }
        }
    }
}

void Replay::add_lane(const std::vector<Step>& steps, const Track* track)
{
    lanes_.push_back({&steps, track, std::vector<StepMemory>(steps.size()),
                      std::vector<std::size_t>(steps.size()), false, false});
}

std::size_t Replay::index_of(const StageId& stage) const
{
    const Stage* const found = definition_->find_stage(stage);
    if (found == nullptr) { return static_cast<std::size_t>(-1); }
    return static_cast<std::size_t>(found - definition_->stages.data());
}

bool Replay::present(const std::optional<std::string>& when, const std::optional<std::string>& unless) const
{
    if (unless && flags_.contains(*unless)) { return false; }
    return !when || flags_.contains(*when);
}

std::optional<std::size_t> Replay::first_open(std::size_t lane, std::size_t from) const
{
    const Lane& of = lanes_[lane];
    for (std::size_t at = from; at < of.memory.size(); ++at) {
        const StepMemory& memory = of.memory[at];
        if (present((*of.steps)[at]) && !memory.done && !memory.passed_over) { return at; }
    }
    return std::nullopt;
}

void Replay::reset(std::size_t lane, std::size_t from)
{
    lanes_[lane].finished = false;
    lanes_[lane].skipped = false;
    for (std::size_t at = from; at < lanes_[lane].memory.size(); ++at) {
        StepMemory& memory = lanes_[lane].memory[at];
        memory.done = false;
        memory.passed_over = false;
        memory.skipped = false;
        memory.opened_on.reset();
        const std::size_t tracks = (*lanes_[lane].steps)[at].tracks.size();
        for (std::size_t track = 0; track < tracks; ++track) {
            reset(lanes_[lane].tracks_from[at] + track, 0);
        }
    }
}

void Replay::enter(std::size_t stage, Date on)
{
    stage_ = stage;
    stages_[stage].entered_on = on;
    main_ = Cursor{stages_[stage].lane, 0, on, {}, false};
    reset(main_.lane, 0);
    open_main_after(0, on);
}

void Replay::open_in(Cursor& cursor, std::size_t at, Date on)
{
    cursor.at = at;
    cursor.open_since = on;
    cursor.due_set.reset();
    cursor.repeating = false;
    memory_at(cursor).opened_on = on;
}

void Replay::open_main(std::size_t at, Date on)
{
    tracks_.clear();
    open_in(main_, at, on);
    if (in_tracks()) { open_tracks(on); }
}

void Replay::open_main_after(std::size_t at, Date on)
{
    const std::optional<std::size_t> open = first_open(main_.lane, at);
    check(open.has_value(), "an open pathway has a next step; the checker refuses what has none");
    open_main(*open, on);
}

std::pair<std::size_t, std::size_t> Replay::open_track_lanes() const
{
    const std::size_t first = main_lane().tracks_from[main_.at];
    return {first, first + step_at(main_).tracks.size()};
}

void Replay::open_tracks(Date on)
{
    const auto [first, last] = open_track_lanes();
    for (std::size_t lane = first; lane < last; ++lane) {
        if (!lanes_[lane].finished && !lanes_[lane].skipped && present(*lanes_[lane].track)) {
            open_track(lane, on);
        }
    }
    finish_if_all_tracks_are(on);
}

void Replay::open_track(std::size_t lane, Date on)
{
    const std::optional<std::size_t> at = first_open(lane, 0);
    if (!at) {
        lanes_[lane].finished = true;
        return;
    }
    const auto place = std::ranges::lower_bound(tracks_, lane, {}, &Cursor::lane);
    open_in(*tracks_.insert(place, Cursor{lane, *at, on, {}, false}), *at, on);
}

void Replay::go_on_after(std::size_t lane, std::size_t at, Date on)
{
    if (lane == main_.lane) {
        open_main_after(at + 1, on);
        return;
    }
    if (const std::optional<std::size_t> next = first_open(lane, at + 1)) {
        open_in(*std::ranges::find(tracks_, lane, &Cursor::lane), *next, on);
    } else {
        finish_track(lane, on);
    }
}

void Replay::finish_track(std::size_t lane, Date on)
{
    lanes_[lane].finished = true;
    close_track(lane, on);
}

void Replay::close_track(std::size_t lane, Date on)
{
    std::erase_if(tracks_, [&](const Cursor& cursor) { return cursor.lane == lane; });
    finish_if_all_tracks_are(on);
}

void Replay::finish_if_all_tracks_are(Date on)
{
    if (!tracks_.empty()) { return; }
    StepMemory& memory = memory_at(main_);
    memory.done = true;
    memory.done_on = on;
    memory.answer = "";
    ++memory.times_done;
    open_main_after(main_.at + 1, on);
}

void Replay::go_to_step(std::size_t lane, const StepId& to, Date on)
{
    Cursor& cursor = lane == main_.lane ? main_ : *std::ranges::find(tracks_, lane, &Cursor::lane);
    const std::size_t from = cursor.at;
    const std::vector<Step>& steps = *lanes_[lane].steps;
    const auto target = std::ranges::find(steps, to, &Step::id);
    check(target != steps.end(), "a branch leads to a step of its stage or track");
    const auto first = static_cast<std::size_t>(target - steps.begin());
    for (std::size_t at = from + 1; at < first; ++at) { lanes_[lane].memory[at].passed_over = true; }
    reset(lane, first);
    const std::optional<std::size_t> open = first_open(lane, first);
    if (lane != main_.lane && !open) { return finish_track(lane, on); }
    check(open.has_value(), "a stage's last step is always there");
    const bool repeating = *open == from;
    if (lane == main_.lane) {
        open_main(*open, on);
    } else {
        open_in(cursor, *open, on);
    }
    cursor.repeating = repeating;
}

void Replay::go_back_to(std::size_t lane, std::size_t at, Date on)
{
    reset(lane, at);
    if (lane == main_.lane) { return open_main_after(at, on); }
    std::erase_if(tracks_, [&](const Cursor& cursor) { return cursor.lane == lane; });
    open_track(lane, on);
    finish_if_all_tracks_are(on);
}

void Replay::follow(const Cursor& from, const Branch& branch, Date on)
{
    switch (branch.leads) {
    case Branch::Leads::step: go_to_step(from.lane, branch.to, on); return;
    case Branch::Leads::stage: {
        check(definition_->find_stage(branch.to) != nullptr, "a branch leads to a stage that exists");
        enter(index_of(branch.to), on);
        return;
    }
    case Branch::Leads::track_end: finish_track(from.lane, on); return;
    case Branch::Leads::pathway: continues_in_ = branch.to; [[fallthrough]];
    case Branch::Leads::end: ended_ = true; return;
    }
}

std::vector<Cursor> Replay::open_cursors() const
{
    if (ended_) { return {}; }
    return in_tracks() ? tracks_ : std::vector{main_};
}

Cursor* Replay::find_cursor(std::string_view step)
{
    if (ended_) { return nullptr; }
    if (!in_tracks()) { return step_at(main_).id == step ? &main_ : nullptr; }
    const auto found =
        std::ranges::find_if(tracks_, [&](const Cursor& one) { return step_at(one).id == step; });
    return found == tracks_.end() ? nullptr : &*found;
}

Replay::Presence Replay::presence() const
{
    Presence there;
    there.reserve(lanes_.size());
    for (const Lane& lane : lanes_) {
        std::vector<bool> steps;
        for (const Step& step : *lane.steps) { steps.push_back(present(step)); }
        steps.push_back(lane.track == nullptr || present(*lane.track));
        there.push_back(std::move(steps));
    }
    return there;
}

void Replay::change_flags(const std::string& flag, bool up, Date on)
{
    const Presence before = presence();
    if (up) {
        flags_.insert(flag);
    } else {
        flags_.erase(flag);
    }
    if (!ended_) { meet_flags(before, on); }
}

std::optional<std::size_t> Replay::brought_in(std::size_t lane, std::size_t before_step,
                                              const Presence& before) const
{
    for (std::size_t at = 0; at < before_step; ++at) {
        const bool new_here = present((*lanes_[lane].steps)[at]) && !before[lane][at];
        if (new_here && !lanes_[lane].memory[at].done) { return at; }
    }
    return std::nullopt;
}

void Replay::meet_flags(const Presence& before, Date on)
{
    if (const auto at = brought_in(main_.lane, main_.at, before)) { return open_main(*at, on); }
    if (!present(step_at(main_))) { return open_main_after(main_.at, on); }
    if (in_tracks()) { meet_flags_in_tracks(before, on); }
}

void Replay::meet_flags_in_tracks(const Presence& before, Date on)
{
    const auto [first, last] = open_track_lanes();
    for (std::size_t lane = first; lane < last; ++lane) {
        const bool there = present(*lanes_[lane].track);
        const auto cursor = std::ranges::find(tracks_, lane, &Cursor::lane);
        if (cursor == tracks_.end()) {
            const bool over = lanes_[lane].finished || lanes_[lane].skipped;
            if (there && !before[lane].back() && !over) { open_track(lane, on); }
        } else if (!there) {
            tracks_.erase(cursor);
        } else if (const auto at = brought_in(lane, cursor->at, before)) {
            open_in(*cursor, *at, on);
        } else if (!present(step_at(*cursor))) {
            const std::optional<std::size_t> next = first_open(lane, cursor->at);
            check(next.has_value(), "the last step of a track is always there");
            open_in(*cursor, *next, on);
        }
    }
    finish_if_all_tracks_are(on);
}

void Replay::carry_over(const std::vector<Lane>& old)
{
    for (Lane& lane : lanes_) {
        for (std::size_t at = 0; at < lane.memory.size(); ++at) {
            for (const Lane& from : old) {
                const auto same = std::ranges::find(*from.steps, (*lane.steps)[at].id, &Step::id);
                if (same == from.steps->end()) { continue; }
                lane.memory[at] = from.memory[static_cast<std::size_t>(same - from.steps->begin())];
            }
        }
        const auto same_track = [&](const Lane& from) {
            return lane.track != nullptr && from.track != nullptr && from.track->id == lane.track->id;
        };
        if (const auto from = std::ranges::find_if(old, same_track); from != old.end()) {
            lane.finished = from->finished;
            lane.skipped = from->skipped;
        }
    }
}

} // namespace samvei::pathway
