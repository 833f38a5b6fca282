#include "reports/ratings_agreement.h"

#include "engine/measure/alpha_bootstrap.h"
#include "engine/measure/cohen.h"
#include "engine/measure/gwet.h"
#include "engine/measure/nominal.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

using Kind = Metric::Kind;
constexpr std::size_t most_values = 100;

// What all coefficients of one table are computed from.
struct Judgements {
  const RatingsTable& table;
  Ratings named;  // with the named labels only, for weights: an anonymous label has no place in an order
  CountTable counts, named_counts;
};

Judgements judgements_of(const RatingsTable& table) {
  Ratings named = table.ratings;
  named.labels = static_cast<std::uint32_t>(table.labels.size());
  CountTable counts = count_table(table.ratings), named_counts = counts;
  named_counts.labels = named.labels;
  return {table, std::move(named), std::move(counts), std::move(named_counts)};
}

Metric metric_of(Kind kind, const RatingsTable& table) {
  switch (kind) {
    case Kind::ordinal:
      return ordinal_metric();
    case Kind::interval:
      return interval_metric(table.numbers);
    case Kind::ratio:
      return ratio_metric(table.numbers);
    default:
      return nominal_metric();
  }
}

std::vector<double> places_of(const RatingsTable& table, Kind metric) {
  const bool by_number = metric == Kind::interval || metric == Kind::ratio;
  return by_number ? table.numbers : equal_steps(static_cast<std::uint32_t>(table.labels.size()));
}

Coefficient for_two_only(const CountTable& counts, MessageKey gap) {
  Coefficient coefficient = percent_agreement(counts);
  coefficient.value = coefficient.observed = coefficient.expected = undefined(gap);
  coefficient.standard_error.reset();
  coefficient.interval.reset();
  return coefficient;
}

Coefficient uncorrected(const Coefficient& kappa, const Statistic& value) {
  Coefficient coefficient = kappa;
  coefficient.value = value;
  coefficient.observed = coefficient.expected = undefined(value.gap);
  coefficient.standard_error.reset();
  coefficient.interval.reset();
  return coefficient;
}

NamedCoefficient named(std::string key, MessageKey name, Message about, Coefficient coefficient) {
  return {std::move(key), {name, {}}, std::move(coefficient), std::move(about)};
}

NamedCoefficient named(std::string key, MessageKey name, MessageKey about, Coefficient coefficient) {
  return named(std::move(key), name, Message{about, {}}, std::move(coefficient));
}

NamedCoefficient alpha_of(const Judgements& judgements, Kind metric) {
  return named("krippendorff_alpha", msg::measure_name_krippendorff_alpha,
               Message{msg::measure_about_krippendorff_alpha, {{"metric", std::string(name_of(metric))}}},
               krippendorff_alpha(judgements.counts, metric_of(metric, judgements.table)));
}

void add_usual(std::vector<NamedCoefficient>& list, const Judgements& judgements, Kind metric) {
  const CountTable& counts = judgements.counts;
  const Ratings& ratings = judgements.table.ratings;
  const bool two = ratings.coders == 2;
  const Confusion table = two ? confusion(ratings, 0, 1) : Confusion{};
  list.push_back(named("percent_agreement", msg::measure_name_percent_agreement, msg::measure_about_percent_agreement,
                       percent_agreement(counts)));
  list.push_back(named("cohen_kappa", msg::measure_name_cohen_kappa, msg::measure_about_cohen_kappa,
                       two ? cohen_kappa(table).kappa : for_two_only(counts, msg::ratings_cohen_is_for_two)));
  list.push_back(named("scott_pi", msg::measure_name_scott_pi, msg::measure_about_scott_pi,
                       two ? scott_pi(table) : for_two_only(counts, msg::ratings_scott_is_for_two)));
  list.push_back(named("bennett_s", msg::measure_name_bennett_s, msg::measure_about_bennett_s,
                       two ? bennett_s(table) : for_two_only(counts, msg::ratings_bennett_is_for_two)));
  list.push_back(
      named("fleiss_kappa", msg::measure_name_fleiss_kappa, msg::measure_about_fleiss_kappa, fleiss_kappa(counts)));
  list.push_back(
      named("conger_kappa", msg::measure_name_conger_kappa, msg::measure_about_conger_kappa, conger_kappa(ratings)));
  list.push_back(named("light_kappa", msg::measure_name_light_kappa, msg::measure_about_light_kappa, light_kappa(ratings)));
  list.push_back(named("randolph_kappa", msg::measure_name_randolph_kappa, msg::measure_about_randolph_kappa,
                       brennan_prediger(counts)));
  list.push_back(named("gwet_ac1", msg::measure_name_gwet_ac1, msg::measure_about_gwet_ac1, gwet_ac(counts)));
  list.push_back(alpha_of(judgements, metric));
}

Message about_ac2(const char* weights) { return {msg::measure_about_gwet_ac2, {{"weights", std::string(weights)}}}; }

void add_by_metric(std::vector<NamedCoefficient>& list, const Judgements& judgements, Kind metric, Scope scope) {
  const std::vector<double> places = places_of(judgements.table, metric);
  const CountTable& counts = judgements.named_counts;
  const auto labels = judgements.named.labels;
  if (metric != Kind::nominal) {
    const bool ordinal = metric == Kind::ordinal;
    list.push_back(named("gwet_ac2", msg::measure_name_gwet_ac2, about_ac2(ordinal ? "ordinal" : "quadratic"),
                         gwet_ac(counts, ordinal ? ordinal_weights(labels) : quadratic_weights(places))));
  }
  if (metric == Kind::nominal && (scope == Scope::usual || !judgements.table.ordered)) return;
  if (judgements.named.coders == 2) {
    const Confusion table = confusion(judgements.named, 0, 1);
    list.push_back(named("cohen_kappa_linear", msg::measure_name_cohen_kappa_linear, msg::measure_about_cohen_kappa_linear,
                         cohen_kappa(table, linear_weights(places)).kappa));
    list.push_back(named("cohen_kappa_quadratic", msg::measure_name_cohen_kappa_quadratic,
                         msg::measure_about_cohen_kappa_quadratic, cohen_kappa(table, quadratic_weights(places)).kappa));
  }
  if (scope == Scope::usual) return;
  list.push_back(named("gwet_ac2_linear", msg::measure_name_gwet_ac2_linear, about_ac2("linear"),
                       gwet_ac(counts, linear_weights(places))));
  list.push_back(named("gwet_ac2_quadratic", msg::measure_name_gwet_ac2_quadratic, about_ac2("quadratic"),
                       gwet_ac(counts, quadratic_weights(places))));
  list.push_back(named("gwet_ac2_ordinal", msg::measure_name_gwet_ac2_ordinal, about_ac2("ordinal"),
                       gwet_ac(counts, ordinal_weights(labels))));
}

void add_rest(std::vector<NamedCoefficient>& list, const Judgements& judgements) {
  const Ratings& ratings = judgements.table.ratings;
  const bool two = ratings.coders == 2;
  if (two) {
    const CohenKappa kappa = cohen_kappa(confusion(ratings, 0, 1));
    list.push_back(named("kappa_max", msg::measure_name_kappa_max, msg::measure_about_kappa_max,
                         uncorrected(kappa.kappa, kappa.maximum)));
  }
  list.push_back(named("holsti", msg::measure_name_holsti, msg::measure_about_holsti,
                       two ? holsti(ratings) : for_two_only(judgements.counts, msg::ratings_holsti_is_for_two)));
  list.push_back(named("unanimous_agreement", msg::measure_name_unanimous_agreement, msg::measure_about_unanimous_agreement,
                       unanimous_agreement(ratings)));
  list.push_back(named("pairwise_agreement", msg::measure_name_pairwise_agreement, msg::measure_about_pairwise_agreement,
                       pairwise_agreement(ratings)));
  for (const Kind kind : {Kind::nominal, Kind::ordinal, Kind::interval, Kind::ratio}) {
    const bool numbers = kind == Kind::interval || kind == Kind::ratio;
    if (kind == Kind::ordinal ? !judgements.table.ordered : numbers && judgements.table.numbers.empty()) continue;
    if (kind == Kind::ratio && judgements.table.numbers.front() < 0) continue;
    NamedCoefficient alpha = alpha_of(judgements, kind);
    alpha.coefficient.interval.reset();  // one alpha has one, by drawing units
    alpha.key += "_" + std::string(name_of(kind));
    alpha.name = {msg::measure_name_krippendorff_alpha_with, {{"metric", std::string(name_of(kind))}}};
    list.push_back(std::move(alpha));
  }
}

std::vector<ValueAgreement> per_value(const Judgements& judgements) {
  std::vector<ValueAgreement> values;
  const RatingsTable& table = judgements.table;
  if (table.labels.size() > most_values) return values;
  std::vector<Coefficient> alphas = krippendorff_alpha_per_label(judgements.counts);
  for (std::size_t label = 0; label < table.labels.size(); ++label) {
    values.push_back({table.labels[label], std::vector<std::uint64_t>(table.ratings.coders, 0), std::move(alphas[label])});
  }
  for (std::size_t unit = 0; unit < table.ratings.units(); ++unit) {
    const auto labels = table.ratings.unit(unit);
    for (std::size_t coder = 0; coder < labels.size(); ++coder) {
      if (labels[coder] != no_label) ++values[labels[coder]].given[coder];
    }
  }
  return values;
}

std::vector<PairAgreement> per_pair(const Judgements& judgements) {
  std::vector<PairAgreement> pairs;
  const Ratings& ratings = judgements.table.ratings;
  if (ratings.coders < 3) return pairs;
  for (std::uint32_t first = 0; first < ratings.coders; ++first) {
    for (std::uint32_t second = first + 1; second < ratings.coders; ++second) {
      const std::uint32_t both[] = {first, second};
      const CountTable counts = count_table(of_coders(ratings, both));
      pairs.push_back({first,
                       second,
                       {named("percent_agreement", msg::measure_name_percent_agreement, msg::measure_about_percent_agreement,
                              percent_agreement(counts)),
                        named("cohen_kappa", msg::measure_name_cohen_kappa, msg::measure_about_cohen_kappa,
                              cohen_kappa(confusion(ratings, first, second)).kappa)}});
    }
  }
  return pairs;
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::ordinal:
      return "ordinal";
    case Kind::interval:
      return "interval";
    case Kind::ratio:
      return "ratio";
    case Kind::circular:
      return "circular";
    case Kind::custom:
      return "custom";
    default:
      return "nominal";
  }
}

RatingsAgreement agreement_of(const RatingsTable& table, const RatingsAgreementOptions& options) {
  const Judgements judgements = judgements_of(table);
  const Metric metric = metric_of(options.metric, table);
  RatingsAgreement result;
  add_usual(result.coefficients, judgements, options.metric);
  Coefficient& alpha = result.coefficients.back().coefficient;
  if (options.bootstrap.replicates > 0) {
    const CountStatistic statistic = [&](const CountTable& sample) { return krippendorff_alpha_value(sample, metric); };
    result.by_units = std::move(resample_units(judgements.counts, {statistic}, options.bootstrap).front());
    alpha.interval = alpha.value.value ? result.by_units.interval(options.bootstrap.level) : std::nullopt;
    alpha.interval_kind = IntervalKind::bootstrap_units;
    if (options.krippendorff_bootstrap) {
      result.by_krippendorff = krippendorff_bootstrap(judgements.counts, metric, options.bootstrap);
    }
  }
  for (const CountTable::Pattern& pattern : judgements.counts.patterns) {
    if (pattern.judged < 2) result.not_paired += pattern.times;
  }
  add_by_metric(result.coefficients, judgements, options.metric, options.scope);
  if (options.scope == Scope::usual) return result;
  add_rest(result.coefficients, judgements);
  result.values = per_value(judgements);
  result.pairs = per_pair(judgements);
  return result;
}

}  // namespace codeboom
