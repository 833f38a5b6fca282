#include "reports/passage_agreement.h"

#include <algorithm>

#include "engine/measure/boundary_similarity.h"
#include "engine/measure/character_agreement.h"
#include "engine/measure/segment_agreement.h"
#include "engine/measure/unitising.h"
#include "message_keys/agreement.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

struct MeasureWords {
  std::string_view key;
  MessageKey name, about, heading;
};

const MeasureWords& words_of(PassageMeasure measure) {
  static constexpr std::array<MeasureWords, passage_measures.size()> words = {{
      {"u_alpha", msg::agreeing_u_alpha, msg::agreeing_about_u_alpha, msg::agreeing_short_u},
      {"positive_agreement", msg::agreeing_positive, msg::agreeing_about_positive_characters, msg::agreeing_short_positive},
      {"character_kappa", msg::agreeing_character_kappa, msg::agreeing_about_character_kappa, msg::agreeing_short_kappa},
      {"character_percent", msg::agreeing_character_percent, msg::agreeing_about_character_percent, msg::agreeing_short_percent},
      {"segment_percent", msg::agreeing_segment_percent, msg::agreeing_about_segment_percent, msg::agreeing_short_segments},
      {"boundary_similarity", msg::agreeing_boundary, msg::agreeing_about_boundary, msg::agreeing_short_boundary},
      {"ku_alpha", msg::agreeing_ku_alpha, msg::agreeing_about_ku, msg::agreeing_short_ku},
  }};
  return words[static_cast<std::size_t>(measure)];
}

bool for_two(PassageMeasure measure) {
  return measure == PassageMeasure::character_kappa || measure == PassageMeasure::character_percent ||
         measure == PassageMeasure::segment_percent;
}

// What one document adds to a code. `two` and `segments` are about the first two coders, if both read it.
struct Part {
  UnitisingCounts unitising;
  TwoCoders two;
  SegmentCounts segments;
  double agreed = 0, said = 0;           // characters, over pairs of coders
  double edits = 0, boundaries = 0;      // the same
  std::vector<std::uint64_t> yes, read;  // characters, by coder

  Part() { unitising.labels.resize(1); }

  void add(const Part& other, std::uint64_t times) {
    const auto weight = static_cast<double>(times);
    unitising.add(other.unitising, weight);
    two += {other.two.both * times, other.two.only_first * times, other.two.only_second * times, other.two.neither * times};
    segments.first_agrees += other.segments.first_agrees * times;
    segments.only_first += other.segments.only_first * times;
    segments.second_agrees += other.segments.second_agrees * times;
    segments.only_second += other.segments.only_second * times;
    agreed += other.agreed * weight;
    said += other.said * weight;
    edits += other.edits * weight;
    boundaries += other.boundaries * weight;
  }
};

// The sentences of a text in runs with and without the code.
Division division_of(const std::vector<PlacedCode>& codings, const std::vector<bool>& counted, const std::vector<Span>& sentences) {
  std::vector<bool> has(sentences.size());
  for (const PlacedCode& coding : codings) {
    if (!counted[coding.code]) continue;
    for (const std::uint32_t place : sentences_of(coding.span, sentences)) has[place] = true;
  }
  Division division;
  for (std::size_t i = 0; i < has.size(); ++i) {
    if (i == 0 || has[i] != has[i - 1]) division.push_back(0);
    ++division.back();
  }
  return division;
}

void add_boundaries(const Division& a, const Division& b, Part& part) {
  const BoundaryEdits edits = boundary_edits(a, b);
  part.boundaries += static_cast<double>(edits.matches + edits.only_one + edits.near_misses.size());
  part.edits += static_cast<double>(edits.only_one);
  for (const std::int64_t distance : edits.near_misses)
    part.edits += static_cast<double>(distance) / static_cast<double>(default_reach);
}

Part part_of(const LinedUpDocument& document, const std::vector<bool>& counted, double threshold) {
  const Continuum marked = continuum_of(document, 1, [&](std::uint32_t code) { return counted[code] ? Label{0} : no_label; });
  const Continuum pieces = only_label(marked, 0), segments = without_repeats(marked);
  Part part;
  part.unitising = count_unitising(pieces);
  std::vector<Division> divisions;
  for (const auto& codings : document.coders) {
    part.read.push_back(codings ? static_cast<std::uint64_t>(pieces.length) : 0);
    part.yes.push_back(0);
    if (!codings) continue;
    for (const LabelledSpan& span : pieces.coders[divisions.size()]) part.yes.back() += static_cast<std::uint64_t>(span.length());
    divisions.push_back(division_of(*codings, counted, document.sentences));
  }
  for (std::size_t i = 0; i < divisions.size(); ++i) {
    for (std::size_t j = i + 1; j < divisions.size(); ++j) {
      const TwoCoders pair = character_counts(pieces, std::array{i}, std::array{j}, 0);
      part.agreed += 2 * static_cast<double>(pair.both);
      part.said += static_cast<double>(pair.first() + pair.second());
      add_boundaries(divisions[i], divisions[j], part);
      if (i > 0 || j > 1 || !document.coders[0] || !document.coders[1]) continue;
      part.two = pair;
      part.segments = segment_agreement(segments, i, j, OverlapOf::either, threshold).total;
    }
  }
  return part;
}

// Every measure as 1 - observed / expected, of which both can be added up over codes.
YesNoParts parts_of(PassageMeasure measure, const Part& sum) {
  switch (measure) {
    case PassageMeasure::u_alpha: {
      const Coefficient u = unitising_agreement(sum.unitising).u;
      return {u.observed.value.value_or(0), u.expected.value.value_or(0)};
    }
    case PassageMeasure::positive_agreement:
      return {sum.said - sum.agreed, sum.said};
    case PassageMeasure::character_kappa: {
      const Kappa kappa = cohen_kappa(sum.two);
      if (!kappa.kappa.value) return {};
      return {1 - *kappa.observed.value, 1 - *kappa.expected.value};
    }
    case PassageMeasure::character_percent: {
      const auto units = static_cast<double>(sum.two.units());
      return {units == 0 ? 0 : static_cast<double>(sum.two.only_first + sum.two.only_second) / units, units == 0 ? 0.0 : 1.0};
    }
    case PassageMeasure::segment_percent:
      return {static_cast<double>(sum.segments.segments() - sum.segments.agreements()), static_cast<double>(sum.segments.segments())};
    case PassageMeasure::boundary_similarity:
      return {sum.edits, sum.boundaries};
    case PassageMeasure::ku_alpha:
      break;
  }
  return {};
}

MessageKey gap_of(PassageMeasure measure) {
  switch (measure) {
    case PassageMeasure::character_percent:
      return msg::agreement_no_pairs;
    case PassageMeasure::u_alpha:
    case PassageMeasure::character_kappa:
      return msg::agreement_no_variation;
    case PassageMeasure::boundary_similarity:
      return msg::agreeing_no_boundary;
    case PassageMeasure::ku_alpha:
      return msg::agreeing_ku_single;
    default:
      return msg::agreeing_nobody_said_yes;
  }
}

Statistic value_of(PassageMeasure measure, const YesNoParts& sum) {
  if (sum.expected == 0) return undefined(gap_of(measure));
  return defined(1 - sum.observed / sum.expected);
}

Coefficient coefficient(PassageMeasure measure, const YesNoParts& sum, std::size_t codes, std::uint64_t units) {
  Coefficient one;
  one.value = one.observed = value_of(measure, sum);
  one.expected = undefined(msg::agreement_no_chance);
  one.units = units;
  const auto count = static_cast<double>(codes);
  if (measure == PassageMeasure::segment_percent || measure == PassageMeasure::boundary_similarity) {
    one.units = static_cast<std::uint64_t>(sum.expected);
  } else if (measure == PassageMeasure::u_alpha) {
    one.parts = Parts::disagreement;
    one.observed = defined(sum.observed / count);
    one.expected = defined(sum.expected / count);
  } else if (measure == PassageMeasure::character_kappa) {
    one.observed = defined(1 - sum.observed / count);
    one.expected = defined(1 - sum.expected / count);
  }
  return one;
}

// Of every code that occurs in a row what each document adds.
class Passages {
 public:
  Passages(const LinedUp& work, const Codebook& codebook, const std::vector<std::vector<std::uint32_t>>& rows, double threshold)
      : rows_(rows), place_of_(codebook.codes.size()) {
    for (const auto& row : rows) {
      for (const std::uint32_t code : row) {
        if (place_of_[code]) continue;
        place_of_[code] = parts_.size();
        std::vector<bool> counted(codebook.codes.size());
        for (std::uint32_t at = 0; at < counted.size(); ++at) counted[at] = is_within(codebook, at, code);
        std::vector<Part>& parts = parts_.emplace_back();
        for (const LinedUpDocument& document : work.documents) parts.push_back(part_of(document, counted, threshold));
      }
    }
  }

  // Per row and measure, of the documents as often as drawn.
  std::vector<YesNoParts> sums(const std::vector<PassageMeasure>& measures, ClusterCounts drawn) const {
    std::vector<YesNoParts> of_code;
    for (const auto& documents : parts_) {
      Part sum;
      for (std::size_t i = 0; i < documents.size(); ++i) {
        if (drawn[i] > 0) sum.add(documents[i], drawn[i]);
      }
      for (const PassageMeasure measure : measures) of_code.push_back(parts_of(measure, sum));
    }
    std::vector<YesNoParts> result(rows_.size() * measures.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const std::uint32_t code : rows_[i]) {
        for (std::size_t j = 0; j < measures.size(); ++j)
          result[i * measures.size() + j] += of_code[*place_of_[code] * measures.size() + j];
      }
    }
    return result;
  }

  void count_yes(const std::vector<std::uint32_t>& row, RowAgreement& result) const {
    for (const std::uint32_t code : row) {
      for (const Part& part : parts_[*place_of_[code]]) {
        for (std::size_t coder = 0; coder < part.yes.size(); ++coder) {
          result.coders[coder].yes += part.yes[coder];
          result.coders[coder].judged += part.read[coder];
        }
      }
    }
    for (const Part& part : parts_[*place_of_[row.front()]]) result.units += *std::max_element(part.read.begin(), part.read.end());
  }

 private:
  const std::vector<std::vector<std::uint32_t>>& rows_;
  std::vector<std::optional<std::size_t>> place_of_;  // of a code in `parts_`
  std::vector<std::vector<Part>> parts_;              // by document
};

}  // namespace

std::string_view name_of(PassageMeasure measure) { return words_of(measure).key; }

std::optional<PassageMeasure> passage_measure_named(std::string_view name) {
  for (const PassageMeasure measure : passage_measures) {
    if (name_of(measure) == name) return measure;
  }
  return std::nullopt;
}

Message name_for_people(PassageMeasure measure) { return {words_of(measure).name, {}}; }
Message about(PassageMeasure measure) { return {words_of(measure).about, {}}; }
Message heading(PassageMeasure measure) { return {words_of(measure).heading, {}}; }

std::vector<PassageMeasure> passage_measures_for(std::size_t coders, Scope scope) {
  std::vector<PassageMeasure> measures;
  for (const PassageMeasure measure : passage_measures) {
    if (measure > PassageMeasure::character_kappa && scope == Scope::usual) break;
    if (coders == 2 || !for_two(measure)) measures.push_back(measure);
  }
  return measures;
}

std::vector<RowAgreement> passage_agreement(const LinedUp& work, const Codebook& codebook,
                                            const std::vector<std::vector<std::uint32_t>>& rows,
                                            const std::vector<PassageMeasure>& measures, double segment_threshold,
                                            const BootstrapOptions& bootstrap) {
  const Passages passages(work, codebook, rows, segment_threshold);
  const auto all = passages.sums(measures, std::vector<std::uint32_t>(work.documents.size(), 1));
  const auto compute = [&](ClusterCounts drawn, std::span<Statistic> out) {
    const auto sums = passages.sums(measures, drawn);
    for (std::size_t i = 0; i < sums.size(); ++i) out[i] = value_of(measures[i % measures.size()], sums[i]);
  };
  const auto samples = resample(work.documents.size(), all.size(), compute, bootstrap);
  const Sampling sampling{bootstrap, IntervalKind::bootstrap_clusters};
  std::vector<RowAgreement> results;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    RowAgreement& result = results.emplace_back();
    result.coders.resize(work.coders.size());
    passages.count_yes(rows[i], result);
    for (std::size_t j = 0; j < measures.size(); ++j) {
      const std::size_t place = i * measures.size() + j;
      result.measures.push_back(coefficient(measures[j], all[place], rows[i].size(), result.units));
      set_interval(result.measures.back(), samples[place], sampling);
    }
  }
  return results;
}

}  // namespace codeboom
