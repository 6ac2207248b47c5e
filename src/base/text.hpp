#pragma once
// Text: UTF-8 that is well formed, and text about people that cannot slip into a log.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samvei {

/// True when `bytes` are well-formed UTF-8 without NUL.
bool is_utf8(std::string_view bytes);

/// Unicode code points in well-formed UTF-8.
std::size_t length_of(std::string_view utf8);

/// The first `count` code points of well-formed UTF-8; never half a letter.
std::string_view first_letters(std::string_view utf8, std::size_t count);

/// Without white space at both ends, and with line ends as \n.
std::string trimmed(std::string_view utf8);

/// For comparing words however they were typed: lower case, composed (NFC), without marks, so that á and a, č
/// and c, đ and d, ŋ and n, š and s, ŧ and t, ž and z meet. æ, ø and å stay letters of their own; ä and ö are
/// read as æ and ø. Other writing systems keep their marks. What is not well-formed UTF-8 becomes U+FFFD.
std::string folded(std::string_view bytes);

/// A word as it stands in a text, and folded.
struct TypedWord {
    std::string_view typed; ///< Into the text.
    std::string folded;     ///< Without apostrophes.
};

/// The runs of letters and digits of any writing system, in order; an apostrophe inside one does not end it.
/// Any bytes are allowed: those that are not UTF-8 end a word.
std::vector<TypedWord> words_in(std::string_view bytes);

/// Text that a person wrote or that names a person. It has no operator<< and no formatter, so it does
/// not compile into a log line. `reveal` is for storing it and for showing it to whoever holds a Permit.
class PersonalText {
public:
    PersonalText() = default;
    explicit PersonalText(std::string text) : text_{std::move(text)} {}
    const std::string& reveal() const { return text_; }
    bool empty() const { return text_.empty(); }
    bool operator==(const PersonalText&) const = default;

private:
    std::string text_;
};

/// Order of names in Norwegian (æ ø å last, aa as å). Negative, zero or positive.
int compare_norwegian(std::string_view left, std::string_view right);

} // namespace samvei
