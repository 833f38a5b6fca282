// Chao & Chiu (2016), Wiley StatsRef, Species Richness: individuals at the edge and in the interior of
// forests. Chao1 of n individuals is Chao2 of n documents: the same formulas with individuals in the place of
// documents.
#include <algorithm>

#include "engine/count/richness.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

// How many species were met so many times, as printed.
const std::vector<std::uint64_t> kTimes{1,  2,  3,  4,  5,  6,  7,  8,  9,  10,  11,  12, 13, 14,
                                        15, 16, 17, 18, 19, 20, 21, 23, 25, 27,  28,  30, 32, 34,
                                        35, 36, 37, 41, 45, 46, 49, 52, 89, 110, 123, 140};
const std::vector<std::uint64_t> kEdge{113, 50, 39, 29, 15, 11, 13, 5, 6, 6, 3, 4, 3, 5, 2, 5, 2, 2, 2, 2,
                                       1,   2,  1,  1,  1,  1,  1,  0, 0, 2, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0};
const std::vector<std::uint64_t> kInterior{129, 49, 42, 32, 19, 17, 7, 9, 7, 7, 6, 3, 3, 3, 4, 4, 2, 2, 3, 4,
                                           6,   2,  1,  2,  1,  1,  1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1};

IncidenceCounts species(const std::vector<std::uint64_t>& how_many) {
  IncidenceCounts counts;
  for (std::size_t i = 0; i < kTimes.size(); ++i)
    counts.occurs_in.insert(counts.occurs_in.end(), how_many[i], kTimes[i]);
  counts.documents = counts.occurrences();
  return counts;
}

}  // namespace

TEST_CASE("Chao & Chiu 2016: species at the edge and in the interior, seen and estimated", "[count]") {
  const IncidenceCounts edge = species(kEdge), interior = species(kInterior);
  CHECK(edge.seen() == 334);
  CHECK(edge.occurrences() == 1978);
  CHECK(interior.seen() == 371);
  CHECK(interior.occurrences() == 2171);
  CHECK(*chao2(edge, Chao2Form::classic).labels.value.value == Approx(461.625).margin(0.0005));
  CHECK(*chao2(edge, Chao2Form::bias_corrected).labels.value.value == Approx(458.016).margin(0.0005));
  CHECK(*chao2(interior, Chao2Form::classic).labels.value.value == Approx(540.728).margin(0.0005));
  CHECK(*chao2(interior, Chao2Form::bias_corrected).labels.value.value == Approx(536.044).margin(0.0005));
}

TEST_CASE("Chao & Chiu 2016: errors and log-normal intervals, recomputed with thirty digits", "[count]") {
  const Richness edge = chao2(species(kEdge), Chao2Form::classic);
  CHECK(*edge.standard_error.value == Approx(32.09308178));
  CHECK(edge.labels.interval->low == Approx(412.5532362));
  CHECK(edge.labels.interval->high == Approx(541.3530635));
  const Richness interior = chao2(species(kInterior), Chao2Form::bias_corrected);
  CHECK(*interior.standard_error.value == Approx(39.37239525));
  CHECK(interior.labels.interval->low == Approx(475.074106));
  CHECK(interior.labels.interval->high == Approx(632.7317998));
}
