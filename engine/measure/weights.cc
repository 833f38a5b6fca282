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

// Sums of |place - other place| from running sums, since places ascend.
std::vector<double> with_linear(const std::vector<double>& shares, const std::vector<double>& places) {
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  const double range = places.back() - places.front();
  double moments = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) moments += shares[i] * (places[i] - places.front());
  std::vector<double> agreement(shares.size());
  double below = 0, moments_below = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double place = places[i] - places.front();
    const double apart = place * below - moments_below + (moments - moments_below) - place * (all - below);
    agreement[i] = all - (range == 0 ? 0 : apart / range);
    below += shares[i];
    moments_below += shares[i] * place;
  }
  return agreement;
}

// The mean squared distance to all is that to their mean, plus their spread.
std::vector<double> with_quadratic(const std::vector<double>& shares, const std::vector<double>& places) {
  const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
  const double range = places.back() - places.front();
  double mean = 0, spread = 0;
  for (std::size_t i = 0; i < shares.size() && all > 0; ++i) mean += shares[i] * (places[i] - places.front()) / all;
  const auto squared = [&](std::size_t i) {
    return (places[i] - places.front() - mean) * (places[i] - places.front() - mean);
  };
  for (std::size_t i = 0; i < shares.size(); ++i) spread += shares[i] * squared(i);
  std::vector<double> agreement(shares.size());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    agreement[i] = all - (range == 0 ? 0 : (all * squared(i) + spread) / (range * range));
  }
  return agreement;
}

}  // namespace

double Weights::at(Label a, Label b) const {
  if (a == b) return 1;
  switch (kind) {
    case Kind::identity:
      return 0;
    case Kind::linear:
    case Kind::quadratic: {
      const double apart = std::abs(places[a] - places[b]) / (places.back() - places.front());
      return 1 - (kind == Kind::linear ? apart : apart * apart);
    }
    case Kind::ordinal:
      return 1 - pairs_between(a, b) / pairs_between(0, labels - 1);
    case Kind::table:
      return cells[a * std::size_t{labels} + b];
  }
  return 0;
}

double total(const Weights& weights) {
  const auto labels = static_cast<double>(weights.labels);
  switch (weights.kind) {
    case Weights::Kind::identity:
      return labels;
    case Weights::Kind::ordinal: {
      double sum = labels;
      for (std::uint32_t steps = 1; steps < weights.labels; ++steps) sum += 2 * (labels - steps) * weights.at(0, steps);
      return sum;
    }
    default: {
      double sum = 0;
      for (const double agreement : agreement_with(std::vector<double>(weights.labels, 1), weights)) sum += agreement;
      return sum;
    }
  }
}

std::vector<double> agreement_with(const std::vector<double>& shares, const Weights& weights) {
  switch (weights.kind) {
    case Weights::Kind::identity:
      return shares;
    case Weights::Kind::linear:
      return with_linear(shares, weights.places);
    case Weights::Kind::quadratic:
      return with_quadratic(shares, weights.places);
    default:
      break;
  }
  std::vector<double> agreement(shares.size(), 0);
  for (Label a = 0; a < shares.size(); ++a) {
    for (Label b = 0; b < shares.size(); ++b) agreement[a] += weights.at(a, b) * shares[b];
  }
  return agreement;
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
