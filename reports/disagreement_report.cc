#include "reports/disagreement_report.h"

#include <algorithm>
#include <bit>
#include <map>

#include "engine/measure/krippendorff.h"

namespace codeboom {
namespace {

// Yes and no of all coders on some codes in one document, or the sum of several.
YesTable table_of(const YesNo& document, std::uint32_t coders, const std::vector<std::uint32_t>& codes) {
  YesTable table(coders);
  const auto judged = static_cast<std::uint32_t>(std::popcount(document.coders));
  for (const std::uint32_t code : codes) {
    for (const Pattern& pattern : patterns_of(document, code)) {
      table.add(judged, static_cast<std::uint32_t>(std::popcount(pattern.yes)), pattern.units);
    }
  }
  return table;
}

Statistic alpha_of(const YesTable& table) { return krippendorff_alpha(count_table(table)).value; }

class Effects {
 public:
  Effects(const LinedUp& work, const Codebook& codebook, UnitKind unit, std::vector<std::uint32_t> level_codes)
      : work_(work), codebook_(codebook), unit_(unit), coders_(static_cast<std::uint32_t>(work.coders.size())),
        level_codes_(std::move(level_codes)), said_(yes_no(work, codebook, unit)), all_(total(level_codes_)) {}

  Statistic overall() const { return alpha_of(all_); }

  ReportedDisagreement of(const Disagreement& one) {
    ReportedDisagreement reported{one, {}, {0, overall(), {}, {}}, {}};
    const YesNo as_first = settled(one, 0), as_second = settled(one, 1);
    const YesNo& now = said_[one.document];
    reported.overall.as_first = without_and_with(all_, level_codes_, now, as_first);
    reported.overall.as_second = without_and_with(all_, level_codes_, now, as_second);
    for (const Side& side : one.sides) {
      if (!side.code || (!reported.codes.empty() && reported.codes.front().code == *side.code)) continue;
      const YesTable& table = of_code(*side.code);
      reported.codes.push_back({*side.code, alpha_of(table), without_and_with(table, {*side.code}, now, as_first),
                                without_and_with(table, {*side.code}, now, as_second)});
    }
    for (const CodeEffect& effect : reported.codes) {
      const auto value = effect.effect();
      if (value && (!reported.effect || *value > *reported.effect)) reported.effect = value;
    }
    return reported;
  }

 private:
  YesTable total(const std::vector<std::uint32_t>& codes) const {
    YesTable table(coders_);
    for (const YesNo& document : said_) table += table_of(document, coders_, codes);
    return table;
  }

  const YesTable& of_code(std::uint32_t code) {
    auto found = by_code_.find(code);
    if (found == by_code_.end()) found = by_code_.emplace(code, total({code})).first;
    return found->second;
  }

  Statistic without_and_with(YesTable table, const std::vector<std::uint32_t>& codes, const YesNo& now, const YesNo& then) const {
    const YesTable old = table_of(now, coders_, codes);
    for (std::size_t i = 0; i < table.units.size(); ++i) table.units[i] -= old.units[i];
    table += table_of(then, coders_, codes);
    return alpha_of(table);
  }

  // The document when the other coder of the two says what this one says.
  YesNo settled(const Disagreement& one, std::size_t stands) const {
    const LinedUpDocument& document = work_.documents[one.document];
    LinedUpDocument changed{{}, document.sentences, document.coders};
    auto& codings = *changed.coders[one.coders[1 - stands]];
    const auto in = [](const Side& side, const PlacedCode& coding) {
      return side.code == coding.code && std::find(side.spans.begin(), side.spans.end(), coding.span) != side.spans.end();
    };
    std::erase_if(codings, [&](const PlacedCode& coding) { return in(one.sides[1 - stands], coding); });
    for (const Span span : one.sides[stands].spans) codings.push_back({*one.sides[stands].code, span});
    return yes_no(changed, codebook_, unit_);
  }

  const LinedUp& work_;
  const Codebook& codebook_;
  UnitKind unit_;
  std::uint32_t coders_;
  std::vector<std::uint32_t> level_codes_;
  std::vector<YesNo> said_;
  YesTable all_;
  std::map<std::uint32_t, YesTable> by_code_;
};

bool concerns(const Disagreement& one, const Codebook& codebook, std::optional<std::uint32_t> branch) {
  return !branch || std::any_of(one.sides.begin(), one.sides.end(), [&](const Side& side) {
    return side.code && is_within(codebook, *side.code, *branch);
  });
}

bool wanted(DisagreementKind kind, const std::vector<DisagreementKind>& kinds) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

std::optional<double> CodeEffect::effect() const {
  if (!now.value || (!as_first.value && !as_second.value)) return std::nullopt;
  const double first = as_first.value.value_or(as_second.value.value_or(0)), second = as_second.value.value_or(first);
  return (first + second) / 2 - *now.value;
}

Span context_of(const Disagreement& disagreement, const LinedUp& work) {
  Span context = place_of(disagreement);
  for (const Span sentence : work.documents[disagreement.document].sentences) {
    if (sentence.end <= context.begin || sentence.begin >= context.end) continue;
    context = {std::min(context.begin, sentence.begin), std::max(context.end, sentence.end)};
  }
  return context;
}

DisagreementReport disagreement_report(const LinedUp& work, const Codebook& codebook, const DisagreementRequest& request) {
  DisagreementReport report;
  report.request = request;
  report.level = std::min(request.level.value_or(deepest_level(codebook)), deepest_level(codebook));
  report.work = request.level ? rolled_up(work, codebook, report.level).work : work;
  Effects effects(report.work, codebook, request.unit, codes_at(codebook, report.level, request.code));
  report.alpha = effects.overall();
  const auto coders = static_cast<std::uint32_t>(work.coders.size());
  for (std::uint32_t first = 0; first < coders; ++first) {
    for (std::uint32_t second = first + 1; second < coders; ++second) {
      PairOfCoders pair = compare(report.work, codebook, first, second);
      std::erase_if(pair.agreed, [&](const Agreed& one) { return request.code && !is_within(codebook, one.coding.code, *request.code); });
      std::erase_if(pair.disagreements, [&](const Disagreement& one) { return !concerns(one, codebook, request.code); });
      report.agreed += pair.agreed.size();
      for (int level = 1; level <= report.level; ++level) {
        report.confused.push_back({{first, second}, level, code_pairs(pair, codebook, level)});
      }
      for (const Disagreement& one : pair.disagreements) {
        ++report.kinds[static_cast<std::size_t>(one.kind)];
        if (wanted(one.kind, request.kinds)) report.disagreements.push_back(effects.of(one));
      }
    }
  }
  std::stable_sort(report.disagreements.begin(), report.disagreements.end(), [](const auto& a, const auto& b) {
    // Twelve digits, so that equal effects stay in the order of the text on every machine.
    const auto rounded = [](const std::optional<double>& effect) { return effect ? std::optional(static_cast<std::int64_t>(*effect * 1e12)) : std::nullopt; };
    return rounded(a.effect) > rounded(b.effect);
  });
  return report;
}

}  // namespace codeboom
