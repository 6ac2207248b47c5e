#include "access/keys.hpp"

#include "base/digest.hpp"
#include "base/result.hpp"

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <semaphore>
#include <sstream>

namespace samvei::access {

namespace {

// The key file is text, one key a line, so that an operator can see what it is and that it is whole:
//   samvei-keys 1
//   encryption 1 <43 characters of base64url>
//   lookup 1 <43 characters of base64url>
// The number after a key's name is the key's own; encrypted text begins with the number of its key.
constexpr std::string_view file_header = "samvei-keys 1";
constexpr std::string_view encryption_key_number = "1";
constexpr mode_t readable_by_others = 077;

/// Every text form here: URL-safe and without padding.
constexpr int base64_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

void start_sodium()
{
    static const bool started = sodium_init() >= 0;
    check(started, "libsodium starts");
}

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64_of(const unsigned char* bytes, std::size_t size)
{
    std::string text(sodium_base64_encoded_len(size, base64_variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, base64_variant);
    text.resize(std::strlen(text.c_str()));
    return text;
}

/// The bytes in `text`, at most `size_max`; nothing when it is not base64url.
std::optional<std::string> find_bytes(std::string_view text, std::size_t size_max)
{
    std::string bytes(size_max, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int read = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                       text.data(), text.size(), nullptr, &size, &end, base64_variant);
    if (read != 0 || end != text.data() + text.size()) { return std::nullopt; }
    bytes.resize(size);
    return bytes;
}

using Key = std::array<unsigned char, 32>;

/// The key on a line "<name> <number> <key>".
Key key_on(const std::string& line, std::string_view name, const std::filesystem::path& file)
{
    std::istringstream words{line};
    std::string found_name;
    std::string number;
    std::string text;
    words >> found_name >> number >> text;
    const auto bytes = find_bytes(text, Key{}.size());
    if (found_name != name || number != encryption_key_number || !bytes || bytes->size() != Key{}.size()) {
        throw StoreFailure{"the key file " + file.string() + " is damaged: no " + std::string{name} +
                           " key where it should be"};
    }
    Key key{};
    std::memcpy(key.data(), bytes->data(), key.size());
    return key;
}

std::string key_file_text()
{
    std::string text{file_header};
    for (const std::string_view name : {"encryption", "lookup"}) {
        Key key{};
        randombytes_buf(key.data(), key.size());
        text += "\n" + std::string{name} + " 1 " + base64_of(key.data(), key.size());
    }
    return text + "\n";
}

void write_whole(int descriptor, std::string_view text, const std::filesystem::path& file)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0) {
            throw StoreFailure{"cannot write the key file " + file.string() + ": " + std::strerror(errno)};
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Closes what was opened, whatever happens in between.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {}
    ~OpenFile() { ::close(descriptor_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/// One password takes 64 MB and a core for a tenth of a second, so only two are looked at together:
/// a crowd of logins must not take the memory and the cores of everybody else.
std::counting_semaphore<2>& places_for_passwords()
{
    static std::counting_semaphore<2> places{2};
    return places;
}

class PlaceForPassword {
public:
    PlaceForPassword() { places_for_passwords().acquire(); }
    ~PlaceForPassword() { places_for_passwords().release(); }
    PlaceForPassword(const PlaceForPassword&) = delete;
    PlaceForPassword& operator=(const PlaceForPassword&) = delete;
};

} // namespace

Keys Keys::read(const std::filesystem::path& file)
{
    start_sodium();
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) {
        throw StoreFailure{"cannot read the key file " + file.string() + ": " + std::strerror(errno)};
    }
    if ((found.st_mode & readable_by_others) != 0) {
        throw StoreFailure{"others may read the key file " + file.string() + "; run: chmod 600 " +
                           file.string()};
    }
    std::ifstream lines{file};
    std::string header;
    std::string encryption;
    std::string lookup;
    if (!std::getline(lines, header) || header != file_header) {
        throw StoreFailure{file.string() + " is not a key file of this version of Samvei"};
    }
    std::getline(lines, encryption);
    std::getline(lines, lookup);

    Keys keys;
    keys.encryption_ = key_on(encryption, "encryption", file);
    keys.lookup_ = key_on(lookup, "lookup", file);
    return keys;
}

void Keys::make(const std::filesystem::path& file)
{
    start_sodium();
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        throw StoreFailure{"cannot make the key file " + file.string() + ": " + std::strerror(errno)};
    }
    const OpenFile opened{descriptor};
    write_whole(descriptor, key_file_text(), file);
    if (::fsync(descriptor) != 0) {
        throw StoreFailure{"cannot write the key file " + file.string() + ": " + std::strerror(errno)};
    }
}

Keys Keys::fixed()
{
    start_sodium();
    Keys keys;
    keys.encryption_.fill(1);
    keys.lookup_.fill(2);
    return keys;
}

std::string Keys::encrypt(std::string_view plain) const
{
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(sealed.data());
    randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), bytes,
                          encryption_.data());
    return std::string{encryption_key_number} + ":" + base64_of(bytes, sealed.size());
}

std::string Keys::decrypt(std::string_view text) const
{
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const std::size_t colon = text.find(':');
    const bool numbered = colon != std::string_view::npos && text.substr(0, colon) == encryption_key_number;
    const auto sealed = numbered ? find_bytes(text.substr(colon + 1), text.size()) : std::nullopt;
    if (!sealed || sealed->size() < overhead) { throw StoreFailure{"encrypted text is damaged"}; }

    std::string plain(sealed->size() - overhead, '\0');
    const unsigned char* bytes = bytes_of(*sealed);
    const int opened = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char*>(plain.data()), bytes + crypto_secretbox_NONCEBYTES,
        sealed->size() - crypto_secretbox_NONCEBYTES, bytes, encryption_.data());
    if (opened != 0) { throw StoreFailure{"encrypted text was changed, or the key file is another one's"}; }
    return plain;
}

std::string Keys::lookup_hash(const IdentityNumber& number) const
{
    return keyed_hash("identity_number", number.reveal());
}

std::string Keys::keyed_hash(std::string_view use, std::string_view text) const
{
    // The use goes in with a zero byte after it: no use contains one, so no two pairs read alike.
    std::string message{use};
    message += '\0';
    message += text;
    std::string hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(), bytes_of(message),
                       message.size(), lookup_.data(), lookup_.size());
    return hex_of(hash);
}

std::string random_token()
{
    start_sodium();
    Key bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return base64_of(bytes.data(), bytes.size());
}

bool same_secret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string password_hash_of(std::string_view password, Cost cost)
{
    start_sodium();
    const bool real = cost == Cost::interactive;
    const unsigned long long operations = real ? crypto_pwhash_OPSLIMIT_INTERACTIVE
                                               : crypto_pwhash_argon2id_OPSLIMIT_MIN;
    const std::size_t memory = real ? crypto_pwhash_MEMLIMIT_INTERACTIVE
                                    : crypto_pwhash_argon2id_MEMLIMIT_MIN;

    const PlaceForPassword place;
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), operations, memory) != 0) {
        throw StoreFailure{"not enough memory to look at a password"};
    }
    hash.resize(std::strlen(hash.c_str()));
    return hash;
}

bool password_matches(std::string_view password, const std::string& hash)
{
    start_sodium();
    const PlaceForPassword place;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void compare_with_nobody(std::string_view password, Cost cost)
{
    // Making a hash is the same work as comparing with one.
    static_cast<void>(password_hash_of(password, cost));
}

} // namespace samvei::access
