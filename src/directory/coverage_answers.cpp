#include "directory/coverage_answers.hpp"

#include "finder/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::directory {

namespace {

namespace json = boost::json;
using finder::AgeSpan;

json::object object_of(const AgeSpan& ages)
{
    return {{"from", ages.from}, {"to", ages.to}};
}

/// A list with an object for each.
template <class Range, class Make>
json::array array_of(const Range& range, const Make& make)
{
    json::array array;
    for (const auto& one : range) { array.push_back(make(one)); }
    return array;
}

json::array array_of(const std::vector<AgeSpan>& spans)
{
    return array_of(spans, [](const AgeSpan& span) { return json::value(object_of(span)); });
}

json::array array_of(const std::vector<std::string>& texts)
{
    return array_of(texts, [](const std::string& text) { return json::value(text); });
}

json::object named(const std::string& id, const std::string& name)
{
    return {{"id", id}, {"name", name.empty() ? id : name}};
}

json::array themes_of(const finder::Vocabulary& vocabulary, Language language)
{
    return array_of(vocabulary.themes, [&](const finder::Theme& theme) {
        return json::value(named(theme.id, finder::text_in(theme.name, language)));
    });
}

std::string name_of_kind(const finder::Vocabulary& vocabulary, const std::string& id, Language language)
{
    const finder::Kind* kind = vocabulary.find_kind(id);
    return kind ? finder::text_in(kind->name, language) : id;
}

json::object object_of(const finder::CountedOffer& counted, const finder::Vocabulary& vocabulary,
                       Language language)
{
    const finder::Offer& offer = *counted.offer;
    return {{"id", offer.id},
            {"name", finder::text_in(offer.name, language)},
            {"kind", offer.kind},
            {"kind_name", name_of_kind(vocabulary, offer.kind, language)},
            {"ages", object_of(AgeSpan{offer.age_min, offer.age_max})},
            {"local", counted.local},
            {"weak", array_of(counted.weak, [](finder::Weakness why) { return json::value(word_of(why)); })},
            {"checked_on", text_of(offer.checked.on)}};
}

json::object object_of(const finder::CoverageCell& cell)
{
    return {{"ages", object_of(cell.ages)},     {"severity", word_of(cell.severity)},
            {"way_in", word_of(cell.entrance)}, {"standing", word_of(cell.standing)},
            {"offers", array_of(cell.offers)},  {"without", array_of(cell.without)},
            {"alone", array_of(cell.alone)}};
}

json::object object_of(const finder::CoverageFinding& finding)
{
    return {{"standing", word_of(finding.standing)},
            {"severity", word_of(finding.expected.severity)},
            {"referral_counts", finding.expected.referral_counts},
            {"ages", object_of(finding.ages)},
            {"offers", array_of(finding.offers)}};
}

json::object object_of(const finder::NeedRow& row)
{
    return {{"theme", row.theme},
            {"severity", word_of(row.severity)},
            {"standing", word_of(row.standing)},
            {"ages", array_of(row.ages)},
            {"alone", array_of(row.alone)},
            {"offers", array_of(row.offers)}};
}

json::object object_of(const finder::Station& station, const finder::Vocabulary& vocabulary,
                       Language language)
{
    json::array by_age;
    for (std::size_t group = 0; group < station.by_age.size(); ++group) {
        by_age.push_back(json::object{{"ages", object_of(finder::age_groups.at(group))},
                                      {"offers", array_of(station.by_age[group])}});
    }
    json::array kinds = array_of(station.kinds, [&](const std::string& kind) {
        return json::value(named(kind, name_of_kind(vocabulary, kind, language)));
    });
    return {{"line", station.line},
            {"kinds", std::move(kinds)},
            {"by_age", std::move(by_age)},
            {"offers", array_of(station.offers)}};
}

json::object object_of(const finder::LaunchAnswer& answer)
{
    json::array criteria = array_of(answer.answers, [](const finder::CriterionAnswer& one) {
        return json::value(json::object{{"criterion", word_of(one.criterion)},
                                        {"met", one.met},
                                        {"reason", word_of(one.reason)},
                                        {"what", array_of(one.what)}});
    });
    return {{"offer", answer.offer->id}, {"all_met", answer.all_met()}, {"criteria", std::move(criteria)}};
}

json::object object_of(const Responsibility& row)
{
    const ResponsibilityText& text = row.text;
    json::object object{
        {"id", row.id.text()},
        {"version", row.version},
        {"unit_name", row.unit_name},
        {"changed_at", text_of(row.changed_at)},
        {"changed_by", row.changed_by},
        {"age_from", text.ages.from},
        {"age_to", text.ages.to},
        {"theme", text.theme},
        {"severities",
         array_of(text.severities, [](finder::Severity one) { return json::value(word_of(one)); })},
        {"leader", text.leader},
        {"decided_on", text_of(text.decided_on)}};
    if (row.ended_on) { object["ended_on"] = text_of(*row.ended_on); }
    if (text.unit) { object["unit"] = text.unit->text(); }
    if (!text.other_unit.empty()) { object["other_unit"] = text.other_unit; }
    if (!text.note.empty()) { object["note"] = text.note; }
    return object;
}

} // namespace

std::string coverage_json(std::span<const finder::Offer> offers, const finder::CoverageQuestion& question,
                          const finder::Vocabulary& vocabulary, Language language)
{
    const std::vector<finder::CountedOffer> counted = finder::counted_offers(offers, question);
    const std::vector<finder::LaunchAnswer> launch = finder::launch_answers(counted);
    const auto made = [](const auto& one) { return json::value(object_of(one)); };
    json::object answer{
        {"stale_days", question.stale_days},
        {"themes", themes_of(vocabulary, language)},
        {"age_groups", array_of(finder::age_groups, made)},
        {"offers", array_of(counted,
                            [&](const finder::CountedOffer& one) {
                                return json::value(object_of(one, vocabulary, language));
                            })},
        {"cells", array_of(finder::coverage_cells(counted), made)},
        {"findings", array_of(finder::coverage_findings(counted), made)},
        {"needs", array_of(finder::coverage_by_need(offers, question, vocabulary.themes), made)},
        {"line", array_of(finder::stations_of(counted, vocabulary.kinds),
                          [&](const finder::Station& one) {
                              return json::value(object_of(one, vocabulary, language));
                          })},
        {"nothing_between", array_of(finder::nothing_between(counted, vocabulary.kinds))},
        {"launch", array_of(launch, made)},
        {"launch_missing", array_of(finder::launch_missing(launch))}};
    if (!question.theme.empty()) { answer["theme"] = question.theme; }
    return json::serialize(answer);
}

std::string responsibilities_json(const ResponsibilityRegister& found, const finder::Vocabulary& vocabulary,
                                  Language language)
{
    const auto made = [](const auto& one) { return json::value(object_of(one)); };
    json::array gaps = array_of(gaps_in(found.rows), [](const ResponsibilityGap& gap) {
        return json::value(json::object{{"severity", word_of(gap.severity)}, {"ages", object_of(gap.ages)}});
    });
    json::array overlaps = array_of(overlaps_in(found.rows), [](const ResponsibilityOverlap& overlap) {
        return json::value(json::object{{"severity", word_of(overlap.severity)},
                                        {"ages", object_of(overlap.ages)},
                                        {"theme", overlap.theme},
                                        {"first", overlap.first.text()},
                                        {"second", overlap.second.text()}});
    });
    json::array units = array_of(
        found.units, [](const access::Unit& unit) { return json::value(named(unit.id.text(), unit.name)); });
    return json::serialize(json::object{{"rows", array_of(found.rows, made)},
                                        {"gaps", std::move(gaps)},
                                        {"overlaps", std::move(overlaps)},
                                        {"units", std::move(units)},
                                        {"themes", themes_of(vocabulary, language)}});
}

std::string unanswered_json(const UnansweredSearches& found)
{
    json::array searches = array_of(found.searches, [](const UnansweredSearch& one) {
        return json::value(json::object{{"id", one.id.text()},
                                        {"words", one.words},
                                        {"times", one.times},
                                        {"days", one.days},
                                        {"last_week", text_of(one.last_week)}});
    });
    return json::serialize(json::object{{"searches", std::move(searches)}, {"rare", found.rare}});
}

} // namespace samvei::directory
