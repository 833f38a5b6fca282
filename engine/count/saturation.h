// How fast new labels stop coming while documents are coded one after the other.
//
// Shape   step h (0-based h - 1) is the h-th document of an order; every curve has one number per document.
// Errors  none. Without documents curves are empty.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/count/incidence.h"

namespace codeboom {

// How many different labels h documents show on average over all orders, exactly and without drawing:
// S(h) = sum over labels of 1 - C(T - Y, h) / C(T, h), Y the documents that a label occurs in.
//
// Source  Coleman's and Mao Tau's curve for incidence: Ugland, Gray & Ellingsen (2003), Journal of
//         Animal Ecology 72, 888-897; Colwell, Mao & Chang (2004), Ecology 85, 2717-2727.
std::vector<double> expected_accumulation(const IncidenceCounts& counts);

// New labels of each document of one order.
std::vector<std::uint64_t> new_labels(std::span<const LabelsOfDocument> documents,
                                      std::span<const std::uint32_t> order);

// Enough is enough when `run` documents in a row bring, together, at most `threshold` times as many new
// labels as the first `base` documents brought. Runs overlap: each begins one document after the one
// before it.
//
// Source  Guest, Namey & Chen (2020), PLoS ONE 15(5), e0232076.
struct StopRule {
  std::uint32_t base = 4, run = 2;
  double threshold = 0.05;
};
struct Saturated {
  std::uint32_t documents = 0;  // coded when it is met, the run included: base 4 and run 2 give 6 or more
  double ratio = 0;             // new labels of that run / labels of the base
};
// Nothing: the rule is never met, or the base shows no label. Requires base > 0 and run > 0.
std::optional<Saturated> stop_point(std::span<const std::uint64_t> new_labels, const StopRule& rule);

struct SaturationOptions {
  std::uint64_t seed = 1;
  std::uint32_t orders = 1000;
  double level = 0.95;  // the band leaves half of the rest on each side
  StopRule rule{};
};
// Where nearly all orders say the same the mean can lie a hair outside.
struct Band {
  double mean = 0, low = 0, high = 0;
};
struct Saturation {
  std::vector<Band> seen;   // different labels after h documents
  std::vector<Band> fresh;  // labels that the h-th document brings
  // The stop rule over the same orders.
  std::uint32_t orders = 0, stopped = 0;  // in how many it was met before the documents ran out
  std::optional<Band> documents;          // coded when it was met; of the orders in which it was
  std::optional<double> share_seen;       // of all labels seen, on average when it was met
};
// Random orders of the documents, drawn by corpus/draw.h: the same for the same seed everywhere. Their
// mean goes to `expected_accumulation`. The band says how much the order matters, not what other
// documents would show.
Saturation saturation(std::span<const LabelsOfDocument> documents, const SaturationOptions& options);

}  // namespace codeboom
