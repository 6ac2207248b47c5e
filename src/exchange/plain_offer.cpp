// Rows of HSDS's own tables as an offer. Every text is made to fit the fields that offers have.

#include "base/digest.hpp"
#include "base/text.hpp"
#include "exchange/mapping.hpp"
#include "exchange/own_taxonomies.hpp"
#include "finder/words.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using finder::Offer;
using Row = json::object;
using RowList = std::vector<const Row*>;

constexpr int minutes_of_day = 1440;
constexpr std::size_t contacts_max = 12;
constexpr std::size_t places_max = 40;
constexpr std::array<std::string_view, 7> week_days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// Without characters that offers may not hold, at most `max` of them, cut after a word.
std::string fitted(std::string_view text, std::size_t max)
{
    std::string clean;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) { clean += c; }
        if (c == '\n' || c == '\t') { clean += c == '\n' ? '\n' : ' '; }
    }
    clean = trimmed(clean);
    if (length_of(clean) <= max) { return clean; }
    std::size_t end = 0;
    for (std::size_t count = 0; count < max - 1; ++count) {
        do {
            ++end;
        } while (end < clean.size() && (static_cast<unsigned char>(clean[end]) & 0xc0) == 0x80);
    }
    std::string cut = clean.substr(0, end);
    if (const std::size_t space = cut.find_last_of(" \n"); space != std::string::npos && space > end / 2) {
        cut.resize(space);
    }
    return trimmed(cut) + "…";
}

/// The first sentence of a text.
std::string first_sentence(const std::string& text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '\n' ||
                          ((text[at] == '.' || text[at] == '!' || text[at] == '?') &&
                           (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n'));
        if (ends) { return trimmed(text.substr(0, text[at] == '\n' ? at : at + 1)); }
    }
    return text;
}

std::optional<int> find_minutes(const std::string& text)
{
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() < 5 || !digit(0) || !digit(1) || text[2] != ':' || !digit(3) || !digit(4)) {
        return std::nullopt;
    }
    const int minutes = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
    if (minutes > minutes_of_day) { return std::nullopt; }
    return minutes == minutes_of_day - 1 ? minutes_of_day : minutes;
}

std::optional<double> find_number(const Row& row, std::string_view field)
{
    const json::value* value = row.if_contains(field);
    if (value == nullptr || !value->is_number()) { return std::nullopt; }
    return value->to_number<double>();
}

bool is_digits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// [a-z0-9_] from a name.
std::string slug_of(const std::string& name)
{
    constexpr std::size_t slug_max = 44;
    std::string slug;
    for (const char c : folded(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) { slug += c; }
        if (!plain && !slug.empty() && slug.back() != '_') { slug += '_'; }
    }
    slug = slug.substr(0, slug_max);
    while (!slug.empty() && slug.back() == '_') { slug.pop_back(); }
    return slug;
}

class Reading {
public:
    Reading(const RowIndex& index, const PackageRow& service, const MapSetting& setting,
            std::vector<RowFault>& notes)
        : index_{index}, row_{service}, service_{service.values}, id_{text_of(service.values, "id")},
          setting_{setting}, notes_{notes}
    {}

    Offer offer()
    {
        const std::string name = said("name", 120);
        const std::string slug = slug_of(name);
        offer_.id = "m" + setting_.municipality + "_" + (slug.empty() ? "x" : slug);
        put(offer_.name, name);
        read_texts();
        read_organization();
        read_words();
        read_areas();
        read_ages();
        read_hours();
        read_places();
        read_contacts();
        read_the_rest();
        return std::move(offer_);
    }

private:
    void note(Why why, std::string_view field, std::string detail = {})
    {
        notes_.push_back({.why = why,
                          .table = "service",
                          .row = row_.row,
                          .line = row_.line,
                          .field = std::string{field},
                          .detail = std::move(detail)});
    }

    void put(finder::Texts& texts, const std::string& text) const
    {
        if (!text.empty()) { texts.emplace(setting_.language, text); }
    }

    /// A text of the service, shortened when it is too long for an offer.
    std::string said(std::string_view field, std::size_t max)
    {
        const std::string text = text_of(service_, field);
        if (length_of(text) > max) { note(Why::shortened, field, std::to_string(max)); }
        return fitted(text, max);
    }

    RowList rows(std::string_view table) const { return index_.rows_with(table, "service_id", id_); }
    RowList rows(std::string_view table, std::string_view field, const Row& of) const
    {
        return index_.rows_with(table, field, text_of(of, "id"));
    }

    void read_texts()
    {
        const std::string description = said("description", 2000);
        put(offer_.description, description);
        put(offer_.summary, fitted(first_sentence(description), 200));
        const std::string others = text_of(service_, "alternate_name");
        for (std::size_t from = 0; from <= others.size() && offer_.other_names.size() < 20;) {
            const std::size_t to = std::min(others.find(';', from), others.size());
            const std::string name = fitted(others.substr(from, to - from), 300);
            if (!name.empty()) { offer_.other_names.push_back(name); }
            from = to + 1;
        }
    }

    void read_organization()
    {
        offer_.provider = finder::Provider::voluntary;
        const Row* organization = index_.find("organization", text_of(service_, "organization_id"));
        if (organization != nullptr) { offer_.organization = fitted(text_of(*organization, "name"), 200); }
        if (offer_.organization.empty()) { offer_.organization = fitted(setting_.source, 200); }
        if (organization == nullptr) { return; }
        for (const Row* row : rows("organization_identifier", "organization_id", *organization)) {
            const std::string scheme = text_of(*row, "identifier_scheme");
            const std::string number = text_of(*row, "identifier");
            if (is_digits(number, 9) && (scheme.empty() || scheme == "NO-BRC")) {
                offer_.organization_number = number;
            }
        }
        const std::string tax_id = text_of(*organization, "tax_id");
        if (offer_.organization_number.empty() && is_digits(tax_id, 9)) {
            offer_.organization_number = tax_id;
        }
    }

    template <class Enum>
    static void add_word(std::vector<Enum>& words, std::string_view code)
    {
        const auto found = find_word<Enum>(code);
        if (found && std::ranges::find(words, *found) == words.end()) { words.push_back(*found); }
    }

    void add_theme(const std::string& id)
    {
        const bool is_new = std::ranges::find(offer_.themes, id) == offer_.themes.end();
        if (is_new && offer_.themes.size() < 50 && length_of(id) <= 60) { offer_.themes.push_back(id); }
    }

    /// A term of another taxonomy counts when it is called what a theme or a kind is called here.
    void read_foreign_term(const Row& term)
    {
        const std::string code = text_of(term, "code");
        const std::string name = folded(text_of(term, "name"));
        const auto is_called = [&](const std::string& id, const finder::Texts& names) {
            return id == code || std::ranges::any_of(names, [&](const auto& one) {
                       return !name.empty() && folded(one.second) == name;
                   });
        };
        for (const finder::Theme& theme : setting_.vocabulary.themes) {
            if (is_called(theme.id, theme.name)) { add_theme(theme.id); }
        }
        for (const finder::Kind& kind : setting_.vocabulary.kinds) {
            if (offer_.kind.empty() && is_called(kind.id, kind.name)) { offer_.kind = kind.id; }
        }
    }

    void read_words()
    {
        for (const Row* attribute : index_.rows_with("attribute", "link_id", id_)) {
            const Row* term = index_.find("taxonomy_term", text_of(*attribute, "taxonomy_term_id"));
            if (term == nullptr) { continue; }
            const std::string taxonomy = text_of(*term, "taxonomy_id");
            const std::string code = text_of(*term, "code");
            if (taxonomy == taxonomy_id(kind_taxonomy)) {
                offer_.kind = fitted(code, 60);
            } else if (taxonomy == taxonomy_id(theme_taxonomy)) {
                add_theme(code);
            } else if (taxonomy == taxonomy_id(severity_taxonomy)) {
                add_word(offer_.severity, code);
            } else if (taxonomy == taxonomy_id(audience_taxonomy)) {
                add_word(offer_.audience, code);
            } else if (taxonomy == taxonomy_id(way_taxonomy)) {
                add_word(offer_.ways, code);
            } else if (taxonomy != taxonomy_id(field_taxonomy)) {
                read_foreign_term(*term);
            }
        }
        if (offer_.kind.empty()) {
            note(Why::kind_guessed, "kind");
            offer_.kind = setting_.vocabulary.find_kind("voluntary") != nullptr ||
                                  setting_.vocabulary.kinds.empty()
                              ? "voluntary"
                              : setting_.vocabulary.kinds.front().id;
        }
        if (offer_.severity.empty()) { offer_.severity = {finder::Severity::universal}; }
        if (offer_.audience.empty()) {
            offer_.audience = {finder::Audience::child, finder::Audience::parent};
        }
    }

    void read_areas()
    {
        for (const Row* area : rows("service_area")) {
            const std::string extent = text_of(*area, "extent");
            if (extent == "NO") { offer_.areas.country = true; }
            if (extent.size() == 5 && extent.starts_with("NO-") && is_digits(extent.substr(3), 2) &&
                offer_.areas.counties.size() < 20) {
                offer_.areas.counties.push_back(extent.substr(3));
            }
            if (is_digits(extent, 4) && offer_.areas.municipalities.size() < 400) {
                offer_.areas.municipalities.push_back(extent);
            }
        }
        const finder::Areas none;
        if (offer_.areas == none) {
            note(Why::area_guessed, "service_areas");
            offer_.areas.municipalities = {setting_.municipality};
        }
    }

    void read_ages()
    {
        const auto years = [&](std::string_view field, int otherwise) {
            const auto number = find_number(service_, field);
            return number && *number >= 0 && *number <= 120 ? static_cast<int>(std::floor(*number))
                                                            : otherwise;
        };
        offer_.age_min = years("minimum_age", 0);
        offer_.age_max = std::max(years("maximum_age", 120), offer_.age_min);
    }

    /// Those of the service, and of the service where it is.
    RowList schedules() const
    {
        RowList all = rows("schedule");
        for (const Row* at : rows("service_at_location")) {
            for (const Row* row : rows("schedule", "service_at_location_id", *at)) {
                if (std::ranges::find(all, row) == all.end()) { all.push_back(row); }
            }
        }
        return all;
    }

    static std::vector<int> weekdays_in(const std::string& byday)
    {
        std::vector<int> days;
        for (std::size_t from = 0; from < byday.size();) {
            const std::size_t to = std::min(byday.find(',', from), byday.size());
            const std::string day = trimmed(byday.substr(from, to - from));
            const auto at = std::ranges::find(week_days, day);
            if (at != week_days.end()) { days.push_back(static_cast<int>(at - week_days.begin()) + 1); }
            from = to + 1;
        }
        return days;
    }

    void add_exception(const Row& row, const finder::TimeSpan& span)
    {
        const auto from = find_date(text_of(row, "valid_from"));
        const auto to = find_date(text_of(row, "valid_to"));
        if (!from || !to || *to < *from || offer_.hours.exceptions.size() >= 60) { return; }
        finder::HoursException exception{.from = *from, .to = *to, .hours = {span}, .note = {}};
        put(exception.note, fitted(text_of(row, "description"), 300));
        auto& last = offer_.hours.exceptions;
        const bool same = !last.empty() && last.back().from == *from && last.back().to == *to &&
                          last.back().note == exception.note && last.back().hours.size() < 6;
        if (same) { last.back().hours.push_back(span); }
        if (!same) { last.push_back(std::move(exception)); }
    }

    void read_hours()
    {
        std::set<finder::WeeklyHours> week;
        std::string described;
        for (const Row* row : schedules()) {
            const bool limited = !text_of(*row, "valid_to").empty();
            if (!limited && described.empty()) { described = fitted(text_of(*row, "description"), 400); }
            const auto from = find_minutes(text_of(*row, "opens_at"));
            const auto to = find_minutes(text_of(*row, "closes_at"));
            if (!from || !to || *from >= *to) { continue; }
            if (limited) {
                add_exception(*row, {*from, *to});
            } else if (text_of(*row, "freq") != "MONTHLY") {
                for (const int day : weekdays_in(text_of(*row, "byday"))) {
                    if (week.size() < 28) { week.insert({day, {*from, *to}}); }
                }
            }
        }
        offer_.hours.weekly.assign(week.begin(), week.end());
        put(offer_.hours.note, described);
    }

    void read_places()
    {
        for (const Row* at : rows("service_at_location")) {
            const Row* location = index_.find("location", text_of(*at, "location_id"));
            if (location == nullptr || offer_.places.size() == places_max) { continue; }
            const RowList addresses = rows("address", "location_id", *location);
            const Row empty;
            const Row& address = addresses.empty() ? empty : *addresses.front();
            finder::Place place;
            place.address = fitted(text_of(address, "address_1"), 200);
            place.city = fitted(text_of(address, "city"), 100);
            const std::string code = text_of(address, "postal_code");
            if (is_digits(code, 4)) { place.postal_code = code; }
            place.name = fitted(text_of(*location, "name"), 200);
            if (place.name.empty()) { place.name = place.address.empty() ? place.city : place.address; }
            place.latitude = degrees(*location, "latitude", 90);
            place.longitude = degrees(*location, "longitude", 180);
            if (!place.name.empty()) { offer_.places.push_back(std::move(place)); }
            for (const Row* row : rows("accessibility", "location_id", *location)) {
                if (offer_.accessibility.empty()) {
                    put(offer_.accessibility, fitted(text_of(*row, "description"), 600));
                }
            }
        }
    }

    static std::optional<double> degrees(const Row& row, std::string_view field, double max)
    {
        const auto number = find_number(row, field);
        return number && std::abs(*number) <= max ? number : std::nullopt;
    }

    void add_contact(finder::ContactKind kind, std::string value, const std::string& label)
    {
        const auto same = [&](const finder::Contact& other) { return other.value == value; };
        if (value.empty() || length_of(value) > 300 || offer_.contacts.size() == contacts_max ||
            std::ranges::any_of(offer_.contacts, same)) {
            return;
        }
        finder::Contact contact{.kind = kind, .value = std::move(value), .label = {}, .hours_note = {}};
        put(contact.label, fitted(label, 200));
        offer_.contacts.push_back(std::move(contact));
    }

    void add_phones(const RowList& phones)
    {
        for (const Row* phone : phones) {
            const std::string type = text_of(*phone, "type");
            if (type == "fax" || type == "pager") { continue; }
            std::string number;
            for (const char c : text_of(*phone, "number")) {
                if ((c >= '0' && c <= '9') || c == '+' || c == ' ') { number += c; }
            }
            number = trimmed(number);
            if (std::ranges::count_if(number, [](char c) { return c >= '0' && c <= '9'; }) < 3) {
                note(Why::unlike_a_phone, "phones", fitted(text_of(*phone, "number"), 60));
                continue;
            }
            add_contact(type == "text" ? finder::ContactKind::sms : finder::ContactKind::phone, number,
                        text_of(*phone, "description"));
        }
    }

    void add_web(const std::string& address, const std::string& label)
    {
        if (address.starts_with("https://") || address.starts_with("http://")) {
            add_contact(finder::ContactKind::web, address, label);
        }
    }

    void add_people(const RowList& people)
    {
        for (const Row* person : people) {
            add_phones(rows("phone", "contact_id", *person));
            add_contact(finder::ContactKind::email, text_of(*person, "email"), text_of(*person, "name"));
        }
    }

    void read_contacts()
    {
        add_phones(rows("phone"));
        for (const Row* at : rows("service_at_location")) {
            add_phones(rows("phone", "service_at_location_id", *at));
        }
        for (const Row* url : rows("url")) { add_web(text_of(*url, "url"), text_of(*url, "label")); }
        add_web(text_of(service_, "url"), "");
        add_people(rows("contact"));
        add_contact(finder::ContactKind::email, text_of(service_, "email"), "");
        if (!offer_.contacts.empty()) { return; }
        if (const Row* organization = index_.find("organization", text_of(service_, "organization_id"))) {
            add_phones(rows("phone", "organization_id", *organization));
            add_web(text_of(*organization, "website"), "");
            add_contact(finder::ContactKind::email, text_of(*organization, "email"), "");
        }
    }

    void read_cost()
    {
        std::string note = text_of(service_, "fees_description");
        if (note.empty()) { note = text_of(service_, "fees"); }
        put(offer_.cost_note, fitted(note, 300));
        offer_.free = note.empty();
        for (const Row* option : rows("cost_option")) {
            if (find_number(*option, "amount").value_or(1) > 0) { offer_.free = false; }
        }
    }

    void read_ways()
    {
        if (!offer_.ways.empty()) { return; }
        for (const finder::Contact& contact : offer_.contacts) {
            if (contact.kind == finder::ContactKind::phone) { offer_.ways = {finder::Way::phone}; }
        }
        if (!offer_.places.empty()) { offer_.ways.push_back(finder::Way::appointment); }
        if (offer_.ways.empty()) { offer_.ways = {finder::Way::digital}; }
    }

    void read_the_rest()
    {
        read_cost();
        read_ways();
        put(offer_.way_in.note, said("application_process", 400));
        put(offer_.response_time, fitted(text_of(service_, "wait_time"), 300));
        offer_.interpreter = !text_of(service_, "interpretation_services").empty();
        for (const Row* language : rows("language")) {
            const std::string code = fitted(text_of(*language, "code"), 35);
            const auto& known = offer_.languages;
            if (!code.empty() && known.size() < 60 && std::ranges::find(known, code) == known.end()) {
                offer_.languages.push_back(code);
            }
        }
        if (const auto day = find_date(text_of(service_, "assured_date"))) {
            const std::string by = fitted(text_of(service_, "assurer_email"), 200);
            offer_.checked = {.on = *day,
                              .by = by.empty() ? offer_.organization : by,
                              .source = "",
                              .evidence = finder::Evidence::known};
        }
    }

    const RowIndex& index_;
    const PackageRow& row_;
    const Row& service_;
    std::string id_;
    const MapSetting& setting_;
    std::vector<RowFault>& notes_;
    Offer offer_;
};

} // namespace

finder::Offer plain_offer(const RowIndex& index, const PackageRow& service, const MapSetting& setting,
                          std::vector<RowFault>& notes)
{
    return Reading{index, service, setting, notes}.offer();
}

} // namespace samvei::exchange
