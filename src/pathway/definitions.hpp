#pragma once
// Definitions that have been read, kept as long as the process: what is published never changes, so nobody
// needs to ask twice. Safe from several threads.

#include "pathway/definition.hpp"

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <tuple>

namespace samvei::pathway {

class Definitions {
public:
    /// `owner`: the number of a municipality, "" for national ones. Null when it has not been kept.
    const Definition* find(const std::string& owner, const std::string& id, int version) const;

    /// Keeps it; one that is there already stays.
    const Definition& keep(const std::string& owner, Definition definition);

private:
    using Key = std::tuple<std::string, std::string, int>;
    mutable std::shared_mutex mutex_;
    std::map<Key, std::unique_ptr<const Definition>> kept_;
};

} // namespace samvei::pathway
