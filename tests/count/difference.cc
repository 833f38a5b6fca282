// Differences between groups: exact tests against all tables in whole numbers, chi-square, and when neither
// is valid.
#include "engine/count/difference.h"

#include <algorithm>
#include <cmath>

#include "engine/count/distributions.h"
#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("Freeman & Halton 1951: p is that of all tables not likelier, added up as fractions in Python",
          "[count]") {
  const std::vector<Group> four{{3, 10}, {0, 8}, {5, 7}, {1, 5}},
      five{{0, 20}, {4, 22}, {2, 9}, {1, 3}, {0, 7}};
  const Difference result = freeman_halton(four);
  CHECK(result.test == DifferenceTest::freeman_halton);
  CHECK(*result.p.value == Approx(31646.0 / 1430715));
  CHECK(*freeman_halton(five).p.value == Approx(33130931.0 / 436270780));
}

TEST_CASE("of two groups Fisher's test is the sum over the hypergeometric distribution", "[count]") {
  for (const auto& [first, second] : {std::pair<Group, Group>{{8, 10}, {1, 6}},
                                      {{5, 40}, {9, 25}},
                                      {{0, 12}, {3, 52}},
                                      {{200, 900}, {60, 500}}}) {
    const Hypergeometric all{first.with + second.with, first.of, first.of + second.of};
    const double here = all.probability(first.with);
    double sum = 0;
    for (std::uint64_t x = all.least(); x <= all.most(); ++x) {
      if (all.probability(x) <= here * (1 + 1e-7)) sum += all.probability(x);
    }
    CHECK(*fisher(first, second).p.value == Approx(sum));
  }
}

TEST_CASE("the order of groups, yes for no, and groups without documents change nothing", "[count]") {
  std::vector<Group> groups{{3, 10}, {0, 8}, {5, 7}, {1, 5}};
  const double p = *freeman_halton(groups).p.value;
  std::reverse(groups.begin(), groups.end());
  groups.insert(groups.begin() + 1, Group{0, 0});
  CHECK(*freeman_halton(groups).p.value == Approx(p));
  for (Group& group : groups) group.with = group.of - group.with;
  CHECK(*freeman_halton(groups).p.value == Approx(p));
  const std::vector<Group> large{{189, 11034}, {104, 11037}},
      turned{{11037 - 104, 11037}, {0, 0}, {11034 - 189, 11034}};
  CHECK(*chi_square(large).p.value == Approx(*chi_square(turned).p.value));
}

TEST_CASE("equal shares give p = 1", "[count]") {
  CHECK(*fisher({2, 8}, {3, 12}).p.value == Approx(1));
  CHECK(*freeman_halton(std::vector<Group>{{2, 8}, {2, 8}, {2, 8}}).p.value == Approx(1));
  CHECK(*chi_square(std::vector<Group>{{20, 80}, {25, 100}, {10, 40}}).p.value == Approx(1));
}

TEST_CASE(
    "chi-square of aspirin and heart attacks (189 of 11034, 104 of 11037) is 25.01, of four groups 72.78",
    "[count]") {
  const Difference aspirin = chi_square(std::vector<Group>{{189, 11034}, {104, 11037}});
  CHECK(aspirin.test == DifferenceTest::chi_square);
  CHECK(*aspirin.chi_square.value == Approx(25.01388397));
  CHECK(aspirin.degrees == 1);
  CHECK(*aspirin.p.value == Approx(5.691896974e-7));
  const Difference snoring = chi_square(std::vector<Group>{{24, 1379}, {35, 638}, {21, 213}, {30, 254}});
  CHECK(*snoring.chi_square.value == Approx(72.78205577));
  CHECK(snoring.degrees == 3);
  CHECK(*snoring.p.value == Approx(1.082376352e-15));
}

TEST_CASE("Cochran 1954: chi-square is refused where expected counts are too small", "[count]") {
  const auto refused = [](const std::vector<Group>& groups) {
    return chi_square(groups).p.gap == msg::count_expected_too_small;
  };
  CHECK(refused({{4, 20}, {5, 20}}));        // 4.5 expected in each of two groups
  CHECK_FALSE(refused({{4, 20}, {6, 20}}));  // 5
  CHECK(refused({{5, 9}, {5, 9}}));          // fewer than 20 documents
  const std::vector<Group> one_of_eight{{10, 40}, {10, 40}, {10, 40}, {2, 10}},
      two_of_eight{{10, 40}, {10, 40}, {2, 10}, {1, 8}};
  CHECK_FALSE(refused(one_of_eight));
  CHECK(refused(two_of_eight));
  CHECK(refused({{30, 60}, {30, 60}, {30, 60}, {1, 1}}));  // less than 1 expected
}

TEST_CASE("exact while it is feasible, then chi-square, then the reason", "[count]") {
  const std::vector<Group> small{{3, 10}, {0, 8}, {5, 7}, {1, 5}};
  CHECK(difference(small, Membership::separate).test == DifferenceTest::freeman_halton);
  CHECK(difference(std::vector<Group>{{3, 10}, {0, 8}}, Membership::separate).test == DifferenceTest::fisher);
  const std::vector<Group> large{{100, 400}, {150, 400}, {90, 400}, {110, 400}, {95, 400}};
  CHECK(difference(large, Membership::separate).test == DifferenceTest::chi_square);
  std::vector<Group> many(40, Group{1, 3});
  CHECK(freeman_halton(many).p.gap == msg::count_too_many_tables);
  const Difference neither = difference(many, Membership::separate);
  CHECK(neither.test == DifferenceTest::none);
  CHECK(neither.p.gap == msg::count_no_valid_test);
  CHECK(freeman_halton(small, 10).p.gap == msg::count_too_many_tables);
}

TEST_CASE("overlapping groups, one group, a label in none or in all: no test, and why", "[count]") {
  const std::vector<Group> groups{{3, 10}, {6, 8}};
  CHECK(difference(groups, Membership::overlapping).p.gap == msg::count_groups_overlap);
  CHECK(difference(std::vector<Group>{{3, 10}, {0, 0}}, Membership::separate).p.gap == msg::count_one_group);
  CHECK(difference({}, Membership::separate).p.gap == msg::count_one_group);
  CHECK(fisher({0, 10}, {0, 4}).p.gap == msg::count_none_or_all);
  CHECK(chi_square(std::vector<Group>{{10, 10}, {40, 40}}).p.gap == msg::count_none_or_all);
  CHECK(fisher({0, 10}, {0, 4}).test == DifferenceTest::none);
}
