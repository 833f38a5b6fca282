#include "corpus/project_database.h"

#include <sqlite3.h>

#include <limits>

#include "message_keys/corpus.h"
#include "message_keys/team.h"

namespace codeboom {
namespace {

constexpr int busy_timeout_milliseconds = 2000;  // longer than another program needs to store one act

// The rollback journal and not the write-ahead log: one file beside the project while something changes, none
// when not; it works on a network drive; and a text is written to the disk once, not twice. The cache holds
// the changes of a large import, so that it is written in one go at the end.
constexpr const char* settings = R"sql(
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA page_size = 16384;
PRAGMA cache_size = -65536;
)sql";

// A name such as "file:x?mode=memory" or ":memory:" means something else to SQLite than to the user.
std::string as_plain_file(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

bool is_boundary(std::uint32_t at, std::string_view utf8) {
  return at == utf8.size() || (static_cast<unsigned char>(utf8[at]) & 0xC0) != 0x80;
}

}  // namespace

Error error_of(const SQLite::Exception& exception, const std::string& path) {
  const MessageArguments where = {{"file", path}};
  const MessageArguments why = {{"file", path}, {"reason", std::string(exception.what())}};
  if (exception.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) {
    return {ErrorKind::unavailable, {msg::merge_unfinished_act, where}};
  }
  switch (exception.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::unavailable, {msg::project_busy, where}};
    case SQLITE_READONLY:
      return {ErrorKind::unavailable, {msg::project_read_only, where}};
    case SQLITE_FULL:
      return {ErrorKind::unavailable, {msg::project_disk_full, where}};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOMEM:
    case SQLITE_PROTOCOL:
    case SQLITE_NOLFS:
      return {ErrorKind::unavailable, {msg::project_refused, why}};
    case SQLITE_NOTADB:
      return {ErrorKind::bad_input, {msg::project_not_a_project, where}};
    case SQLITE_TOOBIG:
      return {ErrorKind::bad_input, {msg::project_too_large, where}};
    default:
      return {ErrorKind::bad_input, {msg::project_damaged, why}};
  }
}

int bound_size(std::size_t bytes) {
  if (bytes > std::numeric_limits<int>::max()) throw SQLite::Exception("too large", SQLITE_TOOBIG);
  return static_cast<int>(bytes);
}

Rows::~Rows() {
  statement_.tryReset();
  statement_.clearBindings();
}

std::string_view Rows::bytes(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  const auto* begin = static_cast<const char*>(value.getBlob());
  return begin == nullptr ? std::string_view()
                          : std::string_view(begin, static_cast<std::size_t>(value.getBytes()));
}

Span Rows::span(int column) const {
  constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
  const std::int64_t begin = number(column), end = number(column + 1);
  if (begin < 0 || end < begin || end >= nowhere) return {{nowhere}, {nowhere}};
  return {{static_cast<std::uint32_t>(begin)}, {static_cast<std::uint32_t>(end)}};
}

Connection::Connection(const std::string& path, int flags)
    : path_(path), database_(as_plain_file(path), flags | SQLite::OPEN_NOMUTEX, busy_timeout_milliseconds) {
  database_.exec(settings);
}

SQLite::Statement Connection::snapshot() const {
  SQLite::Statement held(database_, "SELECT name FROM sqlite_schema");  // more rows than the one that is read
  held.executeStep();
  return held;
}

void Connection::begin() {
  assert(!in_transaction_ && "one transaction at a time");
  if (sqlite3_db_readonly(database_.getHandle(), "main") == 1) {
    throw SQLite::Exception("read-only", SQLITE_READONLY);  // SQLite would begin to read instead
  }
  database_.exec("BEGIN IMMEDIATE");
  in_transaction_ = true;
}

void Connection::commit() {
  database_.exec("COMMIT");
  in_transaction_ = false;
}

void Connection::rollback() noexcept {
  undo();
  in_transaction_ = false;
}

void Connection::undo() noexcept {
  last_text_ = {};  // it may be the text of a document that goes
  if (!is_undone()) database_.tryExec("ROLLBACK");
}

bool Connection::is_undone() const { return sqlite3_get_autocommit(database_.getHandle()) != 0; }

Error Connection::error_of_undone() const {
  return {ErrorKind::unavailable, {msg::project_undone, {{"file", path_}}}};
}

tl::unexpected<Error> Connection::damaged(std::string reason) const {
  return fail(ErrorKind::bad_input, msg::project_damaged, {{"file", path_}, {"reason", std::move(reason)}});
}

SQLite::Statement& Connection::prepared(const char* sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(sql, SQLite::Statement(database_, sql)).first->second;
}

std::optional<std::int64_t> Connection::document_number(std::string_view id) {
  Rows found = rows("SELECT number FROM document WHERE id = ?", id);
  return found.next() ? std::optional(found.number(0)) : std::nullopt;
}

std::optional<std::int64_t> Connection::coder_number(std::string_view name) {
  Rows found = rows("SELECT number FROM coder WHERE name = ?", name);
  return found.next() ? std::optional(found.number(0)) : std::nullopt;
}

std::optional<std::int64_t> Connection::codebook_number(std::string_view id_and_version) {
  Rows found = rows("SELECT number FROM codebook WHERE id || ' ' || version = ?", id_and_version);
  return found.next() ? std::optional(found.number(0)) : std::nullopt;
}

const std::string& Connection::text_of(std::int64_t document) {
  if (last_text_.document != document) {
    last_text_ = {};
    Rows found = rows("SELECT text FROM document_text WHERE document = ?", document);
    if (found.next()) last_text_ = {document, found.text(0)};
  }
  return last_text_.utf8;
}

bool is_within(Span span, std::string_view utf8) {
  return span.begin <= span.end && span.end.value <= utf8.size() && is_boundary(span.begin.value, utf8) &&
         is_boundary(span.end.value, utf8);
}

std::string shortened(std::string_view quote) {
  constexpr std::size_t longest = 80;  // bytes
  if (quote.size() <= longest) return std::string(quote);
  std::size_t end = longest;
  while (end > 0 && !is_boundary(static_cast<std::uint32_t>(end), quote)) --end;
  return std::string(quote.substr(0, end)) + "…";
}

}  // namespace codeboom
