// The second pass: the ways through. Steps are numbered through all stages, those of tracks included;
// entering a step with tracks enters each of them too.

#include "pathway/checker_passes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace samvei::pathway {

namespace {

/// One step, and where its row of steps begins and ends.
struct Place {
    const Step* step = nullptr;
    std::string where;
    std::size_t first = 0;
    std::size_t last = 0; ///< One past the last step of the row.
    bool in_track = false;
    std::vector<std::pair<const Track*, std::size_t>> tracks; ///< Each with its first step.
};

class WaysCheck {
public:
    explicit WaysCheck(const Definition& definition) : definition_{definition}
    {
        for (const Stage& stage : definition.stages) {
            first_of_[stage.id] = places_.size();
            add_row(stage.steps, stage.id, false);
        }
        seen_.resize(places_.size());
        stuck_.resize(places_.size());
        too_late_.resize(places_.size());
    }

    std::vector<Finding> run();

private:
    void add_row(const std::vector<Step>& steps, const std::string& where, bool in_track);
    bool up(const std::string& flag) const
    {
        const auto found = definition_.find_flag(flag) - definition_.flags.data();
        return ((flags_ >> found) & 1U) != 0;
    }
    bool present(const std::optional<std::string>& when, const std::optional<std::string>& unless) const
    {
        if (unless && up(*unless)) { return false; }
        return !when || up(*when);
    }
    /// The first step from `at` on that is there; the last step of a row always is.
    std::size_t there(std::size_t at) const
    {
        while (!present(places_[at].step->when_flag, places_[at].step->unless_flag)) { ++at; }
        return at;
    }
    /// Where one comes from a step; `ends` becomes true when that is the end, or the end of the track.
    std::vector<std::size_t> ways_from(std::size_t at, bool& ends) const;
    std::vector<std::size_t> tracks_from(std::size_t at) const;
    void walk();
    void mark_stuck(const std::vector<std::vector<std::size_t>>& ways, const std::set<std::size_t>& ending,
                    const std::vector<bool>& reached);
    void walk_without(const std::string& consent);
    std::vector<std::size_t> starts() const;

    const Definition& definition_;
    std::vector<Place> places_;
    std::map<StageId, std::size_t> first_of_;
    std::size_t flags_ = 0; ///< One combination, a bit for each flag.
    std::vector<bool> seen_;
    std::vector<bool> stuck_;
    std::vector<bool> too_late_;
};

void WaysCheck::add_row(const std::vector<Step>& steps, const std::string& where, bool in_track)
{
    const std::size_t first = places_.size();
    for (const Step& step : steps) {
        places_.push_back({&step, where + "." + step.id, first, first + steps.size(), in_track, {}});
    }
    for (std::size_t at = 0; at < steps.size(); ++at) {
        for (const Track& track : steps[at].tracks) {
            places_[first + at].tracks.emplace_back(&track, places_.size());
            add_row(track.steps, places_[first + at].where + "." + track.id, true);
        }
    }
}

std::vector<std::size_t> WaysCheck::ways_from(std::size_t at, bool& ends) const
{
    const Place& place = places_[at];
    if (place.step->answers.empty()) {
        if (at + 1 < place.last) { return {there(at + 1)}; }
        ends = place.in_track;
        return {};
    }
    std::vector<std::size_t> ways;
    for (const Branch& branch : place.step->answers) {
        switch (branch.leads) {
        case Branch::Leads::end:
        case Branch::Leads::pathway:
        case Branch::Leads::track_end: ends = true; break;
        case Branch::Leads::stage: ways.push_back(there(first_of_.at(branch.to))); break;
        case Branch::Leads::step:
            for (std::size_t to = place.first; to < place.last; ++to) {
                if (places_[to].step->id == branch.to) { ways.push_back(there(to)); }
            }
            break;
        }
    }
    return ways;
}

std::vector<std::size_t> WaysCheck::tracks_from(std::size_t at) const
{
    std::vector<std::size_t> starts;
    for (const auto& [track, first] : places_[at].tracks) {
        if (present(track->when_flag, track->unless_flag)) { starts.push_back(there(first)); }
    }
    return starts;
}

void WaysCheck::walk()
{
    std::vector<std::vector<std::size_t>> ways(places_.size());
    std::set<std::size_t> ending;
    std::vector<bool> reached(places_.size());
    std::vector<std::size_t> waiting{there(0)};
    while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        if (reached[at]) { continue; }
        reached[at] = true;
        seen_[at] = true;
        bool ends = false;
        ways[at] = ways_from(at, ends);
        if (ends) { ending.insert(at); }
        waiting.insert(waiting.end(), ways[at].begin(), ways[at].end());
        const std::vector<std::size_t> tracks = tracks_from(at);
        waiting.insert(waiting.end(), tracks.begin(), tracks.end());
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

/// Where a pathway may begin: its first stage, and every level.
std::vector<std::size_t> WaysCheck::starts() const
{
    std::vector<std::size_t> starts{there(0)};
    for (const Stage& stage : definition_.stages) {
        if (stage.level) { starts.push_back(there(first_of_.at(stage.id))); }
    }
    return starts;
}

/// Walks without passing a step that surely gives the consent: what is met there and needs it comes too
/// early. A consent given in one track holds for that track only, since the others do not wait for it.
void WaysCheck::walk_without(const std::string& consent)
{
    std::vector<bool> reached(places_.size());
    std::vector<std::size_t> waiting = starts();
    while (!waiting.empty()) {
        const std::size_t at = waiting.back();
        waiting.pop_back();
        if (reached[at]) { continue; }
        reached[at] = true;
        const Step& step = *places_[at].step;
        if (step.needs_consent == consent) { too_late_[at] = true; }
        if (step.gives_consent == consent && !step.may_skip) { continue; }
        bool ends = false;
        for (const std::size_t next : ways_from(at, ends)) { waiting.push_back(next); }
        for (const std::size_t track : tracks_from(at)) { waiting.push_back(track); }
    }
}

std::vector<Finding> WaysCheck::run()
{
    std::set<std::string> consents;
    for (const Place& place : places_) {
        if (place.step->needs_consent) { consents.insert(*place.step->needs_consent); }
    }
    const std::size_t combinations = std::size_t{1} << definition_.flags.size();
    for (flags_ = 0; flags_ < combinations; ++flags_) {
        walk();
        for (const std::string& consent : consents) { walk_without(consent); }
    }
    std::vector<Finding> findings;
    for (std::size_t at = 0; at < places_.size(); ++at) {
        const std::string& where = places_[at].where;
        if (!seen_[at]) {
            findings.push_back({DefinitionFault::unreachable, where, "No way leads to this step."});
        } else if (stuck_[at]) {
            findings.push_back({DefinitionFault::dead_end, where, "From this step no way leads to the end."});
        } else if (too_late_[at]) {
            findings.push_back({DefinitionFault::consent_too_late, where,
                                fmt::format("A way leads here before \"{}\" has been consented to.",
                                            *places_[at].step->needs_consent)});
        }
    }
    return findings;
}

} // namespace

std::vector<Finding> check_ways(const Definition& definition)
{
    return WaysCheck{definition}.run();
}

} // namespace samvei::pathway
