#pragma once
// Ids that others see: the same for ever, made from ours.

#include <string>
#include <string_view>

namespace samvei::exchange {

/// A UUID of what this is called here: `kind` "service", "phone" ..., `name` what it is among them. The first
/// 128 bits of a SHA-256 as a UUID of version 8. Source: RFC 9562 §5.8 and appendix B.2.
std::string hsds_id(std::string_view kind, std::string_view name);

} // namespace samvei::exchange
