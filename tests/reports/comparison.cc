// The report on coders beside each other, on the project of two of tests/compare/.
#include "reports/agreement_report.h"
#include "reports/disagreement_report.h"
#include "reports/kinds/kinds.h"
#include "reports/kinds/material.h"
#include "tests/compare/project_of_two.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

Material material() {
  Material made;
  made.codebook = four_codes();
  for (const Document& document : three_documents()) {
    MaterialDocument one;
    one.metadata = document.metadata;
    made.documents.push_back(one);
  }
  made.in_project = made.documents.size();
  return made;
}

const ReportTable& table_in(const Report& report, std::string_view key) {
  const ReportTable* table = find_table(report, key);
  REQUIRE(table != nullptr);
  return *table;
}

template <class Element>
std::vector<Element> all(const Report& report) {
  std::vector<Element> found;
  for (const ReportElement& element : report.elements) {
    if (const auto* one = std::get_if<Element>(&element)) found.push_back(*one);
  }
  return found;
}

std::vector<std::string> marked(const Quote& quote) {
  std::vector<std::string> parts;
  for (const auto& [begin, end] : quote.marks) parts.push_back(quote.text.substr(begin, end - begin));
  return parts;
}

Report report_on(const ProjectOfTwo& two, const ReportRequest& request, const std::string& consensus = "") {
  CodersCompared compared{two.codebook, two.work, {}, {}, 200};
  if (!consensus.empty()) {
    compared.settled.push_back(
        {consensus, settled_in(two.work, two.codebook, valid(two.project.codings(consensus)),
                               valid(two.project.decisions()), consensus)});
  }
  return make_comparison_report(compared, material(), request);
}

}  // namespace

TEST_CASE(
    "the comparison of coders has the numbers of the report on agreement, per document and per sentence",
    "[comparison]") {
  const ProjectOfTwo two(annas_and_berts);
  ReportRequest request;
  request.seed = 7;
  const Report report = report_on(two, request);
  const ReportTable& overall = table_in(report, "overall");
  std::size_t row = 0;
  for (const UnitKind unit : {UnitKind::document, UnitKind::sentence}) {
    AgreementRequest asked;
    asked.unit = unit;
    asked.sampling.bootstrap = {7, 200};
    const AgreementReport expected = agreement_report(two.work, two.codebook, asked);
    for (const Coefficient& one : expected.overall.agreement.measures) {
      REQUIRE(row < overall.rows.size());
      const auto& cells = overall.rows[row++].cells;
      CHECK(cells[2].number == one.value.value);
      CHECK(cells[3].number == (one.interval ? std::optional(one.interval->low) : std::nullopt));
      CHECK(cells[4].number == (one.interval ? std::optional(one.interval->high) : std::nullopt));
    }
    if (unit == UnitKind::document) CHECK(table_in(report, "codes").rows.size() == expected.codes.size());
  }
  CHECK(row == overall.rows.size());
}

TEST_CASE("the chart of a comparison draws the alphas of its table", "[comparison]") {
  const Report report = report_on(ProjectOfTwo(annas_and_berts), {});
  const ReportTable& codes = table_in(report, "codes");
  std::size_t alpha = 0;
  while (codes.columns[alpha].key != "krippendorff_alpha") ++alpha;
  const auto charts = all<ReportChart>(report);
  REQUIRE(charts.size() == 1);
  CHECK(charts[0].table == "codes");
  const auto& bars = std::get<BarChart>(charts[0].chart.drawing).bars;
  std::size_t bar = 0;
  for (const ReportTable::Row& row : codes.rows) {
    CHECK(row.cells.size() == codes.columns.size());
    if (!row.cells[alpha].number) continue;
    REQUIRE(bar < bars.size());
    CHECK(bars[bar].label == row.cells[0].text);
    CHECK(bars[bar].value == *row.cells[alpha].number);
    CHECK(bars[bar].low == row.cells[alpha + 1].number);
    ++bar;
  }
  CHECK(bar == bars.size());
}

TEST_CASE("a comparison tells what each coder gave in each document, and which was left out",
          "[comparison]") {
  const Report report = report_on(ProjectOfTwo(annas_and_berts), {});
  const ReportTable& documents = table_in(report, "documents");
  REQUIRE(documents.rows.size() == 3);  // d1, d2, together
  std::vector<std::string> total;
  for (const Cell& cell : documents.rows[2].cells) total.push_back(cell.text);
  CHECK(total == std::vector<std::string>{"Samen", "", "5", "3", "4"});
  const auto lists = all<List>(report);
  REQUIRE_FALSE(lists.empty());
  REQUIRE(lists[0].items.size() == 1);
  CHECK(lists[0].items[0].text == "d3: alleen anna codeerde het (1 codering)");
}

TEST_CASE("the disagreements of a comparison add up, and stand there with what both coders marked",
          "[comparison]") {
  const ProjectOfTwo two(annas_and_berts);
  const Report report = report_on(two, {});
  const ReportTable& kinds = table_in(report, "kinds");
  CHECK(kinds.columns.size() == 2);  // nothing was settled
  double sum = 0;
  for (const ReportTable::Row& row : kinds.rows) sum += row.kind == RowKind::total ? 0 : *row.cells[1].number;
  CHECK(sum == *kinds.rows.back().cells[1].number);
  CHECK(sum == static_cast<double>(two.pair.disagreements.size()));
  std::set<std::string> said;
  for (const Quote& quote : all<Quote>(report)) {
    CHECK(quote.place);
    for (const std::string& part : marked(quote)) said.insert(quote.coder + ": " + part);
  }
  CHECK(said == std::set<std::string>{"anna: De klas praat.", "anna: Zij vragen veel. Het gaat goed.",
                                      "bert: De klas praat.", "bert: Het gaat goed.",
                                      "bert: Zij vragen veel."});
}

TEST_CASE("no more than ten disagreements stand in a comparison in full, those with most effect",
          "[comparison]") {
  const auto many = [](const std::vector<Document>& documents) {
    std::vector<Said> said;
    for (const char* const quote : {"Wij", "lopen", "mee", "Zij", "vragen", "veel", "Het", "gaat", "goed"})
      said.push_back({"d1", quote, "a.x"});
    for (const char* const quote : {"klas", "praat", "docent"}) said.push_back({"d2", quote, "b"});
    return std::vector<CoderWork>{
        work_of("anna", said, documents),
        work_of("bert",
                {{"d1", "Wij lopen mee. Zij vragen veel. Het gaat goed.", "b"}, {"d2", "De klas", "a.y"}},
                documents)};
  };
  const ProjectOfTwo two(many);
  REQUIRE(two.pair.disagreements.size() > 10);
  const Report report = report_on(two, {});
  std::size_t in_full = 0;
  for (const Heading& heading : all<Heading>(report))
    in_full += heading.anchor.rfind("verschil-", 0) == 0 ? 1 : 0;
  CHECK(in_full == 10);
}

TEST_CASE("a comparison counts what a consensus settled, by kind", "[comparison]") {
  ProjectOfTwo two(annas_and_berts);
  REQUIRE(two.settle({"consensus", "carla", "t", {{0, {Settle::first}}}}));
  const Report report = report_on(two, {}, "consensus");
  const ReportTable& kinds = table_in(report, "kinds");
  REQUIRE(kinds.columns.size() == 3);
  for (std::size_t i = 0; i < disagreement_kinds.size(); ++i) {
    CHECK(kinds.rows[i].cells[2].number == (disagreement_kinds[i] == two.pair.disagreements[0].kind ? 1 : 0));
  }
  CHECK(kinds.rows.back().cells[2].number == 1);
}

TEST_CASE("the same seed gives the same comparison, in Dutch and in English with the same numbers",
          "[comparison]") {
  const ProjectOfTwo two(5);
  ReportRequest dutch, english;
  english.language = UserLanguage::en;
  const Report once = report_on(two, dutch), again = report_on(two, dutch), other = report_on(two, english);
  REQUIRE(once.elements.size() == other.elements.size());
  for (const char* const key : {"overall", "levels", "branches", "codes", "kinds"}) {
    const ReportTable &a_table = table_in(once, key), &b_table = table_in(again, key),
                      &c_table = table_in(other, key);
    REQUIRE(a_table.rows.size() == c_table.rows.size());
    for (std::size_t i = 0; i < a_table.rows.size(); ++i) {
      CHECK(a_table.rows[i].cells == b_table.rows[i].cells);
      for (std::size_t j = 0; j < a_table.rows[i].cells.size(); ++j) {
        CHECK(a_table.rows[i].cells[j].number == c_table.rows[i].cells[j].number);
      }
    }
  }
}
