#include "exchange/hsds_ids.hpp"

#include "base/digest.hpp"

namespace samvei::exchange {

std::string hsds_id(std::string_view kind, std::string_view name)
{
    std::string hex = digest_of({"samvei hsds", kind, name}).substr(0, 32);
    constexpr std::string_view variants = "89ab";
    const char nibble = hex[16];
    const int value = nibble <= '9' ? nibble - '0' : nibble - 'a' + 10;
    hex[12] = '8';
    hex[16] = variants[static_cast<std::size_t>(value & 3)];
    for (const std::size_t place : {8U, 13U, 18U, 23U}) { hex.insert(place, 1, '-'); }
    return hex;
}

} // namespace samvei::exchange
