#pragma once
// Identifiers: 26 characters of Crockford base32 in lower case, the first ten the milliseconds of
// creation and two the order within one (so that keys grow and stay near each other on disk, and sort as they
// were made), the rest random. After ULID.

#include <atomic>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace samvei {

/// True for 26 lower-case Crockford base32 characters.
bool is_id_text(std::string_view text);

/// An identifier of one kind of thing; ids of different kinds do not mix.
template <class Kind>
class Id {
public:
    Id() = default;
    /// The caller knows that this is an id (from our own database); from outside use `find_id`.
    explicit Id(std::string text) : text_{std::move(text)} {}
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

/// The id in `text` from outside, or nothing when it is not the shape of one.
template <class SomeId>
std::optional<SomeId> find_id(std::string_view text)
{
    if (!is_id_text(text)) { return std::nullopt; }
    return SomeId{std::string{text}};
}

/// Where new ids come from. Thread-safe.
class IdSource {
public:
    virtual ~IdSource() = default;
    /// A new id text, never given before.
    virtual std::string next() = 0;
};

/// The real source: time and the system's random numbers.
class RandomIds final : public IdSource {
public:
    std::string next() override;
};

/// For tests: the same ids in the same order every run.
class CountingIds final : public IdSource {
public:
    std::string next() override;

private:
    std::atomic<std::uint64_t> count_ = 0;
};

template <class SomeId>
SomeId next_id(IdSource& source)
{
    return SomeId{source.next()};
}

} // namespace samvei

template <class Kind>
struct std::hash<samvei::Id<Kind>> {
    std::size_t operator()(const samvei::Id<Kind>& id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
