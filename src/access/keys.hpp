#pragma once
// Keys and what is done with them; libsodium is named only in keys.cpp. The key file lies outside the data
// folder and its backups.

#include "base/identity_number.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace samvei::access {

class Keys {
public:
    /// Reads the key file; throws StoreFailure with a plain reason when it cannot, or when others may read
    /// it.
    static Keys read(const std::filesystem::path& file);
    /// Makes a new key file (mode 0600), never over an existing one.
    static void make(const std::filesystem::path& file);
    /// For tests.
    static Keys fixed();

    /// Encrypted with a random nonce (secretbox), as text with the key's number in front.
    std::string encrypt(std::string_view plain) const;
    /// Throws StoreFailure when it was tampered with or the key is another.
    std::string decrypt(std::string_view text) const;
    /// Keyed hash for finding an identity number without storing it. 64 hex characters.
    std::string lookup_hash(const IdentityNumber& number) const;
    /// Keyed hash for other things: `use` keeps the uses apart ("csrf", "throttle").
    std::string keyed_hash(std::string_view use, std::string_view text) const;

private:
    std::array<unsigned char, 32> encryption_{};
    std::array<unsigned char, 32> lookup_{};
};

/// 32 random bytes as 43 characters of base64url.
std::string random_token();

/// Whether two secrets are the same, in a time that does not tell how much of them is.
bool same_secret(std::string_view left, std::string_view right);

/// Argon2id. `Cost::interactive` is about 100 ms and 64 MB; `Cost::tests` is not for passwords of people.
enum class Cost { interactive, tests };
std::string password_hash_of(std::string_view password, Cost cost);
bool password_matches(std::string_view password, const std::string& hash);
/// Spends the same time as a real comparison, for users that do not exist.
void compare_with_nobody(std::string_view password, Cost cost);

} // namespace samvei::access
