#pragma once
// Many children like Emma of the demo town: her follow-up with all that hangs on it, copied under new ids,
// each with a journal chain of its own that verifies. Who is in the team and whose parents log in is hers
// only.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace samvei::bench {

struct Children {
    std::vector<std::string> follow_ups;
    std::vector<std::string> goals; ///< One goal of each follow-up, in the same order.
};

/// Who is in the teams of the copies.
enum class Team {
    of_emma,  ///< Kari and Nils, so that Kari may open every one.
    elsewhere ///< Accounts that do not log in: a municipality has more than one teacher.
};

/// Adds them to a municipality's database file. The server must not run.
Children add_children(const std::filesystem::path& database, int count, Team team);

} // namespace samvei::bench
