#include "access/journal.hpp"

#include "access/chain.hpp"
#include "access/queries.hpp"
#include "base/digest.hpp"

namespace samvei::access {

namespace {

/// Who did it, as written into the entry; "" for what there is none of.
struct Actor {
    std::string_view account;
    std::string_view name;
    std::string_view unit;
    std::string_view unit_name;
};

void append(db::Writer& db, const Actor& actor, Instant now, const JournalEntry& entry)
{
    const ChainHead head = head_of(db, journal_kind, entry.subject);
    const std::string at = text_of(now);
    const std::string content_digest = sha256_hex(entry.content);
    const JournalLink link{.previous_hash = head.hash,
                           .subject = entry.subject,
                           .sequence = head.sequence + 1,
                           .at = at,
                           .act = entry.act,
                           .purpose = entry.purpose,
                           .audience = entry.audience,
                           .account_id = actor.account,
                           .actor_name = actor.name,
                           .unit_id = actor.unit,
                           .unit_name = actor.unit_name,
                           .content_digest = content_digest};
    const ChainHead moved{.sequence = link.sequence, .hash = hash_of(link)};

    db.execute(queries::insert_journal_entry, {{"subject", link.subject},
                                               {"sequence", link.sequence},
                                               {"at", link.at},
                                               {"act", link.act},
                                               {"purpose", link.purpose},
                                               {"audience", link.audience},
                                               {"account", link.account_id},
                                               {"actor_name", link.actor_name},
                                               {"unit", link.unit_id},
                                               {"unit_name", link.unit_name},
                                               {"content", std::string_view{entry.content}},
                                               {"content_digest", link.content_digest},
                                               {"previous_hash", link.previous_hash},
                                               {"hash", std::string_view{moved.hash}}});
    move_head(db, journal_kind, entry.subject, moved);
}

std::vector<JournalRow> journal_from(db::Rows rows)
{
    std::vector<JournalRow> journal;
    while (rows.next()) {
        const auto at = find_instant(rows.text("at"));
        check(at.has_value(), "the journal's times are instants");
        journal.push_back({.sequence = rows.integer("sequence"),
                           .at = *at,
                           .act = rows.string("act"),
                           .account = AccountId{rows.string("account_id")},
                           .actor_name = rows.string("actor_name"),
                           .unit_name = rows.string("unit_name"),
                           .content = rows.find_string("content").value_or("")});
    }
    return journal;
}

} // namespace

void append_journal(db::Writer& db, const Caller& caller, Instant now, const JournalEntry& entry)
{
    append(db,
           {.account = caller.account.text(),
            .name = caller.name,
            .unit = caller.unit ? std::string_view{caller.unit->text()} : std::string_view{},
            .unit_name = caller.unit_name},
           now, entry);
}

void append_journal_by_system(db::Writer& db, std::string_view actor_name, Instant now,
                              const JournalEntry& entry)
{
    append(db, {.account = {}, .name = actor_name, .unit = {}, .unit_name = {}}, now, entry);
}

std::vector<JournalRow> journal_of(db::Reader& db, const Permit& permit, std::int64_t limit)
{
    check(permit.opens(Part::content), "what happened is read with a permit that opens the content");
    const std::string subject = "follow_up:" + permit.follow_up().text();
    return journal_from(
        db.run(queries::timeline_of_subject, {{"subject", std::string_view{subject}}, {"limit", limit}}));
}

std::vector<JournalRow> journal_of_subject(db::Reader& db, std::string_view subject, std::int64_t limit)
{
    check(!subject.starts_with("follow_up:"), "a child's journal is read with a permit");
    return journal_from(db.run(queries::journal_of_subject, {{"subject", subject}, {"limit", limit}}));
}

} // namespace samvei::access
