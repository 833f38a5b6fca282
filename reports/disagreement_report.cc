#include "reports/disagreement_report.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace codeboom {
namespace {

bool concerns(const Disagreement& one, const Codebook& codebook, std::optional<std::uint32_t> branch) {
  return !branch || std::any_of(one.sides.begin(), one.sides.end(), [&](const Side& side) {
    return side.code && is_within(codebook, *side.code, *branch);
  });
}

bool wanted(DisagreementKind kind, const std::vector<DisagreementKind>& kinds) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Nine digits, so that equal effects stay in the order of the text on every machine.
std::optional<std::int64_t> rounded(std::optional<double> effect) {
  return effect ? std::optional(std::llround(*effect * 1e9)) : std::nullopt;
}

std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>> size_of(const EffectOfDisagreement& effect) {
  std::optional<std::int64_t> most;
  for (const CodeEffect& one : effect.codes) most = std::max(most, rounded(one.effect.value()));
  return {rounded(effect.overall.value()), most};
}

void sort_by_effect(std::vector<ReportedDisagreement>& disagreements) {
  std::stable_sort(disagreements.begin(), disagreements.end(), [](const auto& a, const auto& b) {
    const auto left = size_of(a.effect), right = size_of(b.effect);
    if (left != right) return left > right;
    return std::tuple(a.what.document, place_of(a.what)) < std::tuple(b.what.document, place_of(b.what));
  });
}

}  // namespace

std::uint64_t DisagreementReport::found() const { return std::accumulate(kinds.begin(), kinds.end(), std::uint64_t{0}); }

Span context_of(const Disagreement& disagreement, const LinedUp& work) {
  const Span place = place_of(disagreement);
  const std::vector<Span>& sentences = work.documents[disagreement.document].sentences;
  auto first = std::find_if(sentences.begin(), sentences.end(), [&](Span one) { return one.end > place.begin; });
  auto last = std::find_if(first, sentences.end(), [&](Span one) { return one.begin >= place.end; });
  if (first != sentences.begin()) --first;
  if (last != sentences.end()) ++last;
  if (first == last) return place;
  return {std::min(place.begin, first->begin), std::max(place.end, std::prev(last)->end)};
}

DisagreementReport disagreement_report(const LinedUp& work, const Codebook& codebook, const DisagreementRequest& request) {
  DisagreementReport report;
  report.request = request;
  report.deepest = deepest_level(codebook);
  report.level = std::min(request.level.value_or(report.deepest), report.deepest);
  if (request.level) {
    RolledUp rolled = rolled_up(work, codebook, report.level);
    report.work = std::move(rolled.work);
    report.above = rolled.above;
  } else {
    report.work = work;
  }
  const DisagreementEffects effects(report.work, codebook, request.unit, codes_at(codebook, report.level, request.code));
  report.alpha = effects.overall();
  const auto coders = static_cast<std::uint32_t>(work.coders.size());
  for (std::uint32_t first = 0; first < coders; ++first) {
    for (std::uint32_t second = first + 1; second < coders; ++second) {
      PairOfCoders pair = compare(report.work, codebook, first, second);
      std::erase_if(pair.agreed, [&](const Agreed& one) { return request.code && !is_within(codebook, one.coding.code, *request.code); });
      std::erase_if(pair.disagreements, [&](const Disagreement& one) { return !concerns(one, codebook, request.code); });
      report.agreed += pair.agreed.size();
      for (int level = report.level; level >= 1; --level) {
        report.confused.push_back({{first, second}, level, code_pairs(pair, codebook, level)});
      }
      for (const Disagreement& one : pair.disagreements) {
        ++report.kinds[static_cast<std::size_t>(one.kind)];
        if (wanted(one.kind, request.kinds)) report.disagreements.push_back({one, effects.of(one)});
      }
    }
  }
  sort_by_effect(report.disagreements);
  if (request.top && *request.top < report.disagreements.size()) report.disagreements.resize(*request.top);
  return report;
}

}  // namespace codeboom
