// Krippendorff (1995), "On the reliability of unitizing continuous data", Sociological Methodology 25, p. 57-59. The lengths of the
// example are multiplied, as the paper treats them as continuous: at 50 times DKPro Statistics gives the same to 1e-9, at 50,000 times
// the paper's A and D come out. The printed B (-.926) and C (.679) do not follow from its own formula (C's printed expected disagreement
// .08642 lacks the last term of the denominator); recomputed they are -.92838 and .69308.
#include "engine/measure/unitising_1995.h"
#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

Unitising1995 example(std::int64_t times, const NamedSpans& spans) {
  Continuum continuum = spans.continuum;
  for (auto& coder : continuum.coders) {
    for (LabelledSpan& span : coder) span.begin *= times, span.end *= times;
  }
  continuum.length *= times;
  return unitising_1995(continuum);
}

}  // namespace

TEST_CASE("unitising 1995: the example, overall and per label, as DKPro computes it", "[unitising]") {
  const NamedSpans spans = read_spans("krippendorff_1995", "k1995_x50", 1200);
  const Unitising1995 result = example(1, spans);
  CHECK(*result.overall.value.value == Approx(-0.5538707038124662).margin(1e-9));
  CHECK(*result.labels[spans.label("A")].value.value == Approx(0.5521646006624632).margin(1e-9));
  CHECK(*result.labels[spans.label("B")].value.value == Approx(-0.9312769199321052).margin(1e-9));
  CHECK(*result.labels[spans.label("C")].value.value == Approx(0.6915080393038617).margin(1e-9));
  CHECK(*result.labels[spans.label("D")].value.value == Approx(0.061369277582058124).margin(1e-9));
}

TEST_CASE("unitising 1995: in the continuous limit the printed alphas and expected disagreements of A and D", "[unitising]") {
  const NamedSpans spans = read_spans("krippendorff_1995", "k1995_x50", 1200);
  const Unitising1995 result = example(1000, spans);
  const auto& a = result.labels[spans.label("A")];
  const auto& d = result.labels[spans.label("D")];
  CHECK(*a.value.value == Approx(0.5529468148732835).margin(1e-6));
  CHECK(*a.value.value == Approx(.553).margin(.001));
  CHECK(*a.expected.value == Approx(.06990).margin(.00005));
  CHECK(*d.value.value == Approx(0.06586888110729805).margin(1e-6));
  CHECK(*d.value.value == Approx(.066).margin(.001));
  CHECK(*d.expected.value == Approx(.41445).margin(.00005));
  CHECK(*result.labels[spans.label("B")].value.value == Approx(-0.9283846712468944).margin(1e-6));
  CHECK(*result.labels[spans.label("C")].value.value == Approx(0.6930787892822531).margin(1e-6));
  CHECK(*result.labels[spans.label("C")].expected.value == Approx(.0905).margin(.00005));
}

TEST_CASE("unitising 1995: identical coders do not disagree, also when their units touch", "[unitising]") {
  const std::vector<LabelledSpan> spans{{0, 5, 0}, {5, 8, 0}, {8, 9, 1}, {12, 20, 0}};
  const Unitising1995 result = unitising_1995({20, 2, {spans, spans, spans}});
  CHECK(*result.overall.observed.value == 0);
  CHECK(*result.overall.value.value == 1);
}

TEST_CASE("unitising 1995: one unit of one coder agrees as chance would; none at all is undefined", "[unitising]") {
  CHECK(*unitising_1995({20, 1, {{{0, 1, 0}}, {}, {}}}).overall.value.value == Approx(0).margin(1e-12));
  CHECK(unitising_1995({20, 1, {{}, {}, {}}}).overall.value.gap == msg::unitising_no_spans);
  CHECK(unitising_1995({20, 1, {{{0, 1, 0}}}}).overall.value.gap == msg::unitising_one_coder);
  CHECK(unitising_1995({20, 1, {{{0, 5, 0}, {4, 9, 0}}, {}}}).overall.value.gap == msg::unitising_same_label_overlaps);
}
