#include "reports/ratings_agreement_formats.h"

#include <algorithm>

#include "message_keys/ratings.h"
#include "reports/json_text.h"
#include "reports/table.h"

namespace codeboom {
namespace {

std::int64_t as_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {}) {
  return in_words(Message{key, std::move(arguments)}, language);
}

std::string coder_name(const RatingsTable& table, std::size_t coder, UserLanguage language) {
  if (!table.coders[coder].empty()) return table.coders[coder];
  return words(msg::ratings_coder_number, language, {{"number", as_number(coder + 1)}});
}

// Text -------------------------------------------------------------------------------------------------------

std::string paragraph(const std::string& text, std::size_t width) {
  std::string lines;
  for (const std::string& line : wrapped(text, width)) lines += line + "\n";
  return lines;
}

std::string list_of_coders(const RatingsTable& table, UserLanguage language) {
  constexpr std::size_t most = 6;
  std::string list;
  for (std::size_t i = 0; i < table.coders.size() && i < most; ++i) {
    list += (i == 0 ? "" : ", ") + coder_name(table, i, language);
  }
  return table.coders.size() > most ? list + ", …" : list;
}

std::string opening(const RatingsTable& table, const RatingsAgreement& agreement, std::string_view source, std::size_t width,
                    UserLanguage language) {
  std::string text = paragraph(words(msg::ratings_headline, language,
                                     {{"file", std::string(source)},
                                      {"units", as_number(table.ratings.units())},
                                      {"coders", as_number(table.coders.size())},
                                      {"names", list_of_coders(table, language)},
                                      {"labels", as_number(table.used_labels)},
                                      {"declared", as_number(table.declared_labels)}}),
                               width);
  const std::string separator = table.separator == ',' ? "comma" : table.separator == ';' ? "semicolon" : "tab";
  text += paragraph(words(msg::ratings_layout, language,
                          {{"separator", separator},
                           {"header", std::string(table.header ? "yes" : "no")},
                           {"units", std::string(table.unit_column ? "yes" : "no")}}),
                    width);
  std::uint64_t missing = 0;
  std::string what;
  for (const MissingSpelling& spelling : table.missing) {
    missing += spelling.cells;
    what += (what.empty() ? "" : ", ") +
            (spelling.text.empty() ? words(msg::ratings_missing_empty, language, {{"count", as_number(spelling.cells)}})
                                   : spelling.text + ": " + std::to_string(spelling.cells));
  }
  if (missing > 0) {
    text += paragraph(words(msg::ratings_missing, language,
                            {{"missing", as_number(missing)}, {"what", what}, {"alone", as_number(agreement.not_paired)}}),
                      width);
  }
  return text;
}

// Coefficients for two coders say nothing of three, and those for many repeat them for two.
bool worth_showing(const NamedCoefficient& one, const RatingsTable& table, const RatingsAgreementOptions& options) {
  const auto among = [&](std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), one.key) != keys.end();
  };
  if (one.key == "krippendorff_alpha_" + std::string(name_of(options.metric))) return false;  // stands there already
  if (options.scope == Scope::all) return true;
  return table.coders.size() == 2 ? !among({"fleiss_kappa", "conger_kappa", "light_kappa", "randolph_kappa"})
                                  : !among({"cohen_kappa", "scott_pi", "bennett_s"});
}

std::string values_table(const RatingsTable& table, const RatingsAgreement& agreement, std::size_t width,
                         UserLanguage language) {
  Table rows{{{words(msg::ratings_value_name, language), Align::left}}, {}};
  for (std::size_t coder = 0; coder < table.coders.size(); ++coder) {
    rows.columns.push_back({coder_name(table, coder, language), Align::right});
  }
  rows.columns.push_back({words(msg::measure_name_krippendorff_alpha, language), Align::left});
  for (const ValueAgreement& value : agreement.values) {
    std::vector<std::string> row{value.label};
    for (const std::uint64_t given : value.given) row.push_back(std::to_string(given));
    row.push_back(in_words(value.alpha, language));
    rows.rows.push_back(std::move(row));
  }
  return to_text(rows, width);
}

std::string pairs_table(const RatingsTable& table, const RatingsAgreement& agreement, std::size_t width,
                        UserLanguage language) {
  Table rows{{{words(msg::ratings_pair, language), Align::left},
              {words(msg::coefficient_units, language), Align::right},
              {words(msg::measure_name_percent_agreement, language), Align::right},
              {words(msg::measure_name_cohen_kappa, language), Align::left}},
             {}};
  for (const PairAgreement& pair : agreement.pairs) {
    Coefficient percent = pair.coefficients[0].coefficient;
    percent.interval.reset();
    rows.rows.push_back({coder_name(table, pair.first, language) + " × " + coder_name(table, pair.second, language),
                         std::to_string(percent.units), in_words(percent, language),
                         in_words(pair.coefficients[1].coefficient, language)});
  }
  return to_text(rows, width);
}

// What users of alpha take for a fault: no value without variation, and 0 with hardly any.
std::string on_variation(const RatingsTable& table, UserLanguage language) {
  std::vector<std::uint64_t> given(table.ratings.labels, 0);
  std::uint64_t all = 0;
  for (const Label label : table.ratings.cells) {
    if (label == no_label) continue;
    ++given[label];
    ++all;
  }
  const auto most = std::max_element(given.begin(), given.end());
  const std::string& label = table.labels[static_cast<std::size_t>(most - given.begin())];
  const std::uint64_t rest = all - *most;
  if (rest == 0) return words(msg::ratings_no_variation, language, {{"label", label}});
  if (rest * 40 <= all) {
    return words(msg::ratings_one_deviates, language, {{"label", label}, {"rest", as_number(rest)}});
  }
  return {};
}

std::string on_thresholds(const RatingsAgreement& agreement, std::size_t width, UserLanguage language) {
  std::string text = "\n" + paragraph(words(msg::ratings_thresholds, language), width);
  const Resampled &units = agreement.by_units, &pairs = agreement.by_krippendorff;
  if (units.interval()) {
    text += paragraph(
        words(msg::ratings_below_units, language, {{"low", *units.share_below(0.667)}, {"high", *units.share_below(0.8)}}),
        width);
  }
  if (const auto interval = pairs.interval()) {
    text += paragraph(words(msg::ratings_below_krippendorff, language,
                            {{"from", interval->low},
                             {"to", interval->high},
                             {"low", *pairs.share_below(0.667)},
                             {"high", *pairs.share_below(0.8)}}),
                      width);
  }
  return text;
}

// JSON -------------------------------------------------------------------------------------------------------

template <class Items, class Write>
std::string json_list(const Items& items, Write write) {
  std::string text = "[";
  for (const auto& item : items) text += (text.size() > 1 ? "," : "") + write(item);
  return text + "]";
}

std::string optional_number(const std::optional<double>& number) { return number ? json_number(*number) : "null"; }

std::string to_json(const Resampled& resampled) {
  const auto interval = resampled.interval();
  return "{\"interval\":" +
         (interval ? "[" + json_number(interval->low) + "," + json_number(interval->high) + "]" : std::string("null")) +
         ",\"median\":" + optional_number(resampled.median()) +
         ",\"below_0667\":" + optional_number(resampled.share_below(0.667)) +
         ",\"below_08\":" + optional_number(resampled.share_below(0.8)) +
         ",\"defined\":" + std::to_string(resampled.values.size()) + "}";
}

}  // namespace

std::string to_text(const RatingsTable& table, const RatingsAgreement& agreement, const RatingsAgreementOptions& options,
                    Thresholds thresholds, std::string_view source, std::size_t width, UserLanguage language) {
  std::string text = opening(table, agreement, source, width, language) + "\n";
  std::vector<NamedCoefficient> shown;
  for (const NamedCoefficient& one : agreement.coefficients) {
    if (worth_showing(one, table, options)) shown.push_back(one);
  }
  text += to_text(to_table(shown, language), width) + "\n" + definitions(shown, width, language) + "\n" +
          paragraph(words(msg::ratings_parts, language), width);
  text += paragraph(options.bootstrap.replicates == 0 ? words(msg::ratings_intervals_computed, language)
                                                      : words(msg::ratings_intervals, language,
                                                              {{"replicates", std::int64_t{options.bootstrap.replicates}},
                                                               {"seed", std::to_string(options.bootstrap.seed)}}),
                    width);
  if (const std::string note = on_variation(table, language); !note.empty()) text += paragraph(note, width);
  if (!agreement.values.empty()) text += "\n" + values_table(table, agreement, width, language);
  if (!agreement.pairs.empty()) text += "\n" + pairs_table(table, agreement, width, language);
  if (thresholds == Thresholds::cited) text += on_thresholds(agreement, width, language);
  return text;
}

std::string to_json(const RatingsTable& table, const RatingsAgreement& agreement, const RatingsAgreementOptions& options,
                    std::string_view source, UserLanguage language) {
  std::uint64_t missing = 0;
  for (const MissingSpelling& spelling : table.missing) missing += spelling.cells;
  std::vector<std::string> coders;
  for (std::size_t coder = 0; coder < table.coders.size(); ++coder) coders.push_back(coder_name(table, coder, language));
  std::string text = "{\"table\":" + quoted(source) + ",\"units\":" + std::to_string(table.ratings.units()) +
                     ",\"coders\":" + json_list(coders, quoted);
  if (table.labels.size() <= 1000) text += ",\"labels\":" + json_list(table.labels, quoted);
  text += ",\"categories\":" + std::to_string(table.ratings.labels) + ",\"metric\":" + quoted(name_of(options.metric)) +
          ",\"header\":" + (table.header ? "true" : "false") + ",\"unit_column\":" + (table.unit_column ? "true" : "false") +
          ",\"missing\":" + std::to_string(missing) + ",\"not_paired\":" + std::to_string(agreement.not_paired) +
          ",\"bootstrap\":" + std::to_string(options.bootstrap.replicates) +
          ",\"seed\":" + std::to_string(options.bootstrap.seed) + ",\n" + to_json_members(agreement.coefficients, language);
  if (options.bootstrap.replicates > 0) {
    text += ",\n\"krippendorff_alpha_bootstrap\":{\"units\":" + to_json(agreement.by_units);
    if (agreement.by_krippendorff.replicates > 0) text += ",\"krippendorff\":" + to_json(agreement.by_krippendorff);
    text += "}";
  }
  if (!agreement.values.empty()) {
    text += ",\n\"values\":" + json_list(agreement.values, [&](const ValueAgreement& value) {
              return "\n{\"label\":" + quoted(value.label) +
                     ",\"given\":" + json_list(value.given, [](std::uint64_t given) { return std::to_string(given); }) +
                     ",\"krippendorff_alpha\":" + to_json(value.alpha, language) + "}";
            });
  }
  if (!agreement.pairs.empty()) {
    text += ",\n\"pairs\":" + json_list(agreement.pairs, [&](const PairAgreement& pair) {
              return "\n{\"first\":" + quoted(coders[pair.first]) + ",\"second\":" + quoted(coders[pair.second]) + ",\n" +
                     to_json_members(pair.coefficients, language) + "}";
            });
  }
  return text + "}\n";
}

}  // namespace codeboom
