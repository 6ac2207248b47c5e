// Goal: every refusal that this room, its permits and its pathway can give has been provoked by some test,
// with nothing stored. Asked at the end of a whole run: what the sources name must be among what the tests
// have seen.
#include "base/files.hpp"
#include "followup/testing/town.hpp"

#include <regex>

namespace samvei::followup {
namespace {

namespace fs = std::filesystem;

/// The files that decide what people may do with a follow-up.
std::vector<fs::path> deciding_sources()
{
    const fs::path source = fs::path{SAMVEI_SOURCE_DIR} / "src";
    std::vector<fs::path> files{source / "access/permit.cpp", source / "pathway/replay.cpp"};
    for (const auto& entry : fs::directory_iterator{source / "followup"}) {
        const std::string name = entry.path().filename();
        if (name.ends_with(".cpp") && !name.ends_with("_test.cpp")) { files.push_back(entry.path()); }
    }
    return files;
}

std::set<std::string> refusals_in(const std::vector<fs::path>& files)
{
    const std::regex refusal{R"(Error\{ErrorCode::([a-z_]+))"};
    std::set<std::string> names{"invalid_fields"};
    for (const fs::path& file : files) {
        const std::string text = text_of_file(file);
        for (std::sregex_iterator found{text.begin(), text.end(), refusal}; found != std::sregex_iterator{};
             ++found) {
            names.insert((*found)[1]);
        }
    }
    return names;
}

class EveryRefusal : public ::testing::Environment {
public:
    void TearDown() override
    {
        if (::testing::GTEST_FLAG(filter) != "*") { return; } // part of the tests shows part of the refusals
        const std::set<std::string> named = refusals_in(deciding_sources());
        EXPECT_GE(named.size(), 20U) << "the sources are read";
        for (const std::string& name : named) {
            EXPECT_TRUE(testing::provoked().contains(name)) << "no test has provoked " << name;
        }
    }
};

const ::testing::Environment* const at_the_end = ::testing::AddGlobalTestEnvironment(new EveryRefusal);

TEST(Refusals, AreNamedInTheSources)
{
    EXPECT_NE(at_the_end, nullptr);
    const std::set<std::string> named = refusals_in(deciding_sources());
    EXPECT_TRUE(named.contains("holder_cannot_leave"));
    EXPECT_TRUE(named.contains("step_not_next"));
    EXPECT_TRUE(named.contains("not_found"));
}

} // namespace
} // namespace samvei::followup
