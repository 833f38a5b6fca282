// Prediction-powered shares: Angelopoulos et al. (2023), Science 382, 669-674, and PPI++ (Angelopoulos, Duchi
// & Zrnic 2023), against their definitions on rows of yes and no; and how often the intervals are right.
#include <algorithm>
#include <cmath>
#include <vector>

#include "corpus/draw.h"
#include "engine/count/prediction_powered.h"
#include "engine/count/share.h"
#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// PPI++ for a mean as its paper writes it: lambda = cov(y, f)/((1 + n/N) var f); lambda mean g + mean(y -
// lambda f).
struct Plain {
  double lambda, share;
};
Plain by_definition(const PeopleAndMachine& counts) {
  std::vector<double> y, f, g(counts.machine_of, 0);
  const auto add = [&](std::uint64_t times, double people, double machine) {
    y.insert(y.end(), times, people);
    f.insert(f.end(), times, machine);
  };
  add(counts.both, 1, 1);
  add(counts.only_people, 1, 0);
  add(counts.only_machine, 0, 1);
  add(counts.neither, 0, 0);
  std::fill_n(g.begin(), counts.machine_with, 1);
  std::vector<double> product, square, rest;
  for (std::size_t i = 0; i < y.size(); ++i) {
    product.push_back((y[i] - mean(y)) * (f[i] - mean(f)));
    square.push_back((f[i] - mean(f)) * (f[i] - mean(f)));
  }
  const double lambda =
      std::max(0.0, mean(product) /
                        ((1 + static_cast<double>(y.size()) / static_cast<double>(g.size())) * mean(square)));
  for (std::size_t i = 0; i < y.size(); ++i) rest.push_back(y[i] - lambda * f[i]);
  return {lambda, lambda * mean(g) + mean(rest)};
}

const PeopleAndMachine kStudy{12, 3, 4, 46, 30, 127};

// A document: what people would say and what the machine says.
struct Document {
  bool people, machine;
};

PeopleAndMachine counted(const std::vector<Document>& documents, std::size_t by_people) {
  PeopleAndMachine counts;
  counts.machine_of = documents.size() - by_people;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto [people, machine] = documents[i];
    if (i >= by_people) {
      counts.machine_with += machine ? 1 : 0;
    } else {
      ++(people ? (machine ? counts.both : counts.only_people)
                : (machine ? counts.only_machine : counts.neither));
    }
  }
  return counts;
}

struct Covered {
  double share = 0, without_interval = 0, narrower = 0;
};
// In how many of the samples the interval holds `truth`; `draw_sample` puts the documents people code first.
template <class DrawSample>
Covered covered(int samples, std::size_t by_people, Target target, double truth, DrawSample draw_sample) {
  Covered result;
  int with = 0;
  for (int i = 0; i < samples; ++i) {
    const PredictionPowered powered = prediction_powered(counted(draw_sample(), by_people), target);
    if (!powered.powered.interval) {
      ++result.without_interval;
      continue;
    }
    ++with;
    const Interval interval = *powered.powered.interval;
    result.share += interval.low <= truth + 1e-12 && truth - 1e-12 <= interval.high ? 1 : 0;
    result.narrower += *powered.width_ratio.value < 1 ? 1 : 0;
  }
  result.share /= with;
  result.narrower /= with;
  result.without_interval /= samples;
  return result;
}

struct Setting {
  double share, found,
      wrong;  // of documents; of those with: seen by the machine; of those without: seen as well
};

}  // namespace

TEST_CASE("PPI++: estimate and tuning are those of the paper's formula on rows of yes and no", "[count]") {
  for (const PeopleAndMachine& counts :
       {kStudy, PeopleAndMachine{5, 9, 7, 44, 61, 300}, PeopleAndMachine{30, 4, 3, 30, 10, 12},
        PeopleAndMachine{3, 20, 19, 20, 5, 50}}) {
    const Plain plain = by_definition(counts);
    for (const Target target : {Target::source, Target::documents}) {
      const PredictionPowered powered = prediction_powered(counts, target);
      CHECK(*powered.tuning.value == Approx(plain.lambda).margin(1e-12));
      CHECK(*powered.powered.value.value == Approx(plain.share));
    }
  }
  CHECK(*prediction_powered(kStudy, Target::source).powered.value.value == Approx(0.22624362244897958));
}

TEST_CASE("a share of the machine's yes and of its no, weighted: the same estimate", "[count]") {
  // 12 of 16 and 3 of 49, with 46 of 192 yes.
  const double by_strata = 12.0 / 16 * 46 / 192 + 3.0 / 49 * 146 / 192;
  CHECK(*prediction_powered(kStudy, Target::documents).powered.value.value == Approx(by_strata));
}

TEST_CASE("people alone stand beside it: Wilson's interval with the same target", "[count]") {
  CHECK(prediction_powered(kStudy, Target::source).people_only.interval ==
        wilson_share({15, 65, {}}).interval);
  CHECK(prediction_powered(kStudy, Target::documents).people_only.interval ==
        wilson_share({15, 65, 192}).interval);
}

TEST_CASE("a good machine makes people's work count for more; the interval holds its estimate", "[count]") {
  for (const Target target : {Target::source, Target::documents}) {
    const PredictionPowered powered = prediction_powered(kStudy, target);
    REQUIRE(powered.powered.interval);
    CHECK(powered.powered.interval->low < *powered.powered.value.value);
    CHECK(powered.powered.interval->high > *powered.powered.value.value);
    CHECK(*powered.width_ratio.value < 0.9);
    CHECK(*powered.effective_documents.value > 65);
    CHECK(*powered.effective_documents.value < 192);
  }
}

TEST_CASE("so many documents by people alone give the standard error", "[count]") {
  const PredictionPowered source = prediction_powered(kStudy, Target::source),
                          all = prediction_powered(kStudy, Target::documents);
  const auto variance_of_one = [](const PredictionPowered& powered) {
    return *powered.powered.value.value * (1 - *powered.powered.value.value);
  };
  const double n = *source.effective_documents.value, m = *all.effective_documents.value;
  CHECK(std::sqrt(variance_of_one(source) / n) == Approx(*source.standard_error.value));
  CHECK(std::sqrt(variance_of_one(all) / m * (192 - m) / 191) == Approx(*all.standard_error.value));
}

TEST_CASE("a machine that is worse than chance is left out: the result is people's", "[count]") {
  for (const Target target : {Target::source, Target::documents}) {
    const PredictionPowered powered = prediction_powered({3, 20, 22, 20, 40, 100}, target);
    CHECK(*powered.tuning.value == 0);
    CHECK(*powered.width_ratio.value == Approx(1));
    CHECK(powered.powered.interval->low == Approx(powered.people_only.interval->low));
    CHECK(powered.powered.interval->high == Approx(powered.people_only.interval->high));
    CHECK(*powered.effective_documents.value == Approx(65));
  }
}

TEST_CASE("yes for no gives the interval turned round", "[count]") {
  const PredictionPowered one = prediction_powered(kStudy, Target::documents),
                          other = prediction_powered({46, 4, 3, 12, 97, 127}, Target::documents);
  CHECK(*other.powered.value.value == Approx(1 - *one.powered.value.value));
  CHECK(other.powered.interval->low == Approx(1 - one.powered.interval->high));
  CHECK(other.powered.interval->high == Approx(1 - one.powered.interval->low));
}

TEST_CASE("when people coded every document there is nothing left to be unsure of", "[count]") {
  const PredictionPowered all = prediction_powered({12, 3, 4, 46, 0, 0}, Target::documents);
  CHECK(*all.powered.value.value == Approx(15.0 / 65));
  CHECK(all.powered.interval->low == Approx(15.0 / 65));
  CHECK(all.powered.interval->high == Approx(15.0 / 65));
  CHECK(*all.standard_error.value == 0);
  CHECK(*all.effective_documents.value == Approx(65));
  CHECK(all.width_ratio.gap == msg::count_no_width);
}

TEST_CASE("too few documents, too rare a label, a machine that always says the same: no interval, and why",
          "[count]") {
  struct Case {
    PeopleAndMachine counts;
    MessageKey gap;
    bool estimate;
  };
  const Case cases[] = {{{}, msg::count_no_documents, false},
                        {{8, 2, 3, 36, 20, 100}, msg::count_people_few, true},
                        {{1, 1, 4, 50, 20, 100}, msg::count_people_rare, true},
                        {{50, 4, 1, 1, 20, 100}, msg::count_people_rare, true},
                        {{1, 7, 1, 50, 20, 100}, msg::count_machine_rare, true},
                        {{0, 7, 0, 50, 20, 100}, msg::count_machine_constant, false},
                        {{20, 0, 37, 0, 20, 100}, msg::count_machine_constant, false}};
  for (const auto& [counts, gap, estimate] : cases) {
    for (const Target target : {Target::source, Target::documents}) {
      const PredictionPowered powered = prediction_powered(counts, target);
      CHECK(powered.powered.value.value.has_value() == estimate);
      CHECK_FALSE(powered.powered.interval);
      CHECK(powered.powered.gap == gap);
      CHECK(powered.standard_error.gap == gap);
      CHECK(powered.width_ratio.gap == gap);
      CHECK(powered.effective_documents.gap == gap);
    }
  }
}

TEST_CASE("fifty documents by people are enough for an interval, and three of each answer", "[count]") {
  CHECK(prediction_powered({3, 0, 0, 47, 20, 100}, Target::documents).powered.interval);
  CHECK(prediction_powered({8, 2, 3, 37, 20, 100}, Target::source).powered.interval);
}

TEST_CASE("of these 192 documents, 65 drawn for people: the interval is right in 93 to 97 % of samples",
          "[count]") {
  Draw draw(192);
  for (const auto& [share, found, wrong] :
       {Setting{.1, .5, .1}, {.1, .8, .1}, {.2, .5, .02}, {.2, .8, .1}, {.4, .8, .02}, {.4, .8, .1}}) {
    std::vector<Document> documents;
    const double with = std::round(192 * share);
    for (int i = 0; i < 192; ++i) {
      const bool people = i < with;
      documents.push_back(
          {people, people ? i < std::round(found * with) : i >= 192 - std::round(wrong * (192 - with))});
    }
    const Covered result = covered(3000, 65, Target::documents, with / 192, [&] {
      draw.shuffle(documents);
      return documents;
    });
    CAPTURE(share, found, wrong);
    CHECK(result.share >= 0.93);
    CHECK(result.share <= 0.97);
    CHECK(result.without_interval < 0.2);
  }
}

TEST_CASE("a machine that hardly errs: right in 93 % or more, and narrower than people alone", "[count]") {
  Draw draw(95);
  std::vector<Document> documents;
  for (int i = 0; i < 192; ++i) documents.push_back({i < 77, i < 73 || i >= 190});
  const Covered result = covered(3000, 65, Target::documents, 77.0 / 192, [&] {
    draw.shuffle(documents);
    return documents;
  });
  CHECK(result.share >= 0.93);
  CHECK(result.narrower == 1);
}

TEST_CASE("of the source that documents come from: the interval is right in 93 to 97 % of samples",
          "[count]") {
  Draw draw(2023);
  const auto yes = [&](double probability) {
    return static_cast<double>(draw.below(1'000'000)) < 1e6 * probability;
  };
  for (const auto& [share, found, wrong] : {Setting{.1, .5, .1}, {.2, .8, .1}, {.4, .8, .1}, {.4, .5, .02}}) {
    std::vector<Document> documents(195);
    const Setting setting{share, found, wrong};
    const Covered result = covered(3000, 65, Target::source, share, [&] {
      for (Document& document : documents) {
        document.people = yes(setting.share);
        document.machine = yes(document.people ? setting.found : setting.wrong);
      }
      return documents;
    });
    CAPTURE(share, found, wrong);
    CHECK(result.share >= 0.93);
    CHECK(result.share <= 0.97);
  }
}
