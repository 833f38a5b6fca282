#include "engine/measure/bootstrap.h"

#include <set>

#include "message_keys/engine.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

// The mean of 0, 1, ..., n - 1.
Statistic mean_of_places(ClusterCounts counts) {
  double sum = 0, n = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) sum += static_cast<double>(i) * counts[i], n += counts[i];
  return ratio(sum, n, msg::measure_no_units);
}

}  // namespace

TEST_CASE("draws are the same on every machine, below their bound and all reached") {
  Draw draw(7);
  std::vector<std::uint64_t> first;
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 200; ++i) {
    const std::uint64_t number = draw.below(6);
    if (i < 5) first.push_back(number);
    seen.insert(number);
  }
  CHECK(seen == std::set<std::uint64_t>{0, 1, 2, 3, 4, 5});
  std::mt19937_64 standard(7);  // the C++ standard says what it gives
  for (const std::uint64_t number : first) CHECK(number == standard() % 6);
}

TEST_CASE("a bootstrap interval holds the value, repeats with its seed and narrows with more clusters") {
  const BootstrapOptions options{3, 2000, 0.95};
  const auto few = bootstrap(10, {mean_of_places}, options).front();
  REQUIRE(few.has_value());
  CHECK(few->low < 4.5);
  CHECK(few->high > 4.5);
  // Standard error of the mean of 0..9: 2.872 / sqrt(10) = 0.908; 1.96 of those on each side, within a tenth.
  CHECK(few->high - few->low == Approx(2 * 1.96 * 0.908).epsilon(0.1));
  CHECK(bootstrap(10, {mean_of_places}, options).front() == few);
  CHECK(bootstrap(10, {mean_of_places}, {4, 2000, 0.95}).front() != few);
}

TEST_CASE("there is no interval of one cluster, of no samples, or of a statistic that is mostly undefined") {
  CHECK_FALSE(bootstrap(1, {mean_of_places}, {1, 100, 0.95}).front().has_value());
  CHECK_FALSE(bootstrap(10, {mean_of_places}, {1, 0, 0.95}).front().has_value());
  const auto only_with_first_twice = [](ClusterCounts counts) {
    return counts[0] >= 2 ? defined(1) : undefined(msg::measure_no_units);
  };
  CHECK_FALSE(bootstrap(10, {only_with_first_twice}, {1, 500, 0.95}).front().has_value());
}
