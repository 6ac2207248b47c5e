#include "base/ids.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <sys/random.h>

namespace samvei {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t id_length = 26;
constexpr std::size_t time_length = 10;
constexpr std::size_t order_length = 2;
constexpr unsigned order_bits = 10; ///< 1024 ids a millisecond in order; more borrow from the next one.
constexpr unsigned bits_per_letter = 5;

constexpr std::array<bool, 256> letters_of_ids = [] {
    std::array<bool, 256> allowed{};
    for (const char letter : alphabet) { allowed[static_cast<unsigned char>(letter)] = true; }
    return allowed;
}();

/// Writes the lowest bits of `number` as base32 over [from, to), most significant letter first.
void write_base32(std::string& text, std::size_t from, std::size_t to, std::uint64_t number)
{
    while (to > from) {
        text[--to] = alphabet[number & 31U];
        number >>= bits_per_letter;
    }
}

/// Random bytes of the system, fetched many at a time: one system call serves 16 ids.
class RandomBytes {
public:
    std::uint8_t next()
    {
        if (used_ == bytes_.size()) { refill(); }
        return bytes_[used_++];
    }

private:
    void refill()
    {
        // Up to 256 bytes getrandom() is neither interrupted nor short; see getrandom(2).
        const auto got = getrandom(bytes_.data(), bytes_.size(), 0);
        check(got == static_cast<ssize_t>(bytes_.size()), "the system gives random bytes");
        used_ = 0;
    }
    std::array<std::uint8_t, 256> bytes_{};
    std::size_t used_ = bytes_.size();
};

/// Milliseconds since 1970 with a count behind them; every call gives a larger number than the one before.
std::uint64_t next_place_in_time()
{
    static std::atomic<std::uint64_t> last{0};
    using std::chrono::milliseconds;
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    const auto time =
        static_cast<std::uint64_t>(std::chrono::duration_cast<milliseconds>(since_1970).count());
    std::uint64_t before = last.load();
    std::uint64_t place = 0;
    do {
        place = std::max(time << order_bits, before + 1);
    } while (!last.compare_exchange_weak(before, place));
    return place;
}

} // namespace

bool is_id_text(std::string_view text)
{
    if (text.size() != id_length) { return false; }
    for (const char letter : text) {
        if (!letters_of_ids[static_cast<unsigned char>(letter)]) { return false; }
    }
    return true;
}

std::string RandomIds::next()
{
    thread_local RandomBytes random;
    std::string text(id_length, '0');
    write_base32(text, 0, time_length + order_length, next_place_in_time());
    for (std::size_t place = time_length + order_length; place < id_length; ++place) {
        text[place] = alphabet[random.next() & 31U];
    }
    return text;
}

std::string CountingIds::next()
{
    std::string text(id_length, '0');
    write_base32(text, 0, id_length, ++count_);
    return text;
}

} // namespace samvei
