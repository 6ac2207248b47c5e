#pragma once
// How the engine remembers and moves; only engine.cpp and replay.cpp know it. A lane is a row of steps that
// are done one after another: the steps of a stage, or of one track. A cursor stands on the open step of a
// lane.
//
// State: the stage, a cursor in its lane, cursors in the tracks when that step has tracks, what each step has
// been through, which flags are up, which dates are known. Invariant after every accepted fact: ended, or at
// least one cursor stands on a step that is there.

#include "pathway/engine.hpp"

#include <span>

namespace samvei::pathway {

/// What one step has been through.
struct StepMemory {
    bool done = false;        ///< Counts as done now; false again when the pathway goes back.
    bool passed_over = false; ///< An answer led past it, or it was skipped.
    bool skipped = false;
    int times_done = 0;
    std::optional<Date> done_on;
    std::optional<AnswerId> answer;
    std::optional<Date> opened_on; ///< Since the stage was entered.
};

struct Lane {
    const std::vector<Step>* steps = nullptr;
    const Track* track = nullptr; ///< Null for the steps of a stage.
    std::vector<StepMemory> memory;
    std::vector<std::size_t>
        tracks_from;       ///< Per step: the first lane of its tracks, which follow each other.
    bool finished = false; ///< Tracks only.
    bool skipped = false;
};

struct StageMemory {
    std::size_t lane = 0; ///< Of its steps.
    std::optional<Date> entered_on;
};

struct Cursor {
    std::size_t lane = 0;
    std::size_t at = 0;
    Date open_since;
    std::optional<Date> due_set;
    bool repeating = false; ///< Opened by its own answer.
};

class Replay {
public:
    Replay(const Definition& definition, const Facts& facts, const FindDefinition& find);

    Result<Done> start();
    Result<Done> apply(const Fact& fact);
    State state() const;

private:
    // replay.cpp: what each fact does
    Result<Done> apply_one(const StepDone& fact);
    Result<Done> apply_one(const StageMoved& fact);
    Result<Done> apply_one(const DueSet& fact);
    Result<Done> apply_one(const FlagRaised& fact);
    Result<Done> apply_one(const FlagLowered& fact);
    Result<Done> apply_one(const Skipped& fact);
    Result<Done> apply_one(const WentBack& fact);
    Result<Done> apply_one(const DateRecorded& fact);
    Result<Done> apply_one(const PathwayMoved& fact);
    Result<Done> apply_one(const Ended& fact);
    Result<Done> apply_one(const Reopened& fact);

    // replay_moves.cpp: moving
    void lay_out(const Definition& definition);
    void add_lane(const std::vector<Step>& steps, const Track* track);
    std::size_t index_of(const StageId& stage) const;
    bool present(const std::optional<std::string>& when, const std::optional<std::string>& unless) const;
    bool present(const Step& step) const { return present(step.when_flag, step.unless_flag); }
    bool present(const Track& track) const { return present(track.when_flag, track.unless_flag); }
    /// The first step at or after `from` that is there and neither done nor passed over.
    std::optional<std::size_t> first_open(std::size_t lane, std::size_t from) const;
    void enter(std::size_t stage, Date on);
    void reset(std::size_t lane, std::size_t from);
    void open_main(std::size_t at, Date on);
    void open_main_after(std::size_t at, Date on);
    void open_tracks(Date on);
    void open_track(std::size_t lane, Date on);
    void open_in(Cursor& cursor, std::size_t at, Date on);
    void go_on_after(std::size_t lane, std::size_t at, Date on);
    void finish_track(std::size_t lane, Date on);
    void close_track(std::size_t lane, Date on);
    void finish_if_all_tracks_are(Date on);
    void go_to_step(std::size_t lane, const StepId& to, Date on);
    void go_back_to(std::size_t lane, std::size_t at, Date on);
    void follow(const Cursor& from, const Branch& branch, Date on);
    using Presence = std::vector<std::vector<bool>>; ///< Per lane: each step, and last the lane itself.
    Presence presence() const;
    void change_flags(const std::string& flag, bool up, Date on);
    void meet_flags(const Presence& before, Date on);
    void meet_flags_in_tracks(const Presence& before, Date on);
    std::optional<std::size_t> brought_in(std::size_t lane, std::size_t before_step,
                                          const Presence& before) const;
    void carry_over(const std::vector<Lane>& old);

    Lane& main_lane() { return lanes_[main_.lane]; }
    const Lane& main_lane() const { return lanes_[main_.lane]; }
    const Step& step_at(const Cursor& cursor) const { return (*lanes_[cursor.lane].steps)[cursor.at]; }
    StepMemory& memory_at(const Cursor& cursor) { return lanes_[cursor.lane].memory[cursor.at]; }
    bool in_tracks() const { return !step_at(main_).tracks.empty(); }
    /// The lanes of the tracks of the step that the main cursor stands on.
    std::pair<std::size_t, std::size_t> open_track_lanes() const;
    std::vector<Cursor> open_cursors() const;
    Cursor* find_cursor(std::string_view step);

    // engine.cpp: showing
    std::optional<Date> counted_from(const DueRule& rule, const Cursor& cursor) const;
    NextStep next_of(const Cursor& cursor) const;
    std::vector<NextStep> open_steps() const;
    StepView view_of(std::size_t lane, std::size_t at, const std::vector<NextStep>& open) const;
    void add_views(StageView& view, std::size_t lane, const std::vector<NextStep>& open) const;
    const StepMemory* find_memory(const StepId& step) const;

    const Definition* definition_;
    const Facts& facts_;
    const FindDefinition& find_;
    std::vector<StageMemory> stages_;
    std::vector<Lane> lanes_;
    std::set<std::string, std::less<>> flags_;
    std::map<std::string, Date> dates_;
    std::size_t stage_ = 0;
    Cursor main_;
    std::vector<Cursor> tracks_; ///< In the order of their lanes.
    bool ended_ = false;
    std::string continues_in_;
    Date last_on_;
};

} // namespace samvei::pathway
