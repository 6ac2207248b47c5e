// Promise of the finder: a search among 10 000 offers in 50 µs on one thread, and what it finds, beside
// SQLite's FTS5 and PostgreSQL's full text in the same run, on the labelled queries of tests/finder.
#include "load.hpp"
#include "search_peers.hpp"

#include "db/testing/postgres_cluster.hpp"
#include "finder/labelled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace samvei::bench {
namespace {

constexpr int rounds = 5;
constexpr std::size_t offer_count = 10'000;
constexpr std::size_t shown = 10; ///< Offers on a page.
constexpr double limit_us = 50;

using finder::Offer;
using finder::testing::Demonstration;
using finder::testing::Labelled;
using Search = std::function<Ids(const finder::Query&)>;

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

/// The same service in another municipality: its name in every text, and for every third one theme less.
Offer moved(Offer offer, const finder::Municipality& to, std::size_t variety)
{
    offer.id = "m" + to.number + "_" + offer.id;
    for (finder::Texts* const texts : {&offer.name, &offer.summary, &offer.description}) {
        for (auto& [language, text] : *texts) { replace_all(text, "Solvik", to.name); }
    }
    for (std::string& name : offer.other_names) { replace_all(name, "Solvik", to.name); }
    replace_all(offer.organization, "Solvik", to.name);
    offer.areas = {false, {}, {to.number}};
    if (offer.themes.size() > 2 && variety % 3 == 0) {
        offer.themes.erase(offer.themes.begin() + static_cast<std::ptrdiff_t>(variety % offer.themes.size()));
    }
    return offer;
}

std::vector<Offer> many(const Demonstration& demonstration)
{
    std::vector<Offer> offers = demonstration.offers;
    std::size_t variety = 0;
    for (const finder::Municipality& municipality : demonstration.places.municipalities) {
        for (const Offer& offer : demonstration.offers) {
            if (offer.areas.country) { continue; }
            if (offers.size() == offer_count) { return offers; }
            offers.push_back(moved(offer, municipality, ++variety));
        }
    }
    return offers;
}

void print_recall(const std::string& name, const std::vector<Labelled>& queries, const Search& search)
{
    finder::testing::Recall recall;
    for (const Labelled& one : queries) {
        recall.add(finder::testing::recall_of(one.expect, search(one.query)));
    }
    fmt::print("{:<44} {:>8.3f} {:>8.3f}\n", name, recall.mean(), recall.any());
}

/// Every query once; CPU of this thread, and of `server` when there is one.
Figures once_each(const std::vector<Labelled>& queries, const Search& search, pid_t server)
{
    const auto server_before = server == 0 ? std::chrono::nanoseconds{} : cpu_of(server);
    const auto before = cpu_of_this_thread();
    const auto begin = std::chrono::steady_clock::now();
    std::size_t found = 0;
    for (const Labelled& one : queries) { found += search(one.query).size(); }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const auto server_cpu = server == 0 ? std::chrono::nanoseconds{} : cpu_of(server) - server_before;
    const std::chrono::duration<double, std::micro> cpu = cpu_of_this_thread() - before + server_cpu;
    const auto count = static_cast<double>(queries.size());
    return {count / took.count(), cpu.count() / count, queries.size(), found};
}

void run()
{
    Demonstration demonstration = finder::testing::read_demonstration(SAMVEI_SOURCE_DIR);
    for (Labelled& one : demonstration.queries) { one.query.limit = shown; }
    const std::vector<Offer> offers = many(demonstration);
    const auto begin = std::chrono::steady_clock::now();
    const finder::SearchIndex index{offers, demonstration.vocabulary};
    const std::chrono::duration<double> built = std::chrono::steady_clock::now() - begin;
    const SqliteSearch sqlite{offers, demonstration.vocabulary};
    const db::testing::PostgresCluster cluster;
    const PostgresSearch postgres{cluster.location(), offers, demonstration.vocabulary};

    const Search ours = [&](const finder::Query& query) {
        Ids ids;
        for (const finder::Hit& hit : index.find(query)) { ids.push_back(hit.offer->id); }
        return ids;
    };
    const Search fts5 = [&](const finder::Query& query) { return sqlite.find(query); };
    const Search full_text = [&](const finder::Query& query) { return postgres.find(query); };
    fmt::print("{} offers, {} queries; our index built in {:.1f} s\n\n{:<44} {:>8} {:>8}\n", offers.size(),
               demonstration.queries.size(), built.count(), "of the expected in the first three", "recall",
               "any");
    print_recall("ours", demonstration.queries, ours);
    print_recall("SQLite FTS5, bm25", demonstration.queries, fts5);
    print_recall("PostgreSQL full text, norwegian", demonstration.queries, full_text);

    std::array subjects{
        Subject{"ours", [&] { return once_each(demonstration.queries, ours, 0); }},
        Subject{"our understanding of the text alone",
                [&] {
                    const Search understand = [&](const finder::Query& query) {
                        return Ids(index.understood(query.text).terms.size());
                    };
                    return once_each(demonstration.queries, understand, 0);
                }},
        Subject{"SQLite FTS5, bm25", [&] { return once_each(demonstration.queries, fts5, 0); }},
        Subject{"PostgreSQL full text, norwegian",
                [&] { return once_each(demonstration.queries, full_text, postgres.server()); }},
    };
    run_in_turn(subjects, rounds);
    fmt::print("\n{:<44} {:>8} {:>10}\n", "a search", "µs CPU", "a second");
    for (const Subject& subject : subjects) {
        fmt::print("{:<44} {:>8.1f} {:>10.0f}\n", subject.name, subject.median.cpu_us_per_request,
                   subject.median.requests_per_second);
    }
    fmt::print("\nlimit {:.0f} µs: {}\n", limit_us,
               verdict(subjects[0].median.cpu_us_per_request <= limit_us));
}

} // namespace
} // namespace samvei::bench

int main()
{
    return samvei::bench::ends_with(samvei::bench::run);
}
