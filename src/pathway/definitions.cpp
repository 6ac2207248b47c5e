#include "pathway/definitions.hpp"

namespace samvei::pathway {

const Definition* Definitions::find(const std::string& owner, const std::string& id, int version) const
{
    const std::shared_lock lock{mutex_};
    const auto found = kept_.find({owner, id, version});
    return found == kept_.end() ? nullptr : found->second.get();
}

const Definition& Definitions::keep(const std::string& owner, Definition definition)
{
    const std::unique_lock lock{mutex_};
    std::unique_ptr<const Definition>& place = kept_[{owner, definition.id, definition.version}];
    if (!place) { place = std::make_unique<const Definition>(std::move(definition)); }
    return *place;
}

} // namespace samvei::pathway
