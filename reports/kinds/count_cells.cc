#include "reports/kinds/count_cells.h"

#include "message_keys/report_counts.h"
#include "message_keys/reports.h"

namespace codeboom {

std::string per_cent(double share, UserLanguage language) {
  return words(msg::tally_per_cent, language, {{"share", share}});
}

std::string from_to(const Interval& interval, UserLanguage language) {
  return words(msg::counts_from_to, language, {{"low", interval.low}, {"high", interval.high}});
}

Cell share_cell(const std::optional<double>& share, UserLanguage language) {
  return share ? Cell{per_cent(*share, language), share} : Cell{};
}

Cell decimal_cell(const std::optional<double>& value, UserLanguage language) {
  return value ? Cell{words(msg::counts_decimal, language, {{"value", *value}}), value} : Cell{};
}

ReportTable::Column column(std::string_view key, MessageKey heading, ColumnKind kind, UserLanguage language) {
  return {std::string(key), words(heading, language), kind};
}

}  // namespace codeboom
