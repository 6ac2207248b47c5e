// Goal: a package is read in all its forms, and everything that is wrong with it is said by table, row, line,
// field and reason.
#include "exchange/csv.hpp"
#include "exchange/exchange_fixture.hpp"
#include "exchange/nesting.hpp"

namespace samvei::exchange {
namespace {

using namespace testing;

json::object as_json(const Tables& tables)
{
    json::object object;
    for (const auto& [name, rows] : tables) {
        json::array array;
        for (const PackageRow& row : rows) { array.push_back(row.values); }
        object[name] = std::move(array);
    }
    return object;
}

TEST(Package, TheStandardsExamplesHaveNoFaults)
{
    for (const std::string& text :
         {hsds_example("tabular.json"), hsds_example("service_full.json"), hsds_csv_example()}) {
        const PackageReading reading = read_package(text);
        EXPECT_EQ(told(reading.faults), std::multiset<std::string>{});
        EXPECT_EQ(reading.tables.at("service").size(), 1U);
    }
}

TEST(Package, TablesAreReadAsTheyAre)
{
    const std::string text = hsds_example("tabular.json");
    EXPECT_EQ(json::value(as_json(read_package(text).tables)), parsed(text));
}

TEST(Package, WhatWasNestedIsNestedAgain)
{
    const std::string text = hsds_example("service_full.json");
    const PackageReading reading = read_package(text);
    EXPECT_EQ(reading.form, Form::nested);
    EXPECT_EQ(reading.tables.at("phone").size(), 1U);
    EXPECT_EQ(reading.tables.at("language").size(), 1U);
    const RowIndex index{reading.tables};
    std::size_t budget = nested_max;
    EXPECT_EQ(json::value(nested(index, "service", reading.tables.at("service")[0].values, budget)),
              parsed(text));
}

TEST(Package, AnOrganizationMayBeTheTop)
{
    const PackageReading reading = read_package(
        R"([{ "id": "o", "name": "Org", "description": "d", "services": [
              { "id": "s", "name": "S", "status": "active",
                "phones": [ { "id": "p", "number": "116 111" } ] } ] }])");
    EXPECT_EQ(told(reading.faults), std::multiset<std::string>{});
    EXPECT_EQ(text_of(reading.tables.at("service")[0].values, "organization_id"), "o");
    EXPECT_EQ(text_of(reading.tables.at("phone")[0].values, "service_id"), "s");
}

TEST(Package, APageOfAnApiIsRead)
{
    const PackageReading reading = read_package(
        R"({ "total_items": 1, "contents": [ { "id": "s", "name": "S", "status": "active" } ] })");
    EXPECT_EQ(reading.tables.at("service").size(), 1U);
}

TEST(Package, NothingThatIsNestedGoesRound)
{
    const PackageReading reading = read_package(
        R"({ "service": [ { "id": "s", "organization_id": "o", "name": "S", "status": "active" } ],
             "organization": [ { "id": "o", "name": "O", "description": "d",
                                 "parent_organization_id": "o" } ],
             "attribute": [
               { "id": "a", "link_id": "t", "taxonomy_term_id": "t", "link_entity": "taxonomy_term" },
               { "id": "b", "link_id": "s", "taxonomy_term_id": "t", "link_entity": "service" } ],
             "taxonomy_term": [ { "id": "t", "name": "T", "description": "d", "parent_id": "t" } ],
             "metadata": [ { "id": "m", "resource_id": "m", "resource_type": "metadata",
                             "last_action_date": "2026-01-01", "last_action_type": "x", "field_name": "x",
                             "previous_value": "x", "replacement_value": "x", "updated_by": "x" } ] })");
    EXPECT_EQ(told(reading.faults), std::multiset<std::string>{});
    const RowIndex index{reading.tables};
    for (const char* table : {"service", "organization", "attribute", "taxonomy_term", "metadata"}) {
        std::size_t budget = nested_max;
        nested(index, table, reading.tables.at(table)[0].values, budget);
        EXPECT_GT(budget, nested_max - 20) << table;
    }
}

TEST(Csv, IsReadAsSpreadsheetsWriteIt)
{
    struct Case {
        std::string text;
        std::vector<std::vector<std::string>> records;
    };
    const std::vector<Case> cases{
        {"a,b\r\n1,2\r\n", {{"1", "2"}}},
        {"a,b\n1,2", {{"1", "2"}}},
        {"\xef\xbb\xbf"
         "a;b\r\n1;2,5\r\n",
         {{"1", "2,5"}}},
        {"a\tb\n1\t2\n", {{"1", "2"}}},
        {"a,b\n\"x, \"\"y\"\"\",\"line\r\nline\"\n3,4\n", {{"x, \"y\"", "line\r\nline"}, {"3", "4"}}},
        {"a,b\n\n,\n5,\n", {{"5", ""}}},
        {"\"a\",\"b;c\"\n1,2\n", {{"1", "2"}}},
    };
    for (const Case& one : cases) {
        const CsvReading reading = read_csv(one.text);
        EXPECT_TRUE(reading.faults.empty()) << one.text;
        std::vector<std::vector<std::string>> records;
        for (const CsvRecord& record : reading.records) { records.push_back(record.cells); }
        EXPECT_EQ(records, one.records) << one.text;
    }
}

TEST(Csv, WhatIsWrittenIsReadAgain)
{
    const std::vector<std::vector<std::string>> records{
        {"id", "text"}, {"1", "a,b;c\td"}, {"2", "\"quoted\"\r\nand on"}, {"3", ""}};
    const CsvReading reading = read_csv(csv_of(records));
    ASSERT_EQ(reading.records.size(), 3U);
    EXPECT_EQ(reading.header.cells, records[0]);
    for (std::size_t i = 0; i < 3; ++i) { EXPECT_EQ(reading.records[i].cells, records[i + 1]); }
    EXPECT_EQ(reading.records[2].line, 5);
}

TEST(Faults, HaveASentenceInEveryLanguage)
{
    for (const WhyRow& row : why_table()) {
        for (const std::string_view sentence : {row.nb, row.nn, row.en}) {
            EXPECT_TRUE(sentence.ends_with('.') || sentence.ends_with("{}.")) << row.name;
            EXPECT_EQ(sentence.find("{}") == std::string_view::npos,
                      row.nb.find("{}") == std::string_view::npos)
                << row.name;
        }
    }
    EXPECT_EQ(sentence_of({.why = Why::id_twice, .detail = "x"}, Language::en),
              "Two rows of the table have the id x.");
}

} // namespace
} // namespace samvei::exchange
