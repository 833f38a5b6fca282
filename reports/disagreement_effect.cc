#include "reports/disagreement_effect.h"

#include <algorithm>
#include <bit>

#include "engine/measure/krippendorff.h"

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

Statistic alpha_of(const YesTable& table) { return krippendorff_alpha_value(count_table(table)); }

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
    : work_(work), codebook_(codebook), unit_(unit), all_(static_cast<std::uint32_t>(work.coders.size())) {
  for (const std::uint32_t code : codes) {
    YesTable& total = by_code_.emplace(code, YesTable(all_.coders)).first->second;
    for (const LinedUpDocument& document : work_.documents) total += table_of(document, codebook_, unit_, code, nullptr);
    all_ += total;
  }
}

Statistic DisagreementEffects::overall() const { return alpha_of(all_); }

EffectOfDisagreement DisagreementEffects::of(const Disagreement& disagreement) const {
  const LinedUpDocument& document = work_.documents[disagreement.document];
  EffectOfDisagreement result{{overall(), {}, {}}, {}};
  YesTable all_as_first = all_, all_as_second = all_;
  for (const std::uint32_t code : concerned(disagreement, codebook_)) {
    const auto total = by_code_.find(code);
    if (total == by_code_.end()) continue;  // not of the compared level
    const YesTable now = table_of(document, codebook_, unit_, code, nullptr);
    const auto settled = [&](std::size_t stands, YesTable& all) {
      const Changed changed{disagreement, stands};
      const YesTable then = table_of(document, codebook_, unit_, code, &changed);
      YesTable of_code = total->second;
      for (YesTable* const table : {&of_code, &all}) {
        take_out(*table, now);
        *table += then;
      }
      return alpha_of(of_code);
    };
    const Statistic as_first = settled(0, all_as_first), as_second = settled(1, all_as_second);
    result.codes.push_back({code, {alpha_of(total->second), as_first, as_second}});
  }
  result.overall.as_first = alpha_of(all_as_first);
  result.overall.as_second = alpha_of(all_as_second);
  return result;
}

}  // namespace codeboom
