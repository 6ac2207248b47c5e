// Goal: kill -9 at any moment; on restart everything acknowledged is there, nothing is half done, and the
// journal and the access log verify.
#include "crash/wholeness.hpp"
#include "crash/writer.hpp"

#include "db/testing/postgres_cluster.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace samvei::crash {
namespace {

constexpr unsigned writer_count = 8;

/// Another seed every run; the environment's SAMVEI_CRASH_SEED repeats one.
std::uint64_t seed_of_run()
{
    const char* const named = std::getenv("SAMVEI_CRASH_SEED");
    return named != nullptr ? std::stoull(named) : std::random_device{}();
}

/// A town whose server is killed again and again.
class Drill {
public:
    explicit Drill(const Installation& installation) : installation_{installation}, seed_{seed_of_run()}
    {
        std::cout << "SAMVEI_CRASH_SEED=" << seed_ << '\n';
        start();
        town_ = find_town(server_->port());
        looks_before_ = looks_in(installation_);
        for (unsigned i = 0; i < writer_count; ++i) { writers_.emplace_back(town_, i, random_()); }
    }

    /// Everybody writes; somewhere in the middle the process is killed.
    void kill_while_writing()
    {
        std::atomic<bool> enough = false;
        std::vector<std::thread> threads;
        for (Writer& writer : writers_) {
            threads.emplace_back([&] { writer.work(server_->port(), enough); });
        }
        std::this_thread::sleep_for(some_time(std::chrono::microseconds{250'000}));
        server_->kill();
        for (std::thread& thread : threads) { thread.join(); }
        ++kills_;
    }

    /// Killed on its way up, perhaps in the middle of recovery.
    void kill_while_starting()
    {
        server_.emplace(installation_);
        std::this_thread::sleep_for(some_time(std::chrono::microseconds{120'000}));
        server_->kill();
        ++kills_;
    }

    void start()
    {
        server_.emplace(installation_);
        server_->wait_until_ready();
    }

    void check_everything()
    {
        for (Writer& writer : writers_) { writer.look_again(server_->port()); }
        for (const Writer& writer : writers_) { EXPECT_EQ(writer.faults(), std::vector<std::string>{}); }
        check_shared();
        EXPECT_EQ(broken_sentences(installation_), std::vector<std::string>{});
        EXPECT_GE(looks_in(installation_) - looks_before_, sum_of(&Writer::looks));
        EXPECT_EQ(installation_.run({"verify"}), 0) << installation_.output();
    }

    /// Ends as it should; the sanitizers of the program have their say.
    void stop()
    {
        EXPECT_EQ(server_->stop(), 0) << server_->output();
        EXPECT_EQ(installation_.run({"verify"}), 0) << installation_.output();
        std::cout << kills_ << " kills, " << sum_of(&Writer::acknowledged) << " answers were kept\n";
    }

    std::uint64_t acknowledged() const { return sum_of(&Writer::acknowledged); }

private:
    std::chrono::microseconds some_time(std::chrono::microseconds most)
    {
        return std::chrono::microseconds{std::uniform_int_distribution<long>{0, most.count()}(random_)};
    }

    std::uint64_t sum_of(std::uint64_t (Writer::*count)() const) const
    {
        std::uint64_t sum = 0;
        for (const Writer& writer : writers_) { sum += (writer.*count)(); }
        return sum;
    }

    /// The follow-up that all write in: every acknowledged word is there, and the goal is not older than
    /// told.
    void check_shared()
    {
        Line line{server_->port()};
        const Reply shared = line.get(town_.kari, town_.shared);
        std::set<std::string> found;
        for (const json::value& words : shared.body.at("own_words").as_array()) {
            found.insert(text_at(words.as_object(), "text"));
        }
        std::int64_t version = 0;
        for (const json::value& goal : shared.body.at("goals").as_array()) {
            const json::object& shown = goal.as_object();
            if (text_at(shown, "id") == town_.shared_goal) {
                version = shown.at("version").to_number<std::int64_t>();
            }
        }
        for (const Writer& writer : writers_) {
            EXPECT_LE(writer.shared_goal_version(), version);
            for (const std::string& mark : writer.shared_marks()) {
                EXPECT_TRUE(found.contains(mark)) << mark;
            }
        }
    }

    const Installation& installation_;
    std::uint64_t seed_;
    std::mt19937_64 random_{seed_};
    std::optional<Server> server_;
    Town town_;
    std::uint64_t looks_before_ = 0;
    std::vector<Writer> writers_;
    int kills_ = 0;
};

/// Every sixth kill comes during the start.
void play(Drill& drill, int kills)
{
    for (int kill = 1; kill <= kills && !::testing::Test::HasFailure(); ++kill) {
        SCOPED_TRACE("kill " + std::to_string(kill));
        drill.kill_while_writing();
        if (kill % 6 == 5) {
            drill.kill_while_starting();
            ++kill;
        }
        drill.start();
        drill.check_everything();
    }
    drill.stop();
    EXPECT_GT(drill.acknowledged(), 0U);
}

TEST(Crash, FiftyKillsOnSqliteLoseNothing)
{
    const Installation installation = Installation::on_sqlite();
    Drill drill{installation};
    play(drill, 50);
}

TEST(Crash, KillsOnPostgresLoseNothing)
{
    const std::string location = db::testing::new_postgres_database();
    {
        const Installation installation = Installation::on_postgres(location);
        Drill drill{installation};
        play(drill, 6);
    }
    db::testing::drop_postgres_database(location);
}

} // namespace
} // namespace samvei::crash
