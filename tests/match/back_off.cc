// Evidence of codes that do not reach their threshold counts for the code above them.
#include "tests/match/labels.h"

namespace codeboom::match_test {
namespace {

// 0 above 1 and 2; 1 above 3.
std::vector<Label> family() { return {{{"nul"}}, {{"een"}, 3, 0}, {{"twee"}, 3, 0}, {{"drie"}, 3, 1}}; }

}  // namespace

TEST_CASE("children that do not reach their threshold lend their evidence to the parent") {
  CHECK(suggested(family(), "Een.") == "");
  CHECK(suggested(family(), "Een twee.") == "0:4 back_off [Een]#1 [twee]#2");
  CHECK(suggested(family(), "Nul een.") == "0:4 back_off [Nul]#0 [een]#1");
  CHECK(suggested(family(), "Nul een twee.") == "0:6 back_off [Nul]#0 [een]#1 [twee]#2");
  CHECK(suggested(family(), "Een. Twee.") == "");
}

TEST_CASE("evidence climbs as far as it must") {
  CHECK(suggested(family(), "Drie.") == "");
  CHECK(suggested(family(), "Een drie.") == "1:4 back_off [Een]#1 [drie]#3");
  CHECK(suggested(family(), "Twee drie.") == "0:4 back_off [Twee]#2 [drie]#3");
  CHECK(suggested(family(), "Nul drie.") == "0:4 back_off [Nul]#0 [drie]#3");
}

TEST_CASE("where a child is given its parent does not get what other children have") {
  std::vector<Label> labels = family();
  labels[1].rules = {"een ^3"};
  CHECK(suggested(labels, "Een twee.") == "1:3 [Een]#1");
  CHECK(suggested(labels, "Nul een twee.") == "1:3 [een]#1");
  CHECK(suggested(labels, "Een drie twee.") == "1:5 [Een]#1 [drie]#3");
  labels[3].rules = {"drie ^3"};
  CHECK(suggested(labels, "Nul drie.") == "3:3 [drie]#3");
}

TEST_CASE("the score of a suggestion is that of the rules in its evidence") {
  const std::vector<Label> labels = {{{"nul ^3"}}, {{"een"}, 3, 0}};
  CHECK(suggested(labels, "Nul.") == "0:3 [Nul]#0");
  CHECK(suggested(labels, "Nul een.") == "0:5 [Nul]#0 [een]#1");
}

TEST_CASE("a parent that has enough itself is given beside its child, without a flag") {
  const std::vector<Label> labels = {{{"nul ^3"}}, {{"een ^3"}, 3, 0}};
  CHECK(suggested(labels, "Nul een.") == "0:3 [Nul]#0 / 1:3 [een]#1");
}

TEST_CASE("a child that may not be given lends nothing") {
  std::vector<Label> labels = family();
  labels[1].suppressed_by = "niet";
  labels[2].requires_any = "wel";
  CHECK(suggested(labels, "Nul een.") == "0:4 back_off [Nul]#0 [een]#1");
  CHECK(suggested(labels, "Nul een twee.") == "0:4 back_off [Nul]#0 [een]#1");
  CHECK(suggested(labels, "Nul een twee, wel.") == "0:6 back_off [Nul]#0 [een]#1 [twee]#2");
  CHECK(suggested(labels, "Nul twee en wel een niet later.") == "0:4 negation back_off [Nul]#0 [twee]#2");
  CHECK(suggested(labels, "Nul drie, niet later.") == "");
}

TEST_CASE("a parent's own conditions hold for what it is lent") {
  std::vector<Label> labels = family();
  labels[0].requires_any = "wel";
  CHECK(suggested(labels, "Een twee.") == "");
  CHECK(suggested(labels, "Een twee, wel.") == "0:4 back_off [Een]#1 [twee]#2");
}

}  // namespace codeboom::match_test
