#include "finder/shelf.hpp"

namespace samvei::finder {

std::shared_ptr<const SearchIndex> Shelf::index_of(std::int64_t revision,
                                                   const std::function<std::vector<Offer>()>& offers_now)
{
    const std::lock_guard lock{mutex_};
    if (!index_ || revision_ != revision) {
        index_ = std::make_shared<const SearchIndex>(offers_now(), vocabulary_);
        revision_ = revision;
    }
    return index_;
}

} // namespace samvei::finder
