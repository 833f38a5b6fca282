// The parts of an OpenDocument text that a report becomes; odt.cc packs them.
//
// Source  OASIS OpenDocument 1.3 (2021).
#pragma once

#include <string>
#include <vector>

#include "reports/report.h"
#include "reports/write/paper.h"

namespace codeboom {

// content.xml; picture i is Pictures/chart{i + 1}.svg. `pictures` has one a chart.
std::string odt_content(const Report& report, const std::vector<PlacedPicture>& pictures);
// styles.xml: everything that content.xml names, and the page with its footer.
std::string odt_styles(UserLanguage language);

// The paragraph style of a cell.
struct CellStyle {
  bool heading = false, number = false, dense = false;
  int indent = 0;  // 0 at the left
};
std::string odt_cell_style(const CellStyle& style);

}  // namespace codeboom
