#pragma once
// Prepared statements of one connection, found by where the query's text lies in memory: queries are
// constants, so that is one cheap look-up. The text is compared too, because a query made at run time
// may lie where another one lay.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace samvei::db {

template <class Statement>
class StatementCache {
public:
    /// The statement prepared for this text, or null.
    Statement* find(std::string_view text)
    {
        const auto found = statements_.find(text.data());
        if (found == statements_.end() || found->second.text != text) { return nullptr; }
        return &found->second.statement;
    }

    /// Keeps a statement for this text, in place of one whose text lay there before.
    Statement& keep(std::string_view text, Statement statement)
    {
        statements_.erase(text.data());
        Entry entry{std::string{text}, std::move(statement)};
        return statements_.emplace(text.data(), std::move(entry)).first->second.statement;
    }

    void drop(std::string_view text) { statements_.erase(text.data()); }
    std::size_t size() const { return statements_.size(); }

private:
    struct Entry {
        std::string text;
        Statement statement;
    };
    std::unordered_map<const char*, Entry> statements_;
};

} // namespace samvei::db
