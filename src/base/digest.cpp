#include "base/digest.hpp"

#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <openssl/evp.h>

namespace samvei {

namespace {

constexpr std::size_t sha256_size = 32;

struct FreeDigest {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Looking the digest up costs as much as a short hash, so it is done once.
const EVP_MD* sha256()
{
    static const std::unique_ptr<EVP_MD, FreeDigest> digest{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    check(digest != nullptr, "OpenSSL knows SHA-256");
    return digest.get();
}

/// One SHA-256 under way. At most one at a time per thread, which is all this file needs.
class Sha256 {
public:
    Sha256() { check(EVP_DigestInit_ex2(context(), sha256(), nullptr) == 1, "SHA-256 starts"); }

    void add(std::string_view bytes)
    {
        check(EVP_DigestUpdate(context(), bytes.data(), bytes.size()) == 1, "SHA-256 takes bytes");
    }
    std::string hex()
    {
        std::array<unsigned char, sha256_size> bytes{};
        check(EVP_DigestFinal_ex(context(), bytes.data(), nullptr) == 1, "SHA-256 ends");
        return hex_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }

private:
    static EVP_MD_CTX* context()
    {
        thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> own{EVP_MD_CTX_new()};
        check(own != nullptr, "OpenSSL has memory for a digest");
        return own.get();
    }
};

} // namespace

std::string digest_of(std::initializer_list<std::string_view> parts)
{
    Sha256 digest;
    for (const std::string_view part : parts) {
        std::array<char, 8> length{};
        std::uint64_t rest = part.size();
        for (auto byte = length.rbegin(); byte != length.rend(); ++byte, rest >>= 8U) {
            *byte = static_cast<char>(rest & 0xffU);
        }
        digest.add({length.data(), length.size()});
        digest.add(part);
    }
    return digest.hex();
}

std::string sha256_hex(std::string_view bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::string hex_of(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex(bytes.size() * 2, '0');
    std::size_t place = 0;
    for (const char byte : bytes) {
        const auto number = static_cast<unsigned char>(byte);
        hex[place++] = digits[number >> 4U];
        hex[place++] = digits[number & 15U];
    }
    return hex;
}

} // namespace samvei
