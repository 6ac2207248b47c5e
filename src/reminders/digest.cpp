#include "reminders/digest.hpp"

#include "base/calendar.hpp"

#include <fmt/format.h>

namespace samvei::reminders {

namespace {

constexpr std::int64_t morning_seconds = 7 * 3'600;

/// One line of the digest. `{}` stands for the number.
struct Line {
    std::int64_t DigestCounts::*count;
    Sentence one;
    Sentence many;
};

const std::vector<Line>& lines()
{
    static const std::vector<Line> all{
        {&DigestCounts::overdue,
         {"{} ting er forfalt", "{} ting har gått over fristen", "{} thing is overdue"},
         {"{} ting er forfalt", "{} ting har gått over fristen", "{} things are overdue"}},
        {&DigestCounts::today,
         {"{} ting står for tur i dag", "{} ting står for tur i dag", "{} thing is due today"},
         {"{} ting står for tur i dag", "{} ting står for tur i dag", "{} things are due today"}},
        {&DigestCounts::offers,
         {"{} stafettpinne venter på svar fra deg", "{} stafettpinne ventar på svar frå deg",
          "{} baton is waiting for your answer"},
         {"{} stafettpinner venter på svar fra deg", "{} stafettpinnar ventar på svar frå deg",
          "{} batons are waiting for your answer"}},
        {&DigestCounts::to_check,
         {"{} tilbud må kontrolleres på nytt", "{} tilbod må kontrollerast på nytt",
          "{} offer must be checked again"},
         {"{} tilbud må kontrolleres på nytt", "{} tilbod må kontrollerast på nytt",
          "{} offers must be checked again"}},
        {&DigestCounts::broken,
         {"{} åpen oppfølging har brudd", "{} open oppfølging har brot", "{} open follow-up has a break"},
         {"{} åpne oppfølginger har brudd", "{} opne oppfølgingar har brot",
          "{} open follow-ups have a break"}},
    };
    return all;
}

const Sentence subject{"Samvei: dette venter i dag", "Samvei: dette ventar i dag",
                       "Samvei: waiting for you today"};
const Sentence greeting{"Hei!\n\nDette venter på deg i Samvei:\n\n",
                        "Hei!\n\nDette ventar på deg i Samvei:\n\n",
                        "Hello!\n\nThis is waiting for you in Samvei:\n\n"};
const Sentence link{"\nLogg inn for å se hva det gjelder:\n{}\n", "\nLogg inn for å sjå kva det gjeld:\n{}\n",
                    "\nLog in to see what it is about:\n{}\n"};
const Sentence ending{
    "\nE-posten teller bare. Den sier aldri hvem det gjelder. Du slår den av i Samvei,\n"
    "under «Varsler og kalender».\n",
    "\nE-posten tel berre. Han seier aldri kven det gjeld. Du slår han av i Samvei,\n"
    "under «Varsel og kalender».\n",
    "\nThis e-mail only counts. It never says whom it is about. You turn it off in Samvei,\n"
    "under \"Reminders and calendar\".\n"};

} // namespace

std::optional<Date> digest_day(Instant now)
{
    const Date today = date_in_norway(now);
    // Clocks are moved on Sundays before seven, so on a working day seven hours are seven o'clock.
    const std::int64_t morning = start_of_day_in_norway(today).seconds + morning_seconds;
    if (now.seconds < morning || !is_working_day(today)) { return std::nullopt; }
    return today;
}

DigestCounts digest_counts(const Everything& everything, Date today)
{
    DigestCounts counts;
    for (const auto& [id, item] : everything.items) {
        if (item.kind == ItemKind::offer) {
            ++counts.offers;
        } else if (item.due_on && *item.due_on < today) {
            ++counts.overdue;
        } else if (item.due_on == today) {
            ++counts.today;
        }
    }
    counts.to_check = everything.to_check;
    counts.broken = everything.broken;
    return counts;
}

DigestText digest_text(const DigestCounts& counts, Language language, std::string_view start_page)
{
    std::string body = greeting.in(language);
    for (const Line& line : lines()) {
        const std::int64_t count = counts.*line.count;
        if (count == 0) { continue; }
        const Sentence& sentence = count == 1 ? line.one : line.many;
        body += "- " + fmt::format(fmt::runtime(sentence.in(language)), count) + "\n";
    }
    body += fmt::format(fmt::runtime(link.in(language)), start_page);
    body += ending.in(language);
    return {subject.in(language), body};
}

} // namespace samvei::reminders
