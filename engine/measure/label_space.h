// Squared differences between labels under a metric, summed without going through pairs of values. Internal to this folder.
//
// Nominal differences are counted; ordinal, interval and circular ones are squared distances between points (middle ranks,
// numbers, points on a circle), and the sum of those over all pairs follows from the points' mean. Only ratio and custom metrics
// compare labels, each different pair once.
#pragma once

#include <span>
#include <vector>

#include "engine/measure/krippendorff.h"

namespace codeboom {

class LabelSpace {
 public:
  // `values`: how often each label stands among the pairable values. Only these labels may be asked for.
  LabelSpace(const Metric& metric, const std::vector<double>& values);

  double squared(Label a, Label b) const;
  // Over all ordered pairs of coders of one unit; `judged` of them.
  double within(std::span<const LabelCount> counts, double judged) const;
  // Over all ordered pairs of the pairable values.
  double among_all() const { return among_all_; }
  // The mean difference of a label with all pairable values.
  double with_all(Label label) const;

 private:
  struct Point {
    double x = 0, y = 0;
  };
  void place_points(const std::vector<double>& values);
  void sum_up(const std::vector<double>& values);

  Metric metric_;
  std::vector<Label> used_;
  std::vector<double> values_;
  double total_ = 0;
  std::vector<Point> points_;       // of ordinal, interval and circular labels
  Point mean_;
  double spread_ = 0;               // mean squared distance from it
  std::vector<double> with_all_;    // of ratio and custom labels
  double among_all_ = 0;
};

}  // namespace codeboom
