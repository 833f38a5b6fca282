#include "app/parallel.h"

#include <atomic>

#include "tests/catch.h"

using namespace codeboom;

namespace {

// Later inputs are done first, so that order is not a matter of luck.
int slow_square(int input) {
  volatile int turns = (97 - input % 97) * 500;
  while (turns > 0) turns = turns - 1;
  return input * input;
}

}  // namespace

TEST_CASE("results arrive in the order of the inputs, whatever the number of threads") {
  for (const unsigned threads : {1u, 2u, 7u}) {
    int next_input = 0;
    std::vector<int> results;
    in_order<int, int>(
        threads, [&]() -> std::optional<int> { return next_input < 500 ? std::optional(next_input++) : std::nullopt; },
        [](int input, unsigned) { return slow_square(input); },
        [&](int output) {
          results.push_back(output);
          return true;
        });
    REQUIRE(results.size() == 500);
    for (int i = 0; i < 500; ++i) CHECK(results[static_cast<std::size_t>(i)] == i * i);
  }
}

TEST_CASE("at most four inputs per thread are on their way, and a stop is obeyed") {
  int taken = 0, used = 0, most_ahead = 0;
  in_order<int, int>(
      3, [&]() -> std::optional<int> { return taken++; }, [](int input, unsigned) { return input; },
      [&](int) {
        ++used;
        most_ahead = std::max(most_ahead, taken - used);
        return used < 100;
      });
  CHECK(used == 100);
  CHECK(most_ahead <= 12);
}

TEST_CASE("no inputs, no work") {
  bool worked = false;
  in_order<int, int>(
      2, []() -> std::optional<int> { return std::nullopt; }, [&](int, unsigned) { return worked = true, 0; },
      [](int) { return true; });
  CHECK_FALSE(worked);
}
