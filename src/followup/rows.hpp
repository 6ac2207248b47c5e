#pragma once
// Small words for reading and binding columns, shared by the stores of this room only.

#include "db/database.hpp"
#include "followup/types.hpp"

#include <algorithm>

namespace samvei::followup {

inline std::int64_t number_of(bool yes)
{
    return yes ? 1 : 0;
}

/// A day or a time as our own database stores it; anything else there is a bug.
inline Date date_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Date> date = samvei::find_date(rows.text(column));
    check(date.has_value(), "a stored date is a date");
    return *date;
}

inline std::optional<Date> find_date_in(const db::Rows& rows, std::string_view column)
{
    if (rows.is_null(column)) { return std::nullopt; }
    return date_in(rows, column);
}

inline Instant instant_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Instant> instant = find_instant(rows.text(column));
    check(instant.has_value(), "a stored time is a time");
    return *instant;
}

inline PersonalText personal_in(const db::Rows& rows, std::string_view column)
{
    return PersonalText{rows.find_string(column).value_or("")};
}

template <class SomeId>
SomeId id_in(const db::Rows& rows, std::string_view column)
{
    return SomeId{rows.string(column)};
}

template <class SomeId>
std::optional<SomeId> find_id_in(const db::Rows& rows, std::string_view column)
{
    if (rows.is_null(column)) { return std::nullopt; }
    return id_in<SomeId>(rows, column);
}

template <class Enum>
Enum word_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Enum> value = find_word<Enum>(rows.text(column));
    check(value.has_value(), "a stored word is one of its enum's");
    return *value;
}

/// An optional date as text that lives as long as this does, for binding.
struct DateText {
    explicit DateText(std::optional<Date> date)
    {
        if (date) { text = text_of(*date); }
    }
    db::Value value() const { return db::or_null(text); }
    std::optional<std::string> text;
};

/// Null when the text is empty.
inline db::Value text_or_null(const std::string& text)
{
    return text.empty() ? db::Value{} : db::Value{std::string_view{text}};
}

template <class SomeId>
db::Value id_or_null(const std::optional<SomeId>& id)
{
    return id ? db::Value{std::string_view{id->text()}} : db::Value{};
}

/// "a b c" and back; the parts have no spaces (ids, words).
inline std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) { text += (text.empty() ? "" : " ") + part; }
    return text;
}

inline std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        if (end > start) { parts.emplace_back(text.substr(start, end - start)); }
        start = end + 1;
    }
    return parts;
}

template <class SomeId>
std::string joined_ids(const std::vector<SomeId>& ids)
{
    std::vector<std::string> texts;
    for (const SomeId& id : ids) { texts.push_back(id.text()); }
    return joined(texts);
}

template <class SomeId>
std::vector<SomeId> ids_of(std::string_view text)
{
    std::vector<SomeId> ids;
    for (std::string& part : parts_of(text)) { ids.emplace_back(std::move(part)); }
    return ids;
}

/// A follow-up as every query of queries.sql selects it.
inline FollowUp follow_up_from(const db::Rows& rows)
{
    FollowUp row;
    row.id = id_in<FollowUpId>(rows, "id");
    row.reference = rows.string("reference");
    row.child = id_in<PersonId>(rows, "child_id");
    row.state = word_in<FollowUpState>(rows, "state");
    row.reason = personal_in(rows, "reason");
    row.stage = rows.string("stage");
    row.level = static_cast<int>(rows.integer("level"));
    row.pathway_id = rows.string("pathway_id");
    row.pathway_version = static_cast<int>(rows.integer("pathway_version"));
    row.started_in = rows.string("started_in");
    row.opened_on = date_in(rows, "opened_on");
    row.holder = find_id_in<MemberId>(rows, "holder_member");
    row.next_step = rows.find_string("next_step").value_or("");
    row.next_due_on = find_date_in(rows, "next_due_on");
    row.next_note = personal_in(rows, "next_note");
    row.on_pathway = rows.string("on_pathway");
    row.on_version = static_cast<int>(rows.integer("on_version"));
    row.main_step = rows.find_string("main_step").value_or("");
    row.main_due_on = find_date_in(rows, "main_due_on");
    row.next_run = find_id_in<RunId>(rows, "next_run");
    row.main_since = date_in(rows, "main_since");
    row.main_waits_for = rows.find_string("main_waits_for").value_or("");
    row.next_since = date_in(rows, "next_since");
    row.waits_for = rows.find_string("waits_for").value_or("");
    row.closed_on = find_date_in(rows, "closed_on");
    row.closed_reason = personal_in(rows, "closed_reason");
    row.version = rows.integer("version");
    return row;
}

inline Person person_from(const db::Rows& rows)
{
    Person person;
    person.id = id_in<PersonId>(rows, "id");
    person.given_name = personal_in(rows, "given_name");
    person.family_name = personal_in(rows, "family_name");
    person.born_on = find_date_in(rows, "birth_date");
    person.phone = personal_in(rows, "phone");
    person.account = find_id_in<AccountId>(rows, "account_id");
    return person;
}

/// An offer of the baton, as every query of queries.sql selects it.
inline Offer offer_from(const db::Rows& rows)
{
    Offer offer;
    offer.id = id_in<OfferId>(rows, "id");
    offer.follow_up = id_in<FollowUpId>(rows, "follow_up_id");
    offer.from_member = id_in<MemberId>(rows, "from_member");
    offer.to_member = id_in<MemberId>(rows, "to_member");
    offer.from_name = rows.string("from_name");
    offer.to_name = rows.string("to_name");
    offer.message = personal_in(rows, "message");
    offer.offered_at = instant_in(rows, "offered_at");
    offer.answer_by = find_date_in(rows, "answer_by");
    offer.state = word_in<OfferState>(rows, "state");
    offer.answer_reason = personal_in(rows, "answer_reason");
    if (!rows.is_null("answered_at")) { offer.answered_at = instant_in(rows, "answered_at"); }
    return offer;
}

} // namespace samvei::followup
