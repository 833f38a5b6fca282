// Disagreements with their effect on alpha: the fast way against the slow one, and small cases by hand.
#include "reports/disagreement_report.h"

#include "reports/disagreement_formats.h"
#include "tests/compare/project_of_two.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

LinedUp lined(const std::vector<CoderWork>& coders) { return line_up(three_documents(), coders, four_codes(), Silence::did_not_read); }

// Alpha by writing down every judgement: observed and expected disagreement of each code (Krippendorff 2019, ch. 12), added up.
std::optional<double> slow_alpha(const LinedUp& work, const std::vector<std::uint32_t>& codes, UnitKind unit) {
  const Codebook codebook = four_codes();
  double observed = 0, expected = 0;
  for (const std::uint32_t code : codes) {
    double values = 0, all_yes = 0, differing = 0;
    for (const LinedUpDocument& document : work.documents) {
      std::vector<Span> units = document.sentences;
      if (unit == UnitKind::document) units = {document.document.text.whole()};
      if (unit == UnitKind::span) {
        units.clear();
        for (std::uint32_t at = 0; at < document.document.text.whole().end.value; ++at) units.push_back({{at}, {at + 1}});
      }
      for (std::uint32_t place = 0; place < units.size(); ++place) {
        double judged = 0, yes = 0;
        for (const auto& codings : document.coders) {
          if (!codings) continue;
          ++judged;
          yes += std::any_of(codings->begin(), codings->end(), [&](const PlacedCode& coding) {
            if (!is_within(codebook, coding.code, code)) return false;
            if (unit == UnitKind::document) return true;
            if (unit == UnitKind::span) return coding.span.begin <= units[place].begin && units[place].end <= coding.span.end;
            const auto covered = sentences_of(coding.span, document.sentences);
            return std::find(covered.begin(), covered.end(), place) != covered.end();
          });
        }
        values += judged;
        all_yes += yes;
        differing += 2 * yes * (judged - yes) / (judged - 1);
      }
    }
    observed += differing / values;
    expected += 2 * all_yes * (values - all_yes) / (values * (values - 1));
  }
  return expected > 0 ? std::optional(1 - observed / expected) : std::nullopt;
}

// The other coder says what this one says.
LinedUp settled(LinedUp work, const Disagreement& one, std::size_t stands) {
  auto& codings = *work.documents[one.document].coders[one.coders[1 - stands]];
  const Side &gone = one.sides[1 - stands], &comes = one.sides[stands];
  for (const Span span : gone.spans) codings.erase(std::find(codings.begin(), codings.end(), PlacedCode{*gone.code, span}));
  for (const Span span : comes.spans) codings.push_back({*comes.code, span});
  return work;
}

void check_near(std::optional<double> fast, std::optional<double> slow) {
  REQUIRE(fast.has_value() == slow.has_value());
  if (fast) CHECK(*fast == Approx(*slow).margin(1e-12));
}

std::vector<std::string> kinds_of(const DisagreementReport& report) {
  std::vector<std::string> kinds;
  for (const ReportedDisagreement& one : report.disagreements) kinds.emplace_back(name_of(one.what.kind));
  return kinds;
}

}  // namespace

TEST_CASE("the effect on alpha is what comes of computing alpha anew, per document, sentence and character") {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    for (const UnitKind unit : {UnitKind::document, UnitKind::sentence, UnitKind::span}) {
      INFO(seed << " " << name_of(unit));
      const LinedUp work = lined(at_random(seed, three_documents()));
      const DisagreementReport report = disagreement_report(work, four_codes(), {unit});
      const auto codes = codes_at(four_codes(), 2);
      check_near(report.alpha.value, slow_alpha(work, codes, unit));
      for (const ReportedDisagreement& one : report.disagreements) {
        const LinedUp as_first = settled(work, one.what, 0), as_second = settled(work, one.what, 1);
        check_near(one.effect.overall.as_first.value, slow_alpha(as_first, codes, unit));
        check_near(one.effect.overall.as_second.value, slow_alpha(as_second, codes, unit));
        for (const CodeEffect& code : one.effect.codes) {
          check_near(code.effect.now.value, slow_alpha(work, {code.code}, unit));
          check_near(code.effect.as_first.value, slow_alpha(as_first, {code.code}, unit));
          check_near(code.effect.as_second.value, slow_alpha(as_second, {code.code}, unit));
        }
      }
    }
  }
}

TEST_CASE("an effect by hand: four sentences, one code, one disagreement") {
  // Both say yes to the first sentence, only Anna to the second. Of 8 values 3 are yes: alpha = 1 - 7 * 1 / (3 * 5) = 8/15. Settled
  // as Anna or as Bert all agree.
  const std::vector<Document> documents = {document_of("d1", "Een. Twee. Drie. Vier.")};
  const LinedUp work = line_up(documents, {work_of("anna", {{"d1", "Een.", "b"}, {"d1", "Twee.", "b"}}, documents),
                                           work_of("bert", {{"d1", "Een.", "b"}}, documents)},
                               four_codes(), Silence::did_not_read);
  const DisagreementReport report = disagreement_report(work, four_codes(), {UnitKind::sentence, {}, b});
  REQUIRE(report.disagreements.size() == 1);
  check_near(report.alpha.value, 8. / 15);
  check_near(report.disagreements[0].effect.overall.value(), 7. / 15);
  REQUIRE(report.disagreements[0].effect.codes.size() == 1);
  check_near(report.disagreements[0].effect.codes[0].effect.value(), 7. / 15);
  CHECK(report.agreed == 1);
}

TEST_CASE("disagreements stand by their effect, the greatest first, and exchanging the coders keeps the effects") {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    INFO(seed);
    std::vector<CoderWork> coders = at_random(seed, three_documents());
    const DisagreementReport one = disagreement_report(lined(coders), four_codes(), {});
    std::swap(coders[0], coders[1]);
    const DisagreementReport other = disagreement_report(lined(coders), four_codes(), {});
    REQUIRE(one.disagreements.size() == other.disagreements.size());
    CHECK(one.found() == one.disagreements.size());
    for (std::size_t i = 0; i < one.disagreements.size(); ++i) {
      check_near(one.disagreements[i].effect.overall.value(), other.disagreements[i].effect.overall.value());
      if (i > 0) CHECK(*one.disagreements[i - 1].effect.overall.value() >= *one.disagreements[i].effect.overall.value() - 1e-9);
    }
    CHECK(one.kinds[0] == other.kinds[1]);
    CHECK(one.kinds[1] == other.kinds[0]);
    for (std::size_t kind = 2; kind < 7; ++kind) CHECK(one.kinds[kind] == other.kinds[kind]);
  }
}

TEST_CASE("a request limits what is listed and not what is counted") {
  const LinedUp work = lined(annas_and_berts(three_documents()));
  const auto all = disagreement_report(work, four_codes(), {});
  CHECK(all.disagreements.size() == 3);
  DisagreementRequest request;
  request.kinds = {DisagreementKind::boundary, DisagreementKind::extra};
  CHECK(kinds_of(disagreement_report(work, four_codes(), request)).size() == 2);
  CHECK(disagreement_report(work, four_codes(), request).kinds == all.kinds);
  request = {};
  request.top = 1;
  const auto top = disagreement_report(work, four_codes(), request);
  REQUIRE(top.disagreements.size() == 1);
  CHECK(top.disagreements[0].what == all.disagreements[0].what);
  request = {};
  request.code = a;
  CHECK(kinds_of(disagreement_report(work, four_codes(), request)) == std::vector<std::string>{"boundary", "other_code"});
  request.code = {};
  request.level = 1;
  CHECK(disagreement_report(work, four_codes(), request).level == 1);
}

TEST_CASE("the context marks what a side coded, with a sentence before and after") {
  const std::vector<Document> documents = three_documents();
  const LinedUp work = lined(annas_and_berts(documents));
  const Text& text = documents[0].text;
  const Span first = where(documents[0], "lopen"), second = where(documents[0], "Het gaat");
  const Disagreement one{0, {0, 1}, DisagreementKind::boundary, {Side{b, {first, second}}, Side{b, {first}}}};
  CHECK(text[context_of(one, work)] == "Wij lopen mee. Zij vragen veel. Het gaat goed.");
  const auto context = [&](const char* quote) {
    return text[context_of({0, {0, 1}, DisagreementKind::missed, {Side{b, {where(documents[0], quote)}}, Side{}}}, work)];
  };
  CHECK(context("lopen") == "Wij lopen mee. Zij vragen veel.");
  CHECK(context("vragen") == "Wij lopen mee. Zij vragen veel. Het gaat goed.");
  CHECK(context("gaat goed.") == "Zij vragen veel. Het gaat goed.");
  CHECK(context_with(one.sides[0], context_of(one, work), text) ==
        std::vector<ContextPiece>{{"Wij ", false}, {"lopen", true}, {" mee. Zij vragen veel. ", false}, {"Het gaat", true}, {" goed.", false}});
}
