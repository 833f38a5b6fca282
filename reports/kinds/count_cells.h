// What the reports that count have in common: words, numbers as people read them, columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/count/estimate.h"
#include "reports/kinds/cells.h"

namespace codeboom {

// A count as an argument of a message.
inline std::int64_t whole(std::uint64_t n) { return static_cast<std::int64_t>(n); }

std::string per_cent(double share, UserLanguage language);
// "31% tot 54%"
std::string from_to(const Interval& interval, UserLanguage language);

// Of a number that is there: as a percentage, or with two decimals. Of one that is not: an empty cell.
Cell share_cell(const std::optional<double>& share, UserLanguage language);
Cell decimal_cell(const std::optional<double>& value, UserLanguage language);

ReportTable::Column column(std::string_view key, MessageKey heading, ColumnKind kind, UserLanguage language);

}  // namespace codeboom
