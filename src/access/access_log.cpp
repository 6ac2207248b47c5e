#include "access/access_log.hpp"

#include "access/chain.hpp"
#include "access/queries.hpp"

#include <charconv>

namespace samvei::access {

namespace {

struct TimedLook {
    std::string at;
    Look look;
};

/// Looks that become durable together. Open until its job begins to run, then closed for ever, so that the
/// job may run again (after a collision in the database) and write the same rows.
struct Batch {
    std::vector<TimedLook> looks;
    Pending ticket = Pending::open();
};

void insert_look(db::Writer& db, const std::string& chain, const TimedLook& timed, ChainHead& head)
{
    const Look& look = timed.look;
    const LookLink link{.previous_hash = head.hash,
                        .chain = chain,
                        .sequence = head.sequence + 1,
                        .at = timed.at,
                        .follow_up_id = look.follow_up.text(),
                        .person_id = look.child.text(),
                        .account_id = look.account.text(),
                        .name = look.name,
                        .unit_id = look.unit ? std::string_view{look.unit->text()} : std::string_view{},
                        .unit_name = look.unit_name,
                        .profession = look.profession,
                        .purpose = look.purpose,
                        .what = look.what};
    ChainHead moved{.sequence = link.sequence, .hash = hash_of(link)};
    db.execute(queries::insert_look, {{"chain", link.chain},
                                      {"sequence", link.sequence},
                                      {"at", link.at},
                                      {"follow_up", link.follow_up_id},
                                      {"person", link.person_id},
                                      {"account", link.account_id},
                                      {"name", link.name},
                                      {"unit", link.unit_id},
                                      {"unit_name", link.unit_name},
                                      {"profession", link.profession},
                                      {"purpose", link.purpose},
                                      {"what", link.what},
                                      {"previous_hash", link.previous_hash},
                                      {"hash", std::string_view{moved.hash}}});
    head = std::move(moved);
}

/// The end of the chain is read here and not remembered: a batch that failed has moved nothing.
void write_looks(db::Writer& db, const std::string& chain, const std::vector<TimedLook>& looks)
{
    ChainHead head = head_of(db, access_log_kind, chain);
    for (const TimedLook& look : looks) { insert_look(db, chain, look, head); }
    move_head(db, access_log_kind, chain, head);
}

} // namespace

// One queue per municipality. Jobs of the database hold it, so it may outlive the AccessLog.
// States of `open`: none (the next look begins a batch and hands in its job), or a batch that takes more
// looks.
struct AccessLog::Queue {
    std::mutex mutex;
    std::shared_ptr<Batch> open;

    /// From now on the batch takes no more looks. Does nothing the second time.
    void close(const std::shared_ptr<Batch>& batch)
    {
        const std::lock_guard lock{mutex};
        if (open == batch) { open = nullptr; }
    }

    /// Puts looks into the open batch, or into a new one; says whether it is new.
    std::pair<std::shared_ptr<Batch>, bool> put(std::vector<TimedLook> looks)
    {
        const std::lock_guard lock{mutex};
        const bool is_new = open == nullptr;
        if (is_new) { open = std::make_shared<Batch>(); }
        for (TimedLook& look : looks) { open->looks.push_back(std::move(look)); }
        return {open, is_new};
    }
};

Look make_look(const Caller& caller, const Permit& permit, std::string_view what)
{
    return {.follow_up = permit.follow_up(),
            .child = permit.child(),
            .account = caller.account,
            .name = caller.name,
            .unit = caller.unit,
            .unit_name = caller.unit_name,
            .profession = caller.profession,
            .purpose = std::string{name_of(permit.ground())},
            .what = std::string{what}};
}

AccessLog::AccessLog(db::Databases& databases, const Clock& clock, std::string chain)
    : databases_{databases}, clock_{clock}, chain_{std::move(chain)}
{}

AccessLog::~AccessLog() = default;

Pending AccessLog::record(const std::string& municipality, std::vector<Look> looks)
{
    if (looks.empty()) { return {}; }
    db::Database& database = databases_.municipality(municipality);
    std::shared_ptr<Queue> queue;
    {
        const std::lock_guard lock{mutex_};
        std::shared_ptr<Queue>& place = queues_[municipality];
        if (!place) { place = std::make_shared<Queue>(); }
        queue = place;
    }

    const std::string at = text_of(clock_.now());
    std::vector<TimedLook> timed;
    timed.reserve(looks.size());
    for (Look& look : looks) { timed.push_back({.at = at, .look = std::move(look)}); }
    const auto [batch, is_new] = queue->put(std::move(timed));
    if (!is_new) { return batch->ticket; }

    const auto settle = [queue, batch = batch](Outcome outcome) {
        // First closed, then settled: a look that came in between would otherwise wait for ever.
        queue->close(batch);
        batch->ticket.settle(outcome);
    };
    try {
        const Pending written = database.write_later([queue, batch = batch, chain = chain_](db::Writer& db) {
            queue->close(batch);
            write_looks(db, chain, batch->looks);
        });
        written.when_settled(settle);
    } catch (...) {
        settle(Outcome::failed);
        throw;
    }
    return batch->ticket;
}

std::string text_of(const LookPlace& place)
{
    return text_of(place.at) + '.' + place.chain + '.' + std::to_string(place.sequence);
}

std::optional<LookPlace> find_look_place(std::string_view text)
{
    const std::size_t first = text.find('.');
    const std::size_t second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) { return std::nullopt; }
    const std::optional<Instant> at = find_instant(text.substr(0, first));
    const std::string_view digits = text.substr(second + 1);
    std::int64_t sequence = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
    if (!at || fault != std::errc{} || end != digits.data() + digits.size()) { return std::nullopt; }
    return LookPlace{*at, std::string{text.substr(first + 1, second - first - 1)}, sequence};
}

std::vector<LookRow> looks_at(db::Reader& db, const Permit& permit, const std::optional<LookPlace>& before,
                              std::size_t limit)
{
    check(permit.opens(Part::looks), "who has looked is read with a permit that opens it");
    const std::string_view follow_up = permit.follow_up().text();
    const auto most = static_cast<std::int64_t>(limit);
    const std::string at = before ? text_of(before->at) : std::string{};
    db::Rows rows = before ? db.run(queries::looks_at_follow_up_before,
                                    {{"follow_up", follow_up},
                                     {"at", std::string_view{at}},
                                     {"before_chain", std::string_view{before->chain}},
                                     {"before_sequence", before->sequence},
                                     {"limit", most}})
                           : db.run(queries::looks_at_follow_up, {{"follow_up", follow_up}, {"limit", most}});
    std::vector<LookRow> looks;
    while (rows.next()) {
        const auto looked_at = find_instant(rows.text("at"));
        check(looked_at.has_value(), "the access log's times are instants");
        looks.push_back({.place = {*looked_at, rows.string("chain"), rows.integer("sequence")},
                         .name = rows.string("name"),
                         .unit_name = rows.string("unit_name"),
                         .profession = rows.string("profession"),
                         .purpose = rows.string("purpose"),
                         .what = rows.string("what")});
    }
    return looks;
}

} // namespace samvei::access
