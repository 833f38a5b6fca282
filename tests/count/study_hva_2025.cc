// The published study (Hogeschool van Amsterdam, 2025) as shipped in corpus/studie-hva-2025: 78 success
// elements in 64 practice examples, of which 23 in one example only and 21 in two. What that says of elements
// not yet seen.
#include <map>
#include <set>

#include "corpus/published_study.h"
#include "engine/count/richness.h"
#include "engine/count/saturation.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

// Unit: the document (ID of a practice example that some finding cites). Label: the code that a finding
// stands under, which is always one without codes below it.
std::vector<LabelsOfDocument> documents_of_study() {
  const auto study = read_published_study(CODEBOOM_SOURCE_DIR "/corpus/studie-hva-2025");
  REQUIRE(study);
  std::map<std::string, std::uint32_t> label_of;
  for (const auto& code : study->codes) label_of.emplace(code.id, label_of.size());
  std::map<std::string, std::set<std::uint32_t>> labels_of;
  for (const auto& mention : study->mentions) {
    if (!mention.document.empty()) labels_of[mention.document].insert(label_of.at(mention.code));
  }
  std::vector<LabelsOfDocument> documents;
  for (const auto& [document, labels] : labels_of) documents.emplace_back(labels.begin(), labels.end());
  return documents;
}

}  // namespace

TEST_CASE("the study saw 78 elements in 64 examples: 23 in one, 21 in two, 242 times in all", "[count]") {
  const IncidenceCounts counts = incidence_counts(documents_of_study());
  CHECK(counts.documents == 64);
  CHECK(counts.seen() == 78);
  CHECK(counts.in_exactly(1) == 23);
  CHECK(counts.in_exactly(2) == 21);
  CHECK(counts.in_exactly(13) == 1);
  CHECK(counts.in_exactly(14) == 0);
  CHECK(counts.occurrences() == 242);
}

// Expected figures: the formulas with thirty digits in Python; 78 + 63/64 * 23^2/42 = 90.3984375 by hand.
TEST_CASE(
    "the study: at least 90 elements by Chao2, 83 to 112; 89 corrected for bias; 88 when 192 examples are "
    "all",
    "[count]") {
  const IncidenceCounts counts = incidence_counts(documents_of_study());
  const Richness classic = chao2(counts, Chao2Form::classic),
                 corrected = chao2(counts, Chao2Form::bias_corrected);
  CHECK(*classic.labels.value.value == Approx(90.3984375).margin(1e-9));
  CHECK(*classic.standard_error.value == Approx(6.81561648));
  CHECK(classic.labels.interval->low == Approx(82.52870484));
  CHECK(classic.labels.interval->high == Approx(111.9437561));
  CHECK(*corrected.labels.value.value == Approx(89.3203125).margin(1e-9));
  CHECK(*corrected.standard_error.value == Approx(6.339710827));
  CHECK(corrected.labels.interval->low == Approx(82.0670198));
  CHECK(corrected.labels.interval->high == Approx(109.5094299));
  CHECK(*chao2_of_population(counts, 192).value == Approx(87.7661538462));
}

TEST_CASE("the study: coverage 90.8 %; for 95 % 22 more examples, for all but one of the elements 89",
          "[count]") {
  const IncidenceCounts counts = incidence_counts(documents_of_study());
  CHECK(*coverage(counts).value == Approx(0.907635898033));
  CHECK(*turing_coverage(counts).value == Approx(0.9049586777));
  CHECK(documents_for_coverage(counts, 0.90).documents == 0U);
  CHECK(documents_for_coverage(counts, 0.95).documents == 22U);
  CHECK_FALSE(documents_for_coverage(counts, 0.95).far);
  CHECK(documents_for_coverage(counts, 0.99).documents == 78U);
  CHECK(documents_for_coverage(counts, 0.99).far);
  CHECK(documents_for_all_but(counts, 5).documents == 32U);
  CHECK(documents_for_all_but(counts, 2).documents == 64U);
  CHECK(documents_for_all_but(counts, 1).documents == 89U);
  const Extrapolated twice = extrapolated(counts, 64), population = extrapolated(counts, 128);
  CHECK(*twice.labels.value == Approx(88.4069643919));
  CHECK(*twice.coverage.value == Approx(0.9851642092));
  CHECK_FALSE(twice.far);
  CHECK(*population.labels.value == Approx(90.0785612946));
  CHECK(*population.coverage.value == Approx(0.9976170321));
  CHECK(population.far);
}

TEST_CASE("the study: how many elements so many examples show on average, in whole numbers by Python",
          "[count]") {
  const std::vector<double> expected = expected_accumulation(incidence_counts(documents_of_study()));
  REQUIRE(expected.size() == 64);
  CHECK(expected[0] == Approx(3.78125));
  CHECK(expected[9] == Approx(28.78245728468873));
  CHECK(expected[31] == Approx(59.351443633260025));
  CHECK(expected[62] == Approx(77.640625));
  CHECK(expected[63] == Approx(78));
}

TEST_CASE("the study: drawn orders have the exact curve as their mean, and it lies within their band",
          "[count]") {
  const std::vector<LabelsOfDocument> documents = documents_of_study();
  const std::vector<double> expected = expected_accumulation(incidence_counts(documents));
  const Saturation drawn = saturation(documents, {});
  REQUIRE(drawn.seen.size() == 64);
  for (std::size_t h = 0; h < 64; ++h) {
    CHECK(drawn.seen[h].mean == Approx(expected[h]).margin(0.6));
    CHECK(drawn.seen[h].low <= expected[h] + 1e-9);
    CHECK(drawn.seen[h].high >= expected[h] - 1e-9);
    CHECK(drawn.fresh[h].mean == Approx(expected[h] - (h > 0 ? expected[h - 1] : 0)).margin(0.3));
  }
  CHECK(drawn.seen[63].low == 78);
  CHECK(drawn.seen[63].high == 78);
}
