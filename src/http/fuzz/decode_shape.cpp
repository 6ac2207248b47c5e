// libFuzzer: any bytes either decode to what the shape says, or are refused.
#include "http/shape.hpp"

#include <cstdint>

using namespace samvei;
using namespace samvei::http;

namespace {

const Shape inner{
    "Inner", "", {text("what", 2, 5, ""), date("due_on", ""), optional(integer("effect", -2, 3, ""))}};
const Shape outer{"Outer",
                  "",
                  {text("title", 1, 5, ""), optional(boolean("open", "")), optional(instant("seen_at", "")),
                   optional(id("unit", "")), optional(identity_number("number", "")),
                   optional(choice("level", {"low", "high"}, "")),
                   optional(objects("measures", inner, 1, 3, "")), optional(texts("words", 1, 2, "")),
                   optional(text_map("answers", 4, ""))}};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto decoded = decode(outer, {reinterpret_cast<const char*>(data), size});
    if (decoded) { check(faults_of(outer, decoded.value()).empty(), "what was decoded fits its shape"); }
    return 0;
}
