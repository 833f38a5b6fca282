#include "engine/measure/unitising.h"

#include <algorithm>
#include <numeric>

#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

// The same from the definitions, character by character: a matrix of coincidences with the gap as value 0.
struct Slow {
  double u = 0, binary_u = 0, cu = 0, coverage = 0;
  std::vector<double> ku;
  bool comparable = false;  // all of them are defined

  explicit Slow(const Continuum& continuum) {
    const std::size_t m = continuum.coders.size(), values = continuum.labels + 1;
    const auto length = static_cast<std::size_t>(continuum.length);
    std::vector<std::vector<std::size_t>> value(m, std::vector<std::size_t>(length, 0)), unit = value;
    std::vector<double> squares(values, 0), shared_squares(values, 0);
    for (std::size_t coder = 0; coder < m; ++coder) {
      std::size_t number = 0;
      for (const LabelledSpan& span : continuum.coders[coder]) {
        ++number;
        squares[span.label + 1] += static_cast<double>(span.length() * span.length());
        for (auto at = span.begin; at < span.end; ++at) {
          value[coder][static_cast<std::size_t>(at)] = span.label + 1;
          unit[coder][static_cast<std::size_t>(at)] = number;
        }
      }
    }
    std::vector<std::vector<double>> l(values, std::vector<double>(values, 0));
    for (std::size_t at = 0; at < length; ++at) {
      for (std::size_t i = 0; i < m; ++i) {
        if (value[i][at] == 0) ++squares[0];
        for (std::size_t j = 0; j < m; ++j) {
          if (i != j) l[value[i][at]][value[j][at]] += 1 / static_cast<double>(m - 1);
        }
      }
    }
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        if (i == j) continue;
        for (std::size_t number = 1; number <= continuum.coders[i].size(); ++number) {
          double shared = 0;
          for (std::size_t at = 0; at < length; ++at) shared += unit[i][at] == number && value[j][at] != 0;
          shared_squares[continuum.coders[i][number - 1].label + 1] += shared * shared / static_cast<double>(m - 1);
        }
      }
    }
    compute(l, squares, shared_squares);
  }

  void compute(const std::vector<std::vector<double>>& l, const std::vector<double>& squares,
               const std::vector<double>& shared_squares) {
    const std::size_t values = l.size();
    std::vector<double> total(values), paired(values);
    for (std::size_t c = 0; c < values; ++c) {
      total[c] = std::accumulate(l[c].begin(), l[c].end(), 0.0);
      if (c > 0) paired[c] = total[c] - l[c][0];
    }
    const double all = std::accumulate(total.begin(), total.end(), 0.0),
                 both = std::accumulate(paired.begin(), paired.end(), 0.0);
    const double sum_squares = std::accumulate(squares.begin(), squares.end(), 0.0);
    const double sum_shared = std::accumulate(shared_squares.begin(), shared_squares.end(), 0.0);
    const auto e = [&](std::size_t c, std::size_t k) {
      return all * (total[c] * total[k] - (c == k ? squares[c] : 0)) / (all * all - sum_squares);
    };
    const auto e_paired = [&](std::size_t c, std::size_t k) {
      return (paired[c] * paired[k] - (c == k ? shared_squares[c] : 0)) / (both - sum_shared / both);
    };
    double same = 0, e_same = 0, both_same = 0, e_both_same = 0, l_gap = 0, e_gap = 0;
    for (std::size_t c = 0; c < values; ++c) {
      same += l[c][c];
      e_same += e(c, c);
      if (c == 0) continue;
      l_gap += l[0][c];
      e_gap += e(0, c);
      both_same += l[c][c];
      e_both_same += e_paired(c, c);
    }
    u = 1 - (all - same) / (all - e_same);
    binary_u = 1 - l_gap / e_gap;
    cu = 1 - (both - both_same) / (both - e_both_same);
    coverage = both / all;
    comparable = both > 0 && l_gap + e_gap > 0;
    for (std::size_t k = 1; k < values; ++k) {
      double e_row = 0;
      for (std::size_t c = 1; c < values; ++c) e_row += e_paired(k, c);
      ku.push_back(1 - e_row / paired[k] * (paired[k] - l[k][k]) / (e_row - e_paired(k, k)));
      comparable = comparable && paired[k] > 0 && paired[k] < both;
    }
  }
};

Continuum of(std::int64_t length, std::uint32_t labels, std::vector<std::vector<LabelledSpan>> coders) {
  return {length, labels, std::move(coders)};
}

UnitisingAgreement agreement_of(const Continuum& continuum) { return unitising_agreement(count_unitising(continuum)); }

}  // namespace

TEST_CASE("unitising: counted in intervals it is what it is counted in characters, for 2 to 4 coders", "[unitising]") {
  Draw draw(23);
  int compared = 0;
  for (int round = 0; round < 300; ++round) {
    const Continuum continuum = random_partition(draw, 2 + draw.below(3), 120, 3, 14);
    const Slow slow(continuum);
    if (!slow.comparable) continue;
    ++compared;
    const UnitisingAgreement fast = agreement_of(continuum);
    CHECK(*fast.u.value.value == Approx(slow.u).margin(1e-9));
    CHECK(*fast.binary_u.value.value == Approx(slow.binary_u).margin(1e-9));
    CHECK(*fast.cu.alpha.value.value == Approx(slow.cu).margin(1e-9));
    CHECK(*fast.cu.coverage.value == Approx(slow.coverage).margin(1e-9));
    for (std::size_t k = 0; k < slow.ku.size(); ++k) CHECK(*fast.ku[k].alpha.value.value == Approx(slow.ku[k]).margin(1e-9));
  }
  CHECK(compared > 50);
}

TEST_CASE("unitising: the order of the coders and of their spans and the names of the labels change nothing", "[unitising]") {
  Draw draw(29);
  for (int round = 0; round < 20; ++round) {
    const Continuum continuum = random_partition(draw, 3, 200, 3, 20);
    Continuum other = continuum;
    std::rotate(other.coders.begin(), other.coders.begin() + 1, other.coders.end());
    for (auto& spans : other.coders) {
      std::reverse(spans.begin(), spans.end());
      for (LabelledSpan& span : spans) span.label = 2 - span.label;
    }
    const UnitisingAgreement a = agreement_of(continuum), b = agreement_of(other);
    if (!a.u.value.value) continue;
    CHECK(*a.u.value.value == Approx(*b.u.value.value).margin(1e-12));
    if (a.cu.alpha.value.value) CHECK(*a.cu.alpha.value.value == Approx(*b.cu.alpha.value.value).margin(1e-12));
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(a.ku[k].alpha.value.value.has_value() == b.ku[2 - k].alpha.value.value.has_value());
      if (a.ku[k].alpha.value.value) CHECK(*a.ku[k].alpha.value.value == Approx(*b.ku[2 - k].alpha.value.value).margin(1e-12));
    }
  }
}

TEST_CASE("unitising: identical coders agree fully, and other units are no other measure", "[unitising]") {
  const Continuum same = of(50, 2, {{{3, 9, 0}, {20, 30, 1}}, {{3, 9, 0}, {20, 30, 1}}});
  const UnitisingAgreement agreement = agreement_of(same);
  CHECK(*agreement.u.value.value == 1);
  CHECK(*agreement.binary_u.value.value == 1);
  CHECK(*agreement.cu.alpha.value.value == 1);
  for (const Covered& ku : agreement.ku) CHECK(*ku.alpha.value.value == 1);
}

TEST_CASE("unitising: counts of documents add up; one document drawn twice is that document twice", "[unitising]") {
  const Continuum first = of(40, 2, {{{0, 10, 0}, {15, 30, 1}}, {{2, 12, 0}, {14, 30, 0}}});
  const Continuum second = of(25, 2, {{{5, 9, 1}}, {{4, 9, 1}, {20, 25, 0}}});
  UnitisingCounts sum = count_unitising(first);
  sum.add(count_unitising(second));
  UnitisingCounts none = count_unitising(first);
  none.add(count_unitising(second), 0);
  CHECK(*unitising_agreement(none).u.value.value == *agreement_of(first).u.value.value);
  // One text after the other, where no span touches the seam.
  Continuum joined = first;
  joined.length += second.length;
  for (std::size_t coder = 0; coder < 2; ++coder) {
    for (const LabelledSpan& span : second.coders[coder]) {
      joined.coders[coder].push_back({span.begin + first.length, span.end + first.length, span.label});
    }
  }
  const UnitisingAgreement a = unitising_agreement(sum), b = agreement_of(joined);
  CHECK(*a.u.value.value == Approx(*b.u.value.value).margin(1e-12));
  CHECK(*a.cu.alpha.value.value == Approx(*b.cu.alpha.value.value).margin(1e-12));
  CHECK(*a.ku[0].coverage.value == Approx(*b.ku[0].coverage.value).margin(1e-12));
  UnitisingCounts twice = sum;
  twice.add(count_unitising(second));
  UnitisingCounts weighted = count_unitising(first);
  weighted.add(count_unitising(second), 2);
  CHECK(*unitising_agreement(twice).u.value.value == Approx(*unitising_agreement(weighted).u.value.value).margin(1e-12));
  CHECK(unitising_agreement(twice).u.units == unitising_agreement(weighted).u.units);
}

TEST_CASE("unitising: a label in a continuum of its own has u equal to |u", "[unitising]") {
  Draw draw(31);
  for (int round = 0; round < 20; ++round) {
    const Continuum continuum = random_spans(draw, 3, 100, 3, 6);
    const auto per_label = u_alpha_per_label(continuum);
    REQUIRE(per_label.size() == 3);
    for (std::uint32_t label = 0; label < 3; ++label) {
      const UnitisingAgreement own = agreement_of(only_label(continuum, label));
      CHECK(per_label[label].value.value == own.u.value.value);
      if (own.u.value.value) CHECK(*own.u.value.value == Approx(*own.binary_u.value.value).margin(1e-12));
      CHECK_FALSE(own.cu.alpha.value.value.has_value());
    }
  }
}

TEST_CASE("unitising: what is undefined says why, and is neither 0 nor 1", "[unitising]") {
  CHECK(agreement_of(of(10, 1, {{{0, 5, 0}}})).u.value.gap == msg::unitising_one_coder);
  CHECK(agreement_of(of(10, 1, {{}, {}})).u.value.gap == msg::unitising_no_spans);
  CHECK(agreement_of(of(10, 1, {{{0, 10, 0}}, {{0, 10, 0}}})).u.value.gap == msg::unitising_all_marked);
  CHECK(agreement_of(of(10, 1, {{{0, 10, 0}}, {{0, 4, 0}, {4, 10, 0}}})).u.value.gap == msg::unitising_all_marked);
  const UnitisingAgreement all_marked = agreement_of(of(10, 2, {{{0, 10, 0}}, {{0, 4, 0}, {4, 10, 1}}}));
  CHECK(all_marked.u.value.value.has_value());
  CHECK(all_marked.binary_u.value.gap == msg::unitising_all_marked);
  const UnitisingAgreement apart = agreement_of(of(10, 3, {{{0, 3, 0}}, {{5, 8, 1}}}));
  CHECK(apart.u.value.value.has_value());
  CHECK(apart.cu.alpha.value.gap == msg::unitising_no_shared);
  CHECK(*apart.cu.coverage.value == 0);
  CHECK(apart.ku[0].alpha.value.gap == msg::unitising_label_not_shared);
  CHECK(apart.ku[2].alpha.value.gap == msg::unitising_label_unused);
  CHECK(agreement_of(of(10, 1, {{{0, 3, 0}}, {{0, 3, 0}}})).cu.alpha.value.gap == msg::unitising_one_label);
  const UnitisingAgreement crossing = agreement_of(of(10, 2, {{{0, 5, 0}, {4, 8, 1}}, {{0, 3, 0}}}));
  CHECK(crossing.u.value.gap == msg::unitising_crossing);
  CHECK(crossing.ku[1].alpha.value.gap == msg::unitising_crossing);
  CHECK(crossing.u.units == 3);
  CHECK(crossing.ku[1].alpha.units == 1);
}

TEST_CASE("continuum: overlapping spans of one coder and label become one, touching ones stay two", "[unitising]") {
  const Continuum tidy = without_repeats(of(30, 2, {{{10, 15, 0}, {0, 5, 0}, {3, 8, 0}, {8, 10, 0}, {12, 13, 0}, {2, 4, 1}}}));
  CHECK(tidy.coders[0] == std::vector<LabelledSpan>{{0, 8, 0}, {2, 4, 1}, {8, 10, 0}, {10, 15, 0}});
  CHECK(only_label(tidy, 0).coders[0] == std::vector<LabelledSpan>{{0, 15, 0}});
}

TEST_CASE("continuum: some labels alone are numbered in the order asked for", "[unitising]") {
  const std::vector<std::uint32_t> labels{2, 0};
  const Continuum some = only_labels(of(30, 3, {{{0, 5, 0}, {6, 8, 1}, {10, 12, 2}}, {{1, 3, 1}}}), labels);
  CHECK(some.labels == 2);
  CHECK(some.coders == std::vector<std::vector<LabelledSpan>>{{{0, 5, 1}, {10, 12, 0}}, {}});
}

TEST_CASE("continuum: the first span that is no piece of the text is found", "[unitising]") {
  CHECK_FALSE(fault_in(of(10, 1, {{{0, 10, 0}}, {}})));
  const auto fault = [](LabelledSpan span) { return fault_in(of(10, 1, {{}, {{0, 1, 0}, span}})); };
  CHECK(fault({-1, 3, 0})->fault == SpanFault::before_text);
  CHECK(fault({5, 11, 0})->fault == SpanFault::beyond_text);
  CHECK(fault({5, 5, 0})->fault == SpanFault::empty);
  CHECK(fault({5, 4, 0})->fault == SpanFault::empty);
  CHECK(fault({5, 6, 1})->fault == SpanFault::unknown_label);
  CHECK(fault({5, 5, 0})->coder == 1);
  CHECK(fault({5, 5, 0})->span == 1);
}

TEST_CASE("continuum: spans of one coder with different labels that share a place are found, however they lie", "[unitising]") {
  Draw draw(41);
  for (int round = 0; round < 500; ++round) {
    const Continuum continuum = random_spans(draw, 1, 20, 3, 4);
    bool slow = false;
    for (const LabelledSpan& a : continuum.coders[0]) {
      for (const LabelledSpan& b : continuum.coders[0])
        slow = slow || (a.label != b.label && a.begin < b.end && b.begin < a.end);
    }
    CHECK(crossing_in(continuum).has_value() == slow);
  }
}
