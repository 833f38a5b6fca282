// Richness and coverage: what follows from what, and what cannot be said.
#include "engine/count/richness.h"

#include "message_keys/count.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("the classic form is the bias-corrected one when no label occurs in two documents", "[count]") {
  const IncidenceCounts counts{10, {1, 1, 1, 1, 3, 7}};
  const Richness classic = chao2(counts, Chao2Form::classic),
                 corrected = chao2(counts, Chao2Form::bias_corrected);
  CHECK(*classic.labels.value.value == Approx(6 + 0.9 * 4 * 3 / 2));
  CHECK(classic.labels.value.value == corrected.labels.value.value);
  CHECK(classic.labels.interval == corrected.labels.interval);
  // Chao & Jost 2012: 1 - Q1/U (T - 1)(Q1 - 1)/((T - 1)(Q1 - 1) + 2), U = 14.
  CHECK(*coverage(counts).value == Approx(1 - 4.0 / 14 * 27 / 29));
}

TEST_CASE("an interval of richness begins at what was seen or above and contains its estimate", "[count]") {
  for (std::uint64_t once = 2; once < 30; once += 3) {
    for (std::uint64_t twice = 0; twice < 12; ++twice) {
      IncidenceCounts counts{20, {}};
      counts.occurs_in.assign(once, 1);
      counts.occurs_in.insert(counts.occurs_in.end(), twice, 2);
      counts.occurs_in.insert(counts.occurs_in.end(), 5, 9);
      for (const Chao2Form form : {Chao2Form::classic, Chao2Form::bias_corrected}) {
        const Richness richness = chao2(counts, form);
        REQUIRE(richness.labels.interval);
        CHECK(richness.labels.interval->low >= static_cast<double>(counts.seen()));
        CHECK(richness.labels.interval->low <= *richness.labels.value.value);
        CHECK(richness.labels.interval->high >= *richness.labels.value.value);
      }
    }
  }
}

TEST_CASE("a population between the sample and endless has richness between what was seen and Chao2",
          "[count]") {
  const IncidenceCounts counts{64, {1, 1, 1, 1, 1, 1, 2, 2, 3, 4}};
  CHECK(*chao2_of_population(counts, 64).value == 10);
  double before = 10;
  for (const std::uint64_t population : {65U, 100U, 192U, 1'000U, 1'000'000'000U}) {
    const double now = *chao2_of_population(counts, population).value;
    CHECK(now > before);
    before = now;
  }
  CHECK(before == Approx(*chao2(counts, Chao2Form::classic).labels.value.value));
  CHECK(chao2_of_population(counts, 63).gap == msg::count_population_smaller);
}

TEST_CASE("further documents are the fewest that reach the goal, and extrapolation ends at the estimate",
          "[count]") {
  const IncidenceCounts counts{12, {1, 1, 1, 1, 1, 2, 2, 4, 6}};
  for (double goal = 0.30; goal < 0.999; goal += 0.007) {
    const std::uint64_t documents = *documents_for_coverage(counts, goal).documents;
    CHECK(*extrapolated(counts, documents).coverage.value >= goal);
    if (documents > 0) CHECK(*extrapolated(counts, documents - 1).coverage.value < goal);
  }
  const double all = *chao2(counts, Chao2Form::classic).labels.value.value;
  for (const double missed : {0.01, 0.5, 1.0, 2.5}) {
    const std::uint64_t documents = *documents_for_all_but(counts, missed).documents;
    CHECK(all - *extrapolated(counts, documents).labels.value <= missed + 1e-12);
    if (documents > 0) CHECK(all - *extrapolated(counts, documents - 1).labels.value > missed);
  }
  CHECK(*extrapolated(counts, 0).labels.value == 9);
  CHECK(*extrapolated(counts, 0).coverage.value == *coverage(counts).value);
  CHECK(*extrapolated(counts, 100'000).labels.value == Approx(all));
  CHECK(documents_for_all_but(counts, 100).documents == 0U);
}

TEST_CASE("labels that all occur in more than one document: nothing seems missed, and no interval follows",
          "[count]") {
  const IncidenceCounts counts{8, {2, 3, 3, 8}};
  const Richness richness = chao2(counts, Chao2Form::classic);
  CHECK(*richness.labels.value.value == 4);
  CHECK_FALSE(richness.labels.interval);
  CHECK(richness.labels.gap == msg::count_nothing_missed);
  CHECK(*coverage(counts).value == 1);
  CHECK(documents_for_coverage(counts, 0.99).documents == 0U);
  CHECK(documents_for_all_but(counts, 0.5).documents == 0U);
}

TEST_CASE(
    "without documents, with one, and without labels richness and coverage are undefined, with the reason",
    "[count]") {
  const std::pair<IncidenceCounts, MessageKey> cases[] = {{{0, {}}, msg::count_no_documents},
                                                          {{1, {1, 1, 1}}, msg::count_one_document},
                                                          {{9, {}}, msg::count_nothing_coded}};
  for (const auto& [counts, gap] : cases) {
    CHECK_FALSE(chao2(counts, Chao2Form::classic).labels.value.value);
    CHECK(chao2(counts, Chao2Form::bias_corrected).labels.value.gap == gap);
    CHECK(chao2_of_population(counts, 100).gap == gap);
    CHECK(coverage(counts).gap == gap);
    CHECK(turing_coverage(counts).gap == gap);
    CHECK(extrapolated(counts, 3).labels.gap == gap);
    CHECK_FALSE(documents_for_coverage(counts, 0.9).documents);
    CHECK(documents_for_coverage(counts, 0.9).gap == gap);
    CHECK(documents_for_all_but(counts, 1).gap == gap);
  }
}

TEST_CASE("labels are counted once per document, whatever their numbers and order", "[count]") {
  const std::vector<LabelsOfDocument> documents{{7, 4'000'000'000, 2}, {}, {2}, {2, 7}};
  const IncidenceCounts counts = incidence_counts(documents);
  CHECK(counts.documents == 4);
  CHECK(counts.occurs_in == std::vector<std::uint64_t>{1, 2, 3});
  CHECK(counts.occurrences() == 6);
}
