#pragma once
// The journal: every change writes, in its own transaction, who did what for which unit, why and to whom.
// Invariants: within a subject, sequences are 1, 2, 3 ... and each entry's hash covers the hash before it;
// the hash covers the content's digest, so lawful erasure may blank the content and the chain still holds;
// seals chain the heads of all subjects, so that cutting off a chain's end shows.

#include "access/permit.hpp"
#include "base/time.hpp"
#include "db/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::access {

/// One change, to be written. `subject`: "follow_up:<id>", "early_concern:<id>", "account:<id>", "settings"
/// ...
struct JournalEntry {
    std::string subject;
    std::string act;      ///< "goal_set", "baton_accepted" ...: a word of the room that writes it.
    std::string purpose;  ///< Why: name of Purpose or Ground.
    std::string audience; ///< To whom: unit ids, separated by spaces, or "".
    std::string content;  ///< JSON object with the facts; personal.
};

/// Appends to the subject's chain, by this caller, now. Called in the transaction of the change itself.
void append_journal(db::Writer& db, const Caller& caller, Instant now, const JournalEntry& entry);

/// The same for changes made by the system or an operator (no caller): `actor_name` such as "samvei demo".
void append_journal_by_system(db::Writer& db, std::string_view actor_name, Instant now,
                              const JournalEntry& entry);

/// An entry as read back.
struct JournalRow {
    std::int64_t sequence = 0;
    Instant at;
    std::string act;
    AccountId account; ///< Empty for the system.
    std::string actor_name;
    std::string unit_name;
    std::string content; ///< "" when erased.
};

/// What happened in a follow-up, newest first, at most `limit`, for a timeline: the texts of meetings and own
/// words are left out. Needs a permit that opens Part::content.
std::vector<JournalRow> journal_of(db::Reader& db, const Permit& permit, std::int64_t limit);

/// The same of a subject that is no child's: "account:<id>", "settings". A follow-up's is a broken invariant.
std::vector<JournalRow> journal_of_subject(db::Reader& db, std::string_view subject, std::int64_t limit);

/// Seals the heads that moved since the last seal; does nothing when none did.
void seal_chains(db::Writer& db, Instant now);

/// Where a chain is broken.
struct BrokenChain {
    std::string chain; ///< "journal", "access_log" or "seal", with the subject or log.
    std::int64_t sequence = 0;
    std::string what; ///< English, for the operator; no personal text.
};

struct ChainReport {
    std::uint64_t journal_entries = 0;
    std::uint64_t looks = 0;
    std::uint64_t seals = 0;
    std::optional<BrokenChain> first_broken;
};

/// Walks every chain of one database (hub or municipality). `progress` is called now and then with rows so
/// far.
ChainReport verify_chains(db::Reader& db, const std::function<void(std::uint64_t)>& progress);

} // namespace samvei::access
