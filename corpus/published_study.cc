#include "corpus/published_study.h"

#include <charconv>
#include <set>
#include <string_view>

#include "corpus/text.h"
#include "corpus/text_file.h"
#include "message_keys/study.h"

namespace codeboom {
namespace {

struct Row {
  std::vector<std::string> cells;
  int line = 0;
};

tl::unexpected<Error> wrong(MessageKey key, const std::string& path, int line, const std::string& piece) {
  return fail(ErrorKind::bad_input, key, {{"file", path}, {"line", std::int64_t{line}}, {"piece", piece}});
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells{""};
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

// The rows below a header that must be exactly `header`.
Result<std::vector<Row>> read_table(const std::string& path, std::string_view header) {
  const auto utf8 = read_text_file(path);
  if (!utf8) return tl::unexpected(utf8.error());
  const auto text = Text::from_utf8(*utf8);
  if (!text) return tl::unexpected(text.error());
  const std::size_t columns = split(header).size();
  std::vector<Row> rows;
  std::string_view rest = text->utf8();
  for (int line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view content = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line == 1 && content != header) return wrong(msg::study_bad_header, path, line, std::string(header));
    if (line == 1 || content.empty()) continue;
    rows.push_back({split(content), line});
    if (rows.back().cells.size() != columns) return wrong(msg::study_bad_row, path, line, std::string(content));
  }
  return rows;
}

}  // namespace

Result<PublishedStudy> read_published_study(const std::string& folder) {
  PublishedStudy study;
  std::set<std::string> codes;
  const std::string codes_path = folder + "/codes.tsv";
  const auto code_rows = read_table(codes_path, "code\tparent\tlabel");
  if (!code_rows) return tl::unexpected(code_rows.error());
  for (const Row& row : *code_rows) {
    if (!row.cells[1].empty() && !codes.contains(row.cells[1])) {
      return wrong(msg::study_unknown_code, codes_path, row.line, row.cells[1]);
    }
    if (!codes.insert(row.cells[0]).second) return wrong(msg::study_double_code, codes_path, row.line, row.cells[0]);
    study.codes.push_back({row.cells[0], row.cells[1], row.cells[2]});
  }

  const auto document_rows = read_table(folder + "/documents.tsv", "document\ttitle");
  if (!document_rows) return tl::unexpected(document_rows.error());
  for (const Row& row : *document_rows) study.documents.push_back({row.cells[0], row.cells[1], row.line});

  const std::string mentions_path = folder + "/mentions.tsv";
  const auto mention_rows = read_table(mentions_path, "code\tfinding\tdocument");
  if (!mention_rows) return tl::unexpected(mention_rows.error());
  for (const Row& row : *mention_rows) {
    if (!codes.contains(row.cells[0])) return wrong(msg::study_unknown_code, mentions_path, row.line, row.cells[0]);
    int finding = 0;
    const char* const end = row.cells[1].data() + row.cells[1].size();
    if (std::from_chars(row.cells[1].data(), end, finding).ptr != end || finding < 1) {
      return wrong(msg::study_bad_finding, mentions_path, row.line, row.cells[1]);
    }
    study.mentions.push_back({row.cells[0], finding, row.cells[2], row.line});
  }
  return study;
}

}  // namespace codeboom
