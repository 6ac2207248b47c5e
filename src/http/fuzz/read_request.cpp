// libFuzzer: any bytes, in pieces of a size that the first byte says, must be read without a fault.
#include "http/request_reader.hpp"

#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using samvei::http::Reading;
    if (size == 0) { return 0; }
    const std::size_t piece = data[0] + 1U;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    samvei::http::RequestReader reader{{.header_bytes = 512, .body_bytes = 512}};
    std::string buffer;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        buffer += bytes.substr(at, piece);
        for (;;) {
            const Reading before = reader.reading();
            buffer.erase(0, reader.eat(buffer));
            if (reader.reading() == Reading::refused) { return 0; }
            if (reader.reading() == Reading::done) {
                reader.start();
                continue;
            }
            if (reader.reading() == before) { break; }
        }
    }
    return 0;
}
