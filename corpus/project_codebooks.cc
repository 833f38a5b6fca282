#include <utility>

#include "corpus/project_database.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

std::int64_t free_number(Connection& connection, CodebookPlace place) {
  Rows row = connection.rows(place == CodebookPlace::last ? "SELECT coalesce(max(number), 0) + 1 FROM codebook"
                                                          : "SELECT coalesce(min(number), 1) - 1 FROM codebook");
  row.next();
  return row.number(0);
}

void store(Connection& connection, const CodebookVersion& codebook, CodebookPlace place) {
  const std::int64_t number = free_number(connection, place);
  connection.change("INSERT INTO codebook (number, id, version, title, yaml) VALUES (?, ?, ?, ?, ?)", number, codebook.id,
                    codebook.version, codebook.title, codebook.yaml);
  std::int64_t position = 0;
  for (const CodebookVersion::Code& code : codebook.codes) {
    connection.change("INSERT INTO code (codebook, position, id, parent, name) VALUES (?, ?, ?, ?, ?)",
                      number, position++, code.id, code.parent, code.name);
  }
  position = 0;
  for (const std::string& rule : codebook.rules) {
    connection.change("INSERT INTO rule (codebook, position, id) VALUES (?, ?, ?)", number, position++, rule);
  }
}

// Requires: the codebook is there.
CodebookVersion load(Connection& connection, std::int64_t number) {
  CodebookVersion codebook;
  Rows row = connection.rows("SELECT id, version, title, yaml FROM codebook WHERE number = ?", number);
  row.next();
  codebook.id = row.text(0);
  codebook.version = row.text(1);
  codebook.title = row.text(2);
  codebook.yaml = row.text(3);
  Rows code =
      connection.rows("SELECT id, parent, name FROM code WHERE codebook = ? ORDER BY position", number);
  while (code.next()) codebook.codes.push_back({code.text(0), code.text(1), code.text(2)});
  Rows rule = connection.rows("SELECT id FROM rule WHERE codebook = ? ORDER BY position", number);
  while (rule.next()) codebook.rules.push_back(rule.text(0));
  return codebook;
}

}  // namespace

Result<Added> Project::add_codebook(const CodebookVersion& codebook, CodebookPlace place) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Added> {
    const auto number = connection.codebook_number(name_of(codebook));
    if (!number) {
      store(connection, codebook, place);
      return Added::stored;
    }
    if (load(connection, *number) != codebook) {
      return fail(ErrorKind::conflict, msg::project_codebook_differs, {{"codebook", name_of(codebook)}});
    }
    return Added::already_there;
  });
}

Result<std::vector<CodebookVersion>> Project::codebooks() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<CodebookVersion>> {
    std::vector<CodebookVersion> codebooks;
    Rows row = connection.rows("SELECT number FROM codebook ORDER BY number");
    while (row.next()) codebooks.push_back(load(connection, row.number(0)));
    return codebooks;
  });
}

Result<CodebookVersion> Project::codebook(std::string_view id_and_version) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<CodebookVersion> {
    const auto number = connection.codebook_number(id_and_version);
    if (!number) return unknown_codebook(id_and_version);
    return load(connection, *number);
  });
}

Result<Added> Project::add_model(const StoredModel& model, std::string_view bytes) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Added> {
    const auto codebook = connection.codebook_number(model.codebook);
    if (!codebook) return unknown_codebook(model.codebook);
    const int known = connection.change("DELETE FROM model WHERE codebook = ? AND fingerprint = ?", *codebook, model.fingerprint);
    connection.change("INSERT INTO model (codebook, fingerprint, at, bytes) VALUES (?, ?, ?, ?)", *codebook, model.fingerprint,
                      model.at, Bytes{bytes});
    return known > 0 ? Added::already_there : Added::stored;
  });
}

Result<std::optional<StoredModel>> Project::latest_model(std::string_view codebook) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::optional<StoredModel>> {
    const auto number = connection.codebook_number(codebook);
    if (!number) return unknown_codebook(codebook);
    Rows row = connection.rows("SELECT fingerprint, at, bytes FROM model WHERE codebook = ? ORDER BY number DESC LIMIT 1",
                               *number);
    if (!row.next()) return std::nullopt;
    return StoredModel{std::string(codebook), row.text(0), row.text(1), std::string(row.bytes(2))};
  });
}

}  // namespace codeboom
