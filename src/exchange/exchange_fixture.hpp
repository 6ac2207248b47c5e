#pragma once
// Texts and offers for the tests of this room.

#include "base/files.hpp"
#include "directory/content.hpp"
#include "exchange/mapping.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

namespace samvei::exchange::testing {

namespace json = boost::json;

inline const std::filesystem::path source_folder{SAMVEI_SOURCE_DIR};

/// A file of HSDS's own examples.
inline std::string hsds_example(const std::string& name)
{
    return text_of_file(source_folder / "tests" / "hsds" / name);
}

/// The CSV files of HSDS's examples as one package.
inline std::string hsds_csv_example()
{
    json::object files;
    for (const auto& entry : std::filesystem::directory_iterator{source_folder / "tests" / "hsds" / "csv"}) {
        files[entry.path().filename().string()] = text_of_file(entry.path());
    }
    return json::serialize(json::object{{"files", std::move(files)}});
}

inline json::value parsed(const std::string& text)
{
    auto value = http::read_json(text);
    EXPECT_TRUE(value.has_value()) << text.substr(0, 200);
    return value.value_or(json::value{});
}

/// What the program knows of offers: vocabulary, places, the offers of content.
inline const directory::ServiceContent& service_content()
{
    static const directory::ServiceReport report = directory::read_services(source_folder / "content");
    EXPECT_TRUE(report.findings.empty());
    return report.content;
}

inline std::vector<finder::Offer> content_offers()
{
    std::vector<finder::Offer> offers;
    for (const auto& [collection, of_it] : service_content().collections) {
        offers.insert(offers.end(), of_it.begin(), of_it.end());
    }
    return offers;
}

inline MapSetting setting_of(const std::string& municipality = "4999")
{
    return {.vocabulary = service_content().vocabulary,
            .places = service_content().places,
            .language = "nb",
            .municipality = municipality,
            .source = "a file"};
}

/// Every table's rows in the order of their ids.
inline json::object sorted(json::object tables)
{
    for (auto& table : tables) {
        std::ranges::sort(table.value().as_array(), [](const json::value& left, const json::value& right) {
            return left.at("id").as_string() < right.at("id").as_string();
        });
    }
    return tables;
}

/// Names of the faults (not the warnings), each as "service[1].status not_one_of".
inline std::multiset<std::string> told(const std::vector<RowFault>& faults, Weight weight = Weight::fault)
{
    std::multiset<std::string> texts;
    for (const RowFault& fault : faults) {
        if (row_of(fault.why).weight != weight) { continue; }
        std::string text = fault.table;
        if (fault.row > 0) { text += "[" + std::to_string(fault.row) + "]"; }
        if (fault.line > 0) { text += ":" + std::to_string(fault.line); }
        if (!fault.field.empty()) { text += "." + fault.field; }
        texts.insert((text.empty() ? "" : text + " ") + std::string{row_of(fault.why).name});
    }
    return texts;
}

} // namespace samvei::exchange::testing
