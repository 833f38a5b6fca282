// Fournier (2013), "Evaluating text segmentation using boundary edit distance", ACL; with S (Fournier & Inkpen 2012), WindowDiff (Pevzner
// & Hearst 2002) and Pk (Beeferman et al. 1999). Figures: the tests of segeval (c4140b4), and running it; the divisions of Kazantseva &
// Szpakowicz (2012), groups 2 and 5, are its samples. Fleiss' pi with B: its tests, as published.
#include "engine/measure/boundary_similarity.h"

#include <cmath>

#include "message_keys/unitising.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

struct Expected {
  Division a, b;
  double boundary, similarity, window, window_padded, pk;
};

const Expected all_expected[] = {
    {{2, 3, 6}, {5, 6}, .5, .9, .25, .2, .25},
    {{2, 3, 6}, {2, 3, 3, 3}, 0.6666666666666666, .9, 0.2222222222222222, 0.14285714285714285, 0.2222222222222222},
    {{2, 3, 6}, {2, 2, 7}, .75, .95, 0.2222222222222222, 0.14285714285714285, 0.2222222222222222},
    {{2, 3, 6}, {1, 1, 3, 1, 5}, .5, .8, 0.3333333333333333, 0.2857142857142857, 0.1111111111111111},
    {{11}, {5, 6}, 0, .9, .375, .2, .375},
    {{2, 3, 6}, {2, 3, 6}, 1, 1, 0, 0, 0},
    {{2, 8, 2, 1}, {2, 1, 7, 2, 1}, .75, 0.9166666666666666, 0.18181818181818182, .125, 0.09090909090909091},
    {{2, 8, 2, 1}, {11, 2}, 0.16666666666666666, 0.7916666666666666, .4, 0.35294117647058826, .3},
    {{2, 9, 2, 5, 2, 19, 1, 6}, {1, 10, 2, 4, 1, 2, 3, 10, 6, 6, 1}, .5, 0.8777777777777778, 0.22727272727272727, 0.24489795918367346,
     0.18181818181818182},
    {{10, 4, 3, 2, 1, 8, 3, 2, 6, 1, 2, 8, 10, 9, 4, 10, 4, 8, 4, 3, 5, 4},
     {1, 7, 2, 4, 3, 3, 10, 1, 1, 5, 3, 2, 8, 3, 3, 3, 14, 4, 1, 1, 4, 4, 2, 7, 3, 2, 3, 3, 2, 1, 1},
     0.4411764705882353, 0.8272727272727273, 0.3394495412844037, 0.34210526315789475, 0.30275229357798167},
};

using Texts = std::vector<std::vector<Division>>;  // one division per coder

const Texts group_5{
    {{2, 8, 2, 1}, {11, 2}, {2, 1, 7, 2, 1}, {9, 4}},
    {{10, 4, 3, 2, 1, 8, 3, 2, 6, 1, 2, 8, 10, 9, 4, 10, 4, 8, 4, 3, 5, 4},
     {20, 22, 8, 11, 11, 11, 13, 11, 4},
     {1, 7, 2, 4, 3, 3, 10, 1, 1, 5, 3, 2, 8, 3, 3, 3, 14, 4, 1, 1, 4, 4, 2, 7, 3, 2, 3, 3, 2, 1, 1},
     {10, 10, 15, 11, 4, 10, 13, 5, 4, 23, 6}},
    {{2, 9, 2, 5, 2, 19, 1, 6}, {17, 25, 4}, {1, 10, 2, 4, 1, 2, 3, 10, 6, 6, 1}, {12, 5, 29}},
    {{2, 3, 4, 2, 5, 17, 4, 1}, {6, 5, 27}, {3, 8, 2, 3, 17, 2, 2, 1}, {3, 15, 15, 5}},
};

const Texts group_2{
    {{9, 7, 5, 12, 4, 2}, {3, 5, 4, 3, 6, 7, 5, 4, 2}, {2, 6, 2, 2, 2, 8, 8, 3, 4, 1, 1}, {2, 6, 4, 3, 6, 7, 5, 4, 1, 1},
     {8, 4, 21, 4, 2}, {3, 5, 4, 10, 9, 6, 2}},
    {{24, 6, 45, 6, 2}, {3, 3, 2, 3, 8, 1, 4, 6, 11, 22, 10, 6, 4}, {3, 3, 2, 16, 6, 45, 4, 1, 1, 1, 1},
     {3, 5, 16, 5, 8, 2, 23, 13, 4, 4}, {8, 16, 6, 32, 11, 6, 1, 3}, {3, 3, 2, 11, 5, 6, 45, 4, 4}},
    {{4, 7, 3, 1}, {4, 7, 3, 1}, {5, 6, 3, 1}, {5, 5, 4, 1}, {14, 1}, {14, 1}},
    {{9, 4, 5, 9, 8, 7}, {2, 1, 6, 3, 2, 4, 17, 7}, {19, 15, 8}, {4, 10, 5, 1, 14, 4, 4}, {9, 4, 6, 16, 3, 4}, {13, 6, 15, 8}},
};

// The definition, place by place.
double slow_window_diff(const Division& a, const Division& b, std::int64_t size) {
  const auto marks = [](const Division& division) {
    std::vector<int> result;
    for (const std::int64_t part : division) {
      result.insert(result.end(), static_cast<std::size_t>(part), 0);
      result.back() = 1;
    }
    result.back() = 0;
    return result;
  };
  const auto x = marks(a), y = marks(b);
  double differing = 0, windows = 0;
  for (std::size_t i = 0; i + static_cast<std::size_t>(size) < x.size(); ++i) {
    int sum = 0;
    for (std::size_t j = i; j < i + static_cast<std::size_t>(size); ++j) sum += x[j] - y[j];
    differing += sum != 0;
    ++windows;
  }
  return differing / windows;
}

}  // namespace

TEST_CASE("boundaries: B, S, WindowDiff and Pk of segeval's tests", "[boundaries]") {
  for (const Expected& expected : all_expected) {
    CAPTURE(expected.a, expected.b);
    CHECK(*boundary_similarity(expected.a, expected.b).value == Approx(expected.boundary).margin(1e-9));
    CHECK(*boundary_similarity(expected.b, expected.a).value == Approx(expected.boundary).margin(1e-9));
    CHECK(*segmentation_similarity(expected.a, expected.b).value == Approx(expected.similarity).margin(1e-9));
    CHECK(*window_diff(expected.a, expected.b).value == Approx(expected.window).margin(1e-9));
    CHECK(*window_diff(expected.a, expected.b, TextEnds::padded).value == Approx(expected.window_padded).margin(1e-9));
    CHECK(*p_k(expected.a, expected.b).value == Approx(expected.pk).margin(1e-9));
  }
}

TEST_CASE("boundaries: Fleiss' pi with B, of two coders and of the groups of Kazantseva and Szpakowicz", "[boundaries]") {
  const Coefficient first = boundary_pi(Texts{{{2, 8, 2, 1}, {2, 1, 7, 2, 1}}});
  CHECK(*first.observed.value == Approx(.75));
  CHECK(*first.expected.value == Approx(49.0 / 576));  // boundaries at 3 and 4 of 12 places
  CHECK(*first.value.value == Approx(0.7267552182163188).margin(1e-9));
  CHECK(*boundary_pi(Texts{{{2, 8, 2, 1}, {11, 2}}}).value.value == Approx(0.14285714285714285).margin(1e-9));
  CHECK(*boundary_pi(group_5).value.value == Approx(0.23995756521971964).margin(1e-9));
  CHECK(*boundary_pi(group_2).value.value == Approx(0.40831697659129296).margin(1e-9));
}

TEST_CASE("boundaries: windows counted in stretches are what they are counted one by one", "[boundaries]") {
  for (const Expected& expected : all_expected) {
    double mean = 0;
    for (const std::int64_t part : expected.b) mean += static_cast<double>(part) / static_cast<double>(expected.b.size());
    const auto size = std::max<std::int64_t>(2, std::llrint(mean / 2));
    CHECK(*window_diff(expected.a, expected.b).value == Approx(slow_window_diff(expected.a, expected.b, size)).margin(1e-12));
  }
}

TEST_CASE("boundaries: a further near miss costs more, and beyond the reach it counts as two", "[boundaries]") {
  CHECK(*boundary_similarity({5, 5}, {7, 3}).value == 0);
  CHECK(*boundary_similarity({5, 5}, {7, 3}, 3).value == Approx(1.0 / 3));
  CHECK(boundary_edits({5, 5}, {7, 3}, 3).near_misses == std::vector<std::int64_t>{2});
}

TEST_CASE("boundaries: a boundary is a near miss once, and half a window is rounded to even", "[boundaries]") {
  const BoundaryEdits edits = boundary_edits({4, 6}, {3, 2, 5});
  CHECK(edits.near_misses.size() == 1);
  CHECK(edits.only_one == 1);
  CHECK(*window_diff({10}, {5, 5}).value == Approx(2.0 / 8));  // windows of 2
}

TEST_CASE("boundaries: what cannot be compared has a reason; no boundary on either side is full agreement", "[boundaries]") {
  CHECK(*boundary_similarity({9}, {9}).value == 1);
  CHECK(boundary_similarity({9}, {4, 4}).gap == msg::unitising_other_length);
  CHECK(boundary_similarity({}, {}).gap == msg::unitising_no_place);
  CHECK(segmentation_similarity({1}, {1}).gap == msg::unitising_no_place);
  CHECK(window_diff({2}, {1, 1}).gap == msg::unitising_no_place);
  CHECK(boundary_pi(Texts{{{1, 1}, {1, 1}}}).value.gap == msg::unitising_all_boundaries);
  CHECK(boundary_pi(Texts{{{1, 1}}}).value.gap == msg::unitising_one_coder);
  CHECK(boundary_pi(Texts{}).value.gap == msg::unitising_no_place);
}
