#include "http/reference.hpp"

#include <cstdint>
#include <random>
#include <string_view>

namespace samvei::http {

std::string make_reference()
{
    static constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
    static_assert(letters.size() == 32);
    thread_local std::mt19937_64 random{std::random_device{}()};
    std::uint64_t bits = random();
    std::string reference(10, '0');
    for (char& c : reference) {
        c = letters[bits % letters.size()];
        bits /= letters.size();
    }
    return reference;
}

} // namespace samvei::http
