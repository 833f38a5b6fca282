#include "reports/disagreement_effect.h"

#include <algorithm>
#include <bit>

namespace codeboom {
namespace {

// Who said yes in each unit, bit by bit, and how many units long that is.
struct Said {
  std::uint64_t yes = 0, units = 0;
};

class Units {
 public:
  Units(const LinedUpDocument& document, UnitKind unit, const Codebook& codebook, std::uint32_t code)
      : document_(document), unit_(unit), codebook_(codebook), code_(code) {
    if (unit != UnitKind::span) said_.resize(unit == UnitKind::document ? 1 : document.sentences.size());
  }

  void add(std::size_t coder, std::uint32_t code, Span span) {
    if (!is_within(codebook_, code, code_)) return;
    const std::uint64_t bit = std::uint64_t{1} << coder;
    if (unit_ == UnitKind::document) said_[0] |= bit;
    if (unit_ == UnitKind::span) spans_.push_back({span, bit});
    if (unit_ != UnitKind::sentence) return;
    for (const std::uint32_t place : sentences_of(span, document_.sentences)) said_[place] |= bit;
  }

  std::vector<Said> take() const {
    if (unit_ == UnitKind::span) return characters();
    std::vector<Said> result;
    for (const std::uint64_t yes : said_) result.push_back({yes, 1});
    return result;
  }

 private:
  // Between two places where a passage begins or ends every character is alike.
  std::vector<Said> characters() const {
    const Text& text = document_.document.text;
    std::vector<ByteOffset> edges{{0}, text.whole().end};
    for (const auto& [span, bit] : spans_) edges.insert(edges.end(), {span.begin, span.end});
    std::sort(edges.begin(), edges.end());
    std::vector<Said> result;
    for (std::size_t i = 1; i < edges.size(); ++i) {
      if (edges[i - 1] == edges[i]) continue;
      Said said{0, text.to_code_points(edges[i]).value - text.to_code_points(edges[i - 1]).value};
      for (const auto& [span, bit] : spans_) {
        if (span.begin <= edges[i - 1] && edges[i] <= span.end) said.yes |= bit;
      }
      result.push_back(said);
    }
    return result;
  }

  const LinedUpDocument& document_;
  UnitKind unit_;
  const Codebook& codebook_;
  std::uint32_t code_;
  std::vector<std::uint64_t> said_;
  std::vector<std::pair<Span, std::uint64_t>> spans_;
};

// As if the other coder of the disagreement said what this one says.
struct Changed {
  const Disagreement& disagreement;
  std::size_t stands = 0;  // the side that both give then
};

bool is_in(const Side& side, const PlacedCode& coding) {
  return side.code == coding.code && std::find(side.spans.begin(), side.spans.end(), coding.span) != side.spans.end();
}

// What the coders said of one code (or branch) in one document.
YesTable table_of(const LinedUpDocument& document, const Codebook& codebook, UnitKind unit, std::uint32_t code, const Changed* changed) {
  Units units(document, unit, codebook, code);
  std::uint32_t judged = 0;
  for (std::size_t coder = 0; coder < document.coders.size(); ++coder) {
    if (!document.coders[coder]) continue;
    ++judged;
    const bool changes = changed && changed->disagreement.coders[1 - changed->stands] == coder;
    for (const PlacedCode& coding : *document.coders[coder]) {
      if (changes && is_in(changed->disagreement.sides[1 - changed->stands], coding)) continue;
      units.add(coder, coding.code, coding.span);
    }
    if (!changes) continue;
    const Side& side = changed->disagreement.sides[changed->stands];
    for (const Span span : side.spans) units.add(coder, *side.code, span);
  }
  YesTable table(static_cast<std::uint32_t>(document.coders.size()));
  for (const Said& said : units.take()) table.add(judged, static_cast<std::uint32_t>(std::popcount(said.yes)), said.units);
  return table;
}

// Alpha asks only how many judged and how many said yes, so any coders will do.
YesNoParts parts_of(const YesTable& table) {
  const auto anybody = [](std::uint32_t coders) { return coders == 0 ? 0 : ~std::uint64_t{0} >> (64 - coders); };
  YesNoTable patterns;
  for (std::uint32_t judged = 0; judged <= table.coders; ++judged) {
    for (std::uint32_t yes = 0; yes <= judged; ++yes) {
      const std::uint64_t times = table.units[judged * (table.coders + 1) + yes];
      if (times > 0) patterns.push_back({anybody(judged), anybody(yes), times});
    }
  }
  YesNoParts parts;
  add_parts(YesNoMeasure::krippendorff_alpha, table.coders, patterns, {&parts, 1});
  return parts;
}

Statistic alpha_of(const YesNoParts& parts) { return value_of(YesNoMeasure::krippendorff_alpha, {&parts, 1}); }

void take_out(YesTable& table, const YesTable& part) {
  for (std::size_t i = 0; i < table.units.size(); ++i) table.units[i] -= part.units[i];
}

// The codes that a coding with either side's code counts for, each once.
std::vector<std::uint32_t> concerned(const Disagreement& disagreement, const Codebook& codebook) {
  std::vector<std::uint32_t> codes;
  for (const Side& side : disagreement.sides) {
    for (auto at = side.code ? static_cast<std::int32_t>(*side.code) : -1; at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
      const auto code = static_cast<std::uint32_t>(at);
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
  }
  return codes;
}

}  // namespace

std::optional<double> Effect::value() const {
  if (!now.value || (!as_first.value && !as_second.value)) return std::nullopt;
  const double first = as_first.value ? *as_first.value : *as_second.value;
  const double second = as_second.value ? *as_second.value : first;
  return (first + second) / 2 - *now.value;
}

DisagreementEffects::DisagreementEffects(const LinedUp& work, const Codebook& codebook, UnitKind unit, const std::vector<std::uint32_t>& codes)
    : work_(work), codebook_(codebook), unit_(unit) {
  for (const std::uint32_t code : codes) {
    YesTable said(static_cast<std::uint32_t>(work.coders.size()));
    for (const LinedUpDocument& document : work_.documents) said += table_of(document, codebook_, unit_, code, nullptr);
    const YesNoParts parts = parts_of(said);
    codes_.emplace(code, OfCode{std::move(said), parts});
  }
}

Statistic DisagreementEffects::pooled(const std::map<std::uint32_t, YesNoParts>& instead) const {
  YesNoParts sum;
  for (const auto& [code, of_code] : codes_) {
    const auto other = instead.find(code);
    sum += other == instead.end() ? of_code.parts : other->second;
  }
  return alpha_of(sum);
}

Statistic DisagreementEffects::overall() const { return pooled({}); }

EffectOfDisagreement DisagreementEffects::of(const Disagreement& disagreement) const {
  const LinedUpDocument& document = work_.documents[disagreement.document];
  EffectOfDisagreement result;
  std::array<std::map<std::uint32_t, YesNoParts>, 2> settled;  // as the first coder said, as the second
  for (const std::uint32_t code : concerned(disagreement, codebook_)) {
    const auto found = codes_.find(code);
    if (found == codes_.end()) continue;  // not of the compared level
    const YesTable now = table_of(document, codebook_, unit_, code, nullptr);
    for (const std::size_t stands : {std::size_t{0}, std::size_t{1}}) {
      const Changed changed{disagreement, stands};
      YesTable said = found->second.said;
      take_out(said, now);
      said += table_of(document, codebook_, unit_, code, &changed);
      settled[stands][code] = parts_of(said);
    }
    result.codes.push_back({code, {alpha_of(found->second.parts), alpha_of(settled[0][code]), alpha_of(settled[1][code])}});
  }
  result.overall = {overall(), pooled(settled[0]), pooled(settled[1])};
  return result;
}

}  // namespace codeboom
