#pragma once
// A definition's text as a municipality's own copy.

#include "pathway/definition.hpp"

namespace samvei::catalogue {

/// The same definition called `id`, in this version, based on `origin`; what it said of these itself does not
/// count, nor does "$schema". `definition` is a JSON object.
std::string own_text(const std::string& definition, const std::string& id, int version,
                     const pathway::Definition::Origin& origin);

} // namespace samvei::catalogue
