#include "engine/measure/gamma.h"

#include <algorithm>

#include "message_keys/unitising.h"
#include "tests/catch.h"
#include "tests/measure/spans.h"

using namespace codeboom;
using namespace codeboom::test;

namespace {

struct PlacedSpan {
  std::size_t coder;
  LabelledSpan span;
};

// Every way to divide the spans over unitary alignments, one after the other.
class BruteForce {
 public:
  BruteForce(const Continuum& continuum, const Dissimilarity& dissimilarity)
      : coders_(continuum.coders.size()), dissimilarity_(dissimilarity) {
    for (std::size_t coder = 0; coder < coders_; ++coder) {
      for (const LabelledSpan& span : continuum.coders[coder]) spans_.push_back({coder, span});
    }
    used_.resize(spans_.size());
    divide(0, 0);
    disorder = best_ / (static_cast<double>(spans_.size()) / static_cast<double>(coders_));
  }
  double disorder = 0;
  std::size_t fewest = 0;

 private:
  void divide(double cost, std::size_t alignments) {
    const auto first = std::find(used_.begin(), used_.end(), false);
    if (first == used_.end()) {
      if (cost < best_ - 1e-9 || (cost < best_ + 1e-9 && alignments < fewest)) fewest = alignments;
      best_ = std::min(best_, cost);
      return;
    }
    *first = true;
    std::vector<std::size_t> members{static_cast<std::size_t>(first - used_.begin())};
    choose(spans_[members[0]].coder + 1, members, cost, alignments);
    *first = false;
  }

  void choose(std::size_t coder, std::vector<std::size_t>& members, double cost, std::size_t alignments) {
    if (coder == coders_) return divide(cost + disorder_of(members), alignments + 1);
    choose(coder + 1, members, cost, alignments);
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      if (used_[i] || spans_[i].coder != coder) continue;
      used_[i] = true;
      members.push_back(i);
      choose(coder + 1, members, cost, alignments);
      members.pop_back();
      used_[i] = false;
    }
  }

  double disorder_of(const std::vector<std::size_t>& members) const {
    double sum = 0, pairs = 0;
    for (std::size_t a = 0; a < coders_; ++a) {
      for (std::size_t b = a + 1; b < coders_; ++b) {
        const LabelledSpan *first = nullptr, *second = nullptr;
        for (const std::size_t i : members) {
          if (spans_[i].coder == a) first = &spans_[i].span;
          if (spans_[i].coder == b) second = &spans_[i].span;
        }
        sum += first == nullptr || second == nullptr ? 1
                                                     : dissimilarity_.place * place_difference(*first, *second) +
                                                           (first->label == second->label ? 0 : dissimilarity_.label);
        ++pairs;
      }
    }
    return sum / pairs;
  }

  std::size_t coders_;
  Dissimilarity dissimilarity_;
  std::vector<PlacedSpan> spans_;
  std::vector<bool> used_;
  double best_ = 1e9;
};

std::size_t spans_in(const Continuum& continuum) {
  std::size_t spans = 0;
  for (const auto& coder : continuum.coders) spans += coder.size();
  return spans;
}

}  // namespace

TEST_CASE("gamma: the best alignment is that of trying every division, in disorder and in number", "[gamma]") {
  Draw draw(11);
  int compared = 0;
  for (int round = 0; round < 400; ++round) {
    const std::size_t coders = 2 + draw.below(3);
    const Dissimilarity dissimilarity{draw.below(2) == 0 ? 1.0 : 3.0, static_cast<double>(draw.below(3))};
    const Continuum continuum =
        draw.below(2) == 0 ? random_spans(draw, coders, 30, 3, coders == 2 ? 5 : 3) : random_partition(draw, coders, 24, 2, 6);
    if (spans_in(continuum) == 0 || spans_in(continuum) > 9) continue;
    CAPTURE(round, coders, dissimilarity.place, dissimilarity.label);
    const auto best = best_alignment(continuum, dissimilarity);
    REQUIRE(best);
    const BruteForce slow(continuum, dissimilarity);
    CHECK(best->disorder == Approx(slow.disorder).margin(1e-9));
    CHECK(best->unitary.size() == slow.fewest);
    ++compared;
  }
  CHECK(compared > 200);
}

TEST_CASE("gamma: an alignment holds every span once, and at most one of a coder", "[gamma]") {
  Draw draw(5);
  for (const std::size_t coders : {2u, 3u, 4u}) {
    const Continuum continuum = random_spans(draw, coders, 3000, 4, 60);
    const auto best = best_alignment(continuum, {1, 1});
    REQUIRE(best);
    std::vector<std::vector<int>> seen;
    for (const auto& spans : continuum.coders) seen.emplace_back(spans.size(), 0);
    for (const auto& unitary : best->unitary) {
      REQUIRE_FALSE(unitary.empty());
      for (std::size_t i = 0; i < unitary.size(); ++i) {
        ++seen[unitary[i].coder][unitary[i].span];
        if (i > 0) CHECK(unitary[i - 1].coder < unitary[i].coder);
      }
    }
    for (const auto& coder : seen)
      CHECK(std::count(coder.begin(), coder.end(), 1) == static_cast<std::ptrdiff_t>(coder.size()));
  }
}

TEST_CASE("gamma: identical coders have gamma and gamma-cat exactly 1, and no disorder", "[gamma]") {
  Draw draw(3);
  for (const std::size_t coders : {2u, 3u, 5u}) {
    Continuum continuum = random_partition(draw, 1, 500, 3, 20);
    while (continuum.coders[0].size() < 4) continuum = random_partition(draw, 1, 500, 3, 20);
    continuum.coders.resize(coders, continuum.coders[0]);
    const Gamma result = gamma_agreement(continuum, {});
    CHECK(*result.gamma.observed.value == 0);
    CHECK(*result.gamma.value.value == 1);
    CHECK(*result.gamma_cat.value.value == 1);
    CHECK(result.unitary_alignments == continuum.coders[0].size());
  }
}

TEST_CASE("gamma: the order of the coders and the names of the labels change nothing, and the same seed gives the same",
          "[gamma]") {
  Draw draw(19);
  for (int round = 0; round < 5; ++round) {
    const Continuum continuum = random_partition(draw, 3, 400, 3, 15);
    if (spans_in(continuum) < 5) continue;
    Continuum other = continuum;
    std::reverse(other.coders.begin(), other.coders.end());
    for (auto& spans : other.coders) {
      for (LabelledSpan& span : spans) span.label = (span.label + 1) % 3;
      std::reverse(spans.begin(), spans.end());
    }
    const GammaOptions options{{1, 1}, 7, 30, 0, 0};
    const Gamma a = gamma_agreement(continuum, options), b = gamma_agreement(other, options);
    CHECK(*a.gamma.value.value == *b.gamma.value.value);
    CHECK(*a.gamma_cat.value.value == *b.gamma_cat.value.value);
    CHECK(*gamma_agreement(continuum, options).gamma.value.value == *a.gamma.value.value);
    CHECK(*gamma_agreement(continuum, {{1, 1}, 8, 30, 0, 0}).gamma.value.value != *a.gamma.value.value);
  }
}

TEST_CASE("gamma: chance keeps the coders' spans, moved round the stretch that was marked", "[gamma]") {
  const Continuum continuum{100, 3, {{{10, 20, 0}, {30, 35, 1}}, {{12, 50, 2}}, {{40, 90, 0}}}};
  Draw draw(1);
  for (int round = 0; round < 50; ++round) {
    const Continuum chance = shuffled(continuum, draw);
    REQUIRE(chance.coders.size() == 3);
    CHECK_FALSE(fault_in(chance));
    for (const auto& spans : chance.coders) {
      const auto same_lengths = [&](const std::vector<LabelledSpan>& own) {
        return std::is_permutation(own.begin(), own.end(), spans.begin(), spans.end(),
                                   [](const auto& a, const auto& b) { return a.length() == b.length() && a.label == b.label; });
      };
      CHECK(std::any_of(continuum.coders.begin(), continuum.coders.end(), same_lengths));
      for (const LabelledSpan& span : spans) CHECK((span.begin >= 10 && span.begin < 90));
    }
  }
}

TEST_CASE("gamma: chance draws each real coder equally often, also twice at once", "[gamma]") {
  const Continuum continuum{100, 3, {{{0, 10, 0}}, {{20, 31, 1}}, {{80, 92, 2}}}};
  Draw draw(4);
  int drawn[3] = {0, 0, 0}, twice = 0;
  for (int round = 0; round < 600; ++round) {
    const Continuum chance = shuffled(continuum, draw);
    for (const auto& spans : chance.coders) ++drawn[spans[0].label];
    twice += chance.coders[0][0].label == chance.coders[1][0].label;
  }
  for (const int count : drawn) CHECK(std::abs(count - 600) < 80);  // four standard deviations
  CHECK(std::abs(twice - 200) < 50);
}

TEST_CASE("gamma: a coder who marked nothing takes part, and chance without any span is drawn again", "[gamma]") {
  const Continuum continuum{100, 1, {{{0, 10, 0}}, {}, {}}};
  const Gamma result = gamma_agreement(continuum, {{1, 1}, 1, 40, 0, 0});
  CHECK(result.samples == 40);
  CHECK(*result.gamma.observed.value == Approx(3));  // one span alone, a third of a span per coder
}

TEST_CASE("gamma: chance coders are moved over distances that differ by at least half the mean length", "[gamma]") {
  Draw draw(6);
  // With the same spans for all coders the begins are the distances.
  const Continuum same{100, 1, {{{0, 20, 0}, {80, 100, 0}}, {{0, 20, 0}, {80, 100, 0}}}};
  for (int round = 0; round < 500; ++round) {
    const Continuum chance = shuffled(same, draw);
    const std::int64_t apart = std::abs(chance.coders[0][0].begin - chance.coders[1][0].begin);
    CHECK(std::min(apart, 100 - apart) >= 10);
  }
}

TEST_CASE("gamma-cat: pairs weigh as they coincide, and a pair among three as half", "[gamma]") {
  // One passage by three coders, of whom the second differs and the third lies 2 of 10 further: ((2 + 2) / 20)^2 = .04; one by two.
  const Continuum continuum{100, 2, {{{0, 10, 0}, {50, 60, 0}}, {{0, 10, 1}, {50, 60, 0}}, {{2, 12, 0}}}};
  const Gamma result = gamma_agreement(continuum, {{1, 1}, 1, 30, 0, 0});
  REQUIRE(result.unitary_alignments == 2);
  CHECK(*result.gamma_cat.observed.value == Approx((.5 + .48) / (.5 + .48 + .48 + 1)));
}

TEST_CASE("gamma: without a number of samples it draws until chance is known to one per cent", "[gamma]") {
  Draw draw(2);
  const Continuum continuum = random_partition(draw, 2, 300, 3, 20);
  const Gamma result = gamma_agreement(continuum, {});
  REQUIRE(result.gamma.interval);
  CHECK(result.samples >= 30);
  const double expected = *result.gamma.expected.value, observed = *result.gamma.observed.value;
  if (result.samples < 1000) CHECK(1 - observed / (expected * 1.01) + 1e-12 >= result.gamma.interval->high);
}

TEST_CASE("gamma: two coders are always within reach, however many spans share a place", "[gamma]") {
  Continuum continuum{1000, 400, {{}, {}}};
  for (std::uint32_t i = 0; i < 200; ++i) {
    continuum.coders[0].push_back({100, 200, i});
    continuum.coders[1].push_back({100, 200, i < 50 ? i : 200 + i});
  }
  // 50 pairs are alike; the others differ in label only, and a pair that differs costs 1 where two alone cost 2.
  const auto best = best_alignment(continuum, {1, 1});
  REQUIRE(best);
  CHECK(best->unitary.size() == 200);
  CHECK(best->disorder == Approx(150.0 / 200));
}

TEST_CASE("gamma: what cannot be computed has a reason", "[gamma]") {
  CHECK(gamma_agreement({10, 1, {{{0, 5, 0}}}}, {}).gamma.value.gap == msg::unitising_one_coder);
  CHECK(gamma_agreement({10, 1, {{}, {}}}, {}).gamma.value.gap == msg::unitising_no_spans);
  // Far apart: nothing is aligned, so there are no labels to compare.
  const Gamma apart = gamma_agreement({1000, 1, {{{0, 5, 0}}, {{900, 905, 0}}}}, {});
  CHECK(apart.gamma_cat.value.gap == msg::unitising_none_aligned);
  CHECK(*apart.gamma.observed.value == Approx(2));
  // 40 spans of each of three coders on one place, no two alike: out of reach within little effort, and said so.
  Continuum dense{100, 200, {{}, {}, {}}};
  for (std::uint32_t i = 0; i < 120; ++i) dense.coders[i % 3].push_back({i % 7, 60 + i % 11, i});
  CHECK_FALSE(best_alignment(dense, {1, 1}, 10'000));
}
