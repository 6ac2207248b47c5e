#pragma once
// Small files that come with the program: content, migrations, templates.

#include <filesystem>
#include <string>

namespace samvei {

/// All of a file. Throws StoreFailure, naming it, when it cannot be read.
std::string text_of_file(const std::filesystem::path& file);

} // namespace samvei
