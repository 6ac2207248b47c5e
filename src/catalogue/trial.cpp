#include "catalogue/trial.hpp"

#include "pathway/checker.hpp"

namespace samvei::catalogue {

namespace {

constexpr Date before_any_review{};

pathway::Facts first_of(const pathway::Facts& facts, std::size_t events)
{
    pathway::Facts some = facts;
    some.events.resize(events);
    return some;
}

/// How many events are taken before one is refused; the first one is, or the pathway could not begin.
std::size_t taken_of(const pathway::Definition& definition, const pathway::Facts& facts)
{
    // What is refused after some events is refused after more of them.
    std::size_t taken = 0;
    std::size_t refused = facts.events.size();
    while (taken + 1 < refused) {
        const std::size_t middle = taken + (refused - taken) / 2;
        if (pathway::state_of(definition, first_of(facts, middle))) {
            taken = middle;
        } else {
            refused = middle;
        }
    }
    return taken;
}

} // namespace

Trial try_out(const pathway::Definition& definition, const pathway::Facts& facts, Date today)
{
    Trial trial;
    if (!pathway::check_definition(definition, before_any_review).empty()) {
        trial.refused = ErrorCode::pathway_not_sound;
        return trial;
    }
    Result<pathway::State> state = pathway::state_of(definition, facts);
    if (!state) {
        trial.refused = state.error().code;
        state = pathway::state_of(definition, first_of(facts, taken_of(definition, facts)));
        if (!state) { return trial; }
    }
    trial.warnings = pathway::warnings_of(state.value(), today);
    trial.state = std::move(state).value();
    return trial;
}

} // namespace samvei::catalogue
