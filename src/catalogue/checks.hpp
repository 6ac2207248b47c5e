#pragma once
// Whether a pathway that somebody edits may be used. Pure.

#include "access/app.hpp"
#include "catalogue/types.hpp"
#include "pathway/checker.hpp"

#include <vector>

namespace samvei::catalogue {

/// What one scenario gave.
struct Outcome {
    std::string situation;
    std::string where;              ///< "line 12, column 5" of the scenarios.
    std::vector<std::string> wrong; ///< Empty when it holds.
};

struct Check {
    std::vector<pathway::Finding> findings; ///< `where` of those in the scenarios begins with "scenarios: ".
    std::vector<Outcome> outcomes;          ///< None when the definition is not sound: then nothing is run.

    bool sound() const;
};

/// Everything that is wrong with a pathway on this day: its form, its ways, what it names of `content`, its
/// scenarios. With `national`, also what a copy of that one must keep because the rest of the program counts
/// on it: what it is used as, its levels and its flags.
Check check_texts(const access::Content& content, const Texts& texts, Date today,
                  const pathway::Definition* national);

} // namespace samvei::catalogue
