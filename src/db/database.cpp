#include "db/database.hpp"

#include "db/connection.hpp"

namespace samvei::db {

void broken_query(std::string_view query, std::string_view what)
{
    throw BrokenInvariant{"query " + std::string{query} + ": " + std::string{what}};
}

OrderedValues::OrderedValues(const Query& query, std::span<const Parameter> parameters)
    : count_{query.parameters.size()}
{
    if (count_ > count_max) { broken_query(query.name, "has too many parameters"); }
    if (parameters.size() != count_) { broken_query(query.name, "was given another number of parameters"); }
    for (std::size_t place = 0; place < count_; ++place) {
        const std::string_view name = query.parameters[place];
        // Most callers list the parameters in the order in which the query names them.
        const Parameter* found = parameters[place].name == name ? &parameters[place] : nullptr;
        for (const Parameter& parameter : parameters) {
            if (found != nullptr) { break; }
            if (parameter.name == name) { found = &parameter; }
        }
        if (found == nullptr) { broken_query(query.name, "lacks parameter " + std::string{name}); }
        values_[place] = &found->value;
    }
}

int Rows::Cursor::column_of(std::string_view name) const
{
    const int count = column_count();
    for (int step = 0; step < count; ++step) {
        const int column = expected_ + step < count ? expected_ + step : expected_ + step - count;
        if (column_name(column) != name) { continue; }
        expected_ = column + 1 < count ? column + 1 : 0;
        return column;
    }
    throw BrokenInvariant{"an answer has no column " + std::string{name}};
}

Rows::Rows(std::unique_ptr<Cursor> cursor) : cursor_{std::move(cursor)} {}
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;
Rows::~Rows() = default;

bool Rows::next()
{
    return cursor_->next();
}

bool Rows::is_null(std::string_view column) const
{
    return cursor_->is_null(cursor_->column_of(column));
}

std::string_view Rows::text(std::string_view column) const
{
    const int number = cursor_->column_of(column);
    if (cursor_->is_null(number)) { throw BrokenInvariant{"null in column " + std::string{column}}; }
    return cursor_->text(number);
}

std::optional<std::string> Rows::find_string(std::string_view column) const
{
    const int number = cursor_->column_of(column);
    if (cursor_->is_null(number)) { return std::nullopt; }
    return std::string{cursor_->text(number)};
}

std::int64_t Rows::integer(std::string_view column) const
{
    const int number = cursor_->column_of(column);
    if (cursor_->is_null(number)) { throw BrokenInvariant{"null in column " + std::string{column}}; }
    return cursor_->integer(number);
}

std::optional<std::int64_t> Rows::find_integer(std::string_view column) const
{
    const int number = cursor_->column_of(column);
    if (cursor_->is_null(number)) { return std::nullopt; }
    return cursor_->integer(number);
}

Rows Reader::run(const Query& query, std::initializer_list<Parameter> parameters)
{
    return Rows{connection_.run(query, {parameters.begin(), parameters.size()})};
}

std::vector<Rows> Reader::run_all(std::initializer_list<Statement> statements)
{
    std::vector<Rows> answers;
    answers.reserve(statements.size());
    for (auto& cursor : connection_.run_all({statements.begin(), statements.size()})) {
        answers.push_back(Rows{std::move(cursor)});
    }
    return answers;
}

std::int64_t Writer::execute(const Query& query, std::initializer_list<Parameter> parameters)
{
    return connection_.execute(query, {parameters.begin(), parameters.size()});
}

} // namespace samvei::db
