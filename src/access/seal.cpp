// Sealing: one link over the heads of all chains that moved since the last seal, so that cutting off the end
// of a chain shows. The rest of the journal is in journal.cpp, verifying in verify.cpp.
#include "access/journal.hpp"

#include "access/chain.hpp"
#include "access/queries.hpp"

namespace samvei::access {

namespace {

struct MovedHead {
    std::string kind;
    std::string subject;
    std::int64_t sequence = 0;
    std::string hash;
};

std::vector<MovedHead> heads_moved_since_last_seal(db::Reader& db)
{
    db::Rows rows = db.run(queries::unsealed_heads, {});
    std::vector<MovedHead> heads;
    while (rows.next()) {
        heads.push_back({.kind = rows.string("kind"),
                         .subject = rows.string("subject"),
                         .sequence = rows.integer("sequence"),
                         .hash = rows.string("hash")});
    }
    return heads;
}

ChainHead last_seal(db::Reader& db)
{
    db::Rows rows = db.run(queries::last_seal, {});
    if (!rows.next()) { return {}; }
    return {.sequence = rows.integer("number"), .hash = rows.string("hash")};
}

void insert_seal(db::Writer& db, const SealLink& link)
{
    const std::string hash = hash_of(link);
    db.execute(queries::insert_seal, {{"number", link.number},
                                      {"at", link.at},
                                      {"heads_digest", link.heads_digest},
                                      {"previous_hash", link.previous_hash},
                                      {"hash", std::string_view{hash}}});
}

void insert_sealed_head(db::Writer& db, std::int64_t seal, std::int64_t place, const MovedHead& head)
{
    db.execute(queries::insert_sealed_head, {{"seal", seal},
                                             {"place", place},
                                             {"kind", std::string_view{head.kind}},
                                             {"subject", std::string_view{head.subject}},
                                             {"sequence", head.sequence},
                                             {"hash", std::string_view{head.hash}}});
    db.execute(queries::mark_head_sealed, {{"kind", std::string_view{head.kind}},
                                           {"subject", std::string_view{head.subject}},
                                           {"sequence", head.sequence}});
}

} // namespace

void seal_chains(db::Writer& db, Instant now)
{
    const std::vector<MovedHead> heads = heads_moved_since_last_seal(db);
    if (heads.empty()) { return; }

    std::string heads_digest;
    for (const MovedHead& head : heads) {
        heads_digest = digest_with_head(heads_digest, head.kind, head.subject, head.sequence, head.hash);
    }
    const ChainHead last = last_seal(db);
    const std::string at = text_of(now);
    const std::int64_t number = last.sequence + 1;
    insert_seal(db, {.previous_hash = last.hash, .number = number, .at = at, .heads_digest = heads_digest});
    std::int64_t place = 0;
    for (const MovedHead& head : heads) { insert_sealed_head(db, number, ++place, head); }
}

} // namespace samvei::access
