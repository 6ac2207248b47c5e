#pragma once
// Norwegian working days (virkedager): Monday to Friday that are not public holidays.
// Source: lov om helligdager og helligdagsfred (1995) § 2, lov om 1. og 17. mai (1947).

#include "base/time.hpp"

#include <vector>

namespace samvei {

/// Easter Sunday of a Gregorian year (1583 and later).
Date easter_sunday(int year);

/// The public holidays of a year, in order: 1 January, Maundy Thursday, Good Friday, Easter Sunday and
/// Monday, 1 May, 17 May, Ascension Day, Whit Sunday and Monday, 25 and 26 December.
std::vector<Date> public_holidays_of(int year);

bool is_public_holiday(Date date);
bool is_working_day(Date date);

/// The day that comes `count` working days after `start`; `start` itself is not counted. count >= 0.
/// With count 0: `start`, or the first working day after it when `start` is none.
Date add_working_days(Date start, int count);

/// Working days after `from`, up to and including `to`; 0 when `to` is not later.
int working_days_between(Date from, Date to);

} // namespace samvei
