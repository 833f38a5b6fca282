#include "engine/measure/unitising_1995.h"

#include <algorithm>
#include <cassert>

#include "message_keys/unitising.h"

namespace codeboom {
namespace {

// A coder's text for one label in pieces with and without it, in order.
struct Piece {
  std::int64_t begin = 0, end = 0;
  bool marked = false;
  double length() const { return static_cast<double>(end - begin); }
};

std::vector<Piece> pieces_of(const std::vector<LabelledSpan>& spans, std::uint32_t label, std::int64_t length) {
  std::vector<Piece> pieces;
  std::int64_t reached = 0;
  for (const LabelledSpan& span : spans) {
    if (span.label != label) continue;
    if (span.begin > reached) pieces.push_back({reached, span.begin, false});
    pieces.push_back({span.begin, span.end, true});
    reached = span.end;
  }
  if (reached < length) pieces.push_back({reached, length, false});
  return pieces;
}

double square(double x) { return x * x; }

double difference(const Piece& a, const Piece& b) {
  if (a.marked && b.marked) return square(static_cast<double>(a.begin - b.begin)) + square(static_cast<double>(a.end - b.end));
  const auto lies_in = [](const Piece& unit, const Piece& gap) {
    return unit.marked && !gap.marked && gap.begin <= unit.begin && unit.end <= gap.end;
  };
  if (lies_in(a, b)) return square(a.length());
  if (lies_in(b, a)) return square(b.length());
  return 0;
}

double between(const std::vector<Piece>& first, const std::vector<Piece>& second) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < first.size() && j < second.size();) {
    sum += difference(first[i], second[j]);
    const std::int64_t a = first[i].end, b = second[j].end;
    i += a <= b;
    j += b <= a;
  }
  return sum;
}

double observed_disagreement(const std::vector<std::vector<Piece>>& coders, double length) {
  const auto m = static_cast<double>(coders.size());
  double sum = 0;
  for (std::size_t i = 0; i < coders.size(); ++i) {
    for (std::size_t j = i + 1; j < coders.size(); ++j) sum += between(coders[i], coders[j]);
  }
  return 2 * sum / (m * (m - 1) * square(length));
}

double expected_disagreement(const std::vector<std::vector<Piece>>& coders, double length) {
  std::vector<double> units, gaps;
  for (const auto& pieces : coders) {
    for (const Piece& piece : pieces) (piece.marked ? units : gaps).push_back(piece.length());
  }
  std::sort(gaps.begin(), gaps.end());
  std::vector<double> longer(gaps.size() + 1, 0);  // summed lengths of the gaps from this one on
  for (std::size_t i = gaps.size(); i > 0; --i) longer[i - 1] = longer[i] + gaps[i - 1];
  const auto n = static_cast<double>(units.size());
  double sum = 0, pairs = 0;
  for (const double l : units) {
    const auto first = std::lower_bound(gaps.begin(), gaps.end(), l) - gaps.begin();
    const auto count = static_cast<double>(static_cast<std::ptrdiff_t>(gaps.size()) - first);
    const double places = longer[static_cast<std::size_t>(first)] - count * (l - 1);  // where the unit fits in them
    sum += (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * places;
    pairs += l * (l - 1);
  }
  const double all = static_cast<double>(coders.size()) * length;
  return 2 / length * sum / (all * (all - 1) - pairs);
}

Coefficient coefficient(double observed, double expected, std::uint64_t units, MessageKey gap) {
  Coefficient result;
  result.parts = Parts::disagreement;
  result.units = result.values = units;
  result.observed = defined(observed);
  result.expected = defined(expected);
  result.value = expected == 0 ? undefined(gap) : defined(1 - observed / expected);
  return result;
}

}  // namespace

Unitising1995 unitising_1995(const Continuum& continuum) {
  assert(!fault_in(continuum));
  const auto all_undefined = [&](MessageKey gap) {
    return Unitising1995{undefined_disagreement(gap, 0), std::vector<Coefficient>(continuum.labels, undefined_disagreement(gap, 0))};
  };
  if (continuum.coders.size() < 2) return all_undefined(msg::unitising_one_coder);
  Continuum sorted = continuum;
  for (auto& spans : sorted.coders) std::sort(spans.begin(), spans.end());
  const auto length = static_cast<double>(continuum.length);
  Unitising1995 result;
  double observed_sum = 0, expected_sum = 0;
  std::uint64_t all_units = 0;
  for (std::uint32_t label = 0; label < continuum.labels; ++label) {
    std::vector<std::vector<Piece>> coders;
    std::uint64_t units = 0;
    for (const auto& spans : sorted.coders) {
      coders.push_back(pieces_of(spans, label, continuum.length));
      for (std::size_t i = 0; i < coders.back().size(); ++i) {
        const auto& pieces = coders.back();
        if (i > 0 && pieces[i].begin < pieces[i - 1].end) return all_undefined(msg::unitising_same_label_overlaps);
        units += pieces[i].marked;
      }
    }
    const double observed = observed_disagreement(coders, length), expected = expected_disagreement(coders, length);
    observed_sum += observed;
    expected_sum += expected;
    all_units += units;
    result.labels.push_back(coefficient(observed, expected, units, msg::unitising_label_unused));
  }
  const auto labels = static_cast<double>(std::max<std::uint32_t>(continuum.labels, 1));
  result.overall = coefficient(observed_sum / labels, expected_sum / labels, all_units, msg::unitising_no_spans);
  return result;
}

}  // namespace codeboom
