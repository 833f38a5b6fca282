#include "reports/agreement_size_formats.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "message_keys/team.h"

namespace codeboom {
namespace {

std::string words(const Message& message, UserLanguage language) { return in_words(message, language); }

double rounded(double value) { return std::round(value * 1e9) / 1e9; }

// Within 0 and 1, in order, each once.
std::vector<double> sensible(std::vector<double> values) {
  for (double& value : values) value = rounded(value);
  std::erase_if(values, [](double value) { return value <= 0 || value >= 1; });
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::vector<double> kappas_around(double kappa) {
  std::vector<double> values = sensible({kappa - 0.2, kappa - 0.1, kappa + 0.1});
  values.push_back(rounded(kappa));  // may be 0
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::vector<double> prevalences_around(double prevalence) {
  return sensible({prevalence / 4, prevalence / 2, prevalence, 0.5});
}

std::vector<PlannedSize> other_widths(const PlannedSize& plan) {
  std::vector<PlannedSize> plans;
  for (const double times : {0.5, 1.0, 1.5, 2.0})
    plans.push_back({plan.expected, rounded(plan.width * times)});
  return plans;
}

std::vector<PlannedSize> around(const PlannedSize& plan) {
  std::vector<PlannedSize> plans;
  for (const double kappa : kappas_around(plan.expected.kappa)) {
    for (const double prevalence : prevalences_around(plan.expected.prevalence)) {
      plans.push_back({{kappa, prevalence, plan.expected.coders}, plan.width});
    }
  }
  for (const PlannedSize& other : other_widths(plan)) plans.push_back(other);
  return plans;
}

std::uint64_t for_kappa(const PlannedSize& plan) {
  return units_for_width(kappa_variance(plan.expected), plan.width);
}
std::uint64_t for_percent(const PlannedSize& plan) {
  return units_for_width(agreement_variance(plan.expected), plan.width);
}

std::string plain(double value) {  // the shortest that is the value, without an exponent
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), rounded(value), std::chars_format::fixed).ptr;
  return std::string(text.data(), end);
}

std::string fields(const PlannedSize& plan) {
  return "\"kappa\":" + plain(plan.expected.kappa) + ",\"prevalence\":" + plain(plan.expected.prevalence) +
         ",\"width\":" + plain(plan.width) + ",\"coders\":" + std::to_string(plan.expected.coders) +
         ",\"documents\":" + std::to_string(for_kappa(plan)) +
         ",\"documents_for_percent\":" + std::to_string(for_percent(plan));
}

}  // namespace

Table table_around(const PlannedSize& plan, UserLanguage language) {
  Table table{{{words({msg::plan_kappa_by_prevalence, {}}, language), Align::left}}, {}};
  const auto prevalences = prevalences_around(plan.expected.prevalence);
  for (const double prevalence : prevalences) {
    table.columns.push_back({words({msg::plan_per_cent, {{"share", prevalence}}}, language), Align::right});
  }
  for (const double kappa : kappas_around(plan.expected.kappa)) {
    table.rows.push_back({words({msg::plan_kappa, {{"kappa", kappa}}}, language)});
    for (const double prevalence : prevalences) {
      table.rows.back().push_back(
          std::to_string(for_kappa({{kappa, prevalence, plan.expected.coders}, plan.width})));
    }
  }
  return table;
}

Table table_of_widths(const PlannedSize& plan, UserLanguage language) {
  Table table{{{words({msg::plan_width, {}}, language), Align::left},
               {words({msg::plan_interval, {}}, language), Align::left},
               {words({msg::plan_for_kappa, {}}, language), Align::right},
               {words({msg::plan_for_percent, {}}, language), Align::right}},
              {}};
  for (const PlannedSize& each : other_widths(plan)) {
    const double kappa = each.expected.kappa;
    table.rows.push_back(
        {words({msg::plan_kappa, {{"kappa", each.width}}}, language),
         words({msg::plan_from_to,
                {{"low", kappa - each.width / 2}, {"high", std::min(1.0, kappa + each.width / 2)}}},
               language),
         std::to_string(for_kappa(each)), std::to_string(for_percent(each))});
  }
  return table;
}

std::vector<Message> sentences(const PlannedSize& plan) {
  const ExpectedAgreement& expected = plan.expected;
  const auto documents = static_cast<std::int64_t>(for_kappa(plan));
  const double agreement = agreement_at(expected.kappa, expected.prevalence);
  std::vector<Message> result{
      {msg::plan_answer,
       {{"kappa", expected.kappa},
        {"prevalence", expected.prevalence},
        {"coders", std::int64_t{expected.coders}},
        {"width", plan.width},
        {"low", expected.kappa - plan.width / 2},
        {"high", std::min(1.0, expected.kappa + plan.width / 2)},
        {"documents", documents},
        {"with_code",
         static_cast<std::int64_t>(std::llround(static_cast<double>(documents) * expected.prevalence))}}},
      {msg::plan_percent_answer,
       {{"agreement", agreement}, {"documents", static_cast<std::int64_t>(for_percent(plan))}}}};
  result.push_back({expected.coders == 2 ? msg::plan_formula : msg::plan_formula_many,
                    {{"variance", kappa_variance(expected)}}});
  result.push_back({msg::plan_assumptions, {}});
  return result;
}

std::string to_csv(const PlannedSize& plan) {
  Table table;
  for (const char* const heading :
       {"kappa", "prevalence", "width", "coders", "documents", "documents_for_percent"}) {
    table.columns.push_back({heading, Align::right});
  }
  std::vector<PlannedSize> plans{plan};
  for (const PlannedSize& each : around(plan)) plans.push_back(each);
  for (const PlannedSize& each : plans) {
    table.rows.push_back({plain(each.expected.kappa), plain(each.expected.prevalence), plain(each.width),
                          std::to_string(each.expected.coders), std::to_string(for_kappa(each)),
                          std::to_string(for_percent(each))});
  }
  return to_csv(table);
}

std::string to_json(const PlannedSize& plan) {
  std::string text =
      "{" + fields(plan) +
      ",\n\"agreement\":" + plain(agreement_at(plan.expected.kappa, plan.expected.prevalence)) +
      ",\"level\":0.95,\"variance\":" + plain(kappa_variance(plan.expected)) +
      ",\"percent_variance\":" + plain(agreement_variance(plan.expected)) + ",\n\"formula\":" +
      (plan.expected.coders == 2
           ? "\"n = Q (2 * 1.959964 / width)^2; Q: Fleiss, Cohen & Everitt (1969), Cantor (1996)\""
           : "\"n = Q (2 * 1.959964 / width)^2; Q: Fleiss' kappa, delta method, beta-binomial (Williams "
             "1975)\"") +
      ",\n\"around\":[";
  bool first = true;
  for (const PlannedSize& each : around(plan)) {
    text += std::string(first ? "\n" : ",\n") + "{" + fields(each) + "}";
    first = false;
  }
  return text + "]}\n";
}

}  // namespace codeboom
