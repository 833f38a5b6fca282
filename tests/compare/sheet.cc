// The sheet for a consensus meeting, as it was written and as spreadsheets give it back.
#include "codebook/sheet.h"

#include "corpus/delimited.h"
#include "tests/compare/project_of_two.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

struct Written {
  LinedUp work;
  PairOfCoders pair;
  std::vector<std::string> lines;  // header first, without line ends
};

Written written(const std::vector<CoderWork>& coders) {
  Written result{line_up(three_documents(), coders, four_codes(), Silence::did_not_read), {}, {}};
  result.pair = compare(result.work, four_codes(), 0, 1);
  result.lines.push_back(sheet_header());
  for (std::size_t i = 0; i < result.pair.disagreements.size(); ++i) {
    result.lines.push_back(sheet_line(i + 1, result.pair.disagreements[i], result.work, four_codes(), "zin; met, \"alles\"", "0.01"));
  }
  for (std::string& line : result.lines) {
    REQUIRE(line.ends_with('\n'));
    line.pop_back();
  }
  return result;
}
Written written() { return written(annas_and_berts(three_documents())); }

// Puts what a person filled in into the last three cells.
std::string filled(std::string line, const std::string& cells) {
  REQUIRE(line.ends_with(",,,"));
  return line.substr(0, line.size() - 2) + cells;
}

std::string text_of(const std::vector<std::string>& lines, const std::string& line_end = "\n") {
  std::string text;
  for (const std::string& line : lines) text += line + line_end;
  return text;
}

// As a spreadsheet that separates with semicolons writes the same cells.
std::string with_semicolons(const std::string& csv) {
  std::string text = "\xEF\xBB\xBF";
  for (const DelimitedRecord& record : read_delimited(csv)) {
    for (std::size_t i = 0; i < record.cells.size(); ++i) text += (i == 0 ? "" : ";") + csv_cell(record.cells[i]);
    text += "\r\n";
  }
  return text;
}

Result<std::vector<Decided>> decided_in(const Written& from, const std::string& text) {
  const auto sheet = read_sheet(text, "blad.csv");
  if (!sheet) return tl::unexpected(sheet.error());
  return decisions_in(*sheet, from.pair.disagreements, from.work, four_codes());
}

// "key line", or "no error"
std::string fault(const Written& from, const std::string& text) {
  const auto decided = decided_in(from, text);
  if (decided) return "no error";
  std::string result(name_of(decided.error().message.key));
  for (const auto& [name, value] : decided.error().message.arguments) {
    if (name == "line") result += " " + std::to_string(std::get<std::int64_t>(value));
  }
  return result;
}

}  // namespace

TEST_CASE("a sheet that nobody filled in decides nothing") {
  const Written from = written();
  REQUIRE(from.lines.size() == 4);
  CHECK(valid(decided_in(from, text_of(from.lines))).empty());
}

TEST_CASE("a filled sheet is read with commas or semicolons, byte order mark, CRLF, in another order and with lines left out") {
  Written from = written();
  from.lines[1] = filled(from.lines[1], "A,,\"twee zinnen; één gedachte\"");
  from.lines[3] = filled(from.lines[3], "anders,a.y,");
  const std::string other_order = text_of({from.lines[0], from.lines[3], "", from.lines[1]});
  for (const std::string& text : {text_of(from.lines), text_of(from.lines, "\r\n"), with_semicolons(text_of(from.lines)), other_order}) {
    const auto decided = valid(decided_in(from, text));
    REQUIRE(decided.size() == 2);
    const Decided& first = decided[decided[0].disagreement == 0 ? 0 : 1];
    const Decided& last = decided[decided[0].disagreement == 0 ? 1 : 0];
    CHECK(first.settlement == Settlement{Settle::first, {}, "twee zinnen; één gedachte"});
    CHECK(last.disagreement == 2);
    CHECK(last.settlement == Settlement{Settle::other, ay, ""});
  }
}

TEST_CASE("columns may have Dutch names, stand elsewhere, and those that only help may go") {
  const Written from = written();
  const std::vector<DelimitedRecord> records = read_delimited(text_of(from.lines));
  const auto& header = records[0].cells;
  std::string text = "reden,besluit,andere_code";
  for (const char* const name : {"quote_b", "code_b", "place_b", "coder_b", "quote_a", "code_a", "place_a", "coder_a", "document"}) {
    text += std::string(",") + name;
  }
  text += "\nom,geen,";
  for (const char* const name : {"quote_b", "code_b", "place_b", "coder_b", "quote_a", "code_a", "place_a", "coder_a", "document"}) {
    text += "," + csv_cell(records[2].cells[static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin())]);
  }
  const auto decided = valid(decided_in(from, text + "\n"));
  REQUIRE(decided.size() == 1);
  CHECK(decided[0].disagreement == 1);
  CHECK(decided[0].settlement == Settlement{Settle::neither, {}, "om"});
}

TEST_CASE("what is wrong with a sheet is said with its line") {
  const Written from = written();
  const auto with = [&](std::size_t line, const std::string& what, const std::string& instead) {
    std::vector<std::string> lines = from.lines;
    const std::size_t at = lines[line].find(what);
    REQUIRE(at != std::string::npos);
    lines[line].replace(at, what.size(), instead);
    return text_of(lines);
  };
  const auto filled_in = [&](const std::string& cells) {
    std::vector<std::string> lines = from.lines;
    lines[2] = filled(lines[2], cells);
    return text_of(lines);
  };
  const auto twice = [&] {
    std::vector<std::string> lines = from.lines;
    lines.push_back(lines[1]);
    return text_of(lines);
  };
  CHECK(fault(from, "") == "sheet.empty");
  CHECK(fault(from, from.lines[0] + "\n") == "sheet.empty");
  CHECK(fault(from, with(0, "place_b", "plaats")) == "sheet.no_column");
  CHECK(fault(from, with(2, "bert", "carla")) == "sheet.other_coders 3");
  CHECK(fault(from, with(3, "De klas praat.", "De klas zwijgt.")) == "sheet.edited_quote 4");
  CHECK(fault(from, with(3, ",0..14,b,", ",0..14,c,")) == "sheet.unknown_code 4");
  CHECK(fault(from, with(3, ",0..14,b,", ",0..14,a,")) == "sheet.no_disagreement 4");
  CHECK(fault(from, with(3, "d2", "d1")) == "sheet.no_disagreement 4");
  CHECK(fault(from, twice()) == "sheet.twice 5");
  CHECK(fault(from, filled_in("misschien,,")) == "sheet.bad_decision 3");
  CHECK(fault(from, filled_in("anders,,")) == "sheet.no_other_code 3");
  CHECK(fault(from, filled_in("anders,taal,")) == "sheet.unknown_code 3");
  CHECK(fault(from, filled_in("a,a.x,")) == "sheet.code_beside_decision 3");
  CHECK(fault(from, filled_in(",a.x,")) == "sheet.code_without_decision 3");
  std::vector<std::string> open = from.lines;
  open[3] = filled(open[3], "\"a,,");
  CHECK(fault(from, text_of(open)) == "sheet.open_quote 4");
}

TEST_CASE("a quote over several lines comes back, whatever a spreadsheet makes of the line end") {
  const std::vector<Document> documents = {document_of("d1", "Een regel,\nen \"nog\" een."), document_of("d2", "Anders.")};
  const std::vector<CoderWork> coders = {work_of("anna", {{"d1", "Een regel,\nen \"nog\" een.", "b"}}, documents),
                                         work_of("bert", {{"d1", "nog", "a.x"}}, documents)};
  const LinedUp work = line_up(documents, coders, four_codes(), Silence::did_not_read);
  const PairOfCoders pair = compare(work, four_codes(), 0, 1);
  REQUIRE(pair.disagreements.size() == 1);
  std::string text = sheet_header() + sheet_line(1, pair.disagreements[0], work, four_codes(), "", "");
  text.replace(text.rfind(",,,"), 3, ",b,,");
  const std::string with_crlf = [&] {
    std::string result;
    for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return result;
  }();
  for (const std::string& one : {text, with_crlf}) {
    const auto sheet = valid(read_sheet(one, "blad.csv"));
    CHECK(valid(decisions_in(sheet, pair.disagreements, work, four_codes())).size() == 1);
  }
}
