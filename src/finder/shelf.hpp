#pragma once
// What a process keeps of the finder: places, and the index of what is published now.

#include "finder/places.hpp"
#include "finder/search_index.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>

namespace samvei::finder {

/// Thread-safe. The index belongs to a revision of the directory; whoever asks says which revision is in
/// force.
class Shelf {
public:
    Shelf(Vocabulary vocabulary, Places places)
        : vocabulary_{std::move(vocabulary)}, places_{std::move(places)}
    {}

    const Vocabulary& vocabulary() const { return vocabulary_; }
    const Places& places() const { return places_; }

    /// The index of this revision; when there is another on the shelf, `offers_now` is asked once, however
    /// many wait for it.
    std::shared_ptr<const SearchIndex> index_of(std::int64_t revision,
                                                const std::function<std::vector<Offer>()>& offers_now);

private:
    Vocabulary vocabulary_;
    Places places_;
    std::mutex mutex_;
    std::int64_t revision_ = -1;
    std::shared_ptr<const SearchIndex> index_;
};

} // namespace samvei::finder
