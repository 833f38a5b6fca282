#include <algorithm>
#include <map>

#include "engine/measure/chance_corrected.h"
#include "engine/measure/sets.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

// How two sets differ: 1 - 2 |A and B| / (|A| + |B|).
double difference(std::size_t a, std::size_t b, std::size_t shared) {
  return a + b == 0 ? 0 : 1 - 2 * static_cast<double>(shared) / static_cast<double>(a + b);
}

// What is needed of the pairable sets: how often each size and each label occurs.
struct SetValues {
  std::map<std::size_t, double> sizes;
  std::vector<double> labels;
  double sets = 0;
};

SetValues values_of(const std::vector<LabelSet>& sets, const std::vector<double>& times, std::uint32_t labels) {
  SetValues values{{}, std::vector<double>(labels, 0), 0};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (times[i] == 0) continue;
    values.sizes[sets[i].size()] += times[i];
    values.sets += times[i];
    for (const Label label : sets[i]) values.labels[label] += times[i];
  }
  return values;
}

// Over all pairs of sets with `a` labels of their own, `b` of the other's own and `shared` ones: the sum of the products of
// the labels' frequencies. Label by label, as the coefficient of x^a y^b z^shared in the product of 1 + n x + n y + n (n -
// 1) z; going through the sets themselves would take more steps than there are atoms when labels are many.
class SetProducts {
 public:
  SetProducts(const std::vector<double>& frequencies, std::size_t largest)
      : side_(largest + 1), cells_(side_ * side_ * side_, 0) {
    cells_[0] = 1;
    const double scale = std::max(1.0, *std::max_element(frequencies.begin(), frequencies.end()));
    for (const double n : frequencies) {
      if (n > 0) add_label(n / scale, n * (n - 1) / (scale * scale));  // the scale cancels between sets of the same sizes
    }
  }
  double at(std::size_t own_a, std::size_t own_b, std::size_t shared) const {
    return cells_[(own_a * side_ + own_b) * side_ + shared];
  }

 private:
  void add_label(double alone, double in_both) {
    for (std::size_t a = side_; a-- > 0;) {
      for (std::size_t b = side_; b-- > 0;) {
        for (std::size_t both = side_; both-- > 0;) {
          double& cell = cells_[(a * side_ + b) * side_ + both];
          if (a > 0) cell += alone * at(a - 1, b, both);
          if (b > 0) cell += alone * at(a, b - 1, both);
          if (both > 0) cell += in_both * at(a, b, both - 1);
        }
      }
    }
  }

  std::size_t side_;
  std::vector<double> cells_;
};

double expected_disagreement(const SetValues& values) {
  const SetProducts products(values.labels, values.sizes.rbegin()->first);
  double expected = 0;
  for (const auto& [a, sets_a] : values.sizes) {
    for (const auto& [b, sets_b] : values.sizes) {
      double differing = 0, all = 0;
      for (std::size_t shared = 0; shared <= std::min(a, b); ++shared) {
        const double weight = products.at(a - shared, b - shared, shared);
        differing += weight * difference(a, b, shared);
        all += weight;
      }
      if (all > 0) expected += sets_a * sets_b / (values.sets * values.sets) * differing / all;
    }
  }
  return expected;
}

}  // namespace

Coefficient multi_valued_alpha(const SetRatings& ratings) {
  const SetsAsLabels labels = sets_as_labels(ratings);
  const CountTable table = count_table(labels.ratings);
  const Metric metric = custom_metric([&](Label a, Label b) {
    LabelSet shared;
    const LabelSet &first = labels.sets[a], &second = labels.sets[b];
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
    return difference(first.size(), second.size(), shared.size());
  });
  Coefficient result = krippendorff_alpha(table, metric);
  result.standard_error.reset();  // of the other expected disagreement
  result.interval.reset();
  if (!result.observed.value) return result;
  const SetValues values = values_of(labels.sets, coincidences(table).values, ratings.labels);
  const double expected = expected_disagreement(values);
  result.expected = defined(expected);
  result.value = expected == 0 ? undefined(msg::agreement_no_variation) : defined(1 - *result.observed.value / expected);
  return result;
}

}  // namespace codeboom
