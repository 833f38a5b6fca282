// Agreement on free spans: the unitising alphas of a long text, and gamma with its chance continua. Prints seconds of processor time,
// the least of five runs, one thread.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>

#include "engine/measure/bootstrap.h"
#include "engine/measure/gamma.h"
#include "engine/measure/unitising.h"

namespace {

using namespace codeboom;

// Every coder marks what the first did, moved a little and sometimes with another label.
Continuum alike(std::size_t coders, std::size_t units, std::int64_t length, std::uint32_t labels) {
  Draw draw(42);
  Continuum result{length, labels, std::vector<std::vector<LabelledSpan>>(coders)};
  const std::int64_t room = length / static_cast<std::int64_t>(units);
  for (std::size_t unit = 0; unit < units; ++unit) {
    const auto part = [&](std::int64_t whole) {
      return static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(whole)));
    };
    const std::int64_t from = static_cast<std::int64_t>(unit) * room, begin = part(room / 2);
    const std::int64_t end = begin + 1 + part(room - begin - 1);
    const auto label = static_cast<std::uint32_t>(draw.below(labels));
    for (auto& spans : result.coders) {
      const std::int64_t own_begin = std::max<std::int64_t>(0, begin + part(5) - 2);
      const std::int64_t own_end = std::clamp<std::int64_t>(end + part(5) - 2, own_begin + 1, room);
      const auto own_label = draw.below(8) == 0 ? static_cast<std::uint32_t>(draw.below(labels)) : label;
      spans.push_back({from + own_begin, from + own_end, own_label});
    }
  }
  return result;
}

template <class Work>
double seconds(Work work) {
  double least = std::numeric_limits<double>::infinity();
  for (int run = 0; run < 5; ++run) {
    const std::clock_t start = std::clock();
    work();
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

}  // namespace

int main() {
  const Continuum text = alike(2, 4000, 1'000'000, 70);
  double u = 0;
  const double alphas = seconds([&] { u = *unitising_agreement(count_unitising(text)).u.value.value; });
  std::printf("u-alpha family, 1,000,000 characters, 2 x 4000 units, 70 codes: %.4f s (u-alpha %.3f)\n", alphas, u);
  const double alone = seconds([&] { u_alpha_per_label(text); });
  std::printf("the same per code in a continuum of its own: %.4f s\n", alone);
  for (const double place : {1.0, 3.0}) {
    const Continuum spans = alike(3, 124, 2000, 4);
    Gamma gamma;
    const double time = seconds([&] { gamma = gamma_agreement(spans, {{place, 1}, 1, 30, 0, 0}); });
    std::printf("gamma, 3 x 124 units, 30 samples, weights %.0f and 1: %.3f s (gamma %.3f)\n", place, time,
                *gamma.gamma.value.value);
  }
  const Continuum five = alike(5, 60, 2000, 4);
  const double time = seconds([&] { gamma_agreement(five, {{1, 1}, 1, 30, 0, 0}); });
  std::printf("gamma, 5 x 60 units, 30 samples: %.3f s\n", time);
}
