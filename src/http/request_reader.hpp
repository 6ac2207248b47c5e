#pragma once
// One request out of the bytes of a connection, within limits. Knows no sockets, so it can be fed by a
// fuzzer.
//
// States: header -> body -> done, and from each of the first two to `refused`. After `done` or `refused`
// nothing more is eaten until `start`.

#include "base/result.hpp"
#include "http/message.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace samvei::http {

enum class Reading { header, body, done, refused };

struct SizeLimits {
    std::size_t header_bytes;
    std::size_t body_bytes;
};

/// Reads requests one after another. Refuses with bad_request, header_too_large, body_too_large,
/// unsupported_media (a body that is not JSON), bad_json (a body that is not UTF-8) and method_not_allowed.
class RequestReader {
public:
    explicit RequestReader(SizeLimits limits);
    ~RequestReader();
    RequestReader(RequestReader&&) noexcept;

    /// Forgets the last request and waits for the next one.
    void start();
    /// Eats what it can of `bytes` and says how much; the rest must come again with more behind it. Stops
    /// once at the end of the header, so that the caller can send 100 Continue.
    std::size_t eat(std::string_view bytes);

    Reading reading() const;
    /// Once refused.
    const Error& refusal() const;
    /// The client waits for "100 Continue" before it sends its body.
    bool expects_continue() const;
    /// HEAD is read as GET; its answer goes without a body.
    bool is_head() const;
    /// The connection may be used again, as far as the client goes.
    bool keeps_connection() const;
    int http_minor() const;

    /// Complete when done; when refused, what was read of it. Path and query are decoded, and so is
    /// `language`.
    Request& request();
    const Request& request() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace samvei::http
