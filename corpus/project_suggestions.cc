#include "corpus/project_suggestions.h"

#include <algorithm>

#include "corpus/project_database.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

bool is_there(Connection& connection, const MachineRun& run) {
  Rows row = connection.rows("SELECT 1 FROM machine_run WHERE id = ?", run.id);
  return row.next();
}

[[maybe_unused]] std::int64_t text_bytes_of(Connection& connection, std::int64_t document) {
  Rows row = connection.rows("SELECT bytes FROM document_text WHERE document = ?", document);
  return row.next() ? row.number(0) : 0;
}

}  // namespace

bool lie_within(const Suggestions& suggestions, std::int64_t text_bytes) {
  const auto is_inside = [&](const auto& part) {
    return part.span.begin <= part.span.end && part.span.end.value <= text_bytes;
  };
  return std::all_of(suggestions.suggestions.begin(), suggestions.suggestions.end(), is_inside) &&
         std::all_of(suggestions.evidence.begin(), suggestions.evidence.end(), is_inside);
}

Result<MachineRun> Project::start_run(const MachineRun& run) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<MachineRun> {
    const auto codebook = connection.codebook_number(run.codebook);
    if (!codebook) return unknown_codebook(run.codebook);
    connection.change("INSERT INTO machine_run (codebook, program, lexicon, at, model) VALUES (?, ?, ?, ?, ?)",
                      *codebook, run.program, run.lexicon, run.at, run.model);
    MachineRun started = run;
    started.id = connection.last_number();
    return started;
  });
}

Result<void> Project::add_suggestions(const MachineRun& run, std::string_view document,
                                      const Suggestions& suggestions) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<void> {
    if (!is_there(connection, run))
      return fail(ErrorKind::not_found, msg::project_run_not_found, {{"run", run.id}});
    const auto number = connection.document_number(document);
    if (!number) return unknown_document(document);
    assert(lie_within(suggestions, text_bytes_of(connection, *number)));
    const std::string packed = pack(suggestions);
    const int added = connection.change(
        "INSERT INTO suggestions (run, document, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", run.id,
        *number, Bytes{packed});
    if (added == 1) return {};
    return fail(ErrorKind::conflict, msg::project_suggestions_there,
                {{"run", run.id}, {"document", std::string(document)}});
  });
}

Result<std::optional<MachineRun>> Project::latest_run() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::optional<MachineRun>> {
    Rows row = connection.rows(
        "SELECT machine_run.id, codebook.id, codebook.version, program, lexicon, at, model "
        "FROM machine_run JOIN codebook ON codebook.number = machine_run.codebook "
        "ORDER BY machine_run.id DESC LIMIT 1");
    if (!row.next()) return std::nullopt;
    MachineRun run;
    run.id = row.number(0);
    run.codebook = row.text(1) + ' ' + row.text(2);
    run.program = row.text(3);
    run.lexicon = row.text(4);
    run.at = row.text(5);
    run.model = row.text(6);
    return run;
  });
}

Result<std::vector<std::string>> Project::documents_of(const MachineRun& run) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> ids;
    Rows row = connection.rows(
        "SELECT document.id FROM suggestions JOIN document ON document.number = suggestions.document "
        "WHERE run = ? ORDER BY document.number",
        run.id);
    while (row.next()) ids.push_back(row.text(0));
    return ids;
  });
}

Result<Suggestions> Project::suggestions(const MachineRun& run, std::string_view document) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<Suggestions> {
    Rows row = connection.rows(
        "SELECT packed, bytes FROM document JOIN suggestions ON suggestions.document = document.number "
        "JOIN document_text ON document_text.document = document.number WHERE run = ? AND document.id = ?",
        run.id, document);
    if (!row.next()) return Suggestions{};
    auto unpacked = unpack(row.bytes(0));
    if (unpacked && !lie_within(*unpacked, row.number(1))) return connection.damaged(std::string(document));
    return unpacked;
  });
}

}  // namespace codeboom
