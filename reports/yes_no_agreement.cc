#include "reports/yes_no_agreement.h"

#include <algorithm>
#include <bit>

#include "engine/measure/cohen.h"
#include "engine/measure/gwet.h"
#include "engine/measure/krippendorff.h"
#include "engine/measure/nominal.h"
#include "message_keys/agreement.h"
#include "message_keys/measure.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

struct MeasureWords {
  std::string_view key;
  MessageKey name, about, heading;
};

constexpr std::array<MeasureWords, measure_count> all_words = {{
    {"percent_agreement", msg::measure_name_percent_agreement, msg::measure_about_percent_agreement, msg::agreeing_short_percent},
    {"cohen_kappa", msg::measure_name_cohen_kappa, msg::measure_about_cohen_kappa, msg::agreeing_short_kappa},
    {"fleiss_kappa", msg::measure_name_fleiss_kappa, msg::measure_about_fleiss_kappa, msg::agreeing_short_fleiss},
    {"krippendorff_alpha", msg::measure_name_krippendorff_alpha, msg::agreeing_about_alpha, msg::agreeing_short_alpha},
    {"positive_agreement", msg::agreeing_positive, msg::agreeing_about_positive, msg::agreeing_short_positive},
    {"gwet_ac1", msg::measure_name_gwet_ac1, msg::measure_about_gwet_ac1, msg::agreeing_short_ac1},
    {"scott_pi", msg::measure_name_scott_pi, msg::measure_about_scott_pi, msg::agreeing_short_pi},
    {"bennett_s", msg::measure_name_bennett_s, msg::measure_about_bennett_s, msg::agreeing_short_s},
    {"conger_kappa", msg::measure_name_conger_kappa, msg::measure_about_conger_kappa, msg::agreeing_short_conger},
    {"light_kappa", msg::measure_name_light_kappa, msg::measure_about_light_kappa, msg::agreeing_short_light},
    {"randolph_kappa", msg::measure_name_randolph_kappa, msg::measure_about_randolph_kappa, msg::agreeing_short_randolph},
}};

const MeasureWords& words_of(Measure measure) { return all_words[static_cast<std::size_t>(measure)]; }

// What all measures are computed from. `two` is about the first two coders, in documents that both coded.
struct Counts {
  YesTable table;
  TwoCoders two;
};

std::uint32_t count(std::uint64_t bits) { return static_cast<std::uint32_t>(std::popcount(bits)); }

// The units of one code when everybody always says no, by document, weighed by how often each was drawn.
Counts nobody(const std::vector<YesNo>& documents, std::uint32_t coders, std::uint64_t codes, std::span<const std::uint32_t> drawn) {
  Counts counts{YesTable(coders), {}};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::uint64_t units = documents[i].units * codes * drawn[i];
    counts.table.add(count(documents[i].coders), 0, units);
    if ((documents[i].coders & 3) == 3) counts.two.neither += units;
  }
  return counts;
}

void add_parts(Counts& counts, const std::vector<YesNo>& documents, const YesRow& row, std::span<const std::uint32_t> drawn) {
  const std::size_t width = counts.table.coders + 1;
  for (const YesRow::Part& part : row.parts) {
    const std::uint64_t units = part.units * drawn[part.document];
    const std::uint32_t judged = count(documents[part.document].coders);
    counts.table.units[judged * width] -= units;
    counts.table.units[judged * width + count(part.yes)] += units;
    if ((documents[part.document].coders & 3) != 3) continue;
    counts.two.neither -= units;
    counts.two.add((part.yes & 1) != 0, (part.yes & 2) != 0, units);
  }
}

// Twice the agreements on yes over all that each of a pair said yes to, all pairs together.
Coefficient positive_agreement(const YesTable& table, const CountTable& counts) {
  double agreed = 0, said = 0;
  for (std::uint32_t judged = 2; judged <= table.coders; ++judged) {
    for (std::uint32_t yes = 1; yes <= judged; ++yes) {
      const auto times = static_cast<double>(table.units[judged * (table.coders + 1) + yes]);
      agreed += times * yes * (yes - 1.0);
      said += times * yes * (judged - 1.0);
    }
  }
  Coefficient result = percent_agreement(counts);  // for the numbers of units and values
  result.value = ratio(agreed, said, msg::agreeing_nobody_said_yes);
  result.observed = result.value;
  result.expected = undefined(msg::agreement_no_chance);
  return result;
}

// Who said what, unit by unit: only for measures that need it.
Ratings ratings_of(const std::vector<YesNo>& documents, std::uint32_t coders, const YesRow& row) {
  Ratings ratings{coders, 2, {}};
  std::vector<std::uint64_t> silent(documents.size());
  const auto add = [&](std::size_t document, std::uint64_t yes, std::uint64_t units) {
    for (std::uint64_t i = 0; i < units; ++i) {
      for (std::uint32_t coder = 0; coder < coders; ++coder) {
        const bool judged = (documents[document].coders >> coder & 1) != 0;
        ratings.cells.push_back(judged ? static_cast<Label>(yes >> coder & 1) : no_label);
      }
    }
  };
  for (std::size_t i = 0; i < documents.size(); ++i) silent[i] = documents[i].units * row.codes;
  for (const YesRow::Part& part : row.parts) {
    add(part.document, part.yes, part.units);
    silent[part.document] -= part.units;
  }
  for (std::size_t i = 0; i < documents.size(); ++i) add(i, 0, silent[i]);
  return ratings;
}

bool needs_ratings(Measure measure) { return measure == Measure::conger_kappa || measure == Measure::light_kappa; }

Coefficient coefficient(Measure measure, const Counts& counts, const CountTable& table) {
  switch (measure) {
    case Measure::percent_agreement: return percent_agreement(table);
    case Measure::cohen_kappa: return cohen_kappa(confusion(counts.two)).kappa;
    case Measure::fleiss_kappa: return fleiss_kappa(table);
    case Measure::krippendorff_alpha: return krippendorff_alpha(table);
    case Measure::positive_agreement: return positive_agreement(counts.table, table);
    case Measure::gwet_ac1: return gwet_ac(table);
    case Measure::scott_pi: return scott_pi(confusion(counts.two));
    case Measure::bennett_s: return bennett_s(confusion(counts.two));
    case Measure::randolph_kappa: return brennan_prediger(table);
    case Measure::conger_kappa:
    case Measure::light_kappa: break;
  }
  return {};
}

Coefficient without_analytic(Coefficient one) {
  one.standard_error.reset();
  one.interval.reset();
  return one;
}

RowAgreement point(const std::vector<YesNo>& documents, std::uint32_t coders, const YesRow& row, const std::vector<Measure>& measures,
                   const Counts& base) {
  const std::vector<std::uint32_t> once(documents.size(), 1);
  Counts counts = base;
  add_parts(counts, documents, row, once);
  const CountTable table = count_table(counts.table);
  RowAgreement result;
  result.coders.resize(coders);
  for (const YesNo& document : documents) {
    for (std::uint32_t coder = 0; coder < coders; ++coder) {
      if ((document.coders >> coder & 1) != 0) result.coders[coder].judged += document.units * row.codes;
    }
    if (count(document.coders) >= 2) result.units += document.units * row.codes;
  }
  for (const YesRow::Part& part : row.parts) {
    for (std::uint32_t coder = 0; coder < coders; ++coder) {
      if ((part.yes >> coder & 1) != 0) result.coders[coder].yes += part.units;
    }
  }
  Ratings ratings;
  if (std::any_of(measures.begin(), measures.end(), needs_ratings)) ratings = ratings_of(documents, coders, row);
  for (const Measure measure : measures) {
    Coefficient one = measure == Measure::conger_kappa ? conger_kappa(ratings)
                      : measure == Measure::light_kappa ? light_kappa(ratings)
                                                        : coefficient(measure, counts, table);
    result.measures.push_back(without_analytic(std::move(one)));
  }
  return result;
}

void add_intervals(std::vector<RowAgreement>& results, const std::vector<YesNo>& documents, std::uint32_t coders,
                   const std::vector<YesRow>& rows, const std::vector<Measure>& measures, const BootstrapOptions& options) {
  if (documents.size() < 2 || options.replicates == 0) return;
  std::vector<std::vector<Resampled>> samples(rows.size(), std::vector<Resampled>(measures.size()));
  Draw draw(options.seed);
  std::vector<std::uint32_t> drawn(documents.size());
  for (std::uint32_t replicate = 0; replicate < options.replicates; ++replicate) {
    std::fill(drawn.begin(), drawn.end(), 0);
    for (std::size_t i = 0; i < documents.size(); ++i) ++drawn[draw.below(documents.size())];
    std::map<std::uint64_t, Counts> bases;  // by number of codes
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto base = bases.find(rows[i].codes);
      if (base == bases.end()) base = bases.emplace(rows[i].codes, nobody(documents, coders, rows[i].codes, drawn)).first;
      Counts counts = base->second;
      add_parts(counts, documents, rows[i], drawn);
      const CountTable table = count_table(counts.table);
      for (std::size_t j = 0; j < measures.size(); ++j) {
        if (needs_ratings(measures[j])) continue;
        if (const auto value = coefficient(measures[j], counts, table).value.value) samples[i][j].values.push_back(*value);
      }
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < measures.size(); ++j) {
      Resampled& sample = samples[i][j];
      sample.replicates = options.replicates;
      std::sort(sample.values.begin(), sample.values.end());
      Coefficient& one = results[i].measures[j];
      if (!one.value.value) continue;
      one.interval = sample.interval(options.level);
      one.interval_kind = IntervalKind::bootstrap_clusters;
      if (measures[j] != Measure::krippendorff_alpha || sample.values.empty()) continue;
      results[i].alpha_below = {*sample.share_below(0.667), *sample.share_below(0.8)};
    }
  }
}

}  // namespace

std::string_view name_of(Measure measure) { return words_of(measure).key; }

std::optional<Measure> measure_named(std::string_view name) {
  for (std::size_t i = 0; i < measure_count; ++i) {
    if (all_words[i].key == name) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

Message name_for_people(Measure measure) { return {words_of(measure).name, {}}; }
Message about(Measure measure) { return {words_of(measure).about, {}}; }
Message heading(Measure measure) { return {words_of(measure).heading, {}}; }

std::vector<Measure> measures_for(std::size_t coders, Scope scope) {
  std::vector<Measure> measures = {Measure::percent_agreement, coders == 2 ? Measure::cohen_kappa : Measure::fleiss_kappa,
                                   Measure::krippendorff_alpha, Measure::positive_agreement, Measure::gwet_ac1};
  if (scope == Scope::usual) return measures;
  if (coders == 2) measures.insert(measures.end(), {Measure::scott_pi, Measure::bennett_s, Measure::fleiss_kappa});
  measures.insert(measures.end(), {Measure::conger_kappa, Measure::light_kappa, Measure::randolph_kappa});
  return measures;
}

YesRow row_of(const std::vector<YesNo>& documents, const std::vector<std::uint32_t>& codes) {
  YesRow row{codes.size(), {}};
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    for (const std::uint32_t code : codes) {
      const auto found = documents[i].codes.find(code);
      if (found == documents[i].codes.end()) continue;
      for (const Pattern& pattern : found->second) {
        if (pattern.yes != 0) row.parts.push_back({i, pattern.yes, pattern.units});
      }
    }
  }
  return row;
}

std::vector<RowAgreement> agreement_of(const std::vector<YesNo>& documents, std::uint32_t coders, const std::vector<YesRow>& rows,
                                       const std::vector<Measure>& measures, const BootstrapOptions& bootstrap) {
  const std::vector<std::uint32_t> once(documents.size(), 1);
  std::vector<RowAgreement> results;
  for (const YesRow& row : rows) {
    results.push_back(point(documents, coders, row, measures, nobody(documents, coders, row.codes, once)));
  }
  add_intervals(results, documents, coders, rows, measures, bootstrap);
  return results;
}

}  // namespace codeboom
