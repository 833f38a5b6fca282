// Private to project*.cc: one open project file, its prepared statements, and SQLite's errors in our words.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cassert>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "corpus/project.h"
#include "message_keys/corpus.h"

namespace codeboom {

// What a failure of SQLite means to the person who uses the file `path`.
Error error_of(const SQLite::Exception& exception, const std::string& path);

struct Bytes {  // a value that is a blob
  std::string_view bytes;
};

// The size of a value as SQLite counts it. Errors: throws SQLite::Exception when it cannot.
int bound_size(std::size_t bytes);

// Values of a change are not copied: they must live until it was run.
template <std::integral Number>
void bind(SQLite::Statement& to, int index, Number value) {
  to.bind(index, static_cast<std::int64_t>(value));
}
inline void bind(SQLite::Statement& to, int index, double value) { to.bind(index, value); }
inline void bind(SQLite::Statement& to, int index, const std::string& value) {
  static_cast<void>(bound_size(value.size()));
  to.bindNoCopy(index, value);
}
inline void bind(SQLite::Statement& to, int index, Bytes value) {
  to.bindNoCopy(index, value.bytes.data(), bound_size(value.bytes.size()));
}
template <class Value>
void bind(SQLite::Statement& to, int index, const std::optional<Value>& value) {
  if (value) bind(to, index, *value);  // else it stays NULL
}

// What rows are asked for by is copied.
inline void bind_key(SQLite::Statement& to, int index, std::int64_t value) { to.bind(index, value); }
inline void bind_key(SQLite::Statement& to, int index, std::string_view value) {
  to.bind(index, std::string(value));
}

// The rows of a prepared statement, which is ready for its next use when this goes. Columns count from 0.
// Errors: next() throws SQLite::Exception.
class Rows {
 public:
  template <class... Keys>
  explicit Rows(SQLite::Statement& statement, const Keys&... keys) : statement_(statement) {
    int index = 0;
    (bind_key(statement_, ++index, keys), ...);
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows();

  bool next() { return statement_.executeStep(); }
  bool is_null(int column) const { return statement_.isColumnNull(column); }
  std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  double real(int column) const { return statement_.getColumn(column).getDouble(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  std::string_view bytes(int column) const;  // valid until next()
  Span span(
      int column) const;  // from this column and the next; damaged numbers give a span that lies in no text

 private:
  SQLite::Statement& statement_;
};

class Connection {
 public:
  // Messages name `path`. Errors: this and all members throw SQLite::Exception unless they say otherwise.
  Connection(const std::string& path, int flags);

  SQLite::Database& database() { return database_; }
  const std::string& path() const { return path_; }

  // Statements are prepared once and kept; `sql` must live as long as the connection.
  // Requires: the rows of the same SQL are not in use elsewhere.
  template <class... Keys>
  Rows rows(const char* sql, const Keys&... keys) {
    return Rows(prepared(sql), keys...);
  }

  // Runs a statement without rows; returns how many rows of the file it changed.
  template <class... Values>
  int change(const char* sql, const Values&... values) {
    SQLite::Statement& statement = prepared(sql);
    const Rows ready_again(statement);
    int index = 0;
    (bind(statement, ++index, values), ...);
    return statement.exec();
  }
  std::int64_t last_number() const { return database_.getLastInsertRowid(); }

  // While it lives, no other program changes the file, and reading many small things costs a third: SQLite
  // neither locks the file nor looks for a journal for each.
  SQLite::Statement snapshot() const;

  void begin();   // Requires: no transaction is open.
  void commit();  // The transaction stays open when it fails, and may be tried again.
  void rollback() noexcept;

  // Does `work`, which returns a Result; a failure of SQLite becomes its Error.
  template <class Work>
  std::invoke_result_t<Work> reading(const Work& work) const {
    try {
      return work();
    } catch (const SQLite::Exception& exception) {
      return tl::unexpected(error_of(exception, path_));
    }
  }
  // The same for work that writes. When SQLite fails halfway, the whole transaction is undone at once and can
  // only be given up: half of an act is never committed. Requires: a transaction is open.
  template <class Work>
  std::invoke_result_t<Work> writing(const Work& work) {
    assert(in_transaction_ && "all changes happen in a Transaction");
    if (is_undone()) return tl::unexpected(error_of_undone());
    try {
      return work();
    } catch (const SQLite::Exception& exception) {
      undo();
      return tl::unexpected(error_of(exception, path_));
    }
  }
  bool is_undone() const;  // the transaction, after a failure
  Error error_of_undone() const;
  tl::unexpected<Error> damaged(std::string reason) const;  // the file says what we never write

  // Numbers of rows; empty when there is none.
  std::optional<std::int64_t> document_number(std::string_view id);
  std::optional<std::int64_t> coder_number(std::string_view name);
  std::optional<std::int64_t> codebook_number(std::string_view id_and_version);

  // The last text asked for is kept: codings come document by document. Valid until the next call; empty when
  // there is no such document.
  const std::string& text_of(std::int64_t document);
  void forget_text() { last_text_ = {}; }  // after a document went: its number may be given again

 private:
  SQLite::Statement& prepared(const char* sql);
  void undo() noexcept;

  std::string path_;
  SQLite::Database database_;
  std::unordered_map<std::string_view, SQLite::Statement>
      statements_;  // declared after database_: they go first
  bool in_transaction_ = false;
  struct {
    std::int64_t document = 0;
    std::string utf8;
  } last_text_;
};

struct Project::Database {
  explicit Database(const std::string& path, int flags) : connection(path, flags) {}
  Connection connection;
};

// Whether the span lies in the text, on code point boundaries.
bool is_within(Span span, std::string_view utf8);
inline std::string_view quote_at(Span span, std::string_view utf8) {
  return utf8.substr(span.begin.value, span.end.value - span.begin.value);
}

inline tl::unexpected<Error> unknown_document(std::string_view id) {
  return fail(ErrorKind::not_found, msg::project_document_not_found, {{"document", std::string(id)}});
}
inline tl::unexpected<Error> unknown_coder(const std::string& name) {
  return fail(ErrorKind::not_found, msg::project_coder_not_found, {{"coder", name}});
}
inline tl::unexpected<Error> unknown_codebook(std::string_view id_and_version) {
  return fail(ErrorKind::not_found, msg::project_codebook_not_found,
              {{"codebook", std::string(id_and_version)}});
}

// A span that does not lie in the text of the document; `code` is what it was to carry.
inline tl::unexpected<Error> outside_text(const std::string& document, const std::string& code) {
  return fail(ErrorKind::bad_input, msg::project_outside_text, {{"document", document}, {"code", code}});
}

// A quotation for a message: its beginning, when it is long.
std::string shortened(std::string_view quote);

// "id version", the way codings and runs name a codebook.
inline std::string name_of(const CodebookVersion& codebook) { return codebook.id + ' ' + codebook.version; }

}  // namespace codeboom
