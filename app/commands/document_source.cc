#include <memory>

#include "app/commands/commands.h"
#include "corpus/metadata.h"
#include "corpus/read/read.h"
#include "corpus/text_file.h"

namespace codeboom {

struct DocumentSource::Contents {
  std::vector<std::string> paths;
  MetadataTable table;
  std::uint64_t limit = default_size_limit;
};

Result<DocumentSource> DocumentSource::open(const std::vector<std::string>& inputs, const Options& options) {
  auto contents = std::make_shared<Contents>();
  auto paths = find_documents(inputs);
  if (!paths) return tl::unexpected(paths.error());
  contents->paths = std::move(*paths);
  if (const auto table = options.get("metadata")) {
    const auto utf8 = read_text_file(*table);
    if (!utf8) return tl::unexpected(utf8.error());
    auto read = read_metadata_table(*utf8, *table);
    if (!read) return tl::unexpected(read.error());
    contents->table = std::move(*read);
  }
  const auto limit = number(options, "limit", 1, 4095);
  if (!limit) return tl::unexpected(limit.error());
  if (*limit) contents->limit = static_cast<std::uint64_t>(**limit) * 1024 * 1024;
  DocumentSource source;
  source.contents_ = std::move(contents);
  return source;
}

std::size_t DocumentSource::count() const { return contents_->paths.size(); }
const std::string& DocumentSource::path(std::size_t place) const { return contents_->paths[place]; }
const std::vector<Message>& DocumentSource::notes() const { return contents_->table.notes; }

Result<Document> DocumentSource::read(std::size_t place) const {
  auto document = read_document(contents_->paths[place], contents_->limit);
  if (document) apply(contents_->table, *document);
  return document;
}

}  // namespace codeboom
