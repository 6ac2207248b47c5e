#include "base/files.hpp"

#include "base/result.hpp"

#include <fstream>
#include <sstream>

namespace samvei {

std::string text_of_file(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream) { throw StoreFailure{"cannot read " + file.string()}; }
    return text.str();
}

} // namespace samvei
