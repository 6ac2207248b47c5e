#include "finder/understanding.hpp"

#include "base/text.hpp"
#include "finder/age_in_text.hpp"
#include "finder/phrases.hpp"
#include "finder/small_words.hpp"

#include <algorithm>
#include <map>

namespace samvei::finder {

namespace {

constexpr float mended_weight = 0.8F;
constexpr float short_mended_weight = 0.6F;    ///< A short word is soon another one.
constexpr float both_languages_weight = 0.65F; ///< Of each, for a word of Norwegian and English alike.
constexpr float part_weight = 0.4F;
constexpr float synonym_weight = 0.8F;
constexpr float lost_by_word_between = 0.15F;
constexpr float inside_other_phrase_weight = 0.5F;
constexpr float again_weight = 0.2F; ///< What says only what longer phrases have said.
constexpr float theme_share_min = 0.3F;
constexpr std::size_t themes_max = 6;
constexpr std::size_t sure_letters_min = 6;
constexpr int unknown_words_max = 40; ///< No need has more; the rest of a text of nonsense costs nothing.

/// A word of the text, and what it is read as.
struct ReadWord {
    std::string meant;
    bool small = false;
    bool known = false;
    bool mended = false;
    float weight = 1;
    std::vector<StemId> parts;
    bool in_theme_phrase = false;
    bool in_name = false; ///< Inside "helsestasjon for ungdom" or "bekymra for en elev": says nothing alone.
};

struct Reading {
    std::vector<TypedWord> typed;
    std::vector<ReadWord> words; ///< As many as `typed`.
    std::vector<Stems> stems;    ///< And these.
    std::vector<Match> matches;
};

/// An age or a count; longer numbers are telephones.
bool is_count(std::string_view folded_word)
{
    for (const std::string_view ending : {"åring", "åringen", "åringar", "åringer"}) {
        if (folded_word.ends_with(ending)) { return true; }
    }
    return folded_word.size() <= 2 && folded_word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// One slip of a known word, else a compound of known words, else two slips, else a theme's word and
/// something more.
void read_unknown(ReadWord& word, const std::string& folded_word, const Lexicon& lexicon)
{
    std::string_view mended = lexicon.mended(folded_word, 1);
    if (mended.empty()) { word.parts = lexicon.parts_of(folded_word); }
    if (mended.empty() && word.parts.empty()) { mended = lexicon.mended(folded_word, 2); }
    if (mended.empty()) {
        if (word.parts.empty()) { word.parts = lexicon.theme_part_of(folded_word); }
        return;
    }
    word.weight = length_of(folded_word) < sure_letters_min ? short_mended_weight : mended_weight;
    word.meant = mended;
    word.mended = word.known = true;
    word.small = is_small_word(mended);
    word.parts = lexicon.parts_of(mended);
}

/// `unknown_left` is how many more unknown words are looked into.
ReadWord read_word(const TypedWord& typed, const Lexicon& lexicon, int& unknown_left)
{
    ReadWord word;
    word.meant = typed.folded;
    word.small = is_small_word(typed.folded) || is_count(typed.folded);
    word.known = lexicon.knows(typed.folded);
    if (word.known) {
        word.parts = lexicon.parts_of(typed.folded);
    } else if (unknown_left-- > 0) {
        read_unknown(word, typed.folded, lexicon);
    }
    return word;
}

Reading read(std::string_view text, const Lexicon& lexicon)
{
    Reading reading;
    reading.typed = words_in(text.substr(0, text_bytes_max));
    int unknown_left = unknown_words_max;
    reading.words.reserve(reading.typed.size());
    for (const TypedWord& typed : reading.typed) {
        reading.words.push_back(read_word(typed, lexicon, unknown_left));
        reading.stems.push_back(lexicon.stems_of(reading.words.back().meant));
    }
    reading.matches = matches_in(reading.stems, lexicon, Between::two);
    for (const Match& match : reading.matches) {
        if (match.places.size() < 2) { continue; }
        const bool is_theme = match.entry->kind == Entry::Kind::theme;
        const bool is_name = match.entry->kind == Entry::Kind::synonyms ||
                             match.entry->kind == Entry::Kind::asker;
        for (const std::uint32_t place : match.places) {
            reading.words[place].in_theme_phrase |= is_theme;
            reading.words[place].in_name |= is_name;
            reading.words[place].small |= match.entry->kind == Entry::Kind::asker;
        }
    }
    return reading;
}

/// What was typed, from the first word of a match to its last.
std::string typed_of(const Reading& reading, const std::vector<std::uint32_t>& places)
{
    const std::string_view first = reading.typed[places.front()].typed;
    const std::string_view last = reading.typed[places.back()].typed;
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

/// Something that leads to a theme.
struct Evidence {
    std::vector<std::uint32_t> places;
    float weight = 0;
};

std::map<std::uint32_t, std::vector<Evidence>> evidence_in(const Reading& reading, const Lexicon& lexicon)
{
    std::map<std::uint32_t, std::vector<Evidence>> by_theme;
    for (const Match& match : reading.matches) {
        if (match.entry->kind != Entry::Kind::theme) { continue; }
        if (match.places.size() == 1 && reading.words[match.places.front()].in_name) { continue; }
        const auto between = static_cast<float>(match.words_between());
        float weight = match.entry->weight * (1 - lost_by_word_between * between);
        for (const std::uint32_t place : match.places) { weight *= reading.words[place].weight; }
        if (match.places.size() == 1 && reading.words[match.places.front()].in_theme_phrase) {
            weight *= inside_other_phrase_weight;
        }
        by_theme[match.entry->of].push_back({match.places, weight});
    }
    for (std::uint32_t place = 0; place < reading.words.size(); ++place) {
        for (const StemId part : reading.words[place].parts) {
            for (const Entry& entry : lexicon.entries_from(part)) {
                if (entry.kind != Entry::Kind::theme || entry.stems.size() > 1) { continue; }
                by_theme[entry.of].push_back(
                    {{place}, entry.weight * part_weight * reading.words[place].weight});
            }
        }
    }
    return by_theme;
}

/// The strongest first; what covers no new word counts for little. Leaves the evidence in the order of the
/// text.
float joined_weight(std::vector<Evidence>& evidence, std::vector<bool>& covered)
{
    std::ranges::stable_sort(
        evidence, [](const Evidence& left, const Evidence& right) { return left.weight > right.weight; });
    float weight = 0;
    for (const Evidence& one : evidence) {
        bool new_word = false;
        for (const std::uint32_t place : one.places) {
            if (!covered[place]) { new_word = true; }
        }
        weight += new_word ? one.weight : again_weight * one.weight;
        for (const std::uint32_t place : one.places) { covered[place] = true; }
    }
    for (const Evidence& one : evidence) {
        for (const std::uint32_t place : one.places) { covered[place] = false; }
    }
    std::ranges::stable_sort(evidence, {}, [](const Evidence& one) { return one.places.front(); });
    return weight;
}

/// True when a longer phrase says it.
bool is_inside_another(const Evidence& one, const std::vector<Evidence>& evidence)
{
    return std::ranges::any_of(evidence, [&](const Evidence& other) {
        const bool around = other.places.front() <= one.places.front() &&
                            one.places.back() <= other.places.back();
        const bool longer = other.places.back() - other.places.front() >
                            one.places.back() - one.places.front();
        return around && longer;
    });
}

std::vector<ThemeFound> themes_in(const Reading& reading, const Lexicon& lexicon)
{
    std::vector<ThemeFound> themes;
    std::vector<bool> covered(reading.words.size(), false);
    for (auto& [theme, evidence] : evidence_in(reading, lexicon)) {
        ThemeFound found{lexicon.themes()[theme], joined_weight(evidence, covered), {}};
        for (const Evidence& one : evidence) {
            if (is_inside_another(one, evidence)) { continue; }
            std::string words = typed_of(reading, one.places);
            if (std::ranges::find(found.words, words) == found.words.end()) {
                found.words.push_back(std::move(words));
            }
        }
        themes.push_back(std::move(found));
    }
    std::ranges::sort(themes, [](const ThemeFound& left, const ThemeFound& right) {
        return left.weight != right.weight ? left.weight > right.weight : left.id < right.id;
    });
    if (themes.size() > themes_max) { themes.resize(themes_max); }
    const float least = themes.empty() ? 0 : themes.front().weight * theme_share_min;
    std::erase_if(themes, [&](const ThemeFound& theme) { return theme.weight < least; });
    return themes;
}

/// Whose phrases say most; a young person's own count only when there are no others'.
std::optional<Asker> asker_in(const Reading& reading)
{
    std::map<Asker, std::size_t> words_of;
    std::vector<Asker> in_order;
    for (const Match& match : reading.matches) {
        if (match.entry->kind != Entry::Kind::asker) { continue; }
        const auto asker = static_cast<Asker>(match.entry->of);
        if (words_of[asker] == 0) { in_order.push_back(asker); }
        words_of[asker] += match.places.size();
    }
    std::optional<Asker> best;
    for (const Asker asker : in_order) {
        const bool better = !best || (*best == Asker::self && asker != Asker::self) ||
                            (asker != Asker::self && words_of[asker] > words_of[*best]);
        if (better) { best = asker; }
    }
    return best;
}

void add_urgency(Understood& understood, const Reading& reading)
{
    for (const Match& match : reading.matches) {
        if (match.entry->kind != Entry::Kind::urgent) { continue; }
        understood.urgent = true;
        std::string words = typed_of(reading, match.places);
        if (std::ranges::find(understood.urgent_words, words) == understood.urgent_words.end()) {
            understood.urgent_words.push_back(std::move(words));
        }
    }
}

/// Collects stems, each with its strongest claim.
class Stemlist {
public:
    void add(StemId stem, float weight, std::uint32_t term)
    {
        if (stem == no_stem) { return; }
        const auto same = std::ranges::find(stems_, stem, &AskedStem::stem);
        if (same == stems_.end()) {
            stems_.push_back({stem, weight, term});
        } else if (same->weight < weight) {
            *same = {stem, weight, term};
        }
    }
    std::vector<AskedStem> taken() { return std::move(stems_); }

private:
    std::vector<AskedStem> stems_;
};

void add_terms(Understood& understood, const Reading& reading)
{
    Stemlist stems;
    std::vector<std::uint32_t> term_of(reading.words.size(), 0);
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const ReadWord& word = reading.words[i];
        term_of[i] = static_cast<std::uint32_t>(understood.terms.size());
        if (word.small) { continue; }
        const auto term = term_of[i];
        understood.terms.push_back(
            {std::string{reading.typed[i].typed}, word.meant, word.mended, word.known});
        const bool in_both = reading.stems[i].norwegian != no_stem && reading.stems[i].english != no_stem;
        const float weight = in_both ? both_languages_weight * word.weight : word.weight;
        stems.add(reading.stems[i].norwegian, weight, term);
        stems.add(reading.stems[i].english, weight, term);
        stems.add(reading.stems[i].whole, word.weight, term);
        for (const StemId part : word.parts) { stems.add(part, part_weight * word.weight, term); }
    }
    for (const Match& match : reading.matches) {
        if (match.entry->kind != Entry::Kind::synonyms) { continue; }
        const auto bearing = std::ranges::find_if(
            match.places, [&](std::uint32_t place) { return !reading.words[place].small; });
        if (bearing == match.places.end()) { continue; }
        stems.add(match.entry->of, synonym_weight * reading.words[*bearing].weight, term_of[*bearing]);
    }
    understood.stems = stems.taken();
}

} // namespace

Understood understand(std::string_view text, const Lexicon& lexicon)
{
    const Reading reading = read(text, lexicon);
    Understood understood;
    understood.themes = themes_in(reading, lexicon);
    understood.asker = asker_in(reading);
    understood.age = find_age(reading.typed);
    add_urgency(understood, reading);
    add_terms(understood, reading);
    return understood;
}

} // namespace samvei::finder
