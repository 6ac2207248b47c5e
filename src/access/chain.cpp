#include "access/chain.hpp"

#include "access/queries.hpp"
#include "base/digest.hpp"

namespace samvei::access {

ChainHead head_of(db::Reader& db, std::string_view kind, std::string_view subject)
{
    db::Rows rows = db.run(queries::chain_head, {{"kind", kind}, {"subject", subject}});
    if (!rows.next()) { return {}; }
    return {.sequence = rows.integer("sequence"), .hash = rows.string("hash")};
}

void move_head(db::Writer& db, std::string_view kind, std::string_view subject, const ChainHead& head)
{
    db.execute(queries::move_chain_head, {{"kind", kind},
                                          {"subject", subject},
                                          {"sequence", head.sequence},
                                          {"hash", std::string_view{head.hash}}});
}

std::string hash_of(const JournalLink& link)
{
    return digest_of({link.previous_hash, link.subject, std::to_string(link.sequence), link.at, link.act,
                      link.purpose, link.audience, link.account_id, link.actor_name, link.unit_id,
                      link.unit_name, link.content_digest});
}

std::string hash_of(const LookLink& link)
{
    return digest_of({link.previous_hash, link.chain, std::to_string(link.sequence), link.at,
                      link.follow_up_id, link.person_id, link.account_id, link.name, link.unit_id,
                      link.unit_name, link.profession, link.purpose, link.what});
}

std::string hash_of(const SealLink& link)
{
    return digest_of({link.previous_hash, std::to_string(link.number), link.at, link.heads_digest});
}

std::string digest_with_head(std::string_view digest_so_far, std::string_view kind, std::string_view subject,
                             std::int64_t sequence, std::string_view hash)
{
    return digest_of({digest_so_far, kind, subject, std::to_string(sequence), hash});
}

} // namespace samvei::access
