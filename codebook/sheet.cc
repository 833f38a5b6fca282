#include "codebook/sheet.h"

#include <algorithm>
#include <map>

#include "corpus/delimited.h"
#include "message_keys/coders.h"

namespace codeboom {
namespace {

struct Column {
  std::string_view name, other_name;
};
constexpr std::array<Column, 12> needed = {{{"document", "document"},
                                            {"coder_a", "coder_a"},
                                            {"place_a", "place_a"},
                                            {"code_a", "code_a"},
                                            {"quote_a", "quote_a"},
                                            {"coder_b", "coder_b"},
                                            {"place_b", "place_b"},
                                            {"code_b", "code_b"},
                                            {"quote_b", "quote_b"},
                                            {"decision", "besluit"},
                                            {"other_code", "andere_code"},
                                            {"reason", "reden"}}};

tl::unexpected<Error> wrong(MessageKey key, const std::string& source, int line, MessageArguments more = {}) {
  more.emplace_back("file", source);
  more.emplace_back("line", std::int64_t{line});
  return fail(ErrorKind::bad_input, key, std::move(more));
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return std::string(text);
}

// A spreadsheet may write a line end in another way; what white space there is does not matter, all else does.
std::string on_single_spaces(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return trimmed(result);
}

std::string code_of(const Side& side, const Codebook& codebook) { return side.code ? codebook.codes[*side.code].id : ""; }

// What makes a line this disagreement and no other.
using Key = std::array<std::string, 5>;

Key key_of(const SheetLine& line) {
  return {line.document, line.sides[0].places, line.sides[0].code, line.sides[1].places, line.sides[1].code};
}

Key key_of(const Disagreement& one, const LinedUp& work, const Codebook& codebook) {
  const Document& document = work.documents[one.document].document;
  return {document.metadata.id, places_in_words(one.sides[0], document.text), code_of(one.sides[0], codebook),
          places_in_words(one.sides[1], document.text), code_of(one.sides[1], codebook)};
}

Result<void> check_codes(const SheetLine& line, const Codebook& codebook, const std::string& source) {
  for (const std::string& code : {line.sides[0].code, line.sides[1].code, line.other_code}) {
    if (!code.empty() && !find_code(codebook, code)) {
      return wrong(msg::sheet_unknown_code, source, line.line, {{"code", code}, {"codebook", codebook.id_and_version()}});
    }
  }
  return {};
}

// What a line decides; nothing when it decides nothing.
Result<std::optional<Settlement>> settlement_in(const SheetLine& line, const Codebook& codebook, const std::string& source) {
  if (line.decision.empty()) {
    if (!line.other_code.empty()) return wrong(msg::sheet_code_without_decision, source, line.line, {{"code", line.other_code}});
    return std::optional<Settlement>{};
  }
  const auto how = settle_named(line.decision);
  if (!how) return wrong(msg::sheet_bad_decision, source, line.line, {{"decision", line.decision}});
  Settlement settlement{*how, {}, line.reason};
  if (*how == Settle::other) {
    if (line.other_code.empty()) return wrong(msg::sheet_no_other_code, source, line.line);
    settlement.other = find_code(codebook, line.other_code);
  } else if (!line.other_code.empty()) {
    return wrong(msg::sheet_code_beside_decision, source, line.line, {{"code", line.other_code}, {"decision", line.decision}});
  }
  return std::optional(std::move(settlement));
}

}  // namespace

std::string sheet_header() {
  return "number,document,kind,coder_a,place_a,code_a,quote_a,coder_b,place_b,code_b,quote_b,context,effect,decision,other_code,reason\n";
}

std::string places_in_words(const Side& side, const Text& text) {
  std::string words;
  for (const Span span : side.spans) {
    const CodePointSpan points = text.to_code_points(span);
    words += (words.empty() ? "" : " ") + std::to_string(points.begin.value) + ".." + std::to_string(points.end.value);
  }
  return words;
}

std::string quotes_of(const Side& side, const Text& text) {
  std::string quotes;
  for (const Span span : side.spans) quotes += (quotes.empty() ? "" : " … ") + std::string(text[span]);
  return quotes;
}

std::string sheet_line(std::uint64_t number, const Disagreement& disagreement, const LinedUp& work, const Codebook& codebook,
                       std::string_view context, const std::string& effect) {
  const Document& document = work.documents[disagreement.document].document;
  std::string line = std::to_string(number) + "," + csv_cell(document.metadata.id) + "," + std::string(name_of(disagreement.kind));
  for (std::size_t i = 0; i < 2; ++i) {
    const Side& side = disagreement.sides[i];
    line += "," + csv_cell(work.coders[disagreement.coders[i]]) + "," + places_in_words(side, document.text) + "," +
            csv_cell(code_of(side, codebook)) + "," + csv_cell(quotes_of(side, document.text));
  }
  return line + "," + csv_cell(context) + "," + effect + ",,,\n";
}

Result<Sheet> read_sheet(std::string_view utf8, const std::string& source) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  Sheet sheet{source, {}, {}};
  const std::vector<DelimitedRecord> records = read_delimited(utf8);
  if (records.empty()) return fail(ErrorKind::bad_input, msg::sheet_empty, {{"file", source}});
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < records.front().cells.size(); ++i) {
    for (const Column& column : needed) {
      const std::string cell = trimmed(records.front().cells[i]);
      if (cell == column.name || cell == column.other_name) places.emplace(column.name, i);
    }
  }
  for (const Column& column : needed) {
    if (!places.contains(column.name)) {
      return fail(ErrorKind::bad_input, msg::sheet_no_column, {{"file", source}, {"column", std::string(column.name)}});
    }
  }
  for (std::size_t i = 1; i < records.size(); ++i) {
    const DelimitedRecord& record = records[i];
    if (record.quote_left_open) return wrong(msg::sheet_open_quote, source, record.line);
    const auto cell = [&](std::string_view name) {
      const std::size_t place = places.at(name);
      return place < record.cells.size() ? trimmed(record.cells[place]) : std::string();
    };
    if (std::all_of(record.cells.begin(), record.cells.end(), [](const std::string& each) { return trimmed(each).empty(); })) continue;
    SheetLine line{record.line, cell("document"), cell("decision"), cell("other_code"), cell("reason"), {}};
    line.sides[0] = {cell("coder_a"), cell("place_a"), cell("code_a"), cell("quote_a")};
    line.sides[1] = {cell("coder_b"), cell("place_b"), cell("code_b"), cell("quote_b")};
    if (sheet.lines.empty()) sheet.coders = {line.sides[0].coder, line.sides[1].coder};
    for (std::size_t side = 0; side < 2; ++side) {
      if (line.sides[side].coder != sheet.coders[side]) {
        return wrong(msg::sheet_other_coders, source, record.line,
                     {{"first", sheet.coders[0]}, {"second", sheet.coders[1]}, {"coder", line.sides[side].coder}});
      }
    }
    sheet.lines.push_back(std::move(line));
  }
  if (sheet.lines.empty()) return fail(ErrorKind::bad_input, msg::sheet_empty, {{"file", source}});
  return sheet;
}

Result<std::vector<Decided>> decisions_in(const Sheet& sheet, const std::vector<Disagreement>& disagreements, const LinedUp& work,
                                          const Codebook& codebook) {
  std::map<Key, std::size_t> places;
  for (std::size_t i = 0; i < disagreements.size(); ++i) places.emplace(key_of(disagreements[i], work, codebook), i);
  std::map<std::size_t, int> lines;  // where each disagreement stands in the sheet
  std::vector<Decided> decided;
  for (const SheetLine& line : sheet.lines) {
    if (auto known = check_codes(line, codebook, sheet.source); !known) return tl::unexpected(known.error());
    const auto place = places.find(key_of(line));
    if (place == places.end()) return wrong(msg::sheet_no_disagreement, sheet.source, line.line, {{"document", line.document}});
    const Disagreement& one = disagreements[place->second];
    const Text& text = work.documents[one.document].document.text;
    for (std::size_t side = 0; side < 2; ++side) {
      if (on_single_spaces(line.sides[side].quote) != on_single_spaces(quotes_of(one.sides[side], text))) {
        return wrong(msg::sheet_edited_quote, sheet.source, line.line,
                     {{"quote", line.sides[side].quote}, {"document", line.document}});
      }
    }
    const auto [before, first] = lines.emplace(place->second, line.line);
    if (!first) return wrong(msg::sheet_twice, sheet.source, line.line, {{"before", std::int64_t{before->second}}});
    auto settlement = settlement_in(line, codebook, sheet.source);
    if (!settlement) return tl::unexpected(settlement.error());
    if (*settlement) decided.push_back({place->second, std::move(**settlement), line.line});
  }
  return decided;
}

}  // namespace codeboom
