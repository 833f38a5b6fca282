// The parts of a DOCX that a report becomes; docx.cc packs them.
//
// Source  ISO/IEC 29500-1:2016 (WordprocessingML, DrawingML), transitional; [MS-ODRAWXML] for SVG beside PNG.
#pragma once

#include <string>
#include <vector>

#include "reports/report.h"
#include "reports/write/paper.h"

namespace codeboom {

// word/document.xml; `pictures` has one a chart.
std::string docx_document(const Report& report, const std::vector<PlacedPicture>& pictures);
// word/styles.xml: everything that document.xml names.
std::string docx_styles(UserLanguage language);
// word/numbering.xml: a numbering of its own for each numbered list, or the second would go on where the
// first ended.
std::string docx_numbering(const Report& report);

// How document.xml and docx.cc name what they share.
struct DocxRelation {
  static constexpr const char* footer = "rIdFooter";
  static std::string png(std::size_t chart) { return "rIdPng" + std::to_string(chart); }  // from 1
  static std::string svg(std::size_t chart) { return "rIdSvg" + std::to_string(chart); }
};

// w:num of a list; numbered lists from `numbers` up, in order.
struct DocxNumbering {
  static constexpr int bullets = 1, tick_boxes = 2, numbers = 3;
};

// Twentieths of a point.
int twips(double centimetres);

}  // namespace codeboom
