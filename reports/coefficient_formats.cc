#include "reports/coefficient_formats.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "corpus/delimited.h"
#include "message_keys/ratings.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words(Message{key, std::move(arguments)}, language);
}

std::string number_or(const std::optional<double>& value, std::string_view otherwise) {
  return value ? json_number(*value) : std::string(otherwise);
}

std::string_view name_of(Parts parts) { return parts == Parts::agreement ? "agreement" : "disagreement"; }

std::string_view name_of(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::analytic:
      return "analytic";
    case IntervalKind::bootstrap_clusters:
      return "bootstrap_clusters";
    case IntervalKind::bootstrap_units:
      return "bootstrap_units";
    case IntervalKind::bootstrap_krippendorff:
      return "bootstrap_krippendorff";
    case IntervalKind::chance_samples:
      return "chance_samples";
  }
  return "";
}

// Three decimals, and no minus before a zero.
std::string short_number(double value, UserLanguage language) {
  return words(msg::coefficient_number, language, {{"value", std::abs(value) < 0.0005 ? 0.0 : value}});
}

std::string short_number(const Statistic& statistic, UserLanguage language) {
  return statistic.value ? short_number(*statistic.value, language) : words(msg::coefficient_none, language);
}

// To people, none beyond 1, which no coefficient exceeds; programs get what the formula gives.
std::string range(const Interval& interval, UserLanguage language) {
  return words(msg::coefficient_range, language, {{"low", interval.low}, {"high", std::min(1.0, interval.high)}});
}

}  // namespace

std::string json_number(double value) {
  if (std::abs(value) < 1e-13) return "0.0";  // what is left of a difference of equal sums
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 12).ptr;
  std::string text(buffer, end);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string to_json(const Coefficient& coefficient, UserLanguage language) {
  const Statistic& value = coefficient.value;
  std::string text =
      "{\"value\":" + number_or(value.value, "null") + ",\"observed\":" + number_or(coefficient.observed.value, "null") +
      ",\"expected\":" + number_or(coefficient.expected.value, "null") + ",\"parts\":" + quoted(name_of(coefficient.parts)) +
      ",\"standard_error\":" + number_or(coefficient.standard_error, "null") + ",\"interval\":";
  if (coefficient.interval) {
    text += "[" + json_number(coefficient.interval->low) + "," + json_number(coefficient.interval->high) +
            "],\"interval_kind\":" + quoted(name_of(coefficient.interval_kind));
  } else {
    text += "null,\"interval_kind\":null";
  }
  text += ",\"n\":" + std::to_string(coefficient.units) + ",\"values\":" + std::to_string(coefficient.values) +
          ",\"missing\":" + std::to_string(coefficient.missing);
  const std::string reason = value.value ? "null" : quoted(words(value.gap, language));
  const std::string gap = value.value ? "null" : quoted(codeboom::name_of(value.gap));
  return text + ",\"reason\":" + reason + ",\"gap\":" + gap + "}";
}

std::string to_json_members(std::span<const NamedCoefficient> coefficients, UserLanguage language) {
  std::string text;
  for (const NamedCoefficient& one : coefficients) {
    text += (text.empty() ? "" : ",\n") + quoted(one.key) + ":" + to_json(one.coefficient, language);
  }
  return text;
}

Table to_table(std::span<const NamedCoefficient> coefficients, UserLanguage language) {
  Table table{{{words(msg::coefficient_name, language), Align::left},
               {words(msg::coefficient_value, language), Align::right},
               {words(msg::coefficient_interval, language), Align::right},
               {words(msg::coefficient_observed, language), Align::right},
               {words(msg::coefficient_expected, language), Align::right},
               {words(msg::coefficient_units, language), Align::right}},
              {}};
  const std::string none = words(msg::coefficient_none, language);
  for (const NamedCoefficient& one : coefficients) {
    const Coefficient& coefficient = one.coefficient;
    table.rows.push_back({in_words(one.name, language), short_number(coefficient.value, language),
                          coefficient.interval ? range(*coefficient.interval, language) : none,
                          short_number(coefficient.observed, language), short_number(coefficient.expected, language),
                          std::to_string(coefficient.units)});
  }
  return table;
}

std::string definitions(std::span<const NamedCoefficient> coefficients, std::size_t width, UserLanguage language) {
  std::string text;
  for (const NamedCoefficient& one : coefficients) {
    const Statistic& value = one.coefficient.value;
    if (value.value && !one.about) continue;
    const std::string about =
        value.value ? in_words(*one.about, language)
                    : words(msg::coefficient_undefined, language, {{"reason", std::vector<Message>{{value.gap, {}}}}});
    const auto lines = wrapped(
        words(msg::coefficient_about, language, {{"name", in_words(one.name, language)}, {"about", about}}), width - 2);
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : "  ") + lines[i] + "\n";
  }
  return text;
}

std::string to_csv(std::span<const NamedCoefficient> coefficients, UserLanguage language) {
  std::string text =
      "coefficient,value,low,high,interval,observed,expected,parts,standard_error,units,values,missing,reason\n";
  for (const NamedCoefficient& one : coefficients) {
    const Coefficient& coefficient = one.coefficient;
    const auto& interval = coefficient.interval;
    const auto bound = [&](double Interval::*side) { return interval ? json_number((*interval).*side) : std::string(); };
    text += csv_cell(one.key) + "," + number_or(coefficient.value.value, "") + "," + bound(&Interval::low) + "," +
            bound(&Interval::high) + "," + (interval ? std::string(name_of(coefficient.interval_kind)) : "") + "," +
            number_or(coefficient.observed.value, "") + "," + number_or(coefficient.expected.value, "") + "," +
            std::string(name_of(coefficient.parts)) + "," + number_or(coefficient.standard_error, "") + "," +
            std::to_string(coefficient.units) + "," + std::to_string(coefficient.values) + "," +
            std::to_string(coefficient.missing) + "," +
            (coefficient.value.value ? "" : csv_cell(words(coefficient.value.gap, language))) + "\n";
  }
  return text;
}

std::string in_words(const Coefficient& coefficient, UserLanguage language) {
  if (!coefficient.value.value) return words(coefficient.value.gap, language);
  const std::string value = short_number(*coefficient.value.value, language);
  return coefficient.interval ? value + " (" + range(*coefficient.interval, language) + ")" : value;
}

}  // namespace codeboom
