#include "finder/labelled.hpp"

#include "base/files.hpp"
#include "directory/content.hpp"
#include "finder/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <algorithm>
#include <stdexcept>

namespace samvei::finder::testing {

namespace {

Labelled labelled_from(const boost::json::object& one)
{
    Labelled labelled;
    labelled.query.text = boost::json::value_to<std::string>(one.at("query"));
    labelled.query.asker = find_word<Asker>(boost::json::value_to<std::string>(one.at("who")));
    labelled.query.today = *find_date("2026-11-22");
    labelled.query.limit = places_counted;
    if (const auto* age = one.if_contains("age"); age && age->is_int64()) {
        labelled.query.age = static_cast<int>(age->as_int64());
    }
    if (const auto* municipality = one.if_contains("municipality");
        municipality && municipality->is_string()) {
        labelled.query.municipality = boost::json::value_to<std::string>(*municipality);
    }
    labelled.language = boost::json::value_to<std::string>(one.at("language"));
    labelled.expect = boost::json::value_to<std::vector<std::string>>(one.at("expect"));
    labelled.why = boost::json::value_to<std::string>(one.at("why"));
    return labelled;
}

} // namespace

Demonstration read_demonstration(const std::filesystem::path& source_folder)
{
    directory::ServiceReport report = directory::read_services(source_folder / "content");
    if (!report.findings.empty()) {
        throw std::runtime_error{report.findings.front().where + ": " + report.findings.front().why};
    }
    Demonstration all;
    all.vocabulary = std::move(report.content.vocabulary);
    all.places = std::move(report.content.places);
    for (auto& [collection, offers] : report.content.collections) {
        std::ranges::move(offers, std::back_inserter(all.offers));
    }
    const auto queries = boost::json::parse(text_of_file(source_folder / "tests/finder/queries.json"));
    for (const auto& one : queries.as_array()) { all.queries.push_back(labelled_from(one.as_object())); }
    return all;
}

double recall_of(const std::vector<std::string>& expect, const std::vector<std::string>& found)
{
    if (expect.empty()) { return 1; }
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), places_counted));
    const auto there = std::count_if(found.begin(), end, [&](const std::string& id) {
        return std::ranges::find(expect, id) != expect.end();
    });
    return static_cast<double>(there) / static_cast<double>(std::min(expect.size(), places_counted));
}

} // namespace samvei::finder::testing
