#include "exchange/json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

constexpr std::size_t rows_shown = 500;

json::object fault_json(const RowFault& fault, Language language)
{
    json::object object{{"weight", is_fault(fault) ? "fault" : "warning"},
                        {"why", row_of(fault.why).name},
                        {"table", fault.table},
                        {"field", fault.field},
                        {"message", sentence_of(fault, language)}};
    if (fault.row > 0) { object["row"] = fault.row; }
    if (fault.line > 0) { object["line"] = fault.line; }
    return object;
}

json::object service_json(const PlannedService& planned)
{
    json::array changes;
    for (const FieldChange& change : planned.changes) {
        changes.push_back(json::object{{"field", change.field},
                                       {"before", change.before},
                                       {"after", change.after},
                                       {"changed_here_too", change.changed_here_too}});
    }
    json::object object{{"service", planned.service},
                        {"offer", planned.offer_id},
                        {"name", planned.name},
                        {"outcome", word_of(planned.outcome)},
                        {"will_publish", planned.will_publish},
                        {"changes", std::move(changes)}};
    if (planned.row > 0) { object["row"] = planned.row; }
    if (planned.line > 0) { object["line"] = planned.line; }
    return object;
}

json::object suspected_json(const SuspectedOffer& offer)
{
    return {{"id", offer.id},
            {"name", offer.name},
            {"organization", offer.organization},
            {"source", offer.source},
            {"state", word_of(offer.state)},
            {"edit", offer.edit},
            {"is_kept", offer.is_kept}};
}

json::array pairs_json(const std::vector<SuspectedPair>& pairs)
{
    json::array array;
    for (const SuspectedPair& pair : pairs) {
        json::array because;
        for (const finder::Likeness likeness : pair.because) { because.emplace_back(word_of(likeness)); }
        array.push_back(json::object{{"left", suspected_json(pair.left)},
                                     {"right", suspected_json(pair.right)},
                                     {"because", std::move(because)}});
    }
    return array;
}

json::object run_json(const ImportRun& run)
{
    return {{"id", run.id},           {"source", run.source},       {"at", samvei::text_of(run.at)},
            {"by", run.by},           {"form", word_of(run.form)},  {"created", run.created},
            {"changed", run.changed}, {"unchanged", run.unchanged}, {"gone", run.gone}};
}

json::object record_json(const directory::OfferRecord& record)
{
    json::object object{{"id", record.offer.id},
                        {"name", finder::text_in(record.offer.name, Language::nb)},
                        {"state", word_of(record.state)},
                        {"edit", record.edit}};
    if (!record.merged_into.empty()) { object["merged_into"] = record.merged_into; }
    return object;
}

} // namespace

std::string json_of(const DryRun& run, Language language)
{
    const Plan& plan = run.plan;
    json::array tables;
    for (const auto& [table, rows] : plan.rows) {
        tables.push_back(json::object{{"table", table}, {"rows", rows}});
    }
    json::array services;
    for (const PlannedService& planned : plan.services) { services.push_back(service_json(planned)); }
    json::array gone;
    for (const GoneService& one : plan.gone) {
        gone.push_back(json::object{{"service", one.service}, {"offer", one.offer_id}, {"name", one.name}});
    }
    json::array rows;
    for (std::size_t i = 0; i < std::min(rows_shown, plan.faults.size()); ++i) {
        rows.push_back(fault_json(plan.faults[i], language));
    }
    const auto faults = std::ranges::count_if(plan.faults, is_fault);
    return json::serialize(
        json::object{{"digest", plan.digest},
                     {"can_be_imported", plan.can_be_imported()},
                     {"form", word_of(plan.form)},
                     {"tables", std::move(tables)},
                     {"created", plan.count_of(Outcome::created)},
                     {"changed", plan.count_of(Outcome::changed)},
                     {"unchanged", plan.count_of(Outcome::unchanged) + plan.count_of(Outcome::merged)},
                     {"services", std::move(services)},
                     {"gone", std::move(gone)},
                     {"faults", faults},
                     {"warnings", static_cast<std::ptrdiff_t>(plan.faults.size()) - faults},
                     {"rows", std::move(rows)},
                     {"duplicates", pairs_json(run.duplicates)}});
}

std::string json_of(const ImportRun& run)
{
    return json::serialize(run_json(run));
}

std::string json_of(const std::vector<ImportRun>& runs)
{
    json::array array;
    for (const ImportRun& run : runs) { array.push_back(run_json(run)); }
    return json::serialize(json::object{{"runs", std::move(array)}});
}

std::string json_of(const Duplicates& duplicates)
{
    json::array merged;
    for (const directory::OfferRecord& record : duplicates.merged) { merged.push_back(record_json(record)); }
    return json::serialize(
        json::object{{"suspected", pairs_json(duplicates.suspected)}, {"merged", std::move(merged)}});
}

std::string json_of(const directory::OfferRecord& record)
{
    return json::serialize(record_json(record));
}

} // namespace samvei::exchange
