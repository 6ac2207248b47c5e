// Goal: every script in this folder goes as it says, on both engines.
#include "api/stage.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace samvei::api {
namespace {

using Play = std::tuple<std::filesystem::path, db::testing::Engine>;

std::vector<std::filesystem::path> scripts()
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{SAMVEI_API_SCRIPTS}) {
        if (entry.path().extension() == ".api") { files.push_back(entry.path()); }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string name_of_play(const ::testing::TestParamInfo<Play>& info)
{
    std::string name = std::get<0>(info.param).stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name + "_on_" + db::testing::name_of(std::get<1>(info.param));
}

class ApiScript : public ::testing::TestWithParam<Play> {};

INSTANTIATE_TEST_SUITE_P(Scripts, ApiScript,
                         ::testing::Combine(::testing::ValuesIn(scripts()), db::testing::both_engines()),
                         name_of_play);

TEST_P(ApiScript, Holds)
{
    const auto& [file, engine] = GetParam();
    const std::vector<Step> steps = read_script(file);
    ASSERT_FALSE(steps.empty());
    Town town{engine};
    Stage stage{town};
    for (const Step& step : steps) {
        std::vector<std::string> found;
        try {
            found = stage.play(step);
        } catch (const std::runtime_error& error) {
            found.push_back(error.what());
        }
        std::string text;
        for (const std::string& line : found) { text += "\n  " + line; }
        // The rest of a story that went wrong says nothing more.
        if (!found.empty()) { FAIL() << file.filename().string() << ":" << step.line << text; }
    }
}

} // namespace
} // namespace samvei::api
