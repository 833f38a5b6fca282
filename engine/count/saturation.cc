#include "engine/count/saturation.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cassert>
#include <numeric>

#include "corpus/draw.h"
#include "engine/measure/bootstrap.h"

namespace codeboom {
namespace {

// Documents with their labels as 0 .. labels - 1, so that "seen" is a place in a row.
struct Numbered {
  std::vector<LabelsOfDocument> documents;
  std::uint32_t labels = 0;
};

Numbered numbered(std::span<const LabelsOfDocument> documents) {
  Numbered result{{documents.begin(), documents.end()}, 0};
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> number;
  for (LabelsOfDocument& labels : result.documents) {
    for (std::uint32_t& label : labels) label = number.try_emplace(label, number.size()).first->second;
  }
  result.labels = static_cast<std::uint32_t>(number.size());
  return result;
}

std::vector<std::uint64_t> new_of(const Numbered& numbered, std::span<const std::uint32_t> order) {
  std::vector<char> seen(numbered.labels, 0);
  std::vector<std::uint64_t> fresh;
  fresh.reserve(order.size());
  for (const std::uint32_t document : order) {
    std::uint64_t count = 0;
    for (const std::uint32_t label : numbered.documents[document]) {
      count += seen[label] ? 0 : 1;
      seen[label] = 1;
    }
    fresh.push_back(count);
  }
  return fresh;
}

Band band(std::vector<double>& values, double level) {
  std::sort(values.begin(), values.end());
  const double tail = (1 - level) / 2;
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  return {sum / static_cast<double>(values.size()), quantile(values, tail), quantile(values, 1 - tail)};
}

// New labels per step and order: `orders` numbers in a row for each step.
using Steps = std::vector<std::uint32_t>;

void add_bands(const Steps& fresh, std::size_t steps, const SaturationOptions& options, Saturation& result) {
  std::vector<std::uint64_t> so_far(options.orders, 0);
  std::vector<double> seen(options.orders), now(options.orders);
  for (std::size_t step = 0; step < steps; ++step) {
    for (std::size_t order = 0; order < options.orders; ++order) {
      const std::uint32_t count = fresh[step * options.orders + order];
      so_far[order] += count;
      now[order] = count;
    }
    std::copy(so_far.begin(), so_far.end(), seen.begin());
    result.seen.push_back(band(seen, options.level));
    result.fresh.push_back(band(now, options.level));
  }
}

}  // namespace

std::vector<double> expected_accumulation(const IncidenceCounts& counts) {
  const std::uint64_t all = counts.documents;
  std::vector<double> expected(all, 0.0);
  for (std::size_t first = 0; first < counts.occurs_in.size();) {
    const std::uint64_t times = counts.occurs_in[first];
    assert(times > 0 && times <= all);
    const std::uint64_t labels = counts.in_exactly(times);
    // C(T - Y, h)/C(T, h), each h from the one before it: no factorials, nothing to overflow.
    double unseen = 1;
    for (std::uint64_t h = 1; h <= all; ++h) {
      unseen *= h - 1 < all - times
                    ? static_cast<double>(all - times - (h - 1)) / static_cast<double>(all - (h - 1))
                    : 0;
      expected[h - 1] += static_cast<double>(labels) * (1 - unseen);
    }
    first += labels;
  }
  return expected;
}

std::vector<std::uint64_t> new_labels(std::span<const LabelsOfDocument> documents,
                                      std::span<const std::uint32_t> order) {
  return new_of(numbered(documents), order);
}

std::optional<Saturated> stop_point(std::span<const std::uint64_t> fresh, const StopRule& rule) {
  assert(rule.base > 0 && rule.run > 0);
  if (fresh.size() < static_cast<std::size_t>(rule.base) + rule.run) return std::nullopt;
  const auto base =
      static_cast<double>(std::accumulate(fresh.begin(), fresh.begin() + rule.base, std::uint64_t{0}));
  if (base == 0) return std::nullopt;
  for (std::size_t end = static_cast<std::size_t>(rule.base) + rule.run; end <= fresh.size(); ++end) {
    const auto last = fresh.begin() + static_cast<std::ptrdiff_t>(end);
    const double ratio = static_cast<double>(std::accumulate(last - rule.run, last, std::uint64_t{0})) / base;
    if (ratio <= rule.threshold) return Saturated{static_cast<std::uint32_t>(end), ratio};
  }
  return std::nullopt;
}

Saturation saturation(std::span<const LabelsOfDocument> documents, const SaturationOptions& options) {
  Saturation result;
  result.orders = options.orders;
  const std::size_t steps = documents.size();
  if (steps == 0 || options.orders == 0) return result;
  const Numbered all = numbered(documents);
  Draw draw(options.seed);
  Steps fresh(steps * options.orders);
  std::vector<double> stopped_at;
  double shares = 0;
  std::vector<std::uint32_t> order(steps);
  std::iota(order.begin(), order.end(), 0);
  for (std::uint32_t place = 0; place < options.orders; ++place) {
    draw.shuffle(order);
    const std::vector<std::uint64_t> counts = new_of(all, order);
    for (std::size_t step = 0; step < steps; ++step) {
      fresh[step * options.orders + place] = static_cast<std::uint32_t>(counts[step]);
    }
    const auto stop = stop_point(counts, options.rule);
    if (!stop) continue;
    stopped_at.push_back(stop->documents);
    shares += static_cast<double>(
                  std::accumulate(counts.begin(), counts.begin() + stop->documents, std::uint64_t{0})) /
              all.labels;
  }
  add_bands(fresh, steps, options, result);
  result.stopped = static_cast<std::uint32_t>(stopped_at.size());
  if (!stopped_at.empty()) {
    result.share_seen = shares / static_cast<double>(stopped_at.size());
    result.documents = band(stopped_at, options.level);
  }
  return result;
}

}  // namespace codeboom
