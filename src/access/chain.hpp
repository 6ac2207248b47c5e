#pragma once
// What the journal, the access log and the seals share: chains of hashes, and what each hash covers. Writing
// and verifying use the same functions, so that they cannot drift apart.

#include "db/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace samvei::access {

/// Kinds of chains, as stored in chain_head.
inline constexpr std::string_view journal_kind = "journal";
inline constexpr std::string_view access_log_kind = "access_log";

/// The last link of a chain; sequence 0 and hash "" when there is none yet.
struct ChainHead {
    std::int64_t sequence = 0;
    std::string hash;
};

ChainHead head_of(db::Reader& db, std::string_view kind, std::string_view subject);
void move_head(db::Writer& db, std::string_view kind, std::string_view subject, const ChainHead& head);

/// Everything in a journal entry but its content, for which its digest stands.
struct JournalLink {
    std::string_view previous_hash;
    std::string_view subject;
    std::int64_t sequence = 0;
    std::string_view at;
    std::string_view act;
    std::string_view purpose;
    std::string_view audience;
    std::string_view account_id;
    std::string_view actor_name;
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view content_digest;
};
std::string hash_of(const JournalLink& link);

struct LookLink {
    std::string_view previous_hash;
    std::string_view chain;
    std::int64_t sequence = 0;
    std::string_view at;
    std::string_view follow_up_id;
    std::string_view person_id;
    std::string_view account_id;
    std::string_view name;
    std::string_view unit_id;
    std::string_view unit_name;
    std::string_view profession;
    std::string_view purpose;
    std::string_view what;
};
std::string hash_of(const LookLink& link);

struct SealLink {
    std::string_view previous_hash;
    std::int64_t number = 0;
    std::string_view at;
    std::string_view heads_digest;
};
std::string hash_of(const SealLink& link);

/// The digest of the heads in one seal, one added after another; "" before the first.
std::string digest_with_head(std::string_view digest_so_far, std::string_view kind, std::string_view subject,
                             std::int64_t sequence, std::string_view hash);

} // namespace samvei::access
