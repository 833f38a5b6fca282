// Alpha of 100,000 units by two coders with 70 codes, per code, and 1,000 samples of it: wall time in one thread, median of
// five.
//
//   bench_agree [UNITS CODERS LABELS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "engine/measure/alpha_bootstrap.h"
#include "engine/measure/bootstrap.h"

using namespace codeboom;

namespace {

template <class Work>
void report(const char* what, int runs, Work work) {
  std::vector<double> milliseconds;
  double result = 0;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    result = work();
    milliseconds.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::printf("%-44s %9.1f ms   (%.6f)\n", what, milliseconds[milliseconds.size() / 2], result);
}

// Codes as unequal in frequency as in practice; three of four judgements are the unit's usual one.
Ratings judgements(std::uint32_t units, std::uint32_t coders, std::uint32_t labels) {
  Draw draw(7);
  Ratings ratings{coders, labels, {}};
  const auto any = [&] { return static_cast<Label>(std::min(draw.below(labels), draw.below(labels))); };
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    const Label usual = any();
    for (std::uint32_t coder = 0; coder < coders; ++coder) ratings.cells.push_back(draw.below(4) == 0 ? any() : usual);
  }
  return ratings;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int place, long otherwise) {
    return static_cast<std::uint32_t>(argc > place ? std::strtol(argv[place], nullptr, 10) : otherwise);
  };
  const Ratings ratings = judgements(number(1, 100'000), number(2, 2), number(3, 70));
  const BootstrapOptions samples{1, 1000, 0.95};
  report("judgements to table", 5, [&] { return static_cast<double>(count_table(ratings).patterns.size()); });
  report("alpha, nominal, from judgements", 5, [&] { return *krippendorff_alpha(count_table(ratings)).value.value; });
  report("alpha, ordinal, from judgements", 5,
         [&] { return *krippendorff_alpha(count_table(ratings), ordinal_metric()).value.value; });
  report("alpha of every code, from judgements", 5,
         [&] { return *krippendorff_alpha_per_label(count_table(ratings)).front().value.value; });
  const CountTable table = count_table(ratings);
  report("1,000 samples of units, alpha nominal", 3, [&] {
    return resample_units(table, {[](const CountTable& one) { return krippendorff_alpha_value(one); }}, samples)
        .front()
        .interval()
        ->low;
  });
  report("1,000 samples of Krippendorff's bootstrap", 3,
         [&] { return krippendorff_bootstrap(table, nominal_metric(), samples).interval()->low; });
  std::vector<std::uint32_t> document;
  for (std::size_t unit = 0; unit < ratings.units(); ++unit) document.push_back(static_cast<std::uint32_t>(unit / 50));
  const auto documents = static_cast<std::uint32_t>((ratings.units() + 49) / 50);
  const ClusteredTable clusters = clustered(ratings, document, documents);
  report("1,000 samples of documents of 50 units", 3, [&] {
    return resample_clusters(clusters, {[](const CountTable& one) { return krippendorff_alpha_value(one); }}, samples)
        .front()
        .interval()
        ->low;
  });
}
