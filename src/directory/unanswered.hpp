#pragma once
// Searches that found nothing, counted so that leaders see what is missing, and so that nobody sees who
// asked. What somebody types may name people. Invariants: a text is readable in the database only from the
// third day on which the same few words found nothing in that municipality; before that there is a keyed
// hash; there is never a time of day, an address or anything about who asked.
// docs/decisions/0016-unanswered-searches.md.

#include "access/app.hpp"
#include "access/caller.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::directory {

using access::App;
using access::Caller;
using UnansweredSearchId = Id<struct UnansweredSearchKind>;

/// On so many days must the same words have found nothing before anybody can read them.
inline constexpr int readable_after_days = 3;

/// The text as it is counted: folded, at most three words of Latin letters and 40 characters. None when there
/// is more, or anything else, in it: a digit, an address, another writing system.
std::optional<std::string> countable_words(std::string_view typed);

/// Counts, when the text can be counted and the municipality is one of this installation. Waits for nothing
/// and never throws: that counting fails is told in the log, without the text. The ticket is for tests.
Pending count_unanswered(App& app, const std::string& municipality, std::string_view typed);

struct UnansweredSearch {
    UnansweredSearchId id;
    std::string words;
    std::int64_t times = 0;
    std::int64_t days = 0;
    Date last_week; ///< Its Monday.
};

struct UnansweredSearches {
    std::vector<UnansweredSearch> searches; ///< Most often first, at most a hundred.
    std::int64_t rare = 0;                  ///< Others that nobody can read yet.
};

UnansweredSearches unanswered_here(App& app, const Caller& caller);

/// Takes the words away for good: a leader saw that they name somebody. Refuses with not_found.
Result<Done> hide_unanswered(App& app, const Caller& caller, const UnansweredSearchId& id);

} // namespace samvei::directory
