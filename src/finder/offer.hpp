#pragma once
// What a service offers, to whom, when and how to reach it: plain data, in the words of HSDS 3 where it has
// them (docs/words.md). Texts exist in several languages; what a unit has not translated yet falls back.

#include "base/language.hpp"
#include "base/time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// A text in some languages, by code: nb, nn, en, and for names also se, sma, smj, fkv.
using Texts = std::map<std::string, std::string>;

/// The text in this language; else bokmål, nynorsk, English, or the first there is; "" when there is none.
const std::string& text_in(const Texts& texts, Language language);
/// The code of the language that `text_in` answers in.
std::string_view language_used(const Texts& texts, Language language);

enum class Provider { municipality, county, state, health_trust, voluntary };
enum class Audience { child, parent, pregnant, professional };
/// From what everybody needs to what needs many services over time. Source: veileder 2023, grades of need.
enum class Severity { universal, mild, moderate, severe, complex };
enum class Way { drop_in, appointment, phone, chat, digital, home_visit, outreach, group };
enum class Referral { none, possible, required };
enum class Capacity { open, limited, full };
enum class ContactKind { phone, sms, chat, web, form, email, visit };
/// How sure we are of what an offer says of itself.
enum class Evidence { verified, known, uncertain };

/// Minutes after midnight in Norway, from (included) to (excluded); 0..1440, `from` before `to`.
struct TimeSpan {
    int from = 0;
    int to = 0;
    auto operator<=>(const TimeSpan&) const = default;
};

/// Hours of a weekday: 1 = Monday .. 7 = Sunday.
struct WeeklyHours {
    int weekday = 1;
    TimeSpan span;
    auto operator<=>(const WeeklyHours&) const = default;
};

/// Days, both included, whose hours are others than in an ordinary week. No hours: closed.
struct HoursException {
    Date from;
    Date to;
    std::vector<TimeSpan> hours;
    Texts note;
    bool operator==(const HoursException&) const = default;
};

struct OpeningHours {
    bool always = false;
    std::vector<WeeklyHours> weekly;
    bool open_on_public_holidays = false;
    bool open_in_school_holidays =
        true; ///< False: the note says which; there is no table of school holidays.
    std::vector<HoursException> exceptions;
    Texts note;
    bool operator==(const OpeningHours&) const = default;
};

struct WayIn {
    Referral referral = Referral::none;
    std::vector<std::string> referrers;       ///< Professions and kinds that may refer; "" is nobody.
    bool self = true;                         ///< The child itself may make contact.
    std::optional<int> parents_consent_below; ///< Whole years; parents are asked when the child is younger.
    Texts note;
    bool operator==(const WayIn&) const = default;
};

struct Place {
    std::string name;
    std::string address;
    std::string postal_code;
    std::string city;
    std::optional<double> latitude; ///< Degrees, WGS 84.
    std::optional<double> longitude;
    bool operator==(const Place&) const = default;
};

struct Contact {
    ContactKind kind = ContactKind::phone;
    std::string value;
    Texts label;
    Texts hours_note;
    bool operator==(const Contact&) const = default;
};

/// Waiting time and capacity: set apart from the text, because they change every week.
struct Waiting {
    std::optional<int> days; ///< Calendar days from contact to the first talk.
    Date measured_on;
    Capacity capacity = Capacity::open;
    bool operator==(const Waiting&) const = default;
};

/// Who last said that all of this is so, and when.
struct Checked {
    Date on;
    std::string by;
    std::string source;
    Evidence evidence = Evidence::known;
    bool operator==(const Checked&) const = default;
};

/// Where an offer is for: the country, or counties (two digits) and municipalities (four digits).
struct Areas {
    bool country = false;
    std::vector<std::string> counties;
    std::vector<std::string> municipalities;
    /// A municipality's first two digits are its county; those of demonstrations have none.
    bool covers(std::string_view municipality) const;
    bool operator==(const Areas&) const = default;
};

struct Offer {
    std::string id; ///< [a-z0-9_]{3,60}
    std::string kind;
    Provider provider = Provider::municipality;
    std::string organization;
    std::string organization_number; ///< Nine digits, or "".
    std::string unit;                ///< Name of the unit that owns it, or "".
    Texts name;
    std::vector<std::string> other_names;
    Texts summary;
    Texts description;
    std::vector<Texts> next_steps; ///< What happens then: three short ones.
    Areas areas;
    int age_min = 0; ///< Whole years, both included.
    int age_max = 120;
    std::vector<Audience> audience;
    std::vector<std::string> themes;
    std::vector<Severity> severity;
    bool urgent = false;
    WayIn way_in;
    bool anonymous = false;
    std::vector<Way> ways;
    bool free = true;
    Texts cost_note;
    std::vector<std::string> languages;
    bool interpreter = false;
    Texts accessibility;
    OpeningHours hours;
    std::vector<Place> places;
    std::vector<Contact> contacts;
    Texts response_time;
    std::optional<Waiting> waiting;
    std::string handover_contact; ///< For staff; never on a public page.
    std::vector<std::string> cooperates_with;
    bool multidisciplinary = false;
    std::vector<std::string> in_addition_to;
    std::vector<std::string> legal_basis;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to; ///< Included.
    Checked checked;
    bool operator==(const Offer&) const = default;
};

} // namespace samvei::finder
