#include "finder/spelling.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

namespace samvei::finder {

namespace {

constexpr std::size_t letters_min = 4;
constexpr std::size_t two_slips_min = 8;
constexpr std::size_t first_letter_free_min = 6;
constexpr std::size_t letters_max = 40; ///< Longer ones are no words that somebody mistyped.

/// Well-formed UTF-8 (folded words are) as code points.
std::u32string letters_of(std::string_view utf8)
{
    std::u32string letters;
    for (std::size_t place = 0; place < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[place]);
        const std::size_t bytes = first < 0x80U ? 1 : first < 0xe0U ? 2 : first < 0xf0U ? 3 : 4;
        char32_t letter = bytes == 1 ? first : first & (0xffU >> (bytes + 1));
        for (std::size_t more = 1; more < bytes && place + more < utf8.size(); ++more) {
            letter = (letter << 6U) | (static_cast<unsigned char>(utf8[place + more]) & 0x3fU);
        }
        letters += letter;
        place += bytes;
    }
    return letters;
}

std::uint32_t set_of(std::u32string_view letters)
{
    std::uint32_t set = 0;
    for (const char32_t letter : letters) { set |= 1U << (letter % 32U); }
    return set;
}

/// Without the letters that a foreign keyboard lacks, however they were written instead.
std::string plain_of(std::string_view word)
{
    struct Change {
        std::string_view from;
        std::string_view to;
    };
    constexpr std::array changes{Change{"aa", "a"}, Change{"ae", "a"}, Change{"oe", "o"},
                                 Change{"å", "a"},  Change{"æ", "a"},  Change{"ø", "o"}};
    std::string plain;
    for (std::size_t place = 0; place < word.size();) {
        const auto change = std::ranges::find_if(
            changes, [&](const Change& one) { return word.substr(place).starts_with(one.from); });
        if (change == changes.end()) {
            plain += word[place++];
        } else {
            plain += change->to;
            place += change->from.size();
        }
    }
    return plain;
}

std::size_t slips_allowed(std::size_t letters)
{
    return letters >= two_slips_min ? 2 : letters >= letters_min ? 1 : 0;
}

} // namespace

std::size_t distance_between(std::u32string_view left, std::u32string_view right, std::size_t max)
{
    if (left.size() > letters_max || right.size() > letters_max) { return left == right ? 0 : max + 1; }
    using Row = std::array<std::size_t, letters_max + 1>;
    Row before{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= right.size(); ++j) { last[j] = j; }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t other = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + other});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > max) { return max + 1; }
        before = last;
        last = row;
    }
    return std::min(last[right.size()], max + 1);
}

void Spelling::add(std::string_view folded_word, Slips slips)
{
    Word word{letters_of(folded_word), 0, slips, std::string{folded_word}};
    if (word.letters.size() < letters_min || word.letters.size() > letters_max) { return; }
    word.letter_set = set_of(word.letters);
    words_.push_back(std::move(word));
}

void Spelling::finish()
{
    std::ranges::sort(words_, [](const Word& left, const Word& right) {
        // Of the same word the one that more is mended to stays.
        return std::tuple{left.letters.size(), std::string_view{left.text}, right.slips} <
               std::tuple{right.letters.size(), std::string_view{right.text}, left.slips};
    });
    const auto same = [](const Word& left, const Word& right) { return left.text == right.text; };
    words_.erase(std::unique(words_.begin(), words_.end(), same), words_.end());
    begins_.assign(letters_max + 2, words_.size());
    for (std::size_t place = words_.size(); place-- > 0;) {
        begins_[words_[place].letters.size()] = place;
        // The first of the alphabet stays.
        plain_[plain_of(words_[place].text)] = words_[place].text;
    }
    for (std::size_t length = letters_max + 1; length-- > 0;) {
        begins_[length] = std::min(begins_[length], begins_[length + 1]);
    }
}

std::string_view Spelling::find_nearest(std::string_view folded_word, std::size_t slips_max) const
{
    const std::u32string letters = letters_of(folded_word);
    std::size_t allowed = std::min(slips_allowed(letters.size()), slips_max);
    if (allowed == 0 || letters.size() > letters_max || words_.empty()) { return {}; }
    const auto plain = plain_.find(plain_of(folded_word));
    if (plain != plain_.end()) { return plain->second; }

    const std::uint32_t set = set_of(letters);
    const bool is_short = letters.size() < first_letter_free_min;
    const std::size_t shortest = std::max(letters.size() - allowed, letters_min);
    const std::size_t longest = std::min(letters.size() + allowed, letters_max);
    const Word* nearest = nullptr;
    for (std::size_t place = begins_[shortest]; place < begins_[longest + 1]; ++place) {
        const Word& word = words_[place];
        if (static_cast<std::size_t>(std::popcount(word.letter_set ^ set)) > 2 * allowed) { continue; }
        if (is_short && (word.slips != Slips::also_short || word.letters.front() != letters.front())) {
            continue;
        }
        const std::size_t distance = distance_between(letters, word.letters, allowed);
        if (distance > allowed) { continue; }
        if (nearest == nullptr || distance < allowed || word.text < nearest->text) { nearest = &word; }
        if (distance < allowed) { allowed = distance; }
    }
    return nearest ? std::string_view{nearest->text} : std::string_view{};
}

} // namespace samvei::finder
