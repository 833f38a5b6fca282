#include "reports/report.h"

namespace codeboom {

const ReportTable* find_table(const Report& report, std::string_view key) {
  for (const ReportElement& element : report.elements) {
    const auto* table = std::get_if<ReportTable>(&element);
    if (table != nullptr && table->key == key) return table;
  }
  return nullptr;
}

}  // namespace codeboom
