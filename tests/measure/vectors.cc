#include "tests/measure/vectors.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/measure/cohen.h"
#include "engine/measure/gwet.h"
#include "engine/measure/krippendorff.h"
#include "engine/measure/nominal.h"
#include "message_keys/measure.h"
#include "tests/catch.h"

namespace codeboom::test {
namespace {

namespace json = boost::json;

struct Key {
  std::string base, variant, label, part;
};

Key parsed(std::string key) {
  Key result;
  const std::size_t label = key.find('['), close = key.find(']'),
                    part = key.find('.', close == std::string::npos ? 0 : close);
  if (part != std::string::npos) result.part = key.substr(part + 1), key.erase(part);
  if (label != std::string::npos) result.label = key.substr(label + 1, close - label - 1), key.erase(label);
  const std::size_t variant = key.find(':');
  if (variant != std::string::npos) result.variant = key.substr(variant + 1), key.erase(variant);
  result.base = key;
  return result;
}

// "1" before "10": numbers by value, other names by bytes.
bool name_before(const std::string& a, const std::string& b) {
  char *end_a = nullptr, *end_b = nullptr;
  const double number_a = std::strtod(a.c_str(), &end_a), number_b = std::strtod(b.c_str(), &end_b);
  if (*end_a == 0 && *end_b == 0) return number_a < number_b;
  return a < b;
}

std::string name_of_cell(const json::value& cell) {
  return cell.is_string() ? std::string(cell.as_string()) : std::to_string(cell.as_int64());
}

DataSet read_one(const json::object& object) {
  DataSet data;
  data.name = std::string(object.at("name").as_string());
  data.source = std::string(object.at("source").as_string());
  const auto name_less = [](const std::string& a, const std::string& b) { return name_before(a, b); };
  std::set<std::string, decltype(name_less)> names(name_less);
  for (const json::value& row : object.at("units").as_array()) {
    for (std::size_t i = 1; i < row.as_array().size(); ++i) {
      if (!row.as_array()[i].is_null()) names.insert(name_of_cell(row.as_array()[i]));
    }
  }
  data.labels.assign(names.begin(), names.end());
  for (const std::string& name : data.labels) {
    char* end = nullptr;
    const double number = std::strtod(name.c_str(), &end);
    if (*end == 0) data.numbers.push_back(number);
  }
  if (data.numbers.size() != data.labels.size()) data.numbers.clear();
  data.ratings.labels = static_cast<std::uint32_t>(data.labels.size());
  for (const json::value& value : object.at("units").as_array()) {
    const json::array& row = value.as_array();
    data.ratings.coders = static_cast<std::uint32_t>(row.size() - 1);
    for (std::int64_t times = row[0].as_int64(); times > 0; --times) {
      for (std::size_t i = 1; i < row.size(); ++i) {
        data.ratings.cells.push_back(
            row[i].is_null() ? no_label
                             : static_cast<Label>(std::distance(names.begin(), names.find(name_of_cell(row[i])))));
      }
    }
  }
  for (const auto& [key, figure] : object.at("expected").as_object())
    data.expected[std::string(key)] = figure.to_number<double>();
  if (const json::value* printed = object.if_contains("printed")) {
    for (const auto& [key, figure] : printed->as_object()) {
      if (!figure.is_null()) data.printed[std::string(key)] = figure.to_number<double>();
    }
  }
  return data;
}

Weights weights_of(const DataSet& data, const std::string& variant) {
  const std::vector<double> places = data.numbers.empty() ? equal_steps(data.ratings.labels) : data.numbers;
  if (variant == "linear") return linear_weights(places);
  if (variant == "quadratic") return quadratic_weights(places);
  if (variant == "ordinal") return ordinal_weights(data.ratings.labels);
  return identity_weights(data.ratings.labels);
}

Metric metric_of(const DataSet& data, const std::string& variant) {
  if (variant == "ordinal") return ordinal_metric();
  if (variant == "interval") return interval_metric(data.numbers);
  if (variant == "ratio") return ratio_metric(data.numbers);
  if (variant.starts_with("weights_")) {
    return custom_metric([weights = weights_of(data, variant.substr(8))](Label a, Label b) { return 1 - weights.at(a, b); });
  }
  return nominal_metric();
}

Ratings ratings_of(const DataSet& data, const std::string& label) {
  if (label.empty()) return data.ratings;
  const auto found = std::find(data.labels.begin(), data.labels.end(), label);
  REQUIRE(found != data.labels.end());
  return dichotomised(data.ratings, static_cast<Label>(found - data.labels.begin()));
}

CohenKappa cohen(const DataSet& data, const Key& key) {
  return cohen_kappa(confusion(ratings_of(data, key.label), 0, 1), weights_of(data, key.variant));
}

}  // namespace

std::vector<DataSet> read_vectors(const std::string& publication) {
  std::ifstream file(std::string(CODEBOOM_SOURCE_DIR) + "/tests/measure/vectors/" + publication + ".json");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  std::vector<DataSet> sets;
  const json::value parsed_text = json::parse(text);
  for (const json::value& object : parsed_text.as_array()) sets.push_back(read_one(object.as_object()));
  return sets;
}

DataSet data_set(const std::string& publication, const std::string& name) {
  for (DataSet& data : read_vectors(publication)) {
    if (data.name == name) return data;
  }
  FAIL("no data set " << name);
  return {};
}

Coefficient coefficient(const DataSet& data, const std::string& text) {
  const Key key = parsed(text);
  const Ratings ratings = ratings_of(data, key.label);
  const CountTable table = count_table(ratings);
  const Weights weights = weights_of(data, key.variant);
  if (key.base == "percent_agreement") return percent_agreement(table, weights);
  if (key.base == "unanimous_agreement") return unanimous_agreement(ratings);
  if (key.base == "pairwise_agreement") return pairwise_agreement(ratings);
  if (key.base == "cohen_kappa") return cohen(data, key).kappa;
  if (key.base == "scott_pi") return scott_pi(confusion(ratings, 0, 1), weights);
  if (key.base == "bennett_s") return bennett_s(confusion(ratings, 0, 1), weights);
  if (key.base == "fleiss_kappa") return fleiss_kappa(table, weights);
  if (key.base == "conger_kappa") return conger_kappa(ratings, weights);
  if (key.base == "light_kappa") return light_kappa(ratings, weights);
  if (key.base == "randolph_kappa") return brennan_prediger(table, weights);
  if (key.base == "gwet_ac1" || key.base == "gwet_ac2") return gwet_ac(table, weights);
  if (key.base == "krippendorff_alpha") return krippendorff_alpha(table, metric_of(data, key.variant));
  FAIL("no coefficient " << text);
  return {};
}

Statistic measured(const DataSet& data, const std::string& text) {
  const Key key = parsed(text);
  const Coefficient result = coefficient(data, text);
  const auto from = [](std::optional<double> value) { return value ? defined(*value) : undefined(msg::agreement_no_pairs); };
  if (key.part == "observed") return result.observed;
  if (key.part == "expected") return result.expected;
  if (key.part == "standard_error") return from(result.standard_error);
  if (key.part == "standard_error_of_table") {  // irrCAC divides by n there, and by n - 1 for the same data in rows
    const auto n = static_cast<double>(result.units);
    return defined(*result.standard_error * std::sqrt((n - 1) / n));
  }
  if (key.part == "low") return from(result.interval ? std::optional(result.interval->low) : std::nullopt);
  if (key.part == "high") return from(result.interval ? std::optional(result.interval->high) : std::nullopt);
  if (key.part == "maximum") return cohen(data, key).maximum;
  if (key.part == "null_standard_error") return from(cohen(data, key).null_standard_error);
  if (key.part == "z") return defined(*result.value.value / *cohen(data, key).null_standard_error);
  return result.value;
}

void check_vectors(const std::string& publication) {
  std::size_t figures = 0;
  for (const DataSet& data : read_vectors(publication)) {
    const auto check = [&](const std::map<std::string, double>& table, std::optional<double> within) {
      for (const auto& [key, figure] : table) {
        const bool two_decimals = std::abs(figure * 100 - std::round(figure * 100)) < 1e-9;
        const double margin = within ? *within : two_decimals ? 0.0051 : 0.001;
        INFO(publication << ": " << data.name << " " << key);
        const Statistic statistic = measured(data, key);
        CHECK(statistic.value.has_value());
        if (statistic.value) CHECK(*statistic.value == Approx(figure).margin(margin).epsilon(0));
        ++figures;
      }
    };
    check(data.expected, 1e-8);
    check(data.printed, std::nullopt);
  }
  CHECK(figures > 0);
}

}  // namespace codeboom::test
