#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

namespace samvei::log {

namespace {

constexpr auto line_form = "%Y-%m-%dT%H:%M:%S.%eZ %l %v";

std::shared_ptr<spdlog::logger> make_logger()
{
    auto logger = spdlog::stderr_logger_mt("samvei");
    logger->set_pattern(line_form, spdlog::pattern_time_type::utc);
    logger->set_level(spdlog::level::info);
    logger->flush_on(spdlog::level::info);
    return logger;
}

spdlog::logger& logger()
{
    static const std::shared_ptr<spdlog::logger> one = make_logger();
    return *one;
}

/// One event is one line: a line end from outside must not be able to forge the next one.
std::string in_one_line(std::string_view line)
{
    std::string safe{line};
    for (char& letter : safe) {
        const auto code = static_cast<unsigned char>(letter);
        if (code < 0x20 || code == 0x7f) { letter = ' '; }
    }
    return safe;
}

spdlog::level::level_enum spdlog_level_of(Level level)
{
    switch (level) {
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

} // namespace

void start(Level lowest)
{
    logger().set_level(spdlog_level_of(lowest));
}

void info(std::string_view line)
{
    logger().info(in_one_line(line));
}
void warning(std::string_view line)
{
    logger().warn(in_one_line(line));
}
void error(std::string_view line)
{
    logger().error(in_one_line(line));
}

} // namespace samvei::log
