#pragma once
// A guide: plain sections that the web app shows one after another, from content/guidelines/<id>.json.
// The server gives the file's own text out; what is read here proves its form and gives the section ids.

#include "pathway/checker.hpp"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace samvei::pathway {

/// What a section is, and so how it is shown.
enum class SectionKind {
    text,     ///< To read.
    warning,  ///< To read first; shown so that it cannot be missed.
    ground,   ///< One ground in the law.
    step,     ///< One thing to do; steps are numbered.
    question, ///< Asks; `answer` says how it is answered.
    contacts, ///< Whom to call.
};

enum class AnswerKind { none, long_text, short_text, date, yes_no };

struct GuideContact {
    Sentence name;
    std::string phone; ///< As one dials it, groups apart: "116 111"; may be empty.
    std::string url;   ///< May be empty.
    Sentence note;
};

struct GuideSection {
    std::string id;
    SectionKind kind = SectionKind::text;
    Sentence title;
    Sentence text;
    Sentence help; ///< May be empty in all languages.
    AnswerKind answer = AnswerKind::none;
    std::string raises_flag; ///< A yes raises this flag on the pathway; may be empty.
    std::string legal_basis; ///< May be empty.
    std::string source;      ///< Empty: the guide's own.
    Evidence evidence = Evidence::uncertain;
    std::vector<GuideContact> contacts;
};

struct Guide {
    std::string id;
    int version = 1;
    Sentence title;
    Sentence intro;
    std::string source;
    Evidence evidence = Evidence::uncertain;
    std::string owner;
    Date review_by;
    std::vector<GuideSection> sections;
};

/// The guide in `json`, or everything that is wrong with it on this day.
std::variant<Guide, std::vector<Finding>> read_guide(std::string_view json, Date today);

} // namespace samvei::pathway
