#include <md4c.h>

#include <boost/json.hpp>

#include "corpus/delimited.h"
#include "corpus/draw.h"
#include "reports/json_text.h"
#include "reports/words.h"
#include "reports/write/markdown_text.h"
#include "reports/write/write.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/sample_report.h"

using namespace codeboom;

namespace {

// Markdown as a reader with tables, task lists and strikethrough reads it: which blocks, which spans, which
// text.
struct Reading {
  std::vector<MD_BLOCKTYPE> blocks;
  std::vector<MD_SPANTYPE> spans;
  std::string text;  // without entities
  bool html = false;
};

Reading read(const std::string& markdown) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* to) {
    return static_cast<Reading*>(to)->blocks.push_back(type), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* to) {
    return static_cast<Reading*>(to)->spans.push_back(type), 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    if (type == MD_TEXT_HTML) reading.html = true;
    reading.text += type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ? "\n"
                    : type == MD_TEXT_ENTITY                     ? ""
                                                                 : std::string(text, size);
    return 0;
  };
  Reading reading;
  REQUIRE(md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reading) == 0);
  return reading;
}

std::string hostile_line(Draw& draw) {
  static const std::vector<std::string> parts = {
      "*",  "**", "_",  "`", "``",  "[",  "]",  "(x)", "<b>", "&amp;", "&", "|", "~~", "#",  "# ", "- ", "+ ",
      "1.", "2)", "> ", "=", "---", "\\", "  ", "a",   "Wat", "é",     "🎓", "$", "!",  "![", ":",  "\t", "“"};
  std::string line;
  for (std::uint64_t n = 1 + draw.below(8); n > 0; --n) line += parts[draw.below(parts.size())];
  return line;
}

}  // namespace

TEST_CASE("the sample report as Markdown, JSON and CSV is as it was looked at", "[write]") {
  const Report report = sample_report();
  check_golden(to_markdown(report), "sample.md");
  check_golden(to_json(report), "sample.json");
  check_golden(to_csv(*find_table(report, "elements_by_sector"), {}), "sample.csv");
  check_golden(to_csv(*find_table(report, "elements_by_sector"), {';', true}), "sample-dutch.csv");
  CHECK(to_markdown(report) == to_markdown(sample_report()));
  CHECK(to_json(report) == to_json(sample_report()));
}

TEST_CASE("whatever a line holds, Markdown gives back just that line", "[write]") {
  Draw draw(5);
  for (int i = 0; i < 3000; ++i) {
    const std::string line = in_one_line(hostile_line(draw));
    if (line.empty()) continue;
    INFO(line << "\n" << markdown_text(line));
    using Blocks = std::vector<MD_BLOCKTYPE>;
    const auto is = [&](const Reading& reading, const Blocks& blocks) {
      return reading.text == line && reading.blocks == blocks && reading.spans.empty() && !reading.html;
    };
    CHECK(is(read(markdown_text(line) + "\n"), {MD_BLOCK_DOC, MD_BLOCK_P}));
    CHECK(is(read("# " + markdown_inside(line) + "\n"), {MD_BLOCK_DOC, MD_BLOCK_H}));
    CHECK(is(read("> " + markdown_text(line) + "\n"), {MD_BLOCK_DOC, MD_BLOCK_QUOTE, MD_BLOCK_P}));
    CHECK(is(read("- " + markdown_text(line) + "\n"), {MD_BLOCK_DOC, MD_BLOCK_UL, MD_BLOCK_LI}));
    const Reading below = read("x\\\n" + markdown_text(line) + "\n");
    CHECK((below.text == "x\n" + line && below.blocks == Blocks{MD_BLOCK_DOC, MD_BLOCK_P}));
    const Reading table =
        read("| a | b |\n| --- | --- |\n| " + markdown_inside(line) + " | " + markdown_inside(line) + " |\n");
    CHECK((table.text == "ab" + line + line && table.spans.empty()));
    const Reading code = read(markdown_code(line) + "\n");
    CHECK((code.text == line && code.spans == std::vector{MD_SPAN_CODE}));
  }
}

TEST_CASE("bold begins and ends at letters, so that every reader sees it", "[write]") {
  Draw draw(6);
  for (int i = 0; i < 3000; ++i) {
    const std::string before = hostile_line(draw), part = hostile_line(draw), after = hostile_line(draw);
    const std::string line = "x" + before + part + after + "x";
    const std::string markdown = markdown_text(line, {{1 + before.size(), 1 + before.size() + part.size()}});
    INFO(markdown);
    const Reading reading = read(markdown + "\n");
    CHECK(in_one_line(reading.text) == in_one_line(line));
    CHECK(std::all_of(reading.spans.begin(), reading.spans.end(),
                      [](MD_SPANTYPE span) { return span == MD_SPAN_STRONG; }));
    CHECK(reading.spans.size() ==
          (part.find_first_of("aWxb12mp") == std::string::npos && part.find("é") == std::string::npos ? 0u
                                                                                                      : 1u));
  }
  CHECK(markdown_text("zegt “samen” hier", {{5, 16}}) == "zegt “**samen**” hier");
}

TEST_CASE("JSON gives every element with its raw numbers", "[write]") {
  const Report report = sample_report();
  const boost::json::value whole = boost::json::parse(to_json(report));
  CHECK(whole.at("kind") == "sample");
  CHECK(whole.at("title").as_string() == report.title);
  CHECK(whole.at("language") == "nl");
  CHECK(whole.at("made_with").at(2).at("command") == true);
  REQUIRE(whole.at("elements").as_array().size() == report.elements.size());
  const auto& table = whole.at("elements").at(5);
  CHECK(table.at("type") == "table");
  CHECK(table.at("columns").at(2).at("kind") == "share");
  CHECK(table.at("rows").at(1).at("cells").at(0) == "1.1 Tijd & ruimte");
  CHECK(table.at("rows").at(1).at("cells").at(2).at("number").as_double() == 0.363636363636);
  CHECK(table.at("rows").at(0).at("kind") == "section");
  CHECK(whole.at("elements").at(4).at("drawing") == "bars");
  CHECK(whole.at("elements").at(4).at("table") == table.at("key"));
}

TEST_CASE("a number for programs has twelve digits at most and no sign before nought", "[write]") {
  CHECK(number_text(0.1 + 0.2) == "0.3");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(1204) == "1204");
  CHECK(number_text(1.0 / 3) == "0.333333333333");
  CHECK(number_text(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("a table as CSV is read back cell by cell, in either style", "[write]") {
  const ReportTable table = *find_table(sample_report(), "elements_by_sector");
  const auto plain = read_delimited(to_csv(table, {}), ',');
  REQUIRE(plain.size() == table.rows.size() + 1);
  CHECK(plain[0].cells == std::vector<std::string>{"element", "documents", "share", "lift", "remark"});
  CHECK(plain[2].cells ==
        std::vector<std::string>{"1.1 Tijd & ruimte", "12", "0.363636363636", "1.25", "=SOM(A1)"});
  CHECK(plain[5].cells.back() == "één regel\nen nog een");
  const std::string dutch = to_csv(table, {';', true});
  CHECK(
      dutch.starts_with("\xEF\xBB\xBF"
                        "element;documents;"));
  const auto semicolons = read_delimited(dutch, ';');
  CHECK(semicolons[2].cells ==
        std::vector<std::string>{"1.1 Tijd & ruimte", "12", "0,363636363636", "1,25", "'=SOM(A1)"});
  CHECK(semicolons[4].cells[0] == "1.2 <b>Draagvlak</b> in het team; \"samen\"");
}

TEST_CASE("no text is a formula in a file for a spreadsheet; a file for programs has the text itself",
          "[write]") {
  ReportTable table;
  table.columns = {{"a", "A"}};
  for (const char* text : {"=1+1", "+31 6", "- streepje", "@naam", "\tx", "gewoon", ""})
    table.rows.push_back({{{text, std::nullopt}}});
  table.rows.push_back({{{"-5", -5.0}}});  // a number stays one
  CHECK(to_csv(table, {}) == "a\n=1+1\n+31 6\n- streepje\n@naam\n\"\tx\"\ngewoon\n\n-5\n");
  CHECK(to_csv(table, {';', false}) == "a\n'=1+1\n'+31 6\n'- streepje\n'@naam\n\"'\tx\"\ngewoon\n\n-5\n");
  CHECK(to_csv(table, {',', true}) ==
        "\xEF\xBB\xBF"
        "a\n'=1+1\n'+31 6\n'- streepje\n'@naam\n\"'\tx\"\ngewoon\n\n-5\n");
}

TEST_CASE("an empty report is a title in every format", "[write]") {
  Report report;
  report.title = "Leeg";
  CHECK(to_markdown(report) == "# Leeg\n");
  CHECK(boost::json::parse(to_json(report)).at("elements").as_array().empty());
  CHECK(to_csv(ReportTable{}, {}) == "\n");
}
