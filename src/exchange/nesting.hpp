#pragma once
// Rows in tables to objects within each other, and back. Pure.

#include "exchange/package.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace samvei::exchange {

/// Most objects that one answer nests.
inline constexpr std::size_t nested_max = 300'000;

/// A row with all that belongs to it inside, as the standard nests it; an id of what it stands in is left
/// out. An organization at the top has its services; elsewhere not. Every object inside costs one of
/// `budget`; when it is spent, what is left stands without what is inside.
boost::json::object nested(const RowIndex& index, std::string_view table, const boost::json::object& row,
                           std::size_t& budget);

/// The row with what it has one of (organization, program, location), and no lists.
boost::json::object nested_once(const RowIndex& index, std::string_view table,
                                const boost::json::object& row);

/// Nested services or organizations to rows: one row per id, with the ids of all that it was found in.
/// Refuses by faults: what is no object, has no id, or says two things.
Tables flattened(const boost::json::value& value, std::vector<RowFault>& faults);

} // namespace samvei::exchange
