#include "engine/measure/weights.h"

#include <cassert>
#include <cmath>
#include <numeric>

namespace codeboom {
namespace {

double pairs_between(double a, double b) {
  const double steps = std::abs(a - b);
  return (steps + 1) * steps / 2;
}

}  // namespace

double Weights::at(Label a, Label b) const {
  if (a == b) return 1;
  switch (kind) {
    case Kind::identity: return 0;
    case Kind::linear:
    case Kind::quadratic: {
      const double apart = std::abs(places[a] - places[b]) / (places.back() - places.front());
      return 1 - (kind == Kind::linear ? apart : apart * apart);
    }
    case Kind::ordinal: return 1 - pairs_between(a, b) / pairs_between(0, labels - 1);
    case Kind::table: return cells[a * std::size_t{labels} + b];
  }
  return 0;
}

double Weights::total() const {
  if (kind == Kind::identity) return labels;
  double sum = 0;
  for (Label a = 0; a < labels; ++a) {
    for (Label b = 0; b < labels; ++b) sum += at(a, b);
  }
  return sum;
}

Weights identity_weights(std::uint32_t labels) { return {Weights::Kind::identity, {}, {}, labels}; }

Weights linear_weights(std::vector<double> places) {
  const auto labels = static_cast<std::uint32_t>(places.size());
  return {Weights::Kind::linear, std::move(places), {}, labels};
}

Weights quadratic_weights(std::vector<double> places) {
  Weights weights = linear_weights(std::move(places));
  weights.kind = Weights::Kind::quadratic;
  return weights;
}

Weights ordinal_weights(std::uint32_t labels) { return {Weights::Kind::ordinal, {}, {}, labels}; }

Weights table_weights(std::uint32_t labels, std::vector<double> cells) {
  assert(cells.size() == std::size_t{labels} * labels);
  return {Weights::Kind::table, {}, std::move(cells), labels};
}

std::vector<double> equal_steps(std::uint32_t labels) {
  std::vector<double> places(labels);
  std::iota(places.begin(), places.end(), 0.0);
  return places;
}

}  // namespace codeboom
