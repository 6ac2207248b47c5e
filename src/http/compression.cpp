#include "http/compression.hpp"

#include "base/result.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <cstdint>

namespace samvei::http {

namespace {

std::string_view without_spaces(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// True for "q=0", "q=0.", "q=0.000".
bool is_forbidden(std::string_view parameters)
{
    const std::size_t place = parameters.find("q=");
    if (place == std::string_view::npos) { return false; }
    const std::string_view weight = without_spaces(parameters.substr(place + 2));
    return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

std::string in_brotli(std::string_view bytes, int quality)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto ok = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), in,
                                          &size, reinterpret_cast<std::uint8_t*>(out.data()));
    check(ok == BROTLI_TRUE, "brotli has room for its own upper bound");
    out.resize(size);
    return out;
}

std::string in_gzip(std::string_view bytes, int level)
{
    constexpr int gzip_window = 15 + 16; // 16 asks zlib for the gzip format.
    constexpr int memory_level = 8;
    z_stream stream{};
    check(deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) == Z_OK,
          "zlib can begin");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib does not write to its input; the type is from before const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int outcome = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    check(outcome == Z_STREAM_END, "zlib has room for its own upper bound");
    return out;
}

bool sets_cookie(const Response& response)
{
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [](const auto& header) { return header.first == "Set-Cookie"; });
}

} // namespace

std::string_view name_of(Coding coding)
{
    switch (coding) {
    case Coding::identity: return "";
    case Coding::gzip: return "gzip";
    case Coding::brotli: return "br";
    }
    return "";
}

Coding accepted_coding(std::string_view accept_encoding)
{
    Coding best = Coding::identity;
    while (!accept_encoding.empty()) {
        const std::string_view part = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(part.size() + 1, accept_encoding.size()));

        const std::size_t semicolon = std::min(part.find(';'), part.size());
        const std::string_view name = without_spaces(part.substr(0, semicolon));
        if (is_forbidden(part.substr(semicolon))) { continue; }
        if (name == "br") { best = Coding::brotli; }
        if (name == "gzip" && best == Coding::identity) { best = Coding::gzip; }
    }
    return best;
}

std::string compressed(std::string_view bytes, Coding coding, Effort effort)
{
    const bool often = effort == Effort::often;
    if (coding == Coding::brotli) { return in_brotli(bytes, often ? 9 : 4); }
    return in_gzip(bytes, often ? 9 : 6);
}

bool is_compressible(std::string_view content_type)
{
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
           type.ends_with("javascript") || type == "font/ttf";
}

void compress_if_safe(const Request& request, Response& response)
{
    if (response.body.size() < compression_bytes_min || !is_compressible(response.content_type)) { return; }
    if (!request.header("cookie").empty() || !request.header("authorization").empty()) { return; }
    if (sets_cookie(response)) { return; }

    response.headers.emplace_back("Vary", "Accept-Encoding");
    const Coding coding = accepted_coding(request.header("accept-encoding"));
    if (coding == Coding::identity) { return; }
    response.body = compressed(response.body, coding, Effort::once);
    response.headers.emplace_back("Content-Encoding", name_of(coding));
}

} // namespace samvei::http
