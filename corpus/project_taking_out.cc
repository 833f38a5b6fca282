#include <sqlite3.h>

#include "corpus/project_database.h"
#include "message_keys/team.h"

namespace codeboom {

Result<FilledTo> Project::filled_to() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<FilledTo> {
    Rows row = connection.rows(
        "SELECT (SELECT coalesce(max(number), 0) FROM document), (SELECT coalesce(max(number), 0) FROM "
        "coder), "
        "(SELECT coalesce(max(number), 0) FROM coding), (SELECT coalesce(max(number), 0) FROM decision), "
        "(SELECT coalesce(max(number), 0) FROM memo), (SELECT coalesce(min(number), 1) FROM codebook)");
    row.next();
    return FilledTo{row.number(0), row.number(1), row.number(2), row.number(3), row.number(4), row.number(5)};
  });
}

Result<void> Project::empty_to(const FilledTo& mark) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<void> {
    connection.forget_text();
    try {
      connection.change("DELETE FROM memo WHERE number > ?", mark.memos);
      connection.change("DELETE FROM decision WHERE number > ?", mark.decisions);
      connection.change("DELETE FROM coding WHERE number > ?", mark.codings);
      connection.change("DELETE FROM coder WHERE number > ?", mark.coders);
      connection.change("DELETE FROM document WHERE number > ?", mark.documents);
      connection.change("DELETE FROM codebook WHERE number < ?", mark.first_codebook);
    } catch (const SQLite::Exception& exception) {
      if (exception.getExtendedErrorCode() != SQLITE_CONSTRAINT_FOREIGNKEY) throw;
      return fail(ErrorKind::conflict, msg::merge_still_used);
    }
    return {};
  });
}

}  // namespace codeboom
