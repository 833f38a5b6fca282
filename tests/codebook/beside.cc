#include "codebook/beside.h"

#include <unistd.h>

#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("work beside this process answers with its bytes, more than a pipe holds, and leaves this process as it was") {
  int here = 1;
  Beside beside([&here] {
    here = 2;
    return std::string(1'000'000, 'x') + "\n";
  });
  const auto bytes = beside.collect();
  REQUIRE(bytes.has_value());
  CHECK(*bytes == std::string(1'000'000, 'x') + "\n");
  CHECK(here == 1);
  CHECK_FALSE(beside.collect().has_value());  // asked for once
}

TEST_CASE("work beside this process that comes to harm gives nothing, and what nobody waits for is stopped") {
  Beside harmed([]() -> std::string { _exit(3); });
  CHECK_FALSE(harmed.collect().has_value());
  Beside never([]() -> std::string {
    for (;;) pause();
  });
}
