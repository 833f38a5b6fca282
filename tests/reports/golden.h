// A result compared with a file of tests/reports/golden/. With CODEBOOM_ACCEPT=1 in the environment the file
// is written anew: read it then as its user would.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/catch.h"

namespace codeboom {

inline void check_golden(const std::string& result, const std::string& name) {
  const std::string path = CODEBOOM_SOURCE_DIR "/tests/reports/golden/" + name;
  if (std::getenv("CODEBOOM_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << result;
  std::ifstream file(path, std::ios::binary);
  std::stringstream expected;
  expected << file.rdbuf();
  const std::string want = expected.str();
  const auto [got_at, want_at] = std::mismatch(result.begin(), result.end(), want.begin(), want.end());
  const auto at = static_cast<std::size_t>(want_at - want.begin());
  const std::size_t from = at < 60 ? 0 : at - 60;
  INFO(name << ", byte " << at << "\nresult   ..." << result.substr(from, 160) << "\nexpected ..."
            << want.substr(from, 160));
  CHECK((got_at == result.end() && want_at == want.end()));
}

}  // namespace codeboom
