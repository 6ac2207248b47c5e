// The small parts: ids, digests, languages, tickets, results.
#include "base/digest.hpp"
#include "base/ids.hpp"
#include "base/language.hpp"
#include "base/pending.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace samvei {
namespace {

// Goal: ids of one process sort in the order they were made, also many within one millisecond.
TEST(RandomIds, SortAsMade)
{
    RandomIds ids;
    std::string before = ids.next();
    for (int i = 0; i < 5'000; ++i) {
        std::string next = ids.next();
        EXPECT_LT(before, next);
        before = std::move(next);
    }
}

TEST(Ids, AreDifferentGrowingAndWellFormed)
{
    RandomIds source;
    std::set<std::string> seen;
    std::string last_time;
    for (int count = 0; count < 2000; ++count) {
        const std::string id = source.next();
        EXPECT_TRUE(is_id_text(id)) << id;
        EXPECT_LE(last_time, id.substr(0, 10));
        last_time = id.substr(0, 10);
        EXPECT_TRUE(seen.insert(id).second);
    }
}

TEST(Ids, CountingIdsRepeat)
{
    CountingIds one;
    CountingIds other;
    for (int count = 0; count < 40; ++count) {
        const std::string id = one.next();
        EXPECT_TRUE(is_id_text(id));
        EXPECT_EQ(id, other.next());
    }
    EXPECT_EQ(one.next(), "00000000000000000000000019"); // 41 in base32
}

TEST(Ids, RefusesOtherShapes)
{
    EXPECT_TRUE(is_id_text("01jd9z6k3v8m2n4p5q7r9s0tvw"));
    for (const std::string_view text :
         {"", "01jd9z6k3v8m2n4p5q7r9s0tv", "01jd9z6k3v8m2n4p5q7r9s0tvww", "01JD9Z6K3V8M2N4P5Q7R9S0TVW",
          "01jd9z6k3v8m2n4p5q7r9s0tvu", "01jd9z6k3v8m2n4p5q7r9s0tvi", "01jd9z6k3v8m2n4p5q7r9s0tv'",
          "01jd9z6k3v8m2n4p5q7r9s0tå"}) {
        EXPECT_FALSE(is_id_text(text)) << text;
    }
}

TEST(Digest, KnownAnswers)
{
    // Source: FIPS 180-4 examples.
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(digest_of({"abc"}), sha256_hex(std::string_view{"\0\0\0\0\0\0\0\3abc", 11}));
    EXPECT_EQ(digest_of({}), sha256_hex(""));
    EXPECT_EQ(hex_of(std::string_view{"\x00\x7f\xff", 3}), "007fff");
}

TEST(Digest, PartsDoNotRunTogether)
{
    EXPECT_NE(digest_of({"ab", "c"}), digest_of({"a", "bc"}));
    EXPECT_NE(digest_of({"abc"}), digest_of({"abc", ""}));
}

TEST(Language, ReadsAcceptLanguage)
{
    struct Case {
        std::string_view header;
        Language language;
    };
    const Case cases[] = {
        {"", Language::nb},
        {"en", Language::en},
        {"nn-NO,nn;q=0.9,en;q=0.8", Language::nn},
        {"de, fr;q=0.9", Language::nb},
        {"de, en;q=0.3", Language::en},
        {"en;q=0.5, nn;q=0.7", Language::nn},
        {"en;q=0.5, nn;q=0.5", Language::en},
        {"NO", Language::nb},
        {"EN-gb", Language::en},
        {"*", Language::nb},
        {"*;q=0.1, en;q=0.2", Language::en},
        {"nn;q=0, en;q=0.001", Language::en},
        {"nn;q=2, en;q=0.1", Language::en},
        {"nn;q=, en;q=0.1", Language::en},
        {"nn;q=0.1234, en;q=0.1", Language::en},
        {"nn;x=1, en;q=0.1", Language::en},
        {"en ; q=0.2 ,\tnn ; Q=0.3", Language::nn},
        {",,;;,en", Language::en},
    };
    for (const Case& one : cases) { EXPECT_EQ(preferred_language(one.header), one.language) << one.header; }
}

TEST(Language, CodesRoundTrip)
{
    for (const Language language : all_languages) { EXPECT_EQ(find_language(code_of(language)), language); }
    EXPECT_EQ(find_language("no"), Language::nb);
    EXPECT_FALSE(find_language("NB"));
    EXPECT_FALSE(find_language("se"));
    const Sentence sentence{"hei", "hei du", "hello"};
    EXPECT_EQ(sentence.in(Language::nn), "hei du");
}

TEST(Pending, EmptyTicketIsDurable)
{
    const Pending ticket;
    EXPECT_TRUE(ticket.settled());
    EXPECT_EQ(ticket.wait(), Outcome::durable);
    int calls = 0;
    ticket.when_settled([&](Outcome outcome) { calls += outcome == Outcome::durable ? 1 : 0; });
    EXPECT_EQ(calls, 1);
}

TEST(Pending, FirstSettlingCounts)
{
    const Pending ticket = Pending::open();
    EXPECT_FALSE(ticket.settled());
    std::string calls;
    ticket.when_settled([&](Outcome outcome) { calls += outcome == Outcome::failed ? 'f' : 'd'; });
    EXPECT_EQ(calls, "");
    ticket.settle(Outcome::failed);
    ticket.settle(Outcome::durable);
    ticket.when_settled([&](Outcome outcome) { calls += outcome == Outcome::failed ? 'F' : 'D'; });
    EXPECT_EQ(calls, "fF");
    EXPECT_EQ(ticket.wait(), Outcome::failed);
}

TEST(Pending, WakesEveryWaiter)
{
    const Pending ticket = Pending::open();
    std::vector<std::thread> waiters;
    std::atomic<int> durable = 0;
    for (int count = 0; count < 4; ++count) {
        waiters.emplace_back([&, ticket] { durable += ticket.wait() == Outcome::durable ? 1 : 0; });
    }
    ticket.settle(Outcome::durable);
    for (auto& waiter : waiters) { waiter.join(); }
    EXPECT_EQ(durable, 4);
}

Result<int> half_of(int number)
{
    if (number % 2 != 0) { return Error{ErrorCode::not_found, "odd"}; }
    return number / 2;
}

Result<Done> can_be_quartered(int number)
{
    TRY_LET(half, half_of(number));
    TRY(half_of(half));
    return Done{};
}

TEST(Results, RefusalsTravelUp)
{
    EXPECT_TRUE(can_be_quartered(8));
    EXPECT_FALSE(can_be_quartered(6));
    const auto refused = can_be_quartered(3);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
    EXPECT_EQ(refused.error().why.text, "odd");
    EXPECT_THROW(check(false, "this must hold"), BrokenInvariant);
}

} // namespace
} // namespace samvei
