#include "engine/learn/lessons.h"

#include <linear.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace codeboom {
namespace {

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};

}  // namespace

void Lessons::add(std::span<const float> row, bool holds, std::uint32_t times) {
  assert(holds_.empty() || row.size() == width_);
  width_ = row.size();
  numbers_.insert(numbers_.end(), row.begin(), row.end());
  holds_.push_back(holds);
  times_.push_back(times);
}

std::optional<std::vector<float>> Lessons::learn() const {
  const bool some_hold = std::find(holds_.begin(), holds_.end(), true) != holds_.end();
  if (!some_hold || std::find(holds_.begin(), holds_.end(), false) == holds_.end()) return std::nullopt;
  const int bias = static_cast<int>(width_) + 1;
  std::vector<feature_node> nodes;
  std::vector<std::size_t> begins;
  for (std::size_t row = 0; row < holds_.size(); ++row) {
    begins.push_back(nodes.size());
    for (std::size_t i = 0; i < width_; ++i) {
      if (const float number = numbers_[row * width_ + i]; number != 0) nodes.push_back({static_cast<int>(i) + 1, number});
    }
    nodes.push_back({bias, 1});
    nodes.push_back({-1, 0});
  }
  std::vector<feature_node*> lists;
  std::vector<double> targets;
  for (std::size_t row = 0; row < holds_.size(); ++row) {
    lists.insert(lists.end(), times_[row], nodes.data() + begins[row]);
    targets.insert(targets.end(), times_[row], holds_[row] ? 1 : -1);
  }
  problem all{static_cast<int>(lists.size()), bias, targets.data(), lists.data(), 1};
  parameter how{};
  how.solver_type = L2R_LR;
  how.eps = 1e-3;
  how.C = 1;
  set_print_string_function([](const char*) {});
  const std::unique_ptr<model, FreeModel> trained(::train(&all, &how));
  const double sign = trained->label[0] == 1 ? 1 : -1;  // liblinear's weights speak for the answer it met first
  std::vector<float> weights;
  for (std::size_t i = 0; i <= width_; ++i) weights.push_back(static_cast<float>(sign * trained->w[i]));
  return weights;
}

}  // namespace codeboom
