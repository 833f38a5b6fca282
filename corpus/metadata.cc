#include "corpus/metadata.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/white_space.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

enum class Field { id, title, sector, thema, regio, jaar, soort, vorm };

constexpr std::array<std::pair<std::string_view, Field>, 12> field_names = {{{"id", Field::id},
                                                                             {"title", Field::title},
                                                                             {"titel", Field::title},
                                                                             {"sector", Field::sector},
                                                                             {"thema", Field::thema},
                                                                             {"theme", Field::thema},
                                                                             {"regio", Field::regio},
                                                                             {"region", Field::regio},
                                                                             {"jaar", Field::jaar},
                                                                             {"year", Field::jaar},
                                                                             {"soort", Field::soort},
                                                                             {"vorm", Field::vorm}}};

// How a sector is written -> the sector it belongs to. "havo/vwo"
// and "hbo/wo" are two of these with a stroke between.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> sectors = {{{"vmbo", "vmbo"},
                                                                                   {"havo", "havo/vwo"},
                                                                                   {"vwo", "havo/vwo"},
                                                                                   {"mbo", "mbo"},
                                                                                   {"ho", "ho"},
                                                                                   {"hbo", "ho"},
                                                                                   {"wo", "ho"}}};
constexpr std::string_view allowed_sectors = "vmbo, havo/vwo, mbo, ho (hbo, wo)";

std::string in_lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

template <class Names>
auto value_named(const Names& names, std::string_view name)
    -> std::optional<typename Names::value_type::second_type> {
  const std::string wanted = in_lower_case(name);
  for (const auto& [known, value] : names) {
    if (known == wanted) return value;
  }
  return std::nullopt;
}

// Not empty, without white space around them, each once.
std::vector<std::string> values_in(std::string_view list, std::string_view separators) {
  std::vector<std::string> values;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    const std::string value(trimmed(list.substr(0, end)));
    if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
      values.push_back(value);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return values;
}

Result<std::vector<std::string>> sectors_in(std::string_view list) {
  std::vector<std::string> result;
  for (const std::string& value : values_in(list, ";,/")) {
    const auto sector = value_named(sectors, value);
    if (!sector) {
      return fail(ErrorKind::bad_input, msg::metadata_unknown_sector,
                  {{"value", value}, {"allowed", std::string(allowed_sectors)}});
    }
    if (std::find(result.begin(), result.end(), *sector) == result.end()) result.emplace_back(*sector);
  }
  return result;
}

Result<int> year_in(std::string_view value) {
  int year = 0;
  const bool digits = value.size() == 4 && value.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits) {
    for (const char c : value) year = year * 10 + (c - '0');
  }
  if (year < 1900 || year > 2100) {
    return fail(ErrorKind::bad_input, msg::metadata_bad_year, {{"value", std::string(value)}});
  }
  return year;
}

}  // namespace

Result<bool> set_field(Metadata& metadata, std::string_view name, std::string_view value) {
  const auto field = value_named(field_names, trimmed(name));
  if (!field) return false;
  // Composed and free of control characters, as the text is, so that equal values are equal bytes.
  const auto composed = Text::from_utf8(value);
  if (!composed) return tl::unexpected(composed.error());
  const std::string given(trimmed(composed->utf8()));
  if (given.empty()) return true;
  switch (*field) {
    case Field::id:
      metadata.id = given;
      break;
    case Field::title:
      metadata.title = given;
      break;
    case Field::thema:
      metadata.thema = values_in(given, ";");
      break;
    case Field::regio:
      metadata.regio = given;
      break;
    case Field::soort:
      metadata.soort = given;
      break;
    case Field::vorm:
      metadata.vorm = given;
      break;
    case Field::sector: {
      auto values = sectors_in(given);
      if (!values) return tl::unexpected(values.error());
      metadata.sector = std::move(*values);
      break;
    }
    case Field::jaar: {
      const auto year = year_in(given);
      if (!year) return tl::unexpected(year.error());
      metadata.jaar = *year;
      break;
    }
  }
  return true;
}

void apply(const MetadataTable& table, Document& document) {
  const auto row = table.by_id.find(document.metadata.id);
  if (row == table.by_id.end()) return;
  const Metadata& given = row->second;
  Metadata& metadata = document.metadata;
  if (!given.title.empty()) metadata.title = given.title;
  if (!given.sector.empty()) metadata.sector = given.sector;
  if (!given.thema.empty()) metadata.thema = given.thema;
  if (!given.regio.empty()) metadata.regio = given.regio;
  if (given.jaar) metadata.jaar = given.jaar;
  if (!given.soort.empty()) metadata.soort = given.soort;
  if (!given.vorm.empty()) metadata.vorm = given.vorm;
}

}  // namespace codeboom
