#pragma once
// A pathway tried on a made-up case, by those who adapt it. Pure.

#include "pathway/engine.hpp"

namespace samvei::catalogue {

/// Where the case stands. When something that happened is refused, `refused` says so and the rest is how it
/// stood before that.
struct Trial {
    std::optional<ErrorCode> refused;
    std::optional<pathway::State> state; ///< None: the pathway is not sound, or the case could not begin.
    std::vector<pathway::Warning> warnings;
};

/// `definition` must outlive the Trial. One that is not sound is refused with pathway_not_sound: the engine
/// takes only what the checker has proved.
Trial try_out(const pathway::Definition& definition, const pathway::Facts& facts, Date today);

} // namespace samvei::catalogue
