#include "corpus/project_codings.h"

#include <algorithm>
#include <utility>

#include "corpus/project_database.h"
#include "message_keys/corpus.h"
#include "message_keys/team.h"

namespace codeboom {
namespace {

constexpr const char* every_coding = R"sql(
  SELECT document.number, document.id, begin_byte, end_byte, coder.name, code, quote, score, flags, codebook,
         coding.number, chance, EXISTS (SELECT 1 FROM coding_evidence WHERE coding = coding.number)
  FROM coding JOIN document ON document.number = coding.document JOIN coder ON coder.number = coding.coder
  WHERE (?1 = '' OR coder.name = ?1) AND (?2 = '' OR document.id = ?2)
  ORDER BY coding.document, begin_byte, end_byte, coder.name, code)sql";

std::vector<Evidence> evidence_of(Connection& connection, std::int64_t coding) {
  std::vector<Evidence> evidence;
  Rows row = connection.rows(
      "SELECT begin_byte, end_byte, rule, weight FROM coding_evidence WHERE coding = ? ORDER BY position", coding);
  while (row.next()) evidence.push_back({row.span(0), row.text(2), row.real(3)});
  return evidence;
}

Coding coding_at(Connection& connection, const Rows& row) {
  Coding coding;
  coding.document = row.text(1);
  coding.span = row.span(2);
  coding.coder = row.text(4);
  coding.code = row.text(5);
  coding.quote = row.text(6);
  if (!row.is_null(7)) coding.score = row.real(7);
  coding.flags = static_cast<Flags>(row.number(8));
  coding.codebook = row.text(9);
  if (!row.is_null(11)) coding.chance = row.real(11);
  if (row.number(12) != 0) coding.evidence = evidence_of(connection, row.number(10));
  return coding;
}

void store_evidence(Connection& connection, std::int64_t number, const Coding& coding) {
  std::int64_t position = 0;
  for (const Evidence& evidence : coding.evidence) {
    connection.change(
        "INSERT INTO coding_evidence (coding, position, begin_byte, end_byte, rule, weight) VALUES (?, ?, ?, ?, ?, ?)",
        number, position++, evidence.span.begin.value, evidence.span.end.value, evidence.rule, evidence.weight);
  }
}

void store(Connection& connection, std::int64_t document, std::int64_t coder, const Coding& coding) {
  connection.change(
      "INSERT INTO coding (document, begin_byte, end_byte, coder, code, quote, score, flags, codebook, chance) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      document, coding.span.begin.value, coding.span.end.value, coder, coding.code, coding.quote,
      coding.score, coding.flags, coding.codebook, coding.chance);
  store_evidence(connection, connection.last_number(), coding);
}

std::optional<std::int64_t> coding_number(Connection& connection, std::int64_t document, std::int64_t coder,
                                          const Coding& coding) {
  Rows row = connection.rows(
      "SELECT number FROM coding WHERE document = ? AND begin_byte = ? AND end_byte = ? AND coder = ? AND code = "
      "?",
      document, std::int64_t{coding.span.begin.value}, std::int64_t{coding.span.end.value}, coder,
      coding.code);
  return row.next() ? std::optional(row.number(0)) : std::nullopt;
}

// Requires: there is such a coding.
Coding with_origin_of(Connection& connection, std::int64_t number, Coding coding) {
  Rows row = connection.rows("SELECT score, chance, flags, codebook FROM coding WHERE number = ?", number);
  row.next();
  coding.score = row.is_null(0) ? std::nullopt : std::optional(row.real(0));
  coding.chance = row.is_null(1) ? std::nullopt : std::optional(row.real(1));
  coding.flags = static_cast<Flags>(row.number(2));
  coding.codebook = row.text(3);
  coding.evidence = evidence_of(connection, number);
  return coding;
}

// Positions as the user counts them: code points from the start of the text.
std::int64_t code_points_before(ByteOffset offset, std::string_view utf8) {
  return std::count_if(utf8.begin(), utf8.begin() + offset.value,
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
}

Result<void> check_place(const Coding& coding, std::string_view utf8) {
  bool inside = is_within(coding.span, utf8);
  for (const Evidence& evidence : coding.evidence) inside = inside && is_within(evidence.span, utf8);
  if (!inside) return outside_text(coding.document, coding.code);
  if (quote_at(coding.span, utf8) == coding.quote) return {};
  return fail(ErrorKind::bad_input, msg::project_quote_differs,
              {{"document", coding.document},
               {"coder", coding.coder},
               {"code", coding.code},
               {"begin", code_points_before(coding.span.begin, utf8)},
               {"end", code_points_before(coding.span.end, utf8)},
               {"quote", shortened(coding.quote)},
               {"text", shortened(quote_at(coding.span, utf8))}});
}

struct Numbers {
  std::int64_t document = 0, coder = 0;
};

// Of a coding's document and coder. Errors: not_found for either; those of check_place.
Result<Numbers> numbers_of(Connection& connection, const Coding& coding) {
  const auto document = connection.document_number(coding.document);
  if (!document) return unknown_document(coding.document);
  const auto coder = connection.coder_number(coding.coder);
  if (!coder) return unknown_coder(coding.coder);
  if (const auto place = check_place(coding, connection.text_of(*document)); !place) return tl::unexpected(place.error());
  return Numbers{*document, *coder};
}

}  // namespace

void for_each_coding(Connection& connection, std::string_view coder, std::string_view document,
                     const std::function<void(Coding, Result<void>)>& use) {
  Rows row = connection.rows(every_coding, coder, document);
  while (row.next()) {
    Coding coding = coding_at(connection, row);
    auto place = check_place(coding, connection.text_of(row.number(0)));
    use(std::move(coding), std::move(place));
  }
}

Result<Added> Project::add_coder(const Coder& coder) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Added> {
    const std::string kind(name_of(coder.kind));
    Rows row = connection.rows("SELECT kind FROM coder WHERE name = ?", coder.name);
    if (!row.next()) {
      connection.change("INSERT INTO coder (name, kind) VALUES (?, ?)", coder.name, kind);
      return Added::stored;
    }
    if (row.text(0) != kind) {
      return fail(ErrorKind::conflict, msg::project_coder_differs, {{"coder", coder.name}});
    }
    return Added::already_there;
  });
}

Result<std::vector<Coder>> Project::coders() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Coder>> {
    std::vector<Coder> coders;
    Rows row = connection.rows("SELECT name, kind FROM coder ORDER BY number");
    while (row.next()) {
      const auto kind = coder_kind_named(row.text(1));
      if (!kind) return connection.damaged(row.text(0));
      coders.push_back({row.text(0), *kind});
    }
    return coders;
  });
}

Result<Added> Project::add_coding(const Coding& coding) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Added> {
    const auto numbers = numbers_of(connection, coding);
    if (!numbers) return tl::unexpected(numbers.error());
    if (coding_number(connection, numbers->document, numbers->coder, coding)) return Added::already_there;
    store(connection, numbers->document, numbers->coder, coding);
    return Added::stored;
  });
}

Result<Coding> Project::change_origin(const Coding& coding) {
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<Coding> {
    const auto numbers = numbers_of(connection, coding);
    if (!numbers) return tl::unexpected(numbers.error());
    const auto number = coding_number(connection, numbers->document, numbers->coder, coding);
    if (!number) return fail(ErrorKind::not_found, msg::merge_no_coding, {{"coder", coding.coder}, {"code", coding.code}});
    Coding before = with_origin_of(connection, *number, coding);
    connection.change("UPDATE coding SET score = ?, chance = ?, flags = ?, codebook = ? WHERE number = ?", coding.score,
                      coding.chance, coding.flags, coding.codebook, *number);
    connection.change("DELETE FROM coding_evidence WHERE coding = ?", *number);
    store_evidence(connection, *number, coding);
    return before;
  });
}

Result<std::vector<Coding>> Project::codings(std::string_view coder, std::string_view document) const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<Coding>> {
    std::vector<Coding> codings;
    Result<void> all_well;
    for_each_coding(connection, coder, document, [&](Coding coding, Result<void> place) {
      if (!place && all_well) all_well = std::move(place);
      codings.push_back(std::move(coding));
    });
    if (!all_well) return tl::unexpected(all_well.error());
    return codings;
  });
}

}  // namespace codeboom
