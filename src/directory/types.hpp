#pragma once
// Offers as they are kept: a record, its versions, and who may change it.

#include "access/subjects.hpp"
#include "base/words.hpp"
#include "finder/offer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samvei::directory {

using access::UnitId;

/// draft: not published yet; published: the public sees it; retired: it has been taken away; merged: it was
/// the same as another, which has taken its place.
enum class OfferState { draft, published, retired, merged };

/// Where an offer comes from. `name`: "content", "here", or what was imported from.
struct Source {
    std::string name;
    std::string id; ///< Its id there.
    bool operator==(const Source&) const = default;
};

inline const std::string source_content = "content";
inline const std::string source_here = "here";

/// One offer with its newest text, published or not. Waiting time and the last check are in `offer` as they
/// are now.
struct OfferRecord {
    finder::Offer offer;
    Source source;
    std::optional<std::string> municipality; ///< Whose people keep it; none: the whole country's.
    std::optional<UnitId> unit;
    OfferState state = OfferState::draft;
    std::int64_t edit = 1;
    int version = 1;
    std::optional<int> published_version;
    std::string merged_into; ///< "" unless merged.
    Instant changed_at;
    Instant saved_at;
    std::string saved_by;
    /// The newest text is not what the public sees.
    bool has_draft() const { return published_version != version; }
};

/// A version that was saved.
struct OfferVersion {
    int version = 1;
    Instant saved_at;
    std::string saved_by;
    std::optional<Instant> published_at;
    std::string published_by;
    std::string note;
};

/// How old a check may be before the owner is reminded, and then the owner's leader. Product choices, as
/// settings.
struct FreshnessRule {
    int remind_owner_days = 180;
    int remind_leader_days = 210;
};

} // namespace samvei::directory

namespace samvei {

template <>
struct EnumWords<directory::OfferState> {
    static constexpr std::array<std::string_view, 4> words{"draft", "published", "retired", "merged"};
};

} // namespace samvei
