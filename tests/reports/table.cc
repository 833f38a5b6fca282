#include "reports/table.h"

#include <sstream>

#include "tests/catch.h"

using namespace codeboom;

namespace {

Table wide() {
  Table table;
  table.columns = {{"Element", Align::left}, {"n", Align::right}, {"documenten", Align::left}};
  table.rows = {{"Één rol", "7", "vb-01, vb-02, vb-03, vb-04, vb-05, vb-06"}, {"  Kind", "12", "vb-01"}};
  return table;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("a table that fits stands as it is, numbers to the right") {
  CHECK(to_text(wide(), 80) ==
        "Element   n  documenten\n"
        "-----------------------------------------------------\n"
        "Één rol   7  vb-01, vb-02, vb-03, vb-04, vb-05, vb-06\n"
        "  Kind   12  vb-01\n");
}

TEST_CASE("a table is never wider than asked, while its columns can be wrapped") {
  for (std::size_t width = 30; width < 70; ++width) CHECK(widest_line(to_text(wide(), width)) <= width);
  CHECK(to_text(wide(), 30).find("vb-06") != std::string::npos);
}

TEST_CASE("text is wrapped at spaces and loses nothing but them") {
  CHECK(wrapped("een twee drie", 8) == std::vector<std::string>{"een twee", "drie"});
  CHECK(wrapped("loopbaanbegeleiding is", 8) == std::vector<std::string>{"loopbaanbegeleiding", "is"});
  CHECK(wrapped("", 8) == std::vector<std::string>{""});
  CHECK(wrapped("  een\n twee ", 80) == std::vector<std::string>{"een twee"});
}

TEST_CASE("the width of text counts code points and not combining marks") {
  CHECK(display_width("één") == 3);
  CHECK(display_width("e\u0301e\u0301n") == 3);
  CHECK(display_width("“a”") == 3);
}

TEST_CASE("a table as CSV quotes what needs it") {
  Table table;
  table.columns = {{"a", Align::left}, {"b", Align::left}};
  table.rows = {{"x, y", "zei \"ja\""}, {"regel\neinde", ""}};
  CHECK(to_csv(table) == "a,b\n\"x, y\",\"zei \"\"ja\"\"\"\n\"regel\neinde\",\n");
  CHECK(csv_record({"anna; bert", "0,5", "a\tb"}, ',') == "\"anna; bert\",\"0,5\",\"a\tb\"\n");  // whatever a program takes for the separator
  CHECK(csv_record({"anna; bert", "0,5", "a\tb"}, ';') == "\"anna; bert\";0,5;\"a\tb\"\n");
}
