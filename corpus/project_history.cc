#include <utility>

#include "corpus/project_database.h"

namespace codeboom {
namespace {

// A span that a hostile file moved out of its text must not reach those who cut the text there.
bool is_sound(Connection& connection, const Rows& row, Span span) {
  return is_within(span, connection.text_of(row.number(0)));
}

}  // namespace

Result<void> Project::add_decision(const Decision& decision, std::string_view at) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<void> {
    const auto document = connection.document_number(decision.document);
    if (!document) return unknown_document(decision.document);
    const auto coder = connection.coder_number(decision.coder);
    if (!coder) return unknown_coder(decision.coder);
    std::optional<std::int64_t> consensus;
    if (!decision.consensus.empty()) {
      consensus = connection.coder_number(decision.consensus);
      if (!consensus) return unknown_coder(decision.consensus);
    }
    if (!is_within(decision.span, connection.text_of(*document))) {
      return outside_text(decision.document, decision.code);
    }
    connection.change(
        "INSERT INTO decision (document, begin_byte, end_byte, code, verdict, coder, reason, at, consensus) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *document, decision.span.begin.value, decision.span.end.value, decision.code,
        std::string(name_of(decision.verdict)), *coder, decision.reason, std::string(at), consensus);
    return {};
  });
}

Result<std::vector<Decision>> Project::decisions() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Decision>> {
    std::vector<Decision> decisions;
    Rows row = connection.rows(
        "SELECT document.number, document.id, begin_byte, end_byte, code, verdict, coder.name, reason, "
        "coalesce(settled.name, '') FROM decision JOIN document ON document.number = decision.document "
        "JOIN coder ON coder.number = decision.coder "
        "LEFT JOIN coder AS settled ON settled.number = decision.consensus ORDER BY at, decision.number");
    while (row.next()) {
      const auto verdict = verdict_named(row.text(5));
      const Span span = row.span(2);
      if (!verdict || !is_sound(connection, row, span)) return connection.damaged(row.text(1));
      decisions.push_back({row.text(1), span, row.text(4), *verdict, row.text(6), row.text(7), row.text(8)});
    }
    return decisions;
  });
}

Result<void> Project::add_memo(const Memo& memo, std::string_view at) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<void> {
    const auto coder = connection.coder_number(memo.coder);
    if (!coder) return unknown_coder(memo.coder);
    std::optional<std::int64_t> document;
    if (!memo.document.empty()) {
      document = connection.document_number(memo.document);
      if (!document) return unknown_document(memo.document);
    }
    std::optional<std::int64_t> begin, end;
    if (memo.span) {
      if (!document || !is_within(*memo.span, connection.text_of(*document))) {
        return outside_text(memo.document, memo.code);
      }
      begin = memo.span->begin.value;
      end = memo.span->end.value;
    }
    connection.change(
        "INSERT INTO memo (coder, document, code, begin_byte, end_byte, text, at) VALUES (?, ?, ?, ?, ?, ?, "
        "?)",
        *coder, document, memo.code, begin, end, memo.text, std::string(at));
    return {};
  });
}

Result<std::vector<Memo>> Project::memos() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Memo>> {
    std::vector<Memo> memos;
    Rows row = connection.rows(
        "SELECT document.number, coder.name, document.id, code, begin_byte, end_byte, text "
        "FROM memo JOIN coder ON coder.number = memo.coder "
        "LEFT JOIN document ON document.number = memo.document ORDER BY at, memo.number");
    while (row.next()) {
      Memo memo{row.text(1), row.text(2), row.text(3), {}, row.text(6)};
      if (!row.is_null(4)) {
        memo.span = row.span(4);
        if (!is_sound(connection, row, *memo.span)) return connection.damaged(memo.document);
      }
      memos.push_back(std::move(memo));
    }
    return memos;
  });
}

Result<void> Project::record(const Event& event) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<void> {
    connection.change("INSERT INTO event (at, who, what, before, after) VALUES (?, ?, ?, ?, ?)", event.at,
                      event.who, event.what, event.before, event.after);
    return {};
  });
}

Result<std::vector<Event>> Project::events() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Event>> {
    std::vector<Event> events;
    Rows row = connection.rows("SELECT at, who, what, before, after FROM event ORDER BY number");
    while (row.next()) events.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    return events;
  });
}

}  // namespace codeboom
