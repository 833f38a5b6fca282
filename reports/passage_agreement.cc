#include "reports/passage_agreement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/measure/character_agreement.h"
#include "engine/measure/gamma.h"
#include "engine/measure/unitising.h"
#include "message_keys/agreement.h"
#include "message_keys/measure.h"

namespace codeboom {
namespace {

struct MeasureWords {
  std::string_view key;
  MessageKey name, about, heading;
};

constexpr std::array<MeasureWords, 5> all_words = {{
    {"u_alpha", msg::agreeing_u_alpha, msg::agreeing_about_u_alpha, msg::agreeing_short_u},
    {"positive_agreement", msg::agreeing_positive, msg::agreeing_about_positive_characters, msg::agreeing_short_positive},
    {"character_kappa", msg::agreeing_character_kappa, msg::agreeing_about_character_kappa, msg::agreeing_short_kappa},
    {"character_percent", msg::agreeing_character_percent, msg::agreeing_about_character_percent, msg::agreeing_short_percent},
    {"segment_percent", msg::agreeing_segment_percent, msg::agreeing_about_segment_percent, msg::agreeing_short_segments},
}};

const MeasureWords& words_of(PassageMeasure measure) { return all_words[static_cast<std::size_t>(measure)]; }

// The text as its readers marked it with these codes; label: the place in `labels_of`, no_label: not marked with any of them.
template <class LabelOf>
Continuum continuum_of(const LinedUpDocument& document, std::uint32_t labels, LabelOf label_of) {
  Continuum continuum{static_cast<std::int64_t>(document.document.text.code_points()), labels, {}};
  for (const auto& codings : document.coders) {
    if (!codings) continue;
    std::vector<LabelledSpan>& spans = continuum.coders.emplace_back();
    for (const PlacedCode& coding : *codings) {
      const Label label = label_of(coding.code);
      if (label == no_label) continue;
      const CodePointSpan place = document.document.text.to_code_points(coding.span);
      if (place.begin < place.end) spans.push_back({place.begin.value, place.end.value, label});
    }
  }
  return continuum;
}

// What one document adds to a row.
struct Part {
  UnitisingCounts unitising;
  TwoCoders characters;     // of the first two coders
  SegmentCounts segments;   // the same
  double agreed = 0, said = 0;  // for positive agreement: over pairs of coders
  std::vector<CoderCount> coders;

  void add(const Part& other, double times) {
    unitising.add(other.unitising, times);
    const auto whole = static_cast<std::uint64_t>(times);
    characters += {other.characters.both * whole, other.characters.only_first * whole, other.characters.only_second * whole,
                   other.characters.neither * whole};
    segments.first_agrees += other.segments.first_agrees * whole;
    segments.only_first += other.segments.only_first * whole;
    segments.second_agrees += other.segments.second_agrees * whole;
    segments.only_second += other.segments.only_second * whole;
    agreed += other.agreed * times;
    said += other.said * times;
  }
};

Part empty_part() {
  Part part;
  part.unitising.labels.resize(1);
  return part;
}

Part part_of(const LinedUpDocument& document, const std::vector<bool>& in_set, double threshold) {
  const Continuum continuum =
      only_label(continuum_of(document, 1, [&](std::uint32_t code) { return in_set[code] ? Label{0} : no_label; }), 0);
  Part part = empty_part();
  part.unitising = count_unitising(continuum);
  std::size_t here = 0;
  for (const auto& codings : document.coders) {
    CoderCount& count = part.coders.emplace_back();
    if (!codings) continue;
    count.judged = static_cast<std::uint64_t>(continuum.length);
    for (const LabelledSpan& span : continuum.coders[here]) count.yes += static_cast<std::uint64_t>(span.length());
    ++here;
  }
  for (std::size_t i = 0; i < continuum.coders.size(); ++i) {
    for (std::size_t j = i + 1; j < continuum.coders.size(); ++j) {
      const TwoCoders pair = character_counts(continuum, std::array{i}, std::array{j}, 0);
      part.agreed += 2 * static_cast<double>(pair.both);
      part.said += static_cast<double>(pair.first() + pair.second());
      if (i > 0 || j > 1 || !document.coders[0] || !document.coders[1]) continue;
      part.characters = pair;
      part.segments = segment_agreement(continuum, i, j, OverlapOf::either, threshold).total;
    }
  }
  return part;
}

Coefficient plain(const Statistic& value, const Part& sum) {
  Coefficient one;
  one.value = one.observed = value;
  one.expected = undefined(msg::agreement_no_chance);
  one.units = sum.characters.units();
  return one;
}

Coefficient coefficient(PassageMeasure measure, const Part& sum) {
  switch (measure) {
    case PassageMeasure::u_alpha: return unitising_agreement(sum.unitising).u;
    case PassageMeasure::positive_agreement: return plain(ratio(sum.agreed, sum.said, msg::agreeing_nobody_said_yes), sum);
    case PassageMeasure::character_kappa: {
      const Kappa kappa = cohen_kappa(sum.characters);
      Coefficient one = plain(kappa.kappa, sum);
      one.observed = kappa.observed;
      one.expected = kappa.expected;
      return one;
    }
    case PassageMeasure::character_percent: return plain(cohen_kappa(sum.characters).observed, sum);
    case PassageMeasure::segment_percent: {
      Coefficient one = plain(percent_of_segments(sum.segments), sum);
      one.units = sum.segments.segments();
      return one;
    }
  }
  return {};
}

std::vector<std::uint32_t> draw_documents(Draw& draw, std::size_t documents) {
  std::vector<std::uint32_t> drawn(documents);
  for (std::size_t i = 0; i < documents; ++i) ++drawn[draw.below(documents)];
  return drawn;
}

void set_interval(Coefficient& one, Resampled sample, const BootstrapOptions& options) {
  one.interval.reset();
  one.standard_error.reset();
  if (!one.value.value || sample.values.empty()) return;
  sample.replicates = options.replicates;
  std::sort(sample.values.begin(), sample.values.end());
  one.interval = sample.interval(options.level);
  one.interval_kind = IntervalKind::bootstrap_clusters;
}

using ByDocument = std::vector<Part>;

ByDocument parts_of(const LinedUp& work, const PassageRow& row, double threshold) {
  ByDocument parts(work.documents.size(), empty_part());
  for (const auto& set : row.sets) {
    std::vector<bool> in_set(set.empty() ? 0 : *std::max_element(set.begin(), set.end()) + 1);
    for (const std::uint32_t code : set) in_set[code] = true;
    for (std::size_t i = 0; i < work.documents.size(); ++i) {
      for (const auto& codings : work.documents[i].coders) {
        if (!codings) continue;
        for (const PlacedCode& coding : *codings) {
          if (coding.code >= in_set.size()) in_set.resize(coding.code + 1);
        }
      }
      const Part one = part_of(work.documents[i], in_set, threshold);
      parts[i].add(one, 1);
      parts[i].coders.resize(one.coders.size());
      for (std::size_t coder = 0; coder < one.coders.size(); ++coder) {
        parts[i].coders[coder].yes += one.coders[coder].yes;
        parts[i].coders[coder].judged += one.coders[coder].judged;
      }
    }
  }
  return parts;
}

// Together -----------------------------------------------------------------------------------------------------

NamedCoefficient named(std::string key, MessageKey name, MessageKey about, Coefficient value) {
  return {std::move(key), {name, {}}, std::move(value), Message{about, {}}};
}

// Gamma of several texts: their disorders and those of chance added up, weighed by their spans.
std::pair<Coefficient, Coefficient> gamma_of(const std::vector<Continuum>& texts, std::uint64_t seed) {
  double observed = 0, expected = 0, cat_observed = 0, cat_expected = 0;
  Coefficient gamma, cat;
  gamma.value = cat.value = undefined(msg::agreeing_no_passages);
  for (const Continuum& text : texts) {
    double spans = 0;
    for (const auto& coder : text.coders) spans += static_cast<double>(coder.size());
    if (spans == 0) continue;
    GammaOptions how;
    how.seed = seed;
    how.samples = 30;
    const Gamma one = gamma_agreement(without_repeats(text), how);
    if (one.gamma.observed.value && one.gamma.expected.value) {
      observed += spans * *one.gamma.observed.value;
      expected += spans * *one.gamma.expected.value;
      ++gamma.units;
    }
    if (one.gamma_cat.observed.value && one.gamma_cat.expected.value) {
      cat_observed += spans * *one.gamma_cat.observed.value;
      cat_expected += spans * *one.gamma_cat.expected.value;
      ++cat.units;
    }
  }
  const auto finish = [](Coefficient& one, double seen, double by_chance) {
    one.parts = Parts::disagreement;
    if (by_chance == 0) return;
    one.value = defined(1 - seen / by_chance);
    one.observed = defined(seen);
    one.expected = defined(by_chance);
  };
  finish(gamma, observed, expected);
  finish(cat, cat_observed, cat_expected);
  return {gamma, cat};
}

}  // namespace

std::string_view name_of(PassageMeasure measure) { return words_of(measure).key; }

std::optional<PassageMeasure> passage_measure_named(std::string_view name) {
  for (std::size_t i = 0; i < all_words.size(); ++i) {
    if (all_words[i].key == name) return static_cast<PassageMeasure>(i);
  }
  return std::nullopt;
}

Message name_for_people(PassageMeasure measure) { return {words_of(measure).name, {}}; }
Message about(PassageMeasure measure) { return {words_of(measure).about, {}}; }
Message heading(PassageMeasure measure) { return {words_of(measure).heading, {}}; }

std::vector<PassageMeasure> passage_measures_for(std::size_t coders, Scope scope) {
  std::vector<PassageMeasure> measures = {PassageMeasure::u_alpha, PassageMeasure::positive_agreement};
  if (coders != 2) return measures;
  measures.push_back(PassageMeasure::character_kappa);
  if (scope == Scope::all) {
    measures.insert(measures.end(), {PassageMeasure::character_percent, PassageMeasure::segment_percent});
  }
  return measures;
}

std::vector<RowAgreement> passage_agreement(const LinedUp& work, const std::vector<PassageRow>& rows,
                                            const std::vector<PassageMeasure>& measures, double segment_threshold,
                                            const BootstrapOptions& bootstrap) {
  std::vector<RowAgreement> results;
  for (const PassageRow& row : rows) {
    const ByDocument parts = parts_of(work, row, segment_threshold);
    const auto total = [&](const std::vector<std::uint32_t>& drawn) {
      Part sum = empty_part();
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (drawn[i] > 0) sum.add(parts[i], drawn[i]);
      }
      return sum;
    };
    RowAgreement result;
    result.coders.resize(work.coders.size());
    for (const Part& part : parts) {
      std::uint64_t read = 0, length = 0;
      for (std::size_t coder = 0; coder < part.coders.size(); ++coder) {
        result.coders[coder].yes += part.coders[coder].yes;
        result.coders[coder].judged += part.coders[coder].judged;
        read += part.coders[coder].judged > 0 ? 1 : 0;
        length = std::max(length, part.coders[coder].judged);
      }
      if (read >= 2) result.units += length;
    }
    const Part all = total(std::vector<std::uint32_t>(parts.size(), 1));
    for (const PassageMeasure measure : measures) result.measures.push_back(coefficient(measure, all));
    std::vector<Resampled> samples(measures.size());
    Draw draw(bootstrap.seed);
    for (std::uint32_t replicate = 0; parts.size() > 1 && replicate < bootstrap.replicates; ++replicate) {
      const Part sum = total(draw_documents(draw, parts.size()));
      for (std::size_t j = 0; j < measures.size(); ++j) {
        if (const auto value = coefficient(measures[j], sum).value.value) samples[j].values.push_back(*value);
      }
    }
    for (std::size_t j = 0; j < measures.size(); ++j) set_interval(result.measures[j], std::move(samples[j]), bootstrap);
    results.push_back(std::move(result));
  }
  return results;
}

TogetherAgreement together(const LinedUp& work, const std::vector<std::uint32_t>& codes, Scope scope, const BootstrapOptions& bootstrap) {
  std::vector<Continuum> texts;
  std::vector<UnitisingCounts> counts;
  for (const LinedUpDocument& document : work.documents) {
    texts.push_back(continuum_of(document, static_cast<std::uint32_t>(codes.size()), [&](std::uint32_t code) {
      const auto found = std::lower_bound(codes.begin(), codes.end(), code);
      return found != codes.end() && *found == code ? static_cast<Label>(found - codes.begin()) : no_label;
    }));
    counts.push_back(count_unitising(texts.back()));
  }
  const auto total = [&](const std::vector<std::uint32_t>& drawn) {
    UnitisingCounts sum;
    sum.labels.resize(codes.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (drawn[i] > 0) sum.add(counts[i], drawn[i]);
    }
    return unitising_agreement(sum);
  };
  UnitisingAgreement all = total(std::vector<std::uint32_t>(texts.size(), 1));
  std::array<Resampled, 3> samples;
  Draw draw(bootstrap.seed);
  for (std::uint32_t replicate = 0; texts.size() > 1 && all.u.value.value && replicate < bootstrap.replicates; ++replicate) {
    const UnitisingAgreement one = total(draw_documents(draw, texts.size()));
    const std::array<const Coefficient*, 3> values = {&one.u, &one.binary_u, &one.cu.alpha};
    for (std::size_t j = 0; j < samples.size(); ++j) {
      if (values[j]->value.value) samples[j].values.push_back(*values[j]->value.value);
    }
  }
  set_interval(all.u, std::move(samples[0]), bootstrap);
  set_interval(all.binary_u, std::move(samples[1]), bootstrap);
  set_interval(all.cu.alpha, std::move(samples[2]), bootstrap);
  TogetherAgreement result;
  result.coverage = all.cu.coverage;
  result.coefficients = {named("u_alpha", msg::agreeing_u_alpha, msg::agreeing_about_u_all, all.u),
                         named("binary_u_alpha", msg::agreeing_binary_u_alpha, msg::agreeing_about_binary_u, all.binary_u),
                         named("cu_alpha", msg::agreeing_cu_alpha, msg::agreeing_about_cu, all.cu.alpha)};
  if (scope == Scope::all) {
    const auto [gamma, cat] = gamma_of(texts, bootstrap.seed);
    result.coefficients.push_back(named("gamma", msg::agreeing_gamma, msg::agreeing_about_gamma, gamma));
    result.coefficients.push_back(named("gamma_cat", msg::agreeing_gamma_cat, msg::agreeing_about_gamma_cat, cat));
  }
  return result;
}

}  // namespace codeboom
