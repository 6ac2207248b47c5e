#pragma once
// From the checked content folder to what the server works with.

#include "access/app.hpp"
#include "pathway/content.hpp"

#include <filesystem>

namespace samvei::access {

/// `checked` has no findings and was read from `folder`. Throws BrokenInvariant when the consent rules are
/// wrong, and StoreFailure when a file has gone meanwhile.
Content content_from(pathway::Content checked, const std::filesystem::path& folder);

} // namespace samvei::access
