#include "exchange/imports.hpp"

#include "access/journal.hpp"
#include "access/units.hpp"
#include "directory/offers.hpp"
#include "directory/store.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using directory::OfferRecord;
using directory::OfferState;

/// A package, read and mapped; what does not need the database.
struct Prepared {
    Prepared(const ImportWish& wish, const MapSetting& setting)
        : reading{read_package(wish.package)}, index{reading.tables}
    {
        if (!reading.has_faults()) { services = made_services(index, setting); }
    }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    PackageReading reading;
    RowIndex index;
    std::vector<MadeService> services;
};

MapSetting setting_for(const App& app, const Caller& caller, const ImportWish& wish)
{
    return {.vocabulary = app.shelf.vocabulary(),
            .places = app.shelf.places(),
            .language = wish.language,
            .municipality = caller.municipality,
            .source = wish.source};
}

PlanFacts load_facts(db::Reader& hub, const Caller& caller, const ImportWish& wish, const Prepared& prepared)
{
    PlanFacts facts;
    const std::string source = source_key(caller.municipality, wish.source);
    facts.links = links_of(hub, source);
    facts.services_before = imported_service_ids(hub, source);
    std::set<std::string> ids = offer_ids_claimed(prepared.services);
    for (const auto& [service, link] : facts.links) { ids.insert(link.offer); }
    for (const std::string& id : ids) {
        std::optional<OfferRecord> record = directory::find_record(hub, id);
        if (!record) { continue; }
        if (directory::may_keep(caller, *record)) { facts.kept.insert(id); }
        facts.records.emplace(id, *std::move(record));
    }
    return facts;
}

Plan plan_in(db::Reader& hub, const Caller& caller, const ImportWish& wish, const Prepared& prepared,
             PlanFacts& facts)
{
    facts = load_facts(hub, caller, wish, prepared);
    return decide_plan(prepared.reading, prepared.services, wish, facts);
}

/// Carries out a plan, inside one transaction.
class Importer {
public:
    Importer(db::Writer& hub, const Caller& caller, Instant now, const ImportWish& wish,
             const PlanFacts& facts)
        : hub_{hub}, caller_{caller}, now_{now}, wish_{wish}, facts_{facts},
          source_{source_key(caller.municipality, wish.source)}, units_{access::units_of(hub,
                                                                                         caller.municipality)}
    {}

    Result<Done> carry_out(const Plan& plan)
    {
        insert_source(hub_, caller_.municipality, wish_.source);
        for (const PlannedService& planned : plan.services) {
            TRY(carry_out(planned));
            put_link(hub_, source_, planned.service, {planned.offer_id, planned.made_document}, facts_.links);
        }
        if (wish_.when_gone == WhenGone::retire) {
            for (const GoneService& gone : plan.gone) { TRY(retire(gone)); }
        }
        if (public_changed_) { directory::next_revision(hub_); }
        return Done{};
    }

private:
    Result<Done> carry_out(const PlannedService& planned)
    {
        if (planned.outcome == Outcome::merged) { return Done{}; }
        if (planned.outcome == Outcome::created) {
            create(planned);
            return Done{};
        }
        if (planned.outcome == Outcome::unchanged && !planned.will_publish) { return Done{}; }
        return change(planned);
    }

    /// The unit that the offer names, when there is one; else the caller's own.
    std::optional<access::UnitId> unit_of(const finder::Offer& offer) const
    {
        const auto at = std::ranges::find(units_, offer.unit, &access::Unit::name);
        return at == units_.end() ? caller_.unit : std::optional{at->id};
    }

    /// Who imports what nobody has said to have checked, has looked at it.
    void set_checked(finder::Offer& offer) const
    {
        if (!offer.checked.by.empty()) { return; }
        offer.checked = {.on = date_in_norway(now_),
                         .by = caller_.name,
                         .source = wish_.source,
                         .evidence = finder::Evidence::uncertain};
    }

    void create(const PlannedService& planned)
    {
        OfferRecord record;
        record.offer = planned.offer;
        set_checked(record.offer);
        record.source = {source_, planned.service};
        record.municipality = caller_.municipality;
        record.unit = unit_of(planned.offer);
        record.changed_at = record.saved_at = now_;
        record.saved_by = caller_.name;
        if (planned.will_publish) { publish(record); }
        directory::insert_record(hub_, record);
        if (planned.will_publish) { mark(record); }
        journal(record, "offer_imported");
    }

    Result<Done> change(const PlannedService& planned)
    {
        OfferRecord record = facts_.records.at(planned.offer_id);
        if (planned.outcome == Outcome::changed) {
            if (!record.has_draft()) { ++record.version; }
            // Waiting time and the last check are seen at once, whatever is published.
            const bool shown = record.state == OfferState::published &&
                               record.offer.waiting != planned.offer.waiting;
            public_changed_ = public_changed_ || shown;
            record.offer = planned.offer;
            set_checked(record.offer);
            record.saved_at = now_;
            record.saved_by = caller_.name;
            directory::save_text(hub_, record);
        }
        if (planned.will_publish) {
            publish(record);
            mark(record);
        }
        record.changed_at = now_;
        TRY(directory::update_record(hub_, record));
        ++record.edit;
        journal(record, "offer_imported");
        return Done{};
    }

    void publish(OfferRecord& record)
    {
        record.state = OfferState::published;
        record.published_version = record.version;
        public_changed_ = true;
    }

    void mark(const OfferRecord& record)
    {
        directory::mark_published(hub_, record, now_, caller_.name, "");
        journal(record, "offer_published");
    }

    Result<Done> retire(const GoneService& gone)
    {
        OfferRecord record = facts_.records.at(gone.offer_id);
        if (!facts_.kept.contains(gone.offer_id) || record.state == OfferState::retired) { return Done{}; }
        public_changed_ = public_changed_ || record.state == OfferState::published;
        record.state = OfferState::retired;
        record.changed_at = now_;
        TRY(directory::update_record(hub_, record));
        ++record.edit;
        journal(record, "offer_retired");
        return Done{};
    }

    void journal(const OfferRecord& record, std::string_view act)
    {
        access::append_journal(
            hub_, caller_, now_,
            {.subject = "offer:" + record.offer.id,
             .act = std::string{act},
             .purpose = "administration",
             .audience = {},
             .content = json::serialize(json::object{
                 {"source", wish_.source}, {"edit", record.edit}, {"version", record.version}})});
    }

    db::Writer& hub_;
    const Caller& caller_;
    Instant now_;
    const ImportWish& wish_;
    const PlanFacts& facts_;
    std::string source_;
    std::vector<access::Unit> units_;
    bool public_changed_ = false;
};

ImportRun run_of(App& app, const Caller& caller, const ImportWish& wish, const Plan& plan, Instant now)
{
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    return {.id = app.ids.next(),
            .source = wish.source,
            .at = now,
            .by = caller.name,
            .form = plan.form,
            .digest = plan.digest,
            .created = count(plan.count_of(Outcome::created)),
            .changed = count(plan.count_of(Outcome::changed)),
            .unchanged = count(plan.count_of(Outcome::unchanged) + plan.count_of(Outcome::merged)),
            .gone = count(plan.gone.size())};
}

void journal_run(db::Writer& hub, const Caller& caller, Instant now, const ImportRun& run)
{
    access::append_journal(hub, caller, now,
                           {.subject = "offer_imports:" + caller.municipality,
                            .act = "offers_imported",
                            .purpose = "administration",
                            .audience = {},
                            .content = json::serialize(json::object{{"run", run.id},
                                                                    {"source", run.source},
                                                                    {"sha256", run.digest},
                                                                    {"created", run.created},
                                                                    {"changed", run.changed},
                                                                    {"unchanged", run.unchanged},
                                                                    {"gone", run.gone}})});
}

std::string shown_source(const Caller& caller, const std::string& source)
{
    const std::string own = caller.municipality + "/";
    return source.starts_with(own) ? source.substr(own.size()) : source;
}

SuspectedOffer suspected_of(const Caller& caller, const OfferRecord& record)
{
    return {.id = record.offer.id,
            .name = finder::text_in(record.offer.name, Language::nb),
            .organization = record.offer.organization,
            .source = shown_source(caller, record.source.name),
            .state = record.state,
            .edit = record.edit,
            .is_kept = directory::may_keep(caller, record)};
}

SuspectedOffer suspected_of(const PlannedService& planned, const std::string& source)
{
    return {.id = planned.offer_id,
            .name = planned.name,
            .organization = planned.offer.organization,
            .source = source,
            .state = OfferState::draft,
            .edit = 0,
            .is_kept = false};
}

} // namespace

MapSetting setting_of(const App& app, const Caller& caller)
{
    return {.vocabulary = app.shelf.vocabulary(),
            .places = app.shelf.places(),
            .language = "nb",
            .municipality = caller.municipality,
            .source = ""};
}

std::vector<SuspectedPair> suspected_pairs(const Caller& caller, const std::vector<OfferRecord>& records,
                                           const std::vector<PlannedService>& fresh,
                                           const std::string& source)
{
    std::vector<finder::Candidate> candidates;
    std::vector<SuspectedOffer> shown;
    for (const OfferRecord& record : records) {
        if (record.state != OfferState::draft && record.state != OfferState::published) { continue; }
        candidates.push_back({&record.offer, record.source.name});
        shown.push_back(suspected_of(caller, record));
    }
    const std::size_t here = shown.size();
    for (const PlannedService& planned : fresh) {
        if (planned.outcome != Outcome::created) { continue; }
        candidates.push_back({&planned.offer, source_key(caller.municipality, source)});
        shown.push_back(suspected_of(planned, source));
    }
    std::map<const finder::Offer*, std::size_t> places;
    for (std::size_t i = 0; i < candidates.size(); ++i) { places[candidates[i].offer] = i; }
    std::vector<SuspectedPair> pairs;
    for (const finder::Suspicion& suspicion : finder::suspected_duplicates(candidates)) {
        const std::size_t left = places.at(suspicion.left);
        const std::size_t right = places.at(suspicion.right);
        if (!fresh.empty() && right < here) { continue; }
        pairs.push_back({shown[left], shown[right], suspicion.because});
    }
    return pairs;
}

DryRun dry_run(App& app, const Caller& caller, const ImportWish& wish)
{
    const Prepared prepared{wish, setting_for(app, caller, wish)};
    return app.hub().read([&](db::Reader& hub) {
        PlanFacts facts;
        DryRun run{.plan = plan_in(hub, caller, wish, prepared, facts), .duplicates = {}};
        if (run.plan.count_of(Outcome::created) > 0) {
            run.duplicates = suspected_pairs(caller, directory::records_of(hub, caller.municipality),
                                             run.plan.services, wish.source);
        }
        return run;
    });
}

Result<ImportRun> import_package(App& app, const Caller& caller, const ImportWish& wish,
                                 const std::string& digest)
{
    const Prepared prepared{wish, setting_for(app, caller, wish)};
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<ImportRun> {
        PlanFacts facts;
        const Plan plan = plan_in(hub, caller, wish, prepared, facts);
        if (!plan.can_be_imported()) {
            return Error{std::vector<FieldFault>{{"package", FaultCode::not_known}}};
        }
        if (plan.digest != digest) {
            return Error{ErrorCode::edit_conflict, "the import would do something else than was seen"};
        }
        TRY((Importer{hub, caller, now, wish, facts}.carry_out(plan)));
        replace_rows(hub, source_key(caller.municipality, wish.source), prepared.reading.tables);
        const ImportRun run = run_of(app, caller, wish, plan, now);
        insert_run(hub, caller.municipality, run);
        journal_run(hub, caller, now, run);
        return run;
    });
}

std::vector<ImportRun> import_runs(App& app, const Caller& caller)
{
    constexpr std::int64_t shown = 50;
    return app.hub().read([&](db::Reader& hub) { return import_runs_of(hub, caller.municipality, shown); });
}

} // namespace samvei::exchange
