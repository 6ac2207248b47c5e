// Words as they are compared: folded letter by letter. Latin letters go through a table that is made once.

#include "base/result.hpp"
#include "base/text.hpp"

#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace samvei {

namespace {

constexpr UChar32 replacement = 0xfffd;
constexpr UChar32 latin_end = 0x250;
constexpr UChar32 more_latin_begin = 0x1e00;
constexpr UChar32 more_latin_end = 0x1f00;

const icu::Normalizer2& composing()
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFCInstance(status);
    check(U_SUCCESS(status), "ICU can compose letters");
    return *normalizer;
}

bool is_mark(UChar32 code_point)
{
    return (U_MASK(u_charType(code_point)) & U_GC_M_MASK) != 0;
}

/// Letters that Unicode does not take apart, or that are letters of their own in Norwegian.
UChar32 plain_or_own(UChar32 lower)
{
    switch (lower) {
    case 0xe4: return 0xe6;  // ä: æ
    case 0xf6: return 0xf8;  // ö: ø
    case 0x111: return 'd';  // đ
    case 0xf0: return 'd';   // ð
    case 0x127: return 'h';  // ħ
    case 0x131: return 'i';  // ı
    case 0x142: return 'l';  // ł
    case 0x14b: return 'n';  // ŋ
    case 0x167: return 't';  // ŧ
    case 0x1ff: return 0xf8; // ǿ
    case 0x1fd: return 0xe6; // ǽ
    case 0x1fb: return 0xe5; // ǻ
    case 0xe5: return 0xe5;
    default: return 0;
    }
}

UChar32 folded_slowly(UChar32 code_point)
{
    const UChar32 lower = u_tolower(code_point);
    if (const UChar32 known = plain_or_own(lower)) { return known; }
    const bool latin = lower < latin_end || (lower >= more_latin_begin && lower < more_latin_end);
    icu::UnicodeString parts;
    if (!latin || !composing().getDecomposition(lower, parts)) { return lower; }
    const UChar32 first = parts.char32At(0);
    return u_isalpha(first) != 0 ? first : lower;
}

UChar32 folded_letter(UChar32 code_point)
{
    static const std::array<UChar32, latin_end> latin = [] {
        std::array<UChar32, latin_end> letters{};
        for (UChar32 letter = 0; letter < latin_end; ++letter) {
            letters[static_cast<std::size_t>(letter)] = folded_slowly(letter);
        }
        return letters;
    }();
    return code_point < latin_end ? latin[static_cast<std::size_t>(code_point)] : folded_slowly(code_point);
}

// ICU's macros narrow on purpose; the warning is theirs.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The code point at `place`, which moves past it; negative when it is not well formed.
UChar32 next_code_point(const char* text, std::int32_t& place, std::int32_t end)
{
    UChar32 code_point = 0;
    U8_NEXT(text, place, end, code_point);
    return code_point;
}

void append(std::string& text, UChar32 code_point)
{
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, code_point);
    text.append(bytes.data(), size);
}
#pragma GCC diagnostic pop

void append_folded(std::string& text, UChar32 code_point)
{
    if (code_point == 0xdf || code_point == 0x1e9e) { // ß
        text += "ss";
    } else {
        append(text, folded_letter(code_point));
    }
}

/// Where only composed letters may stand; marks are left for `folded` to compose.
bool needs_composing(std::string_view bytes)
{
    // Every mark that combines is U+0300 or later, whose first byte is 0xcc or more.
    for (const char byte : bytes) {
        if (static_cast<unsigned char>(byte) >= 0xccU) { return true; }
    }
    return false;
}

bool ends_no_word(UChar32 code_point)
{
    constexpr UChar32 soft_hyphen = 0xad;
    constexpr UChar32 zero_width_space = 0x200b;
    constexpr UChar32 zero_width_joiner = 0x200d;
    return code_point == '\'' || code_point == 0x2019 || code_point == 0x2bc || code_point == soft_hyphen ||
           (code_point >= zero_width_space && code_point <= zero_width_joiner);
}

bool is_of_word(UChar32 code_point)
{
    return code_point > 0 && (u_isalnum(code_point) != 0 || is_mark(code_point));
}

} // namespace

std::string folded(std::string_view bytes)
{
    check(bytes.size() <= 0x7fff'ffffU, "a text is shorter than 2 GiB");
    std::string composed;
    if (needs_composing(bytes)) {
        const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
            icu::StringPiece{bytes.data(), static_cast<std::int32_t>(bytes.size())});
        UErrorCode status = U_ZERO_ERROR;
        composing().normalize(text, status).toUTF8String(composed);
        check(U_SUCCESS(status), "a text can be composed");
        bytes = composed;
    }
    std::string out;
    out.reserve(bytes.size());
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t place = 0; place < size;) {
        const UChar32 code_point = next_code_point(bytes.data(), place, size);
        if (code_point < 0) {
            append(out, replacement);
        } else if (code_point < 0x300 || code_point > 0x36f) {
            append_folded(out, code_point);
        }
    }
    return out;
}

std::vector<TypedWord> words_in(std::string_view bytes)
{
    check(bytes.size() <= 0x7fff'ffffU, "a text is shorter than 2 GiB");
    std::vector<TypedWord> words;
    std::string kept; // The word without what neither ends nor belongs to it.
    std::int32_t begin = 0;
    std::int32_t end = 0;
    const auto finish = [&] {
        if (kept.empty()) { return; }
        words.push_back({bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)),
                         folded(kept)});
        kept.clear();
    };
    const auto size = static_cast<std::int32_t>(bytes.size());
    for (std::int32_t place = 0; place < size;) {
        const std::int32_t before = place;
        const UChar32 code_point = next_code_point(bytes.data(), place, size);
        if (is_of_word(code_point)) {
            if (kept.empty()) { begin = before; }
            end = place;
            kept.append(bytes, static_cast<std::size_t>(before), static_cast<std::size_t>(place - before));
        } else if (!ends_no_word(code_point)) {
            finish();
        }
    }
    finish();
    return words;
}

} // namespace samvei
