#include "finder/phrases.hpp"

namespace samvei::finder {

namespace {

/// Finds the rest of an entry after the places it has so far; the nearest words first.
bool find_rest(std::span<const Stems> words, Match& match, std::size_t words_between_left)
{
    const std::size_t done = match.places.size();
    if (done == match.entry->stems.size()) { return true; }
    const std::size_t next = match.places.back() + 1;
    for (std::size_t skipped = 0; skipped <= words_between_left && next + skipped < words.size(); ++skipped) {
        if (!words[next + skipped].has(match.entry->stems[done])) { continue; }
        match.places.push_back(static_cast<std::uint32_t>(next + skipped));
        if (find_rest(words, match, words_between_left - skipped)) { return true; }
        match.places.pop_back();
    }
    return false;
}

void add_matches(std::vector<Match>& matches, std::span<const Stems> words, std::uint32_t place,
                 std::span<const Entry> entries, Between between, std::optional<Entry::Kind> only)
{
    for (const Entry& entry : entries) {
        if (only && entry.kind != *only) { continue; }
        Match match{&entry, {place}};
        if (find_rest(words, match, static_cast<std::size_t>(between))) {
            matches.push_back(std::move(match));
        }
    }
}

} // namespace

std::vector<Match> matches_in(std::span<const Stems> words, const Lexicon& lexicon, Between between,
                              std::optional<Entry::Kind> only)
{
    std::vector<Match> matches;
    for (std::uint32_t place = 0; place < words.size(); ++place) {
        const Stems& stems = words[place];
        const auto add_from = [&](StemId first) {
            add_matches(matches, words, place, lexicon.entries_from(first), between, only);
        };
        if (stems.norwegian != no_stem) { add_from(stems.norwegian); }
        if (stems.english != no_stem) { add_from(stems.english); }
        if (stems.whole != no_stem) { add_from(stems.whole); }
    }
    return matches;
}

} // namespace samvei::finder
