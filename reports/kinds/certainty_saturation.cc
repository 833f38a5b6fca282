#include <algorithm>
#include <cmath>

#include "engine/count/richness.h"
#include "engine/count/saturation.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/certainty_parts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

constexpr std::size_t most_steps = 40;        // of a curve, and rows of its table
constexpr std::size_t many_documents = 2000;  // from here on fewer orders say as much
constexpr std::uint32_t orders_of_few = 1000, orders_of_many = 200;
constexpr std::size_t steps_ahead = 8;  // as many documents again

// Numbers of documents at which the curve is shown, the first and the last included.
std::vector<std::size_t> steps_of(std::size_t documents) {
  std::vector<std::size_t> steps;
  const std::size_t shown = std::min(documents, most_steps);
  for (std::size_t i = 1; i <= shown; ++i) {
    const std::size_t step = (documents * i + shown - 1) / shown;
    if (steps.empty() || step != steps.back()) steps.push_back(step);
  }
  if (steps.front() != 1) steps.insert(steps.begin(), 1);
  return steps;
}

struct Curve {
  CurveChart chart;
  ReportTable table;
};

ReportTable frame(std::uint64_t documents, std::uint32_t orders, UserLanguage language) {
  ReportTable table;
  table.key = "saturation";
  table.caption = words(msg::certainty_curve_caption, language,
                        {{"documents", whole(documents)}, {"orders", whole(orders)}});
  table.columns = {column("documents", msg::counts_documents, ColumnKind::count, language),
                   column("codes", msg::certainty_codes, ColumnKind::decimal, language),
                   column("low", msg::counts_low, ColumnKind::decimal, language),
                   column("high", msg::counts_high, ColumnKind::decimal, language),
                   column("fresh", msg::certainty_fresh, ColumnKind::decimal, language)};
  table.note = words(msg::certainty_curve_note, language);
  return table;
}

void add_seen(Curve& curve, const Saturation& drawn, const std::vector<double>& expected,
              UserLanguage language) {
  CurveChart::Line line{words(msg::certainty_line_seen, language), {}, false};
  for (const std::size_t step : steps_of(expected.size())) {
    const double mean = expected[step - 1];
    const Band& band = drawn.seen[step - 1];
    line.points.push_back({static_cast<double>(step), mean, band.low, band.high});
    const double fresh = step == 1 ? mean : mean - expected[step - 2];
    curve.table.rows.push_back(
        {{count_cell(step), decimal_cell(mean, language), decimal_cell(band.low, language),
          decimal_cell(band.high, language), decimal_cell(fresh, language)}});
  }
  curve.chart.lines.push_back(std::move(line));
}

// What as many documents again would bring.
void add_expected(Curve& curve, const IncidenceCounts& counts, UserLanguage language) {
  CurveChart::Line line{words(msg::certainty_line_expected, language), {}, true};
  line.points.push_back({static_cast<double>(counts.documents), static_cast<double>(counts.seen()), {}, {}});
  std::uint64_t last = 0;
  for (std::size_t i = 1; i <= steps_ahead; ++i) {
    const std::uint64_t more = (counts.documents * i + steps_ahead - 1) / steps_ahead;
    const Extrapolated ahead = extrapolated(counts, more);
    if (!ahead.labels.value || more == last) continue;
    last = more;
    const std::uint64_t documents = counts.documents + more;
    line.points.push_back({static_cast<double>(documents), *ahead.labels.value, {}, {}});
    curve.table.rows.push_back({{Cell{words(msg::certainty_expected_at, language, {{"n", whole(documents)}}),
                                      static_cast<double>(documents)},
                                 decimal_cell(ahead.labels.value, language),
                                 {},
                                 {},
                                 {}}});
  }
  if (line.points.size() > 1) curve.chart.lines.push_back(std::move(line));
}

Prose stop_rule(const Saturation& drawn, const StopRule& rule, std::size_t documents, UserLanguage language) {
  MessageArguments arguments{{"base", std::int64_t{rule.base}},      {"run", std::int64_t{rule.run}},
                             {"threshold", rule.threshold},          {"stopped", std::int64_t{drawn.stopped}},
                             {"orders", std::int64_t{drawn.orders}}, {"documents", whole(documents)}};
  if (!drawn.documents) return {words(msg::certainty_never_stopped, language, arguments)};
  arguments.emplace_back("mean", drawn.documents->mean);
  arguments.emplace_back("low", drawn.documents->low);
  arguments.emplace_back("high", drawn.documents->high);
  arguments.emplace_back("seen", drawn.share_seen.value_or(0));
  return {words(msg::certainty_stopped, language, arguments)};
}

std::string number(double value, UserLanguage language) {
  return words(msg::certainty_number, language, {{"value", value}});
}

// "78", "22 documenten", or why there is none.
std::string further(const FurtherDocuments& more, UserLanguage language) {
  if (!more.documents) return words(more.gap, language);
  return words(more.far ? msg::certainty_more_far : msg::certainty_more, language,
               {{"n", whole(*more.documents)}});
}

void add_row(ReportTable& table, MessageKey what, MessageArguments arguments, const Statistic& value,
             const std::string& text, const std::string& remark, UserLanguage language) {
  table.rows.push_back({{text_cell(words(what, language, std::move(arguments))),
                         value.value ? Cell{text, value.value} : Cell{},
                         text_cell(value.value ? remark : words(value.gap, language))}});
}

void add_estimate(ReportTable& table, MessageKey what, const Richness& richness, UserLanguage language) {
  const Estimate& labels = richness.labels;
  const std::string text = labels.value.value ? number(*labels.value.value, language) : std::string();
  const std::string remark = labels.interval
                                 ? words(msg::certainty_interval, language,
                                         {{"low", labels.interval->low}, {"high", labels.interval->high}})
                                 : words(labels.gap, language);
  add_row(table, what, {}, labels.value, text, remark, language);
}

ReportTable missed_table(const Counted& counted, const IncidenceCounts& counts, const Whole& of,
                         UserLanguage language) {
  ReportTable table;
  table.key = "missed";
  table.caption = words(msg::certainty_missed_caption, language, {{"documents", whole(counts.documents)}});
  table.columns = {column("what", msg::certainty_what, ColumnKind::text, language),
                   column("value", msg::certainty_value, ColumnKind::decimal, language),
                   column("remark", msg::counts_remark, ColumnKind::text, language)};
  const auto count = [&](MessageKey what, std::uint64_t n) {
    add_row(table, what, {}, defined(static_cast<double>(n)), std::to_string(n), "", language);
  };
  count(msg::certainty_row_documents, counts.documents);
  count(msg::certainty_row_codes, counted.codes.size());
  count(msg::certainty_row_seen, counts.seen());
  count(msg::certainty_row_once, counts.in_exactly(1));
  count(msg::certainty_row_twice, counts.in_exactly(2));
  add_estimate(table, msg::certainty_row_chao2, chao2(counts, Chao2Form::classic), language);
  add_estimate(table, msg::certainty_row_chao2_corrected, chao2(counts, Chao2Form::bias_corrected), language);
  if (of.documents) {
    const Statistic labels = chao2_of_population(counts, *of.documents);
    add_row(table, msg::certainty_row_chao2_whole, {{"whole", whole(*of.documents)}}, labels,
            labels.value ? number(*labels.value, language) : std::string(),
            words(msg::certainty_no_interval, language), language);
  }
  for (const auto& [what, value] : {std::pair{msg::certainty_row_coverage, coverage(counts)},
                                    std::pair{msg::certainty_row_turing, turing_coverage(counts)}}) {
    add_row(table, what, {}, value,
            value.value ? words(msg::certainty_share, language, {{"share", *value.value}}) : std::string(),
            "", language);
  }
  for (const double goal : {0.90, 0.95}) {
    const FurtherDocuments more = documents_for_coverage(counts, goal);
    const Statistic value =
        more.documents ? defined(static_cast<double>(*more.documents)) : undefined(more.gap);
    add_row(table, msg::certainty_row_more, {{"goal", goal}}, value,
            more.documents ? std::to_string(*more.documents) : std::string(),
            more.far ? words(msg::certainty_far, language) : std::string(), language);
  }
  return table;
}

}  // namespace

std::vector<ReportElement> saturation_of(const Counted& counted, const ReportRequest& request) {
  const UserLanguage language = request.language;
  std::vector<ReportElement> elements{Heading{2, words(msg::certainty_saturation, language), "verzadiging"}};
  const auto labels = labels_of(counted);
  const IncidenceCounts counts = incidence_counts(labels);
  if (labels.size() < 2 || counts.seen() == 0) {
    elements.emplace_back(
        Prose{words(msg::certainty_no_curve, language,
                    {{"documents", whole(labels.size())}, {"codes", whole(counts.seen())}})});
    return elements;
  }
  SaturationOptions options;
  options.seed = request.seed;
  options.orders = labels.size() < many_documents ? orders_of_few : orders_of_many;
  const Saturation drawn = saturation(labels, options);
  Curve curve{{}, frame(labels.size(), options.orders, language)};
  curve.chart.x_axis = words(msg::certainty_x_axis, language);
  curve.chart.y_axis = words(msg::certainty_y_axis, language);
  add_seen(curve, drawn, expected_accumulation(counts), language);
  add_expected(curve, counts, language);
  const Richness richness = chao2(counts, Chao2Form::classic);
  if (richness.labels.value.value) {
    curve.chart.levels.push_back(
        {*richness.labels.value.value,
         words(msg::certainty_level, language, {{"value", *richness.labels.value.value}})});
  }
  elements.emplace_back(stop_rule(drawn, options.rule, labels.size(), language));
  elements.emplace_back(ReportChart{{words(msg::certainty_curve, language),
                                     words(msg::certainty_curve_described, language,
                                           {{"documents", whole(labels.size())},
                                            {"codes", whole(counts.seen())},
                                            {"orders", whole(options.orders)}}),
                                     std::move(curve.chart)},
                                    curve.table.key});
  elements.emplace_back(std::move(curve.table));
  return elements;
}

std::vector<ReportElement> missed_codes(const Counted& counted, const ReportRequest& request) {
  const UserLanguage language = request.language;
  std::vector<ReportElement> elements{Heading{2, words(msg::certainty_missed, language), "nog-niet-gezien"}};
  const IncidenceCounts counts = incidence_counts(labels_of(counted));
  const Richness richness = chao2(counts, Chao2Form::classic);
  const Statistic covered = coverage(counts);
  if (richness.labels.value.value && covered.value) {
    const double missed = *richness.labels.value.value - static_cast<double>(counts.seen());
    elements.emplace_back(
        Prose{words(msg::certainty_missed_lead, language,
                    {{"documents", whole(counts.documents)},
                     {"seen", whole(counts.seen())},
                     {"once", whole(counts.in_exactly(1))},
                     {"labels", std::int64_t{std::llround(*richness.labels.value.value)}},
                     {"missed", std::int64_t{std::llround(missed)}},
                     {"coverage", *covered.value},
                     {"for_90", further(documents_for_coverage(counts, 0.90), language)},
                     {"for_95", further(documents_for_coverage(counts, 0.95), language)}})});
  } else {
    const MessageKey gap = richness.labels.value.value ? covered.gap : richness.labels.value.gap;
    elements.emplace_back(
        Prose{words(msg::certainty_missed_unknown, language, {{"why", std::vector<Message>{{gap, {}}}}})});
  }
  elements.emplace_back(missed_table(counted, counts, whole_of(counted, request), language));
  elements.emplace_back(Prose{words(msg::certainty_missed_how, language), Tone::small});
  return elements;
}

}  // namespace codeboom
