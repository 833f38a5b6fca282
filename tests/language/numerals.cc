#include "engine/language/numerals.h"

#include <utility>
#include <vector>

#include "tests/catch.h"

namespace codeboom {

TEST_CASE("a number up to a hundred is known in digits and written out") {
  const std::vector<std::pair<const char*, std::vector<std::string>>> rows = {
      {"0", {"nul"}},
      {"1", {"een"}},
      {"een", {}},  // an article
      {"Een", {}},
      {"één", {"1"}},
      {"Eén", {"1"}},
      {"2", {"twee"}},
      {"twee", {"2"}},
      {"Twaalf", {"12"}},
      {"14", {"veertien"}},
      {"twintig", {"20"}},
      {"23", {"drieentwintig"}},
      {"drieëntwintig", {"23"}},
      {"achtentachtig", {"88"}},
      {"99", {"negenennegentig"}},
      {"honderd", {"100"}},
      {"101", {}},
      {"02", {}},
      {"-2", {}},
      {"2,5", {}},
      {"2.0", {}},
      {"duizend", {}},
      {"1e", {"1ste", "eerste"}},
      {"eerste", {"1e", "1ste"}},
      {"1ste", {"1e", "eerste"}},
      {"1de", {}},
      {"2de", {"2e", "tweede"}},
      {"derde", {"3e", "3de"}},
      {"achtste", {"8e", "8ste"}},
      {"twaalfde", {"12e", "12de"}},
      {"21e", {"21ste", "eenentwintigste"}},
      {"honderdste", {"100e", "100ste"}},
      {"0e", {}},
      {"", {}},
      {"keuze", {}},
  };
  for (const auto& [word, others] : rows) {
    INFO(word);
    CHECK(other_numerals(word) == others);
  }
}

}  // namespace codeboom
