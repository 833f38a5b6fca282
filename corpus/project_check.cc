#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <utility>

#include "corpus/project_blocks.h"
#include "corpus/project_codings.h"
#include "corpus/project_database.h"
#include "corpus/project_schema.h"
#include "corpus/project_suggestions.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

using Findings = std::vector<Message>;

void check_file(Connection& connection, Findings& findings) {
  Rows row = connection.rows("PRAGMA integrity_check");
  while (row.next()) {
    if (row.text(0) != "ok") findings.push_back({msg::project_check_file, {{"reason", row.text(0)}}});
  }
}

// Without its triggers a file would not keep its texts and events.
void check_schema(Connection& connection, Findings& findings) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
  migrate(fresh, project_migrations());
  if (schema_of(fresh) != schema_of(connection.database()))
    findings.push_back({msg::project_check_schema, {}});
}

void check_references(Connection& connection, Findings& findings) {
  Rows dangling = connection.rows("PRAGMA foreign_key_check");
  while (dangling.next()) {
    findings.push_back(
        {msg::project_check_reference,
         {{"table", dangling.text(0)}, {"row", dangling.number(1)}, {"parent", dangling.text(2)}}});
  }
  Rows orphan = connection.rows(
      "SELECT codebook.id || ' ' || version, code.id, parent FROM code JOIN codebook ON number = codebook "
      "WHERE parent <> '' AND NOT EXISTS (SELECT 1 FROM code AS other "
      "WHERE other.codebook = code.codebook AND other.id = code.parent)");
  while (orphan.next()) {
    findings.push_back(
        {msg::project_check_parent_unknown,
         {{"codebook", orphan.text(0)}, {"code", orphan.text(1)}, {"parent", orphan.text(2)}}});
  }
  Rows coded = connection.rows(
      "SELECT code, codebook, times FROM (SELECT code, codebook, count(*) AS times FROM coding "
      "WHERE codebook <> '' GROUP BY code, codebook) AS used WHERE NOT EXISTS ("
      "SELECT 1 FROM code JOIN codebook ON number = code.codebook "
      "WHERE codebook.id || ' ' || version = used.codebook AND code.id = used.code) ORDER BY codebook, code");
  while (coded.next()) {
    findings.push_back({msg::project_check_code_unknown,
                        {{"code", coded.text(0)}, {"codebook", coded.text(1)}, {"times", coded.number(2)}}});
  }
}

void check_texts(Connection& connection, Findings& findings) {
  Rows row = connection.rows(
      "SELECT id, blocks, sha256, bytes, text FROM document "
      "LEFT JOIN document_text ON document_text.document = document.number ORDER BY number");
  while (row.next()) {
    const auto text = Text::from_utf8(row.bytes(4));
    const bool is_same = text && !row.is_null(4) && text->utf8() == row.bytes(4) &&
                         content_hash(*text) == row.bytes(2) &&
                         std::cmp_equal(text->utf8().size(), row.number(3));
    if (!is_same) {
      findings.push_back({msg::project_check_text, {{"document", row.text(0)}}});
    } else if (!unpack_blocks(row.bytes(1), text->utf8())) {
      findings.push_back({msg::project_blocks_wrong, {{"document", row.text(0)}}});
    }
  }
}

void check_codings(Connection& connection, Findings& findings) {
  for_each_coding(connection, {}, {}, [&](const Coding&, const Result<void>& place) {
    if (!place) findings.push_back(place.error().message);
  });
}

// Labels and rules are places in the codebook of the run.
bool name_what_exists(const Suggestions& suggestions, std::int64_t codes, std::int64_t rules) {
  for (const Suggestion& suggestion : suggestions.suggestions) {
    if (suggestion.label >= codes) return false;
  }
  for (const RuleEvidence& evidence : suggestions.evidence) {
    if (evidence.rule >= rules && evidence.rule < codebook_evidence) return false;
  }
  return true;
}

void check_run(Connection& connection, std::int64_t run, std::int64_t codes, std::int64_t rules,
               Findings& findings) {
  Rows row = connection.rows(
      "SELECT document.id, packed, coalesce(bytes, 0) FROM suggestions "
      "JOIN document ON document.number = suggestions.document "
      "LEFT JOIN document_text ON document_text.document = document.number WHERE run = ? ORDER BY "
      "document.number",
      run);
  while (row.next()) {
    const auto suggestions = unpack(row.bytes(1));
    if (suggestions && lie_within(*suggestions, row.number(2)) &&
        name_what_exists(*suggestions, codes, rules)) {
      continue;
    }
    findings.push_back({msg::project_check_suggestions, {{"run", run}, {"document", row.text(0)}}});
  }
}

void check_runs(Connection& connection, Findings& findings) {
  Rows run = connection.rows(
      "SELECT id, (SELECT count(*) FROM code WHERE code.codebook = machine_run.codebook), "
      "(SELECT count(*) FROM rule WHERE rule.codebook = machine_run.codebook) FROM machine_run ORDER BY id");
  while (run.next()) check_run(connection, run.number(0), run.number(1), run.number(2), findings);
}

void check_history(Connection& connection, Findings& findings) {
  Rows row = connection.rows(
      "SELECT document.number, document.id, begin_byte, end_byte, code FROM decision "
      "JOIN document ON document.number = decision.document UNION ALL "
      "SELECT document.number, document.id, begin_byte, end_byte, code FROM memo "
      "JOIN document ON document.number = memo.document WHERE begin_byte IS NOT NULL");
  while (row.next()) {
    if (is_within(row.span(2), connection.text_of(row.number(0)))) continue;
    findings.push_back(outside_text(row.text(1), row.text(4)).value().message);
  }
  // Numbers are given one by one and never again, so that an event taken out leaves a hole.
  Rows event = connection.rows(
      "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), count(*), "
      "coalesce(max(number), 0) FROM event");
  event.next();
  const std::int64_t given = std::max(event.number(0), event.number(2)), present = event.number(1);
  if (given != present) {
    findings.push_back({msg::project_check_events, {{"missing", given - present}, {"given", given}}});
  }
}

}  // namespace

Result<std::vector<Message>> Project::check() const {
  Connection& connection = database_->connection;
  Findings findings;
  for (const auto part :
       {check_file, check_schema, check_references, check_texts, check_codings, check_runs, check_history}) {
    try {
      part(connection, findings);
    } catch (const SQLite::Exception& exception) {
      Error error = error_of(exception, connection.path());
      if (error.kind != ErrorKind::bad_input) return tl::unexpected(std::move(error));
      findings.push_back(std::move(error.message));
    }
  }
  return findings;
}

}  // namespace codeboom
