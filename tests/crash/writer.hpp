#pragma once
// Somebody at work: writes through the API as fast as the server answers, and remembers every answer. Each
// writer has follow-ups and early concerns of its own, so the last answer about one is what must be there
// after a crash; all write in one follow-up together, where every acknowledged word must be found again.

#include "program/people.hpp"

#include <atomic>
#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace samvei::crash {

namespace json = boost::json;
using program::day_in;
using program::Line;
using program::log_in;
using program::Reply;
using program::Session;
using program::text_at;

/// What is known of a town before anybody writes; the same for all writers.
struct Town {
    Session kari; ///< Teacher; holds the baton of the shared follow-up.
    Session nils; ///< School nurse; in its team.
    Session psykolog;
    Session mor; ///< Mother of the child of the shared follow-up.
    std::string school;
    std::string school_health;
    std::string shared;      ///< Path of the follow-up that all write in.
    std::string shared_goal; ///< Id of a goal in it that all change.
};

/// Logs everybody in and finds the way around.
Town find_town(std::uint16_t port);

/// A request that was sent and perhaps not answered.
struct Attempt {
    std::string act;  ///< What the journal calls it.
    std::string mark; ///< A text found nowhere else; "" when there is no room for one.
};

/// One follow-up or early concern of a writer's own.
struct Own {
    std::string path;
    const Session* viewer = nullptr; ///< Whose answer `acknowledged` is.
    json::object acknowledged;
    int changes = 0;
    std::optional<Attempt> attempt; ///< Open at the moment of the crash.
};

class Writer {
public:
    Writer(const Town& town, unsigned number, std::uint64_t seed)
        : town_{town}, number_{number}, random_{seed}
    {}

    /// Works until the server is gone or `enough` is said.
    void work(std::uint16_t port, const std::atomic<bool>& enough);
    /// After the restart: compares what the server shows with what it had acknowledged.
    void look_again(std::uint16_t port);

    /// Everything that was not as acknowledged, or refused without reason; empty when all is well.
    const std::vector<std::string>& faults() const { return faults_; }
    std::uint64_t acknowledged() const { return acknowledged_; }
    /// Answers that showed a child to staff: each has a row in the access log.
    std::uint64_t looks() const { return looks_; }
    const std::set<std::string>& shared_marks() const { return shared_marks_; }
    /// The highest version of the shared goal that this writer was told of.
    std::int64_t shared_goal_version() const { return shared_goal_version_; }

private:
    void take_turn(Line& line);
    void work_in_shared(Line& line);
    void change_shared_goal(Line& line);
    void begin_concern(Line& line);
    void change_concern(Line& line, Own& own);
    void open_follow_up(Line& line);
    void change_follow_up(Line& line, Own& own);
    void change_plan(Line& line, Own& own, const Session& holder, unsigned dice);
    void change_pathway(Line& line, Own& own, const Session& holder, unsigned dice);
    void pass_baton(Line& line, Own& own, const Session& holder);
    void send(Line& line, Own& own, const Session& who, Attempt attempt, std::string_view method,
              const std::string& path, const json::object& body);
    void compare(Line& line, Own& own);
    bool expect(const Reply& reply, int status, const std::string& what);

    unsigned below(unsigned count) { return std::uniform_int_distribution<unsigned>{0, count - 1}(random_); }
    std::string new_mark();
    const Session& author() const;

    const Town& town_;
    unsigned number_;
    std::mt19937_64 random_;
    std::uint64_t marks_ = 0;
    std::vector<Own> concerns_;
    std::vector<Own> follow_ups_;
    std::set<std::string> shared_marks_;
    std::int64_t shared_goal_version_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint64_t looks_ = 0;
    std::vector<std::string> faults_;
};

} // namespace samvei::crash
