// Goal: no child without a next step. Whatever anybody tries, in any order, over months: every open follow-up
// has exactly one holder who accepted, exactly one next step, the one its recorded facts lead to, and a date;
// nobody is shown a row that they may not see; the journal's chains hold. The same is said twice, once by the
// program and once by testing/promise.cpp, and compared.
//
// SAMVEI_TEST_SEED=<number> tells other stories; a failure prints the seed of its story and all that led to
// it.
#include "access/journal.hpp"
#include "followup/testing/story.hpp"

#include <cstdlib>
#include <mutex>
#include <thread>

namespace samvei::followup {
namespace {

using namespace testing;

struct Stories {
    Engine engine;
    int stages;   ///< Towns, each with its own database.
    int stories;  ///< In each.
    int attempts; ///< In each story.
};

std::uint64_t first_seed()
{
    const char* const named = std::getenv("SAMVEI_TEST_SEED");
    return named != nullptr ? std::strtoull(named, nullptr, 10) : 1;
}

/// How often each thing was done, and each refusal given.
struct Counts {
    std::map<std::string, int> accepted;
    std::map<std::string, int> refused;
};

/// Tells the stories of one town and looks at the journal at the end. Throws what is wrong.
Counts tell_stories(const Stories& how, int number)
{
    Stage stage{how.engine};
    const std::uint64_t seed = (first_seed() * 1'000 + static_cast<std::uint64_t>(number)) * 1'000;
    for (int story = 0; story < how.stories; ++story) {
        Story{stage, seed + static_cast<std::uint64_t>(story)}.tell(how.attempts);
    }
    const access::ChainReport report = stage.town.database().read(
        [](db::Reader& db) { return access::verify_chains(db, [](std::uint64_t) {}); });
    check(!report.first_broken.has_value(), "the chains of the journal hold");
    check(report.journal_entries > static_cast<std::uint64_t>(how.stories) * 10,
          "every change is in the journal");
    return {stage.accepted, stage.refused};
}

/// Every other town on a second thread: each has its own database, so the stories stay the same.
class Telling {
public:
    explicit Telling(const Stories& how) : how_{how}
    {
        if (how.stages == 1) {
            tell(0, 1);
            return;
        }
        std::thread other{[this] { tell(1, 2); }};
        tell(0, 2);
        other.join();
    }
    Counts counts;
    std::string wrong; ///< Of the first story that went wrong.

private:
    void tell(int first, int step)
    {
        for (int number = first; number < how_.stages; number += step) {
            try {
                add(tell_stories(how_, number));
            } catch (const std::exception& failure) {
                const std::lock_guard lock{mutex_};
                if (wrong.empty()) { wrong = failure.what(); }
                return;
            }
        }
    }
    void add(const Counts& more)
    {
        const std::lock_guard lock{mutex_};
        for (const auto& [name, count] : more.accepted) { counts.accepted[name] += count; }
        for (const auto& [name, count] : more.refused) { counts.refused[name] += count; }
    }

    const Stories how_;
    std::mutex mutex_;
};

TEST(Promise, NoChildWithoutANextStepWhateverAnybodyTriesOnSqlite)
{
    const Telling telling{{Engine::sqlite, 20, 15, 48}};
    ASSERT_EQ(telling.wrong, "");
    // The stories are worth telling: everything was done, and refused, often enough.
    EXPECT_EQ(telling.counts.accepted.size(), 28U);
    for (const auto& [name, count] : telling.counts.accepted) { EXPECT_GE(count, 5) << name; }
    EXPECT_GE(telling.counts.refused.size(), 18U);
}

TEST(Promise, NoChildWithoutANextStepWhateverAnybodyTriesOnPostgres)
{
    const Telling telling{{Engine::postgres, 1, 8, 42}};
    EXPECT_EQ(telling.wrong, "");
}

} // namespace
} // namespace samvei::followup
