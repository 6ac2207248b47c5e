#pragma once
// The daily e-mail: on which day, what it counts, what it says. Pure.

#include "base/language.hpp"
#include "reminders/items.hpp"

namespace samvei::reminders {

/// The day whose digest may go out now: from seven in the morning in Norway to the end of a working day.
std::optional<Date> digest_day(Instant now);

struct DigestCounts {
    std::int64_t overdue = 0; ///< Dates that have passed.
    std::int64_t today = 0;
    std::int64_t offers = 0;   ///< Batons that wait for an answer.
    std::int64_t to_check = 0; ///< Offers that nobody has checked for long.
    std::int64_t broken = 0;   ///< Follow-ups with a break, for those who lead.

    bool nothing() const { return overdue + today + offers + to_check + broken == 0; }
    bool operator==(const DigestCounts&) const = default;
};

DigestCounts digest_counts(const Everything& everything, Date today);

struct DigestText {
    std::string subject; ///< ASCII.
    std::string body;
};

/// Numbers and a link, nothing else. `start_page`: address of the app.
DigestText digest_text(const DigestCounts& counts, Language language, std::string_view start_page);

} // namespace samvei::reminders
