#include <algorithm>
#include <charconv>

#include "codebook/exchange.h"
#include "codebook/json_lines.h"
#include "corpus/delimited.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

// JSON Lines -------------------------------------------------------------------------------------------------

Result<void> read_position(const boost::json::object& object, const char* field, std::optional<std::uint32_t>& target,
                           const std::string& source, int line) {
  const auto* value = object.if_contains(field);
  if (value == nullptr || value->is_null()) return {};
  boost::json::error_code not_whole;
  const auto number = value->to_number<std::uint32_t>(not_whole);
  if (!value->is_number() || not_whole) {
    return wrong_line(msg::codings_bad_field, source, line,
                 {{"field", std::string(field)}, {"value", boost::json::serialize(*value)}});
  }
  target = number;
  return {};
}

Result<void> check_complete(const ExchangedCoding& coding, const std::string& source) {
  const auto missing = [&](const char* field) {
    return wrong_line(msg::codings_missing_field, source, coding.line, {{"field", std::string(field)}});
  };
  if (coding.document.empty()) return missing("document");
  if (coding.code.empty() && !coding.seen) return missing("code");
  if (coding.coder.empty()) return missing("coder");
  if (coding.seen) return {};
  if (coding.start.has_value() != coding.end.has_value()) return missing(coding.start ? "end" : "start");
  if (coding.quote.empty() && !coding.start) return missing("quote");
  return {};
}

Result<ExchangedCoding> read_json_line(std::string_view text, const std::string& source, int line) {
  const auto read_object = read_json_object(text, source, line);
  if (!read_object) return tl::unexpected(read_object.error());
  const boost::json::object& object = *read_object;
  ExchangedCoding coding;
  coding.line = line;
  for (const auto& [field, target] : std::initializer_list<std::pair<const char*, std::string*>>{
           {"document", &coding.document}, {"code", &coding.code}, {"coder", &coding.coder}, {"quote", &coding.quote}}) {
    if (auto read = read_string(object, field, *target, source, line); !read) return tl::unexpected(read.error());
  }
  if (auto read = read_position(object, "start", coding.start, source, line); !read) return tl::unexpected(read.error());
  if (auto read = read_position(object, "end", coding.end, source, line); !read) return tl::unexpected(read.error());
  if (const auto* score = object.if_contains("score"); score != nullptr && score->is_number()) {
    coding.score = score->to_number<double>();
  }
  if (const auto* seen = object.if_contains("seen"); seen != nullptr && !seen->is_null()) {
    if (!seen->is_bool()) {
      return wrong_line(msg::codings_bad_field, source, line, {{"field", std::string("seen")}, {"value", boost::json::serialize(*seen)}});
    }
    coding.seen = seen->as_bool() && coding.code.empty();
  }
  if (auto complete = check_complete(coding, source); !complete) return tl::unexpected(complete.error());
  return coding;
}

Result<std::vector<ExchangedCoding>> read_json_lines(std::string_view utf8, const std::string& source) {
  std::vector<ExchangedCoding> codings;
  const auto use = [&](std::string_view text, int line) -> Result<void> {
    auto coding = read_json_line(text, source, line);
    if (!coding) return tl::unexpected(coding.error());
    codings.push_back(std::move(*coding));
    return {};
  };
  if (auto read = for_each_line(utf8, use); !read) return tl::unexpected(read.error());
  return codings;
}

// CSV --------------------------------------------------------------------------------------------------------

Result<ExchangedCoding> from_record(const DelimitedRecord& record, const std::vector<std::string>& header, const std::string& source) {
  if (record.quote_left_open) return wrong_line(msg::codings_unclosed_quote, source, record.line);
  if (record.cells.size() != header.size()) {
    return wrong_line(msg::codings_too_few_cells, source, record.line,
                 {{"found", static_cast<std::int64_t>(record.cells.size())},
                  {"wanted", static_cast<std::int64_t>(header.size())}});
  }
  ExchangedCoding coding;
  coding.line = record.line;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string& cell = record.cells[i];
    const char* const end = cell.data() + cell.size();
    if (header[i] == "document") coding.document = cell;
    if (header[i] == "code") coding.code = cell;
    if (header[i] == "coder") coding.coder = cell;
    if (header[i] == "quote") coding.quote = cell;
    if (header[i] == "seen") coding.seen = !cell.empty();
    if ((header[i] == "start" || header[i] == "end") && !cell.empty()) {
      std::uint32_t number = 0;
      const auto read = std::from_chars(cell.data(), end, number);
      if (read.ec != std::errc() || read.ptr != end) {
        return wrong_line(msg::codings_bad_field, source, record.line, {{"field", header[i]}, {"value", cell}});
      }
      (header[i] == "start" ? coding.start : coding.end) = number;
    }
    if (header[i] == "score" && !cell.empty()) {
      double number = 0;
      if (std::from_chars(cell.data(), end, number).ptr == end) coding.score = number;
    }
  }
  coding.seen = coding.seen && coding.code.empty();
  if (auto complete = check_complete(coding, source); !complete) return tl::unexpected(complete.error());
  return coding;
}

Result<std::vector<ExchangedCoding>> read_csv(std::string_view utf8, const std::string& source) {
  const std::vector<DelimitedRecord> records = read_delimited(utf8);
  if (records.empty()) return fail(ErrorKind::bad_input, msg::codings_no_header, {{"file", source}});
  const std::vector<std::string>& header = records.front().cells;
  const auto has = [&](const char* name) { return std::find(header.begin(), header.end(), name) != header.end(); };
  if (!has("document") || !has("code") || !has("coder") || !(has("quote") || (has("start") && has("end")))) {
    return fail(ErrorKind::bad_input, msg::codings_no_header, {{"file", source}});
  }
  std::vector<ExchangedCoding> codings;
  for (std::size_t i = 1; i < records.size(); ++i) {
    auto coding = from_record(records[i], header, source);
    if (!coding) return tl::unexpected(coding.error());
    codings.push_back(std::move(*coding));
  }
  return codings;
}

}  // namespace

Result<std::vector<ExchangedCoding>> read_codings(std::string_view utf8, const std::string& source) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  const std::size_t first = utf8.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::vector<ExchangedCoding>{};
  return utf8[first] == '{' ? read_json_lines(utf8, source) : read_csv(utf8, source);
}

}  // namespace codeboom
