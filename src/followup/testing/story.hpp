#pragma once
// A random story in a town: anybody tries anything, in any order, over months; most attempts fit, many do
// not. After every attempt the promise is asked of what is stored, and everybody's view is compared with what
// they may see. The same seed tells the same story.

#include "followup/testing/promise.hpp"
#include "followup/testing/town.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace samvei::followup::testing {

/// A follow-up that the stories of one town have opened, with texts that occur nowhere else.
struct Told {
    FollowUpId id;
    std::string name_mark;    ///< In the child's name.
    std::string content_mark; ///< In the reason and the plan.
};

/// What the stories of one town share.
struct Stage {
    explicit Stage(Engine engine);
    Town town;
    ConsentNumbers numbers;
    WorkPlaces working;
    std::vector<Told> told;
    int hired = 0;
    /// How often each attempt was accepted, so that a test can see that it tests something.
    std::map<std::string, int> accepted;
    std::map<std::string, int> refused;
};

/// Why something was refused; none when it was done.
template <class T>
std::optional<Error> outcome_of(const Result<T>& result)
{
    if (result) { return std::nullopt; }
    return result.error();
}

class Story {
public:
    Story(Stage& stage, std::uint64_t seed);

    /// Tells it. Throws std::runtime_error with what is wrong and all that led to it.
    void tell(int attempts);

private:
    using Outcome = std::optional<Error>; ///< None: it was done.
    using Attempt = Outcome (Story::*)(const Caller& caller, const Told& about);
    struct Kind {
        const char* name;
        int weight;
        enum class By { holder, team, family, anybody } by;
        Attempt attempt;
    };
    static const std::vector<Kind>& kinds();

    // What is attempted. Holder:
    Outcome takes_step(const Caller&, const Told&);
    Outcome dates_next_step(const Caller&, const Told&);
    // story_pathways.cpp:
    Outcome begins_pathway(const Caller&, const Told&);
    Outcome decides_against(const Caller&, const Told&);
    Outcome stops_pathway(const Caller&, const Told&);
    Outcome moves_pathway(const Caller&, const Told&);
    Outcome skips(const Caller&, const Told&);
    Outcome goes_back(const Caller&, const Told&);
    Outcome records_a_day(const Caller&, const Told&);
    Outcome changes_a_flag(const Caller&, const Told&);
    Outcome moves_level(const Caller&, const Told&);
    Outcome undoes(const Caller&, const Told&);
    Outcome closes(const Caller&, const Told&);
    Outcome reopens(const Caller&, const Told&);
    Outcome adds_member(const Caller&, const Told&);
    Outcome lets_go(const Caller&, const Told&);
    Outcome offers_baton(const Caller&, const Told&);
    Outcome withdraws_offer(const Caller&, const Told&);
    Outcome adds_consent(const Caller&, const Told&);
    // Leader:
    Outcome finds_new_holder(const Caller&, const Told&);
    // Team and family:
    Outcome answers(const Caller&, const Told&);
    Outcome sets_goal(const Caller&, const Told&);
    Outcome sets_measure(const Caller&, const Told&);
    Outcome says_something(const Caller&, const Told&);
    Outcome withdraws_consent(const Caller&, const Told&);
    Outcome assesses_duty(const Caller&, const Told&);
    // Anybody, about nobody in particular:
    Outcome opens(const Caller&, const Told&);
    Outcome goes_on_with_concern(const Caller&, const Told&);

    void attempt_one();
    void let_things_happen();
    void change_a_number();
    bool holds_a_baton(const Caller& caller) const;
    bool holder_is_gone(const StoredFollowUp& about) const;
    const Kind& some_kind(const StoredFollowUp& about);
    const Caller& who_for(Kind::By by, const StoredFollowUp& stored);
    OpeningDraft random_opening(const Told& about);
    ConsentDraft random_consent(int guardians);
    Outcome attempt_concern_step(const Caller& caller, const EarlyConcernId& id);

    void expect_allowed(const Kind& kind, const Caller& caller, const StoredFollowUp& before);
    void expect_promise(const Told& about) const;
    void expect_promise(const EarlyConcernId& concern) const;
    /// Of everything in this story.
    void expect_promises() const;
    void expect_views(const Told& about, const Caller& who_tried);
    void expect_view(const Told& about, const Caller& caller, const Sight& sight);
    void expect_lists();
    struct Known {
        Told told;
        StoredFollowUp now;
    };
    using All = std::vector<Known>; ///< Every follow-up of the town.
    void expect_workbench(const Caller& caller, const All& all);
    void expect_breaks(const Caller& caller, const All& all);
    void expect_family_list(const Caller& caller, const All& all);
    [[noreturn]] void fail(const std::string& what) const;

    int below(int count) { return static_cast<int>(random_() % static_cast<std::uint64_t>(count)); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    const T& any_of(const std::vector<T>& all)
    {
        return all.at(static_cast<std::size_t>(below(static_cast<int>(all.size()))));
    }
    /// One of its pathways, mostly an open one, with the definition it is on and its next step.
    struct OneRun {
        std::optional<RunId> id;
        const pathway::Definition* definition;
        std::string next_step;
    };
    OneRun some_run(const StoredFollowUp& stored);
    std::optional<Date> some_day();
    std::int64_t read_version(const StoredFollowUp& stored) { return chance(93) ? stored.version : below(4); }
    StoredFollowUp stored(const Told& about) const
    {
        return stored_follow_up(stage_.town.database(), about.id);
    }

    Stage& stage_;
    Town& town_;
    App& app_;
    std::uint64_t seed_;
    std::mt19937_64 random_;
    std::vector<Caller> staff_; ///< Those who still work somewhere.
    std::vector<Caller> family_;
    std::vector<Caller> leaving_; ///< Hired for this story; they may stop.
    std::vector<Told> mine_;
    std::vector<std::pair<EarlyConcernId, Caller>> concerns_;
    std::vector<std::string> so_far_;
};

} // namespace samvei::followup::testing
