#include "engine/measure/label_space.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace codeboom {
namespace {

double square(double value) { return value * value; }

bool has_points(Metric::Kind kind) {
  return kind == Metric::Kind::ordinal || kind == Metric::Kind::interval || kind == Metric::Kind::circular;
}

}  // namespace

LabelSpace::LabelSpace(const Metric& metric, const std::vector<double>& values) : metric_(metric), values_(values) {
  for (Label label = 0; label < values.size(); ++label) {
    if (values[label] == 0) continue;
    used_.push_back(label);
    total_ += values[label];
  }
  if (used_.empty()) return;
  if (has_points(metric.kind)) place_points(values);
  sum_up(values);
}

void LabelSpace::place_points(const std::vector<double>& values) {
  points_.resize(values.size());
  double below = 0;
  for (const Label label : used_) {
    switch (metric_.kind) {
      case Metric::Kind::ordinal:  // the middle of its ranks: the metric's sum over what lies between is their difference
        points_[label] = {below + values[label] / 2, 0};
        below += values[label];
        break;
      case Metric::Kind::interval:  // from the first one, so that great numbers cost no digits
        points_[label] = {metric_.numbers[label] - metric_.numbers[used_.front()], 0};
        break;
      default: {  // a circle of diameter 1: the chord is sin(pi (a - b) / around)
        const double angle = 2 * std::numbers::pi * metric_.numbers[label] / metric_.around;
        points_[label] = {std::cos(angle) / 2, std::sin(angle) / 2};
      }
    }
  }
  for (const Label label : used_) {
    mean_.x += values[label] * points_[label].x / total_;
    mean_.y += values[label] * points_[label].y / total_;
  }
  for (const Label label : used_) {
    spread_ += values[label] * (square(points_[label].x - mean_.x) + square(points_[label].y - mean_.y)) / total_;
  }
}

void LabelSpace::sum_up(const std::vector<double>& values) {
  if (has_points(metric_.kind)) {
    among_all_ = used_.size() < 2 ? 0 : 2 * total_ * total_ * spread_;
    return;
  }
  if (metric_.kind == Metric::Kind::nominal) {
    for (const Label label : used_) among_all_ += values[label] * (total_ - values[label]);
    return;
  }
  with_all_.assign(values.size(), 0);
  for (std::size_t i = 0; i < used_.size(); ++i) {
    for (std::size_t j = i + 1; j < used_.size(); ++j) {
      const Label a = used_[i], b = used_[j];
      const double difference = squared(a, b);
      with_all_[a] += difference * values[b] / total_;
      with_all_[b] += difference * values[a] / total_;
      among_all_ += 2 * values[a] * values[b] * difference;
    }
  }
}

double LabelSpace::squared(Label a, Label b) const {
  if (a == b) return 0;
  switch (metric_.kind) {
    case Metric::Kind::nominal:
      return 1;
    case Metric::Kind::ratio: {
      const double sum = metric_.numbers[a] + metric_.numbers[b], apart = metric_.numbers[a] - metric_.numbers[b];
      return apart == 0 ? 0 : square(apart / sum);
    }
    case Metric::Kind::custom:
      return metric_.squared_difference(a, b);
    default:
      return square(points_[a].x - points_[b].x) + square(points_[a].y - points_[b].y);
  }
}

double LabelSpace::within(std::span<const LabelCount> counts, double judged) const {
  if (counts.size() < 2) return 0;
  double sum = 0;
  if (metric_.kind == Metric::Kind::nominal) {
    for (const LabelCount& count : counts) sum += count.coders * (judged - count.coders);
  } else if (has_points(metric_.kind)) {
    Point middle;
    for (const LabelCount& count : counts) {
      middle.x += count.coders * points_[count.label].x / judged;
      middle.y += count.coders * points_[count.label].y / judged;
    }
    for (const LabelCount& count : counts) {
      sum += 2 * judged * count.coders *
             (square(points_[count.label].x - middle.x) + square(points_[count.label].y - middle.y));
    }
  } else {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      for (std::size_t j = i + 1; j < counts.size(); ++j) {
        sum += 2.0 * counts[i].coders * counts[j].coders * squared(counts[i].label, counts[j].label);
      }
    }
  }
  return sum;
}

double LabelSpace::with_all(Label label) const {
  if (metric_.kind == Metric::Kind::nominal) return 1 - values_[label] / total_;
  if (!has_points(metric_.kind)) return with_all_[label];
  return square(points_[label].x - mean_.x) + square(points_[label].y - mean_.y) + spread_;
}

}  // namespace codeboom
