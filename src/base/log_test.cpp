#include "base/log.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace samvei {
namespace {

// Goal: one event is one line, in UTC, and no text from outside can forge another.
TEST(Log, WritesOneLinePerEventToStderr)
{
    log::start(log::Level::warning);
    testing::internal::CaptureStderr();
    log::info("not shown");
    log::warning("first\n2026-01-01T00:00:00.000Z info forged\x1b[31m {}");
    log::error("second æøå");
    const std::string lines = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
    EXPECT_EQ(lines.find("not shown"), std::string::npos);
    EXPECT_NE(lines.find("Z warning first 2026-01-01T00:00:00.000Z info forged [31m {}\n"),
              std::string::npos);
    EXPECT_NE(lines.find("Z error second æøå\n"), std::string::npos);
    log::start(log::Level::info);
}

} // namespace
} // namespace samvei
