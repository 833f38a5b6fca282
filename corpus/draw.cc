#include "corpus/draw.h"

#include <cassert>

namespace codeboom {

std::uint64_t Draw::below(std::uint64_t bound) {
  assert(bound > 0);
  const std::uint64_t unfair =
      (0 - bound) % bound;  // 2^64 mod bound: numbers below it would come up once too often
  for (;;) {
    const std::uint64_t number = generator_();
    if (number >= unfair) return number % bound;
  }
}

}  // namespace codeboom
