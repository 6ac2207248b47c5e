#pragma once
// Plays a script against a town, and gathers everything that is not as the script says.

#include "api/script.hpp"
#include "api/town.hpp"
#include "http/testing/client.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samvei::api {

using Answer = http::testing::Answer;

/// A request as it goes out.
struct Question {
    std::string method;
    std::string path;
    http::Pairs headers;
    std::string body;
};

class Stage {
public:
    explicit Stage(Town& town);

    /// What went otherwise in this step; empty when nothing did.
    std::vector<std::string> play(const Step& step);

private:
    /// Who has logged in, as a browser knows it.
    struct Session {
        std::string cookie;
        std::string csrf;
    };

    void follow(const Direction& direction);
    void move_clock(const std::string& rest);
    void log_in(const std::string& username);
    void remember_session(const Answer& answer);
    void say_what_day_it_is();
    Question question_of(const Exchange& exchange) const;
    std::vector<std::string> compare(const Exchange& exchange, const Question& question,
                                     const Answer& answer);
    /// What the answer breaks of what its route promises.
    std::vector<std::string> broken_promises(const Question& question, const Answer& answer) const;

    Town& town_;
    Names names_;
    std::map<std::string, Session> sessions_;
    std::string who_ = "nobody";
    std::string language_ = "nb";
};

} // namespace samvei::api
