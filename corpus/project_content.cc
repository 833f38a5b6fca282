#include "corpus/project_content.h"

#include <utility>

#include "corpus/project_database.h"

namespace codeboom {
namespace {

// Hashes and times stand in the order in which Project's own functions give the records.
std::vector<std::string> column(Connection& connection, const char* sql) {
  std::vector<std::string> values;
  Rows row = connection.rows(sql);
  while (row.next()) values.push_back(row.text(0));
  return values;
}

std::int64_t rows_of(Connection& connection, const char* sql) {
  Rows row = connection.rows(sql);
  row.next();
  return row.number(0);
}

template <class Record>
std::vector<Dated<Record>> dated(std::vector<Record> records, std::vector<std::string> times) {
  std::vector<Dated<Record>> result;
  for (std::size_t i = 0; i < records.size(); ++i)
    result.push_back({std::move(records[i]), std::move(times[i])});
  return result;
}

}  // namespace

Result<ProjectContent> Project::content() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<ProjectContent> {
    const SQLite::Statement snapshot = connection.snapshot();
    ProjectContent content;
    auto all_documents = documents();
    auto all_coders = coders();
    auto all_codebooks = codebooks();
    auto all_codings = codings();
    auto all_decisions = decisions();
    auto all_memos = memos();
    if (!all_documents) return tl::unexpected(all_documents.error());
    if (!all_coders) return tl::unexpected(all_coders.error());
    if (!all_codebooks) return tl::unexpected(all_codebooks.error());
    if (!all_codings) return tl::unexpected(all_codings.error());
    if (!all_decisions) return tl::unexpected(all_decisions.error());
    if (!all_memos) return tl::unexpected(all_memos.error());
    auto hashes =
        column(connection,
               "SELECT coalesce(sha256, '') FROM document "
               "LEFT JOIN document_text ON document_text.document = document.number ORDER BY number");
    for (std::size_t i = 0; i < all_documents->size(); ++i) {
      content.documents.push_back({std::move((*all_documents)[i]), std::move(hashes[i])});
    }
    content.coders = std::move(*all_coders);
    content.codebooks = std::move(*all_codebooks);
    content.codings = std::move(*all_codings);
    content.decisions =
        dated(std::move(*all_decisions), column(connection, "SELECT at FROM decision ORDER BY at, number"));
    content.memos =
        dated(std::move(*all_memos), column(connection, "SELECT at FROM memo ORDER BY at, number"));
    content.machine_runs = rows_of(connection, "SELECT count(*) FROM machine_run");
    content.models = rows_of(connection, "SELECT count(*) FROM model");
    content.samples = rows_of(connection, "SELECT count(*) FROM draw");
    return content;
  });
}

}  // namespace codeboom
