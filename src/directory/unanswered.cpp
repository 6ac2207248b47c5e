#include "directory/unanswered.hpp"

#include "access/journal.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "directory/queries.hpp"

namespace samvei::directory {

namespace {

constexpr std::size_t words_max = 3;
constexpr std::size_t characters_min = 2;
constexpr std::size_t characters_max = 40;
constexpr std::size_t typed_bytes_max = 200;
/// A crowd of different texts must not fill the database.
constexpr std::int64_t unreadable_rows_max = 5'000;
constexpr int days_in_week = 7;
constexpr int unreadable_kept_weeks = 12;
constexpr int readable_kept_weeks = 52;

/// Only a to z, æ, ø and å, which every Latin letter of our languages is folded to.
bool is_latin(std::string_view folded_word)
{
    constexpr char first_byte = '\xc3';
    for (std::size_t at = 0; at < folded_word.size(); ++at) {
        const char letter = folded_word[at];
        if (letter >= 'a' && letter <= 'z') { continue; }
        const char next = at + 1 < folded_word.size() ? folded_word[at + 1] : ' ';
        const bool norwegian = letter == first_byte && (next == '\xa6' || next == '\xb8' || next == '\xa5');
        if (!norwegian) { return false; }
        ++at;
    }
    return !folded_word.empty();
}

/// What may stand between words of a plain text; "ola.nordmann" and "a@b" are addresses.
bool is_plain_between(std::string_view between, bool at_end)
{
    for (std::size_t at = 0; at < between.size(); ++at) {
        const char sign = between[at];
        if (sign == ' ' || sign == ',' || sign == '?' || sign == '!' || sign == '-') { continue; }
        const bool ends_sentence = at + 1 == between.size() ? at_end : between[at + 1] == ' ';
        if (sign != '.' || !ends_sentence) { return false; }
    }
    return true;
}

Date week_of(Date day)
{
    return day.plus_days(1 - weekday_of(day));
}

/// What is known of one search when it has been made unreadable.
struct Counted {
    std::string id;
    std::string municipality;
    std::string words;
    std::string text_hash;
    std::string day_mark;
    Date week;
};

void forget_old(db::Writer& hub, Date week)
{
    const std::string unreadable_before = text_of(week.plus_days(-days_in_week * unreadable_kept_weeks));
    const std::string readable_before = text_of(week.plus_days(-days_in_week * readable_kept_weeks));
    hub.execute(queries::delete_old_unanswered, {{"unreadable_before", std::string_view{unreadable_before}},
                                                 {"readable_before", std::string_view{readable_before}}});
}

void count_one(db::Writer& hub, const Counted& counted)
{
    forget_old(hub, counted.week);
    const std::string week = text_of(counted.week);
    std::int64_t days = 0;
    bool hidden = false;
    {
        db::Rows rows =
            hub.run(queries::unanswered_by_hash, {{"municipality", std::string_view{counted.municipality}},
                                                  {"text_hash", std::string_view{counted.text_hash}}});
        if (rows.next()) {
            hidden = rows.integer("hidden") != 0;
            days = rows.integer("days") + (rows.text("day_mark") == counted.day_mark ? 0 : 1);
        }
    }
    if (days == 0) {
        hub.execute(queries::insert_unanswered, {{"id", std::string_view{counted.id}},
                                                 {"municipality", std::string_view{counted.municipality}},
                                                 {"text_hash", std::string_view{counted.text_hash}},
                                                 {"day_mark", std::string_view{counted.day_mark}},
                                                 {"week", std::string_view{week}},
                                                 {"rows_max", unreadable_rows_max}});
        return;
    }
    const bool readable = days >= readable_after_days && !hidden;
    hub.execute(queries::update_unanswered,
                {{"municipality", std::string_view{counted.municipality}},
                 {"text_hash", std::string_view{counted.text_hash}},
                 {"words", readable ? db::Value{std::string_view{counted.words}} : db::Value{}},
                 {"days", days},
                 {"day_mark", std::string_view{counted.day_mark}},
                 {"week", std::string_view{week}}});
}

} // namespace

std::optional<std::string> countable_words(std::string_view typed)
{
    if (typed.size() > typed_bytes_max) { return std::nullopt; }
    std::string words;
    std::size_t count = 0;
    const char* end_of_last = typed.data();
    for (const TypedWord& word : words_in(typed)) {
        const auto gap = static_cast<std::size_t>(word.typed.data() - end_of_last);
        if (++count > words_max || !is_latin(word.folded) || !is_plain_between({end_of_last, gap}, false)) {
            return std::nullopt;
        }
        if (!words.empty()) { words += ' '; }
        words += word.folded;
        end_of_last = word.typed.data() + word.typed.size();
    }
    const auto rest = static_cast<std::size_t>(typed.data() + typed.size() - end_of_last);
    const std::size_t characters = length_of(words);
    if (!is_plain_between({end_of_last, rest}, true) || characters < characters_min ||
        characters > characters_max) {
        return std::nullopt;
    }
    return words;
}

Pending count_unanswered(App& app, const std::string& municipality, std::string_view typed)
{
    try {
        std::optional<std::string> words = countable_words(typed);
        if (!words) { return {}; }
        const Date today = app.clock.today();
        const std::string hash = app.keys.keyed_hash("unanswered_search", municipality + " " + *words);
        Counted counted{.id = app.ids.next(),
                        .municipality = municipality,
                        .words = *std::move(words),
                        .text_hash = hash,
                        .day_mark = app.keys.keyed_hash("unanswered_day", hash + " " + text_of(today)),
                        .week = week_of(today)};
        return app.hub().write_later(
            [counted = std::move(counted)](db::Writer& hub) { count_one(hub, counted); });
    } catch (const std::exception& failure) {
        log::warning(std::string{"a search without an answer was not counted: "} + failure.what());
        return {};
    }
}

UnansweredSearches unanswered_here(App& app, const Caller& caller)
{
    return app.hub().read([&](db::Reader& hub) {
        UnansweredSearches found;
        const std::string_view municipality = caller.municipality;
        {
            db::Rows rows = hub.run(queries::unanswered_readable, {{"municipality", municipality}});
            while (rows.next()) {
                const std::optional<Date> week = find_date(rows.text("last_week"));
                check(week.has_value(), "a stored week is a day");
                found.searches.push_back({UnansweredSearchId{rows.string("id")}, rows.string("words"),
                                          rows.integer("times"), rows.integer("days"), *week});
            }
        }
        db::Rows rows = hub.run(queries::unanswered_unreadable_count, {{"municipality", municipality}});
        check(rows.next(), "a count is one row");
        found.rare = rows.integer("found");
        return found;
    });
}

Result<Done> hide_unanswered(App& app, const Caller& caller, const UnansweredSearchId& id)
{
    return app.hub().write([&](db::Writer& hub) -> Result<Done> {
        const std::int64_t changed = hub.execute(
            queries::hide_unanswered,
            {{"id", std::string_view{id.text()}}, {"municipality", std::string_view{caller.municipality}}});
        if (changed == 0) { return Error{ErrorCode::not_found, "no such search here"}; }
        access::append_journal(hub, caller, app.clock.now(),
                               {.subject = "unanswered_searches:" + caller.municipality,
                                .act = "unanswered_search_hidden",
                                .purpose = "administration",
                                .audience = {},
                                .content = "{}"});
        return Done{};
    });
}

} // namespace samvei::directory
