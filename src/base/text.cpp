#include "base/text.hpp"

#include "base/result.hpp"

#include <memory>
#include <unicode/coll.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace samvei {

namespace {

/// ICU's macros count in int32_t; texts of people are far shorter.
std::int32_t size_of(std::string_view text)
{
    check(text.size() <= 0x7fff'ffffU, "a text is shorter than 2 GiB");
    return static_cast<std::int32_t>(text.size());
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

/// The code point that ends before `place`, which moves to its begin.
UChar32 last_code_point(const char* text, std::int32_t begin, std::int32_t& place)
{
    UChar32 code_point = 0;
    U8_PREV(text, begin, place, code_point);
    return code_point;
}
#pragma GCC diagnostic pop

bool is_white_space(UChar32 code_point)
{
    return u_isUWhiteSpace(code_point) != 0;
}

std::unique_ptr<const icu::Collator> make_norwegian_collator()
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Collator> collator{
        icu::Collator::createInstance(icu::Locale{"nb", "NO"}, status)};
    check(U_SUCCESS(status), "ICU knows the Norwegian order of letters");
    return collator;
}

} // namespace

bool is_utf8(std::string_view bytes)
{
    const char* const text = bytes.data();
    const std::int32_t size = size_of(bytes);
    std::int32_t place = 0;
    while (place < size) {
        if (next_code_point(text, place, size) <= 0) { return false; }
    }
    return true;
}

std::size_t length_of(std::string_view utf8)
{
    std::size_t length = 0;
    for (const char byte : utf8) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
        if (!continues) { ++length; }
    }
    return length;
}

std::string_view first_letters(std::string_view utf8, std::size_t count)
{
    std::size_t at = 0;
    for (std::size_t letters = 0; at < utf8.size(); ++at) {
        const bool continues = (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
        if (!continues && letters++ == count) { break; }
    }
    return utf8.substr(0, at);
}

std::string trimmed(std::string_view utf8)
{
    const char* const text = utf8.data();
    std::int32_t begin = 0;
    std::int32_t end = size_of(utf8);
    for (std::int32_t place = 0; place < end; begin = place) {
        if (!is_white_space(next_code_point(text, place, end))) { break; }
    }
    for (std::int32_t place = end; place > begin; end = place) {
        if (!is_white_space(last_code_point(text, begin, place))) { break; }
    }
    std::string kept;
    kept.reserve(static_cast<std::size_t>(end - begin));
    for (std::int32_t place = begin; place < end; ++place) {
        if (text[place] != '\r') {
            kept += text[place];
        } else if (place + 1 == end || text[place + 1] != '\n') {
            kept += '\n';
        }
    }
    return kept;
}

int compare_norwegian(std::string_view left, std::string_view right)
{
    // Comparing does not change a collator, so every thread may use the same one.
    static const std::unique_ptr<const icu::Collator> collator = make_norwegian_collator();
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = collator->compareUTF8(
        icu::StringPiece{left.data(), size_of(left)}, icu::StringPiece{right.data(), size_of(right)}, status);
    check(U_SUCCESS(status), "two texts can be compared");
    return static_cast<int>(order);
}

} // namespace samvei
