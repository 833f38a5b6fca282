#include "message_keys/agreement.h"

#include "engine/measure/unitising.h"
#include "message_keys/measure.h"
#include "message_keys/unitising.h"
#include "reports/agreement_report.h"
#include "reports/passages_together.h"
#include "reports/set_agreement.h"
#include "tests/compare/miniature.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

LinedUp lined_up() {
  const auto documents = three_documents();
  return line_up(documents, annas_and_berts(documents), four_codes(), Silence::did_not_read);
}

AgreementReport report_of(AgreementRequest request, const LinedUp& work = lined_up()) {
  return agreement_report(work, four_codes(), request);
}

AgreementRequest on(UnitKind unit) {
  AgreementRequest request;
  request.unit = unit;
  request.sampling.bootstrap.replicates = 50;
  return request;
}

const Coefficient& coefficient(const AgreementReport& report, const AgreementRow& row, std::string_view key) {
  for (std::size_t i = 0; i < report.measures.size(); ++i) {
    if (report.measures[i].key == key) return row.agreement.measures[i];
  }
  FAIL("no measure " << key);
  return row.agreement.measures.front();
}

const AgreementRow& row_of(const std::vector<AgreementRow>& rows, std::uint32_t code) {
  for (const AgreementRow& row : rows) {
    if (row.code == code) return row;
  }
  FAIL("no row of code " << code);
  return rows.front();
}

// Random answers of some coders to some codes, document by document; now and then one did not read it.
std::vector<YesNo> random_documents(Draw& draw, std::uint32_t coders, std::uint32_t codes) {
  std::vector<YesNo> documents(4 + draw.below(6));
  for (YesNo& document : documents) {
    document.units = 1 + draw.below(5);
    for (std::uint32_t coder = 0; coder < coders; ++coder) document.coders |= draw.below(6) == 0 ? 0 : std::uint64_t{1} << coder;
    if (document.coders == 0) document.coders = 1;
    for (std::uint32_t code = 0; code < codes; ++code) {
      if (draw.below(3) == 0) continue;
      std::map<std::uint64_t, std::uint64_t> patterns;
      for (std::uint64_t unit = 0; unit < document.units; ++unit) {
        ++patterns[draw.below(2) == 0 ? document.coders : document.coders & draw.below(std::uint64_t{1} << coders)];
      }
      for (const auto& [yes, units] : patterns) document.codes[code].push_back({yes, units});
    }
  }
  return documents;
}

// What agreement_of() samples, the slow way: every sample's table written out, every coefficient in full.
Statistic slow_value(const std::vector<YesNo>& documents, std::uint32_t coders, const std::vector<std::uint32_t>& row,
                     YesNoMeasure measure, ClusterCounts drawn) {
  std::vector<YesNoTable> tables;
  for (const std::uint32_t code : row) {
    YesNoTable& table = tables.emplace_back();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      for (const Pattern& pattern : patterns_of(documents[i], code)) {
        for (std::uint64_t unit = 0; unit < pattern.units * drawn[i]; ++unit) table.push_back({documents[i].coders, pattern.yes, 1});
      }
    }
  }
  return yes_no_agreement(measure, coders, tables).value;
}

}  // namespace

TEST_CASE("codes are pooled by their own shares, and a branch by those below it", "[compare][agreement]") {
  const AgreementReport report = report_of(on(UnitKind::document));
  CHECK(report.level == 2);
  CHECK(report.overall.codes == 3);
  // Found 1/2, 0 and 1; by chance 1/2 each.
  CHECK(*coefficient(report, row_of(report.codes, ax), "cohen_kappa").value.value == Approx(0).margin(1e-12));
  CHECK(*coefficient(report, row_of(report.codes, ay), "cohen_kappa").value.value == Approx(1));
  CHECK(*coefficient(report, row_of(report.codes, b), "cohen_kappa").value.value == Approx(-1));
  CHECK(*coefficient(report, report.overall, "cohen_kappa").value.value == Approx(0).margin(1e-12));
  CHECK(*coefficient(report, row_of(report.branches, a), "cohen_kappa").value.value == Approx(0.5));
  // Found 1.5 of 3; expected 1/2, 2/3 and 2/3.
  const Coefficient& alpha = coefficient(report, report.overall, "krippendorff_alpha");
  CHECK(*alpha.value.value == Approx(2.0 / 11));
  CHECK(*alpha.observed.value == Approx(0.5));
  CHECK(*alpha.expected.value == Approx(11.0 / 18));
  CHECK(*coefficient(report, report.overall, "positive_agreement").value.value == Approx(4.0 / 7));
  CHECK(report.overall.agreement.coders == std::vector<CoderCount>{{3, 6}, {4, 6}});
  CHECK(report.overall.agreement.units == 2);
}

TEST_CASE("a report says what was compared and what could not be", "[compare][agreement]") {
  AgreementRequest request = on(UnitKind::sentence);
  const AgreementReport report = report_of(request);
  CHECK(report.documents == std::vector<std::string>{"d1", "d2"});
  CHECK(report.units == 5);
  REQUIRE(report.documents_left_out.size() == 1);
  CHECK(report.documents_left_out.front().why == LeftOut::one_coder);
  CHECK(report.units_left_out == 1);
  const auto documents = three_documents();
  const auto of_branch =
      line_up(documents, {work_of("anna", {{"d1", "Wij", "a"}}, documents), work_of("bert", {{"d1", "Zij", "a.x"}}, documents)},
              four_codes(), Silence::did_not_read);
  const AgreementReport above = report_of(request, of_branch);
  CHECK(above.above_level == 1);
  CHECK(above.codes_not_given == 2);
  CHECK(above.overall.codes == 1);
}

TEST_CASE("codes that nobody gave do not raise the percentage", "[compare][agreement]") {
  AgreementRequest request = on(UnitKind::document);
  const auto documents = three_documents();
  const auto work = line_up(documents,
                            {work_of("anna", {{"d1", "Wij", "b"}, {"d2", "De", "b"}}, documents),
                             work_of("bert", {{"d1", "Wij", "b"}, {"d2", "Een", "a.x"}}, documents)},
                            four_codes(), Silence::did_not_read);
  const AgreementReport report = report_of(request, work);
  CHECK(report.codes_not_given == 1);
  CHECK(*coefficient(report, report.overall, "percent_agreement").value.value == Approx(0.5));
}

TEST_CASE("sampling pooled codes quickly gives the intervals of doing it in full", "[compare][agreement]") {
  Draw draw(31);
  for (int round = 0; round < 12; ++round) {
    const auto coders = static_cast<std::uint32_t>(2 + draw.below(3));
    const auto documents = random_documents(draw, coders, 4);
    const std::vector<std::vector<std::uint32_t>> rows = {{0, 1, 2, 3}, {1, 3}, {2}};
    const auto measures = measures_for(coders, Scope::all);
    const Sampling sampling{{static_cast<std::uint64_t>(round), 40, 0.95}, IntervalKind::bootstrap_clusters};
    const auto quick = agreement_of(documents, coders, rows, measures, sampling);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = 0; j < measures.size(); ++j) {
        const auto slow = bootstrap(documents.size(),
                                    {[&](ClusterCounts drawn) { return slow_value(documents, coders, rows[i], measures[j], drawn); }},
                                    sampling.bootstrap)[0];
        const Coefficient& one = quick[i].measures[j];
        if (!one.value.value) continue;
        REQUIRE(one.interval.has_value() == slow.has_value());
        if (!slow) continue;
        CHECK(one.interval->low == Approx(slow->low).margin(1e-12));
        CHECK(one.interval->high == Approx(slow->high).margin(1e-12));
      }
    }
  }
}

TEST_CASE("units apart add up to those of their documents", "[compare][agreement]") {
  const LinedUp work = lined_up();
  const auto documents = yes_no(work, four_codes(), UnitKind::sentence), units = yes_no_by_unit(work, four_codes(), UnitKind::sentence);
  REQUIRE(units.size() == 5);
  std::size_t at = 0;
  for (const YesNo& document : documents) {
    std::map<std::uint32_t, std::map<std::uint64_t, std::uint64_t>> counts;
    for (std::uint64_t i = 0; i < document.units; ++i, ++at) {
      CHECK(units[at].coders == document.coders);
      for (std::uint32_t code = 0; code < 4; ++code) ++counts[code][patterns_of(units[at], code).front().yes];
    }
    for (std::uint32_t code = 0; code < 4; ++code) {
      Patterns patterns;
      for (const auto& [yes, times] : counts[code]) patterns.push_back({yes, times});
      CHECK(patterns == patterns_of(document, code));
    }
  }
}

TEST_CASE("drawing units instead of documents changes the interval and its name, not the value", "[compare][agreement]") {
  AgreementRequest request = on(UnitKind::sentence);
  const AgreementReport documents = report_of(request);
  request.sampling.drawn = IntervalKind::bootstrap_units;
  const AgreementReport units = report_of(request);
  const Coefficient &one = coefficient(documents, documents.overall, "percent_agreement"),
                    &other = coefficient(units, units.overall, "percent_agreement");
  CHECK(*one.value.value == *other.value.value);
  REQUIRE(other.interval.has_value());
  CHECK(one.interval_kind == IntervalKind::bootstrap_clusters);
  CHECK(other.interval_kind == IntervalKind::bootstrap_units);
  CHECK_FALSE(*one.interval == *other.interval);
}

TEST_CASE("with the distance of the tree a coding above the level is near those below it", "[compare][agreement]") {
  const auto documents = three_documents();
  const auto work = line_up(documents,
                            {work_of("anna", {{"d1", "Wij", "a"}, {"d2", "De", "b"}}, documents),
                             work_of("bert", {{"d1", "Wij", "a.x"}, {"d2", "De", "b"}}, documents)},
                            four_codes(), Silence::did_not_read);
  const auto alpha = [&](const TreeDistances& tree) {
    for (const NamedCoefficient& one : set_agreement(work, four_codes(), UnitKind::document, 2, {}, tree, {})) {
      if (one.key == "alpha_sets_tree") return one.coefficient;
    }
    return Coefficient{};
  };
  // Values {a}, {a.x}, {b}, {b}: one pair differs by d and five of the six by d, 1, 1, 1, 1, 0.
  CHECK(*alpha({}).value.value == Approx(1 - (0.5 / 2) / (4.5 / 6)));
  CHECK(*alpha({1, 1, 1}).value.value == Approx(1 - (1.0 / 2) / (5.0 / 6)));
}

TEST_CASE("passages: characters, segments and boundaries of each code, and all codes pooled", "[compare][agreement]") {
  AgreementRequest request = on(UnitKind::span);
  request.scope = Scope::all;
  const AgreementReport report = report_of(request);
  const AgreementRow& y = row_of(report.codes, ay);
  // a.y: 31 characters by Anna, the first 16 of these by Bert, of 81 in two texts.
  CHECK(y.agreement.coders == std::vector<CoderCount>{{31, 81}, {16, 81}});
  CHECK(*coefficient(report, y, "positive_agreement").value.value == Approx(32.0 / 47));
  CHECK(*coefficient(report, y, "character_percent").value.value == Approx(66.0 / 81));
  CHECK(*coefficient(report, y, "character_kappa").value.value == Approx(*cohen_kappa(TwoCoders{16, 15, 0, 50}).kappa.value));
  CHECK(*coefficient(report, y, "segment_percent").value.value == 0);
  // From one sentence to the next: after the first by both, after the second by Bert alone.
  CHECK(*coefficient(report, y, "boundary_similarity").value.value == Approx(0.5));
  CHECK(*coefficient(report, report.overall, "positive_agreement").value.value == Approx(60.0 / 117));
  request.segment_threshold = 0.5;
  const AgreementReport looser = report_of(request);
  CHECK(*coefficient(looser, row_of(looser.codes, ay), "segment_percent").value.value == 1);
}

TEST_CASE("passages: u of a code is that of its text, and (k)u that of all codes together", "[compare][agreement]") {
  AgreementRequest request = on(UnitKind::span);
  request.scope = Scope::all;
  const AgreementReport report = report_of(request);
  const Continuum d1{46, 3, {{{0, 14, 0}, {15, 46, 1}}, {{0, 14, 0}, {15, 31, 1}, {32, 46, 2}}}},
      d2{35, 3, {{{0, 14, 2}}, {{0, 14, 0}}}};
  UnitisingCounts all = count_unitising(d1);
  all.add(count_unitising(d2));
  const UnitisingAgreement together = unitising_agreement(all);
  CHECK(*coefficient(report, row_of(report.codes, ax), "ku_alpha").value.value == Approx(*together.ku[0].alpha.value.value));
  CHECK(*report.whole[0].coefficient.value.value == Approx(*together.u.value.value));
  CHECK(coefficient(report, row_of(report.branches, a), "ku_alpha").value.gap == msg::agreeing_ku_single);
  UnitisingCounts of_y = count_unitising(only_label(d1, 1));
  of_y.add(count_unitising(only_label(d2, 1)));
  const Coefficient u = unitising_agreement(of_y).u;
  const Coefficient& reported = coefficient(report, row_of(report.codes, ay), "u_alpha");
  CHECK(*reported.value.value == Approx(*u.value.value));
  CHECK(*reported.observed.value == Approx(*u.observed.value));
  CHECK(*reported.expected.value == Approx(*u.expected.value));
}

TEST_CASE("passages: what one coder gave the same code twice counts once, and crossing codes leave the codes measurable",
          "[compare][agreement]") {
  const auto documents = three_documents();
  const auto work_with = [&](std::vector<Said> annas) {
    return line_up(
        documents,
        {work_of("anna", annas, documents), work_of("bert", {{"d1", "Wij lopen mee.", "a.x"}, {"d2", "De klas", "b"}}, documents)},
        four_codes(), Silence::did_not_read);
  };
  const AgreementRequest request = on(UnitKind::span);
  const AgreementReport once = report_of(request, work_with({{"d1", "Wij lopen mee.", "a.x"}, {"d2", "De klas", "b"}})),
                        twice = report_of(request,
                                          work_with({{"d1", "Wij lopen mee.", "a.x"}, {"d1", "lopen", "a.x"}, {"d2", "De klas", "b"}}));
  CHECK(row_of(twice.codes, ax).agreement.coders == row_of(once.codes, ax).agreement.coders);
  CHECK(*coefficient(twice, twice.overall, "u_alpha").value.value == *coefficient(once, once.overall, "u_alpha").value.value);
  const AgreementReport crossing = report_of(request, work_with({{"d1", "Wij lopen mee.", "a.x"}, {"d1", "lopen mee. Zij", "b"}}));
  CHECK(crossing.whole[0].coefficient.value.gap == msg::unitising_crossing);
  CHECK(*coefficient(crossing, row_of(crossing.codes, ax), "positive_agreement").value.value == 1);
}

TEST_CASE("the order of the coders changes no coefficient", "[compare][agreement]") {
  const auto documents = three_documents();
  auto work = annas_and_berts(documents);
  std::swap(work[0], work[1]);
  const LinedUp swapped = line_up(documents, work, four_codes(), Silence::did_not_read);
  for (const UnitKind unit : {UnitKind::document, UnitKind::sentence, UnitKind::span}) {
    AgreementRequest request = on(unit);
    request.scope = Scope::all;
    const AgreementReport one = report_of(request), other = report_of(request, swapped);
    REQUIRE(one.codes.size() == other.codes.size());
    for (std::size_t i = 0; i < one.codes.size(); ++i) {
      for (std::size_t j = 0; j < one.measures.size(); ++j) {
        const Statistic &a_value = one.codes[i].agreement.measures[j].value, &b_value = other.codes[i].agreement.measures[j].value;
        REQUIRE(a_value.value.has_value() == b_value.value.has_value());
        if (a_value.value) CHECK(*a_value.value == Approx(*b_value.value).margin(1e-12));
      }
    }
  }
}

TEST_CASE("one document has values and no intervals, and no variation is said", "[compare][agreement]") {
  const auto documents = three_documents();
  const auto work =
      line_up(documents, {work_of("anna", {{"d1", "Wij", "b"}}, documents), work_of("bert", {{"d1", "Zij", "b"}}, documents)},
              four_codes(), Silence::did_not_read);
  const AgreementReport report = report_of(on(UnitKind::document), work);
  CHECK(*coefficient(report, report.overall, "percent_agreement").value.value == 1);
  CHECK_FALSE(coefficient(report, report.overall, "percent_agreement").interval.has_value());
  CHECK(coefficient(report, report.overall, "krippendorff_alpha").value.gap == msg::agreement_no_variation);
}
