#include <utility>

#include "corpus/project_blocks.h"
#include "corpus/project_database.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::size_t largest_text = 500'000'000;  // bytes; a row of SQLite holds less than twice as much

// Two columns of numbers and the metadata of one document; see metadata_at().
constexpr const char* every_document =
    "SELECT number, id, title, regio, jaar, soort, vorm FROM document ORDER BY number";
constexpr const char* one_document =
    "SELECT number, id, title, regio, jaar, soort, vorm, source, blocks FROM document WHERE number = ?";

Metadata metadata_at(const Rows& row) {
  Metadata metadata;
  metadata.id = row.text(1);
  metadata.title = row.text(2);
  metadata.regio = row.text(3);
  if (!row.is_null(4)) metadata.jaar = static_cast<int>(row.number(4));
  metadata.soort = row.text(5);
  metadata.vorm = row.text(6);
  return metadata;
}

void add_value(Metadata& metadata, std::string_view field, std::string value) {
  (field == "sector" ? metadata.sector : metadata.thema).push_back(std::move(value));
}

struct Stored {
  Metadata metadata;
  std::string source;
  std::string packed_blocks;
};

// Requires: the document is there.
Stored stored_document(Connection& connection, std::int64_t number) {
  Stored stored;
  {
    Rows row = connection.rows(one_document, number);
    row.next();
    stored = {metadata_at(row), row.text(7), std::string(row.bytes(8))};
  }
  Rows value = connection.rows(
      "SELECT field, value FROM document_value WHERE document = ? ORDER BY field, position", number);
  while (value.next()) add_value(stored.metadata, value.text(0), value.text(1));
  return stored;
}

void store_values(Connection& connection, std::int64_t number, const std::string& field,
                  const std::vector<std::string>& values) {
  std::int64_t position = 0;
  for (const std::string& value : values) {
    connection.change("INSERT INTO document_value (document, field, position, value) VALUES (?, ?, ?, ?)",
                      number, field, position++, value);
  }
}

void store_values(Connection& connection, std::int64_t number, const Metadata& metadata) {
  store_values(connection, number, "sector", metadata.sector);
  store_values(connection, number, "thema", metadata.thema);
}

void store(Connection& connection, const Document& document, const std::string& packed_blocks) {
  const Metadata& metadata = document.metadata;
  connection.change(
      "INSERT INTO document (id, title, regio, jaar, soort, vorm, source, blocks) VALUES (?, ?, ?, ?, ?, ?, "
      "?, ?)",
      metadata.id, metadata.title, metadata.regio, metadata.jaar, metadata.soort, metadata.vorm,
      document.source, Bytes{packed_blocks});
  const std::int64_t number = connection.last_number();
  connection.change("INSERT INTO document_text (document, bytes, sha256, text) VALUES (?, ?, ?, ?)", number,
                    document.text.utf8().size(), content_hash(document.text), document.text.utf8());
  store_values(connection, number, metadata);
}

// Nothing is written when nothing is new: adding the same again leaves the file as it is, byte for byte.
void bring_up_to_date(Connection& connection, std::int64_t number, const Document& document,
                      const std::string& packed_blocks) {
  const Stored stored = stored_document(connection, number);
  const Metadata& metadata = document.metadata;
  if (stored.metadata == metadata && stored.source == document.source &&
      stored.packed_blocks == packed_blocks) {
    return;
  }
  connection.change(
      "UPDATE document SET title = ?, regio = ?, jaar = ?, soort = ?, vorm = ?, source = ?, blocks = ? "
      "WHERE number = ?",
      metadata.title, metadata.regio, metadata.jaar, metadata.soort, metadata.vorm, document.source,
      Bytes{packed_blocks}, number);
  connection.change("DELETE FROM document_value WHERE document = ?", number);
  store_values(connection, number, metadata);
}

bool has_text(Connection& connection, std::int64_t number, const Text& text) {
  Rows row = connection.rows("SELECT sha256 FROM document_text WHERE document = ?", number);
  return row.next() && row.text(0) == content_hash(text);
}

Result<Document> load(Connection& connection, std::int64_t number) {
  Document document;
  Stored stored = stored_document(connection, number);
  Result<Text> text;
  {
    Rows row = connection.rows("SELECT text FROM document_text WHERE document = ?", number);
    if (!row.next()) return connection.damaged(stored.metadata.id);
    const std::string_view utf8 = row.bytes(0);
    text = Text::from_utf8(utf8);
    if (!text || text->utf8() != utf8) return connection.damaged(stored.metadata.id);
  }
  auto blocks = unpack_blocks(stored.packed_blocks, text->utf8());
  if (!blocks) return connection.damaged(stored.metadata.id);
  document.metadata = std::move(stored.metadata);
  document.source = std::move(stored.source);
  document.text = std::move(*text);
  document.blocks = std::move(*blocks);
  return document;
}

}  // namespace

Result<Added> Project::add_document(const Document& document) {
  if (document.text.utf8().size() > largest_text) {
    return fail(ErrorKind::bad_input, msg::project_document_too_large, {{"document", document.metadata.id}});
  }
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Added> {
    const std::string packed_blocks = pack_blocks(document.blocks);
    if (!unpack_blocks(packed_blocks, document.text.utf8())) {
      return fail(ErrorKind::bad_input, msg::project_blocks_wrong, {{"document", document.metadata.id}});
    }
    const auto number = connection.document_number(document.metadata.id);
    if (!number) {
      store(connection, document, packed_blocks);
      return Added::stored;
    }
    if (!has_text(connection, *number, document.text)) {
      return fail(ErrorKind::conflict, msg::project_text_differs,
                  {{"document", document.metadata.id}, {"source", document.source}});
    }
    bring_up_to_date(connection, *number, document, packed_blocks);
    return Added::already_there;
  });
}

Result<std::vector<Metadata>> Project::documents() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Metadata>> {
    std::vector<Metadata> documents;
    Rows document = connection.rows(every_document);
    Rows value = connection.rows(
        "SELECT document, field, value FROM document_value ORDER BY document, field, position");
    bool has_value = value.next();
    while (document.next()) {
      documents.push_back(metadata_at(document));
      for (; has_value && value.number(0) == document.number(0); has_value = value.next()) {
        add_value(documents.back(), value.text(1), value.text(2));
      }
    }
    return documents;
  });
}

Result<Document> Project::document(std::string_view id) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<Document> {
    const auto number = connection.document_number(id);
    if (!number) return unknown_document(id);
    return load(connection, *number);
  });
}

Result<void> Project::for_each_document(const std::function<Result<void>(const Document&)>& use) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<void> {
    const SQLite::Statement snapshot = connection.snapshot();
    // The numbers first: `use` may read and write the project as it likes, and come here again.
    std::vector<std::int64_t> numbers;
    {
      Rows row = connection.rows("SELECT number FROM document ORDER BY number");
      while (row.next()) numbers.push_back(row.number(0));
    }
    for (const std::int64_t number : numbers) {
      const auto document = load(connection, number);
      if (!document) return tl::unexpected(document.error());
      const auto used = use(*document);
      if (!used) return used;
    }
    return {};
  });
}

}  // namespace codeboom
