// Verifying: walks every chain of a database and names the first link that does not hold. Three questions:
// does each entry follow from the one before it; does every chain end where its head says; is everything that
// was ever sealed still there.
#include "access/journal.hpp"

#include "access/chain.hpp"
#include "access/queries.hpp"
#include "base/digest.hpp"

namespace samvei::access {

namespace {

constexpr std::int64_t page_rows = 1000;

/// Remembers the first thing that is broken; the walk goes on, so that the counts are whole.
class Verifier {
public:
    Verifier(db::Reader& db, const std::function<void(std::uint64_t)>& progress)
        : db_{db}, progress_{progress}
    {}

    ChainReport report()
    {
        walk_journal();
        walk_looks();
        walk_seals();
        compare_heads();
        return std::move(report_);
    }

private:
    /// Where a walk stands: the chain, and the last entry seen in it.
    struct Place {
        std::string chain;
        ChainHead last;
    };

    void broken(std::string chain, std::int64_t sequence, std::string what)
    {
        if (report_.first_broken) { return; }
        report_.first_broken = BrokenChain{std::move(chain), sequence, std::move(what)};
    }

    void tell_progress()
    {
        if (progress_) { progress_(report_.journal_entries + report_.looks + report_.seals); }
    }

    /// One link: follows the one before it, and its hash is that of what it says.
    void follow(std::string_view kind, Place& place, std::string_view chain, std::int64_t sequence,
                std::string_view previous_hash, std::string_view hash,
                const std::string& hash_of_what_it_says)
    {
        if (place.chain != chain) { place = {.chain = std::string{chain}, .last = {}}; }
        const std::string name = std::string{kind} + (chain.empty() ? "" : " ") + std::string{chain};
        if (sequence != place.last.sequence + 1) {
            broken(name, place.last.sequence + 1, "this entry is missing");
        } else if (previous_hash != place.last.hash) {
            broken(name, sequence, "this entry does not follow from the one before it");
        } else if (hash != hash_of_what_it_says) {
            broken(name, sequence, "this entry was changed");
        }
        place.last = {.sequence = sequence, .hash = std::string{hash}};
    }

    void walk_journal()
    {
        Place place;
        std::int64_t rows_read = page_rows;
        while (rows_read == page_rows) {
            rows_read = read_journal_page(place);
            tell_progress();
        }
    }

    std::int64_t read_journal_page(Place& place)
    {
        const Place after = place;
        db::Rows rows = db_.run(queries::journal_page, {{"subject", std::string_view{after.chain}},
                                                        {"sequence", after.last.sequence},
                                                        {"limit", page_rows}});
        std::int64_t rows_read = 0;
        while (rows.next()) {
            ++rows_read;
            ++report_.journal_entries;
            const JournalLink link{.previous_hash = rows.text("previous_hash"),
                                   .subject = rows.text("subject"),
                                   .sequence = rows.integer("sequence"),
                                   .at = rows.text("at"),
                                   .act = rows.text("act"),
                                   .purpose = rows.text("purpose"),
                                   .audience = rows.text("audience"),
                                   .account_id = rows.text("account_id"),
                                   .actor_name = rows.text("actor_name"),
                                   .unit_id = rows.text("unit_id"),
                                   .unit_name = rows.text("unit_name"),
                                   .content_digest = rows.text("content_digest")};
            follow(journal_kind, place, link.subject, link.sequence, link.previous_hash, rows.text("hash"),
                   hash_of(link));
            // Erased content is null, and its digest stays.
            if (!rows.is_null("content") && sha256_hex(rows.text("content")) != link.content_digest) {
                broken("journal " + place.chain, link.sequence, "the content of this entry was changed");
            }
        }
        return rows_read;
    }

    void walk_looks()
    {
        Place place;
        std::int64_t rows_read = page_rows;
        while (rows_read == page_rows) {
            rows_read = read_looks_page(place);
            tell_progress();
        }
    }

    std::int64_t read_looks_page(Place& place)
    {
        const Place after = place;
        db::Rows rows = db_.run(queries::access_log_page, {{"chain", std::string_view{after.chain}},
                                                           {"sequence", after.last.sequence},
                                                           {"limit", page_rows}});
        std::int64_t rows_read = 0;
        while (rows.next()) {
            ++rows_read;
            ++report_.looks;
            const LookLink link{.previous_hash = rows.text("previous_hash"),
                                .chain = rows.text("chain"),
                                .sequence = rows.integer("sequence"),
                                .at = rows.text("at"),
                                .follow_up_id = rows.text("follow_up_id"),
                                .person_id = rows.text("person_id"),
                                .account_id = rows.text("account_id"),
                                .name = rows.text("name"),
                                .unit_id = rows.text("unit_id"),
                                .unit_name = rows.text("unit_name"),
                                .profession = rows.text("profession"),
                                .purpose = rows.text("purpose"),
                                .what = rows.text("what")};
            follow(access_log_kind, place, link.chain, link.sequence, link.previous_hash, rows.text("hash"),
                   hash_of(link));
        }
        return rows_read;
    }

    struct Seal {
        std::int64_t number = 0;
        std::string heads_digest;
    };

    void walk_seals()
    {
        Place place;
        std::vector<Seal> page;
        do {
            page = read_seal_page(place);
            for (const Seal& seal : page) { compare_sealed_heads(seal); }
            tell_progress();
        } while (static_cast<std::int64_t>(page.size()) == page_rows);

        db::Rows rows = db_.run(queries::sealed_heads_without_seal, {});
        if (rows.next()) { broken("seal", rows.integer("seal_number"), "this seal is missing"); }
    }

    std::vector<Seal> read_seal_page(Place& place)
    {
        db::Rows rows = db_.run(queries::seal_page, {{"number", place.last.sequence}, {"limit", page_rows}});
        std::vector<Seal> page;
        while (rows.next()) {
            ++report_.seals;
            const SealLink link{.previous_hash = rows.text("previous_hash"),
                                .number = rows.integer("number"),
                                .at = rows.text("at"),
                                .heads_digest = rows.text("heads_digest")};
            follow("seal", place, {}, link.number, link.previous_hash, rows.text("hash"), hash_of(link));
            page.push_back({.number = link.number, .heads_digest = std::string{link.heads_digest}});
        }
        return page;
    }

    void compare_sealed_heads(const Seal& seal)
    {
        db::Rows rows = db_.run(queries::sealed_heads_of, {{"number", seal.number}});
        std::string digest;
        while (rows.next()) {
            digest = digest_with_head(digest, rows.text("kind"), rows.text("subject"),
                                      rows.integer("sequence"), rows.text("hash"));
        }
        if (digest != seal.heads_digest) { broken("seal", seal.number, "what this seal covers was changed"); }
    }

    void compare_heads()
    {
        say_first(queries::journal_seal_without_entry, journal_kind,
                  "this entry was sealed and is gone or changed");
        say_first(queries::access_log_seal_without_entry, access_log_kind,
                  "this entry was sealed and is gone or changed");
        say_first(queries::journal_head_without_entry, journal_kind,
                  "this entry was the last one and is gone");
        say_first(queries::access_log_head_without_entry, access_log_kind,
                  "this entry was the last one and is gone");
        say_first(queries::journal_beyond_head, journal_kind, "this entry is beyond the end of its chain");
        say_first(queries::access_log_beyond_head, access_log_kind,
                  "this entry is beyond the end of its chain");

        db::Rows rows = db_.run(queries::head_sealed_otherwise, {});
        if (rows.next()) {
            broken(rows.string("kind") + " " + rows.string("subject"), rows.integer("sealed_sequence"),
                   "the seals do not say what this chain says of them");
        }
    }

    void say_first(const db::Query& query, std::string_view kind, const char* what)
    {
        db::Rows rows = db_.run(query, {});
        if (!rows.next()) { return; }
        broken(std::string{kind} + " " + rows.string("subject"), rows.integer("sequence"), what);
    }

    db::Reader& db_;
    const std::function<void(std::uint64_t)>& progress_;
    ChainReport report_;
};

} // namespace

ChainReport verify_chains(db::Reader& db, const std::function<void(std::uint64_t)>& progress)
{
    return Verifier{db, progress}.report();
}

} // namespace samvei::access
