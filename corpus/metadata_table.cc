#include <algorithm>

#include "corpus/delimited.h"
#include "corpus/metadata.h"
#include "corpus/utf8.h"
#include "corpus/white_space.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

struct Columns {
  std::vector<std::string> names;
  std::size_t id = 0;
};

// `arguments` are those besides the file and the line.
tl::unexpected<Error> refuse(MessageKey key, const std::string& source, int line,
                             MessageArguments arguments = {}) {
  arguments.insert(arguments.begin(), {{"file", source}, {"line", std::int64_t{line}}});
  return fail(ErrorKind::bad_input, key, std::move(arguments));
}

bool is_empty(const DelimitedRecord& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return trimmed(cell).empty(); });
}

Result<Columns> columns_of(const DelimitedRecord& header, MetadataTable& table, const std::string& source) {
  Columns columns{header.cells, header.cells.size()};
  for (std::size_t i = 0; i < columns.names.size(); ++i) {
    const std::string& name = columns.names[i];
    // Only set_field() knows which field a name means; an error is about the value, so the name is known.
    Metadata probe;
    const auto known = set_field(probe, name, "x");
    if (known && !*known) {
      table.notes.push_back({msg::metadata_unknown_field,
                             {{"file", source}, {"line", std::int64_t{header.line}}, {"field", name}}});
      continue;
    }
    const auto before = columns.names.begin() + static_cast<std::ptrdiff_t>(i);
    const bool repeated = std::find(columns.names.begin(), before, name) != before;
    const bool is_id = !probe.id.empty();
    if (repeated || (is_id && columns.id < columns.names.size())) {
      return refuse(msg::metadata_table_repeated_column, source, header.line, {{"field", name}});
    }
    if (is_id) columns.id = i;
  }
  if (columns.id == columns.names.size())
    return refuse(msg::metadata_table_no_id_column, source, header.line);
  return columns;
}

Result<Metadata> metadata_of(const DelimitedRecord& row, const Columns& columns, const std::string& source) {
  if (row.quote_left_open) return refuse(msg::metadata_table_unclosed_quote, source, row.line);
  if (row.cells.size() > columns.names.size()) {
    return refuse(msg::metadata_table_too_many_cells, source, row.line,
                  {{"cells", static_cast<std::int64_t>(row.cells.size())},
                   {"columns", static_cast<std::int64_t>(columns.names.size())}});
  }
  Metadata metadata;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto set = set_field(metadata, columns.names[i], row.cells[i]);
    if (set) continue;
    return refuse(msg::metadata_at_line, source, row.line,
                  {{"fault", std::vector<Message>{set.error().message}}});
  }
  if (metadata.id.empty()) return refuse(msg::metadata_table_empty_id, source, row.line);
  return metadata;
}

}  // namespace

Result<MetadataTable> read_metadata_table(std::string_view utf8, const std::string& source) {
  const std::size_t valid_until = scan_utf8(utf8).valid_until;
  if (valid_until < utf8.size()) {
    return fail(ErrorKind::bad_input, msg::encoding_damaged_utf8,
                {{"file", source}, {"byte", static_cast<std::int64_t>(valid_until)}});
  }
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  MetadataTable table;
  const std::vector<DelimitedRecord> records = read_delimited(utf8);
  const auto columns = columns_of(records.empty() ? DelimitedRecord{1, {}} : records.front(), table, source);
  if (!columns) return tl::unexpected(columns.error());
  std::map<std::string, int> lines;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const DelimitedRecord& row = records[i];
    if (is_empty(row)) continue;
    auto metadata = metadata_of(row, *columns, source);
    if (!metadata) return tl::unexpected(metadata.error());
    const auto [first, is_new] = lines.emplace(metadata->id, row.line);
    if (!is_new) {
      return refuse(msg::metadata_table_repeated_id, source, row.line,
                    {{"id", metadata->id}, {"first", std::int64_t{first->second}}});
    }
    std::string id = metadata->id;
    table.by_id.emplace(std::move(id), std::move(*metadata));
  }
  return table;
}

}  // namespace codeboom
