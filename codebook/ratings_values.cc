#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "codebook/ratings_cells.h"
#include "message_keys/ratings.h"

namespace codeboom {
namespace {

using Kind = Metric::Kind;

std::int64_t as_number(std::size_t number) { return static_cast<std::int64_t>(number); }

std::string_view name_of(Kind kind) {
  return kind == Kind::ordinal ? "ordinal" : kind == Kind::interval ? "interval" : kind == Kind::ratio ? "ratio" : "nominal";
}

bool takes_numbers(Kind kind) { return kind == Kind::interval || kind == Kind::ratio; }

// The first few, as a list.
std::string listed(const std::vector<std::string>& labels) {
  constexpr std::size_t most = 8;
  std::string list;
  for (std::size_t i = 0; i < labels.size() && i < most; ++i) list += (i == 0 ? "" : ", ") + labels[i];
  return labels.size() > most ? list + ", …" : list;
}

MessageValue coder_name(const RatingsCells& cells, std::size_t coder) {
  if (!cells.coders[coder].empty()) return cells.coders[coder];
  return std::vector<Message>{{msg::ratings_coder_number, {{"number", as_number(coder + 1)}}}};
}

// A place in the table, for an error.
tl::unexpected<Error> wrong_cell(MessageKey key, const RatingsCells& cells, std::size_t row, std::size_t coder,
                                 const std::string& source, MessageArguments more = {}) {
  MessageArguments arguments{{"file", source},
                             {"line", std::int64_t{cells.lines[row]}},
                             {"column", as_number(cells.first_column + coder + 1)},
                             {"coder", coder_name(cells, coder)},
                             {"cell", cells.rows[row][coder]}};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return fail(ErrorKind::bad_input, key, std::move(arguments));
}

// Whether two spellings are one label: numbers by value where the metric takes numbers or an order of numbers; otherwise
// only 1 and 1.0, which programs write for the same thing, since 1.1 and 1.10 can be two codes.
class Spelling {
 public:
  Spelling(bool all_numbers, Kind metric, char separator)
      : all_numbers_(all_numbers), by_value_(all_numbers && metric != Kind::nominal), separator_(separator) {}

  std::string label_of(const std::string& cell) {
    if (by_value_) return by_value_known_.emplace(*number_in(cell, separator_), cell).first->second;
    const std::size_t point = all_numbers_ ? cell.find_first_of(".,") : std::string::npos;
    const bool whole = point != std::string::npos && point > 0 && point + 1 < cell.size() &&
                       cell.find_first_not_of('0', point + 1) == std::string::npos;
    return whole ? cell.substr(0, point) : cell;
  }

 private:
  bool all_numbers_, by_value_;
  char separator_;
  std::map<double, std::string> by_value_known_;
};

bool all_are_numbers(const RatingsCells& cells, const RatingsTableOptions& options) {
  for (const auto& row : cells.rows) {
    for (const std::string& cell : row) {
      if (!is_missing(cell, options) && !number_in(cell, cells.separator)) return false;
    }
  }
  return std::all_of(options.categories.begin(), options.categories.end(),
                     [&](const std::string& name) { return number_in(name, cells.separator).has_value(); });
}

Result<void> check_numbers(const RatingsCells& cells, const std::string& source, const RatingsTableOptions& options) {
  if (!takes_numbers(options.metric)) return {};
  const std::string metric(name_of(options.metric));
  for (const std::string& name : options.categories) {
    if (!number_in(name, '\t')) {
      return fail(ErrorKind::usage, msg::ratings_category_not_a_number, {{"label", name}, {"metric", metric}});
    }
  }
  for (std::size_t row = 0; row < cells.rows.size(); ++row) {
    for (std::size_t coder = 0; coder < cells.coders.size(); ++coder) {
      const std::string& cell = cells.rows[row][coder];
      if (is_missing(cell, options)) continue;
      const auto number = number_in(cell, cells.separator);
      if (!number) return wrong_cell(msg::ratings_not_a_number, cells, row, coder, source, {{"metric", metric}});
      if (*number < 0 && options.metric == Kind::ratio) return wrong_cell(msg::ratings_negative, cells, row, coder, source);
    }
  }
  return {};
}

// Numbers by value, words by bytes.
std::vector<std::string> sorted(const std::set<std::string>& labels, bool numbers, char separator) {
  std::vector<std::string> order(labels.begin(), labels.end());
  if (!numbers) return order;
  std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
    return *number_in(a, separator) < *number_in(b, separator);
  });
  return order;
}

std::vector<Message> look_alikes(const std::vector<std::string>& labels) {
  std::vector<Message> notes;
  std::map<std::string, std::string> folded;
  for (const std::string& label : labels) {
    std::string plain;
    for (const char c : label) {
      if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    const auto [known, is_new] = folded.emplace(plain, label);
    if (!is_new) notes.push_back({msg::ratings_looks_alike, {{"one", known->second}, {"other", label}}});
  }
  return notes;
}

// The labels in their order, and how many could have been given.
Result<void> declare_labels(RatingsTable& table, const std::set<std::string>& used, Spelling& spelling, bool numbers,
                            const std::string& source, const RatingsTableOptions& options) {
  table.labels = sorted(used, numbers, table.separator);
  table.used_labels = static_cast<std::uint32_t>(used.size());
  if (options.metric == Kind::ordinal && !numbers && options.categories.empty()) {
    return fail(ErrorKind::bad_input, msg::ratings_order_unknown, {{"file", source}, {"labels", listed(table.labels)}});
  }
  if (!options.categories.empty()) {
    std::vector<std::string> names;
    for (const std::string& category : options.categories) {
      const std::string name = spelling.label_of(category);
      if (std::find(names.begin(), names.end(), name) != names.end()) {
        return fail(ErrorKind::usage, msg::ratings_repeated_category, {{"label", category}});
      }
      names.push_back(name);
    }
    table.labels = numbers ? sorted({names.begin(), names.end()}, true, table.separator) : names;
    table.declared_labels = static_cast<std::uint32_t>(names.size());
  } else if (options.number_of_categories) {
    table.declared_labels = *options.number_of_categories;
    if (used.size() > table.declared_labels) {
      return fail(ErrorKind::usage, msg::ratings_too_few_categories,
                  {{"number", std::int64_t{table.declared_labels}},
                   {"found", as_number(used.size())},
                   {"labels", listed(table.labels)}});
    }
  }
  table.ratings.labels = std::max(table.declared_labels, static_cast<std::uint32_t>(table.labels.size()));
  return {};
}

}  // namespace

std::optional<double> number_in(std::string_view cell, char separator) {
  std::string text(cell);
  if (separator != ',' && text.find('.') == std::string::npos) {
    if (const std::size_t comma = text.find(','); comma != std::string::npos) text[comma] = '.';
  }
  const char* begin = text.data();
  const char* const end = begin + text.size();
  if (begin != end && *begin == '+') ++begin;
  // from_chars would also read "inf", "nan" and "infinity", which are words here.
  if (text.find_first_not_of("0123456789+-.eE") != std::string::npos) return std::nullopt;
  double value = 0;
  const auto read = std::from_chars(begin, end, value);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  if (std::abs(value) > 1e100) return std::nullopt;  // its square, summed, would be no number
  return value;
}

Result<RatingsTable> with_values(const RatingsCells& cells, const std::string& source, const RatingsTableOptions& options) {
  if (auto checked = check_numbers(cells, source, options); !checked) return tl::unexpected(checked.error());
  RatingsTable table;
  table.separator = cells.separator;
  table.header = cells.header;
  table.unit_column = cells.unit_column;
  table.coders = cells.coders;
  const bool numbers = all_are_numbers(cells, options);
  table.ordered = numbers || !options.categories.empty();
  Spelling spelling(numbers, options.metric, cells.separator);
  for (const std::string& category : options.categories) spelling.label_of(category);  // their spelling is the label's name
  std::set<std::string> used;
  std::map<std::string, std::uint64_t> missing;
  for (const auto& row : cells.rows) {
    for (const std::string& cell : row) {
      if (is_missing(cell, options))
        ++missing[cell];
      else
        used.insert(spelling.label_of(cell));
    }
  }
  for (const auto& [text, count] : missing) table.missing.push_back({text, count});
  if (used.empty()) {
    return fail(ErrorKind::bad_input, msg::ratings_nothing_judged, {{"file", source}, {"missing", listed(options.missing)}});
  }
  if (auto declared = declare_labels(table, used, spelling, numbers, source, options); !declared) {
    return tl::unexpected(declared.error());
  }
  std::map<std::string, Label> labels;
  for (Label label = 0; label < table.labels.size(); ++label) labels.emplace(table.labels[label], label);
  table.ratings.coders = static_cast<std::uint32_t>(cells.coders.size());
  table.ratings.cells.reserve(cells.rows.size() * cells.coders.size());
  for (std::size_t row = 0; row < cells.rows.size(); ++row) {
    for (std::size_t coder = 0; coder < cells.coders.size(); ++coder) {
      const std::string& cell = cells.rows[row][coder];
      if (is_missing(cell, options)) {
        table.ratings.cells.push_back(no_label);
        continue;
      }
      const auto label = labels.find(spelling.label_of(cell));
      if (label == labels.end()) {
        return wrong_cell(msg::ratings_not_a_category, cells, row, coder, source, {{"labels", listed(table.labels)}});
      }
      table.ratings.cells.push_back(label->second);
    }
  }
  if (numbers) {
    for (const std::string& label : table.labels) table.numbers.push_back(*number_in(label, cells.separator));
  } else {
    table.notes = look_alikes(table.labels);
  }
  return table;
}

}  // namespace codeboom
