#include "reminders/feed.hpp"

namespace samvei::reminders {

namespace {

const Sentence& title_of(ItemKind kind)
{
    static const Sentence next_step{"Neste steg", "Neste steg", "Next step"};
    static const Sentence early_concern{"Undring: neste steg", "Undring: neste steg",
                                        "Early concern: next step"};
    static const Sentence measure{"Tiltak skal være gjort", "Tiltak skal vere gjort",
                                  "Measure is to be done"};
    static const Sentence evaluation{"Tiltak skal vurderes", "Tiltak skal vurderast",
                                     "Measure is to be evaluated"};
    static const Sentence meeting{"Møte i stafettlogg", "Møte i stafettlogg", "Meeting in a shared log"};
    static const Sentence offer{"Svar på stafettpinne", "Svar på stafettpinne", "Answer about a baton"};
    switch (kind) {
    case ItemKind::next_step: return next_step;
    case ItemKind::early_concern: return early_concern;
    case ItemKind::measure: return measure;
    case ItemKind::evaluation: return evaluation;
    case ItemKind::meeting: return meeting;
    case ItemKind::offer: return offer;
    }
    return next_step;
}

const Sentence reference{"Referanse: ", "Referanse: ", "Reference: "};

} // namespace

std::vector<CalendarEvent> events_of(const Everything& everything, Language language, std::string_view origin)
{
    std::vector<CalendarEvent> events;
    for (const auto& [id, item] : everything.items) {
        if (!item.due_on) { continue; }
        const bool concern = item.kind == ItemKind::early_concern;
        events.push_back(
            {.uid = id + "@samvei",
             .summary = title_of(item.kind).in(language),
             .description = item.reference.empty() ? "" : reference.in(language) + item.reference,
             .url = std::string{origin} + (concern ? "/app/early-concerns/" : "/app/follow-ups/") +
                    item.about,
             .day = *item.due_on,
             .starts_at = item.starts_at});
    }
    return events;
}

} // namespace samvei::reminders
