#pragma once
// The program's own rooms in this process, on the data of an installation, and follow-ups to change.

#include "followup/actions.hpp"
#include "main/installation.hpp"
#include "program/program.hpp"

#include <string>
#include <vector>

namespace samvei::bench {

/// A follow-up with one goal; and one more follow-up's goal for whoever changes it without the program.
struct Log {
    followup::FollowUpId id;
    std::string child;
    std::string account; ///< Of its holder.
    followup::GoalId goal;
    std::int64_t version = 1; ///< Of the goal.
    std::string bare_goal;    ///< Another goal of the same follow-up, never changed by the program.
};

class Workshop {
public:
    explicit Workshop(const program::Installation& data);
    access::App& app() { return installation_.app(); }
    db::Database& database() { return installation_.databases().municipality("9901"); }
    const access::Caller& kari() const { return kari_; }
    /// Somebody of the demo, by user name.
    access::Caller caller(const std::string& username);
    /// A new follow-up that Kari holds.
    followup::FollowUpId open_log();
    /// New follow-ups that Kari holds.
    std::vector<Log> make_logs(std::size_t count);
    /// Opens a follow-up as far as HTTP and the access log: the view, and its JSON text.
    void view(const std::string& follow_up);
    std::size_t json(const std::string& follow_up);

private:
    Installation installation_;
    access::Caller kari_;
};

/// The goal gets its title again, as the next version.
void change_goal(access::App& app, const access::Caller& caller, Log& log);

} // namespace samvei::bench
