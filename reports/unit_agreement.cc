#include "reports/unit_agreement.h"

#include <algorithm>
#include <array>
#include <bit>

#include "message_keys/agreement.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

struct MeasureWords {
  MessageKey name, about, heading;
};

const MeasureWords& words_of(YesNoMeasure measure) {
  static constexpr std::array<MeasureWords, yes_no_measures.size()> words = {{
      {msg::measure_name_percent_agreement, msg::measure_about_percent_agreement, msg::agreeing_short_percent},
      {msg::measure_name_cohen_kappa, msg::measure_about_cohen_kappa, msg::agreeing_short_kappa},
      {msg::measure_name_fleiss_kappa, msg::measure_about_fleiss_kappa, msg::agreeing_short_fleiss},
      {msg::measure_name_krippendorff_alpha, msg::agreeing_about_alpha, msg::agreeing_short_alpha},
      {msg::agreeing_positive, msg::agreeing_about_positive, msg::agreeing_short_positive},
      {msg::measure_name_gwet_ac1, msg::measure_about_gwet_ac1, msg::agreeing_short_ac1},
      {msg::measure_name_scott_pi, msg::measure_about_scott_pi, msg::agreeing_short_pi},
      {msg::measure_name_bennett_s, msg::measure_about_bennett_s, msg::agreeing_short_s},
      {msg::measure_name_conger_kappa, msg::measure_about_conger_kappa, msg::agreeing_short_conger},
      {msg::measure_name_light_kappa, msg::measure_about_light_kappa, msg::agreeing_short_light},
      {msg::measure_name_randolph_kappa, msg::measure_about_randolph_kappa, msg::agreeing_short_randolph},
  }};
  return words[static_cast<std::size_t>(measure)];
}

// Units of one code in which somebody said yes; in all others of the cluster everybody said no.
struct YesPart {
  std::uint32_t cluster = 0;
  std::uint64_t yes = 0;  // bit by bit who said so
  std::uint64_t units = 0;
};

class Measured {
 public:
  Measured(const std::vector<YesNo>& clusters, std::uint32_t coders, const std::vector<std::vector<std::uint32_t>>& rows,
           const std::vector<YesNoMeasure>& measures)
      : clusters_(clusters), coders_(coders), measures_(measures) {
    for (const YesNo& cluster : clusters) {
      const auto known = std::find(masks_.begin(), masks_.end(), cluster.coders);
      mask_of_.push_back(static_cast<std::size_t>(known - masks_.begin()));
      if (known == masks_.end()) masks_.push_back(cluster.coders);
    }
    for (const auto& row : rows) codes_.insert(codes_.end(), row.begin(), row.end());
    std::sort(codes_.begin(), codes_.end());
    codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
    for (const std::uint32_t code : codes_) parts_.push_back(parts_of(code));
    for (const auto& row : rows) {
      std::vector<std::size_t>& places = rows_.emplace_back();
      for (const std::uint32_t code : row) {
        places.push_back(static_cast<std::size_t>(std::lower_bound(codes_.begin(), codes_.end(), code) - codes_.begin()));
      }
    }
    for (const YesNoMeasure measure : measures) {
      first_part_.push_back(width_);
      width_ += part_count(measure, coders);
    }
  }

  std::size_t statistics() const { return rows_.size() * measures_.size(); }

  std::vector<RowAgreement> points() const {
    const std::vector<std::uint32_t> once(clusters_.size(), 1);
    const YesNoTable silent = silence(once);
    std::vector<YesNoTable> tables;
    for (const auto& parts : parts_) tables.push_back(table_of(parts, silent, once));
    std::vector<RowAgreement> results;
    for (const auto& row : rows_) {
      RowAgreement& result = results.emplace_back();
      count_yes(row, result);
      std::vector<YesNoTable> of_row;
      for (const std::size_t code : row) of_row.push_back(tables[code]);
      for (const YesNoMeasure measure : measures_) result.measures.push_back(yes_no_agreement(measure, coders_, of_row));
    }
    return results;
  }

  // Row by row, measure by measure.
  void values(ClusterCounts drawn, std::span<Statistic> out) {
    const YesNoTable silent = silence(drawn);
    sums_.assign(codes_.size() * width_, {});
    for (std::size_t code = 0; code < codes_.size(); ++code) {
      const YesNoTable table = table_of(parts_[code], silent, drawn);
      for (std::size_t j = 0; j < measures_.size(); ++j) add_parts(measures_[j], coders_, table, parts_of(code, j));
    }
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (std::size_t j = 0; j < measures_.size(); ++j) out[i * measures_.size() + j] = pooled(rows_[i], j);
    }
  }

 private:
  std::span<YesNoParts> parts_of(std::size_t code, std::size_t measure) {
    return std::span(sums_).subspan(code * width_ + first_part_[measure], part_count(measures_[measure], coders_));
  }

  Statistic pooled(const std::vector<std::size_t>& row, std::size_t measure) {
    sum_.assign(part_count(measures_[measure], coders_), {});
    for (const std::size_t code : row) {
      const auto parts = parts_of(code, measure);
      for (std::size_t k = 0; k < sum_.size(); ++k) sum_[k] += parts[k];
    }
    return value_of(measures_[measure], sum_);
  }

  std::vector<YesPart> parts_of(std::uint32_t code) const {
    std::vector<YesPart> parts;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
      const auto found = clusters_[i].codes.find(code);
      if (found == clusters_[i].codes.end()) continue;
      for (const Pattern& pattern : found->second) {
        if (pattern.yes != 0) parts.push_back({i, pattern.yes, pattern.units});
      }
    }
    return parts;
  }

  // The units of a code that nobody gave, by who judged them.
  YesNoTable silence(ClusterCounts drawn) const {
    YesNoTable table;
    for (const std::uint64_t mask : masks_) table.push_back({mask, 0, 0});
    for (std::size_t i = 0; i < clusters_.size(); ++i) table[mask_of_[i]].times += clusters_[i].units * drawn[i];
    return table;
  }

  YesNoTable table_of(const std::vector<YesPart>& parts, YesNoTable table, ClusterCounts drawn) const {
    for (const YesPart& part : parts) {
      const std::uint64_t times = part.units * drawn[part.cluster];
      if (times == 0) continue;
      table[mask_of_[part.cluster]].times -= times;
      const std::uint64_t judged = clusters_[part.cluster].coders;
      const auto same = std::find_if(table.begin() + static_cast<std::ptrdiff_t>(masks_.size()), table.end(),
                                     [&](const YesNoPattern& one) { return one.yes == part.yes && one.judged == judged; });
      if (same == table.end()) {
        table.push_back({judged, part.yes, times});
      } else {
        same->times += times;
      }
    }
    return table;
  }

  void count_yes(const std::vector<std::size_t>& row, RowAgreement& result) const {
    result.coders.resize(coders_);
    for (const YesNo& cluster : clusters_) {
      for (std::uint32_t coder = 0; coder < coders_; ++coder) {
        if ((cluster.coders >> coder & 1) != 0) result.coders[coder].judged += cluster.units * row.size();
      }
      if (std::popcount(cluster.coders) >= 2) result.units += cluster.units;
    }
    for (const std::size_t code : row) {
      for (const YesPart& part : parts_[code]) {
        for (std::uint32_t coder = 0; coder < coders_; ++coder) {
          if ((part.yes >> coder & 1) != 0) result.coders[coder].yes += part.units;
        }
      }
    }
  }

  const std::vector<YesNo>& clusters_;
  std::uint32_t coders_;
  const std::vector<YesNoMeasure>& measures_;
  std::vector<std::uint64_t> masks_;  // who judged: few differ
  std::vector<std::size_t> mask_of_;  // by cluster
  std::vector<std::uint32_t> codes_;
  std::vector<std::vector<YesPart>> parts_;     // by code
  std::vector<std::vector<std::size_t>> rows_;  // places in `codes_`
  std::vector<std::size_t> first_part_;         // by measure
  std::size_t width_ = 0;                       // parts of all measures
  std::vector<YesNoParts> sums_, sum_;          // used again for each sample
};

}  // namespace

std::optional<YesNoMeasure> measure_named(std::string_view name) {
  for (const YesNoMeasure measure : yes_no_measures) {
    if (name_of(measure) == name) return measure;
  }
  return std::nullopt;
}

Message name_for_people(YesNoMeasure measure) { return {words_of(measure).name, {}}; }
Message about(YesNoMeasure measure) { return {words_of(measure).about, {}}; }
Message heading(YesNoMeasure measure) { return {words_of(measure).heading, {}}; }

std::vector<YesNoMeasure> measures_for(std::size_t coders, Scope scope) {
  std::vector<YesNoMeasure> measures = {YesNoMeasure::percent_agreement,
                                        coders == 2 ? YesNoMeasure::cohen_kappa : YesNoMeasure::fleiss_kappa,
                                        YesNoMeasure::krippendorff_alpha, YesNoMeasure::positive_agreement, YesNoMeasure::gwet_ac1};
  if (scope == Scope::usual) return measures;
  for (const YesNoMeasure measure : yes_no_measures) {
    const bool there = std::find(measures.begin(), measures.end(), measure) != measures.end();
    if (!there && applies(measure, static_cast<std::uint32_t>(coders))) measures.push_back(measure);
  }
  return measures;
}

void set_interval(Coefficient& coefficient, const Resampled& samples, const Sampling& sampling) {
  coefficient.standard_error.reset();
  coefficient.interval.reset();
  if (!coefficient.value.value || samples.values.empty()) return;
  coefficient.interval = samples.interval(sampling.bootstrap.level);
  coefficient.interval_kind = sampling.drawn;
}

std::vector<RowAgreement> agreement_of(const std::vector<YesNo>& clusters, std::uint32_t coders,
                                       const std::vector<std::vector<std::uint32_t>>& rows, const std::vector<YesNoMeasure>& measures,
                                       const Sampling& sampling) {
  Measured measured(clusters, coders, rows, measures);
  std::vector<RowAgreement> results = measured.points();
  const auto samples = resample(
      clusters.size(), measured.statistics(), [&](ClusterCounts drawn, std::span<Statistic> out) { measured.values(drawn, out); },
      sampling.bootstrap);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < measures.size(); ++j) {
      const Resampled& sample = samples[i * measures.size() + j];
      set_interval(results[i].measures[j], sample, sampling);
      if (measures[j] != YesNoMeasure::krippendorff_alpha || !results[i].measures[j].interval) continue;
      results[i].alpha_below = {*sample.share_below(0.667), *sample.share_below(0.8)};
    }
  }
  return results;
}

}  // namespace codeboom
