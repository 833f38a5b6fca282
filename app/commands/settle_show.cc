#include "app/commands/settle_show.h"

#include <map>

#include "app/terminal.h"
#include "corpus/delimited.h"
#include "message_keys/settle.h"
#include "reports/table.h"

namespace codeboom {
namespace {

struct Row {
  Dated<Decision> decision;
  CodePointSpan place;
  std::string quote;
};

Result<std::vector<Row>> rows_of(const Project& project) {
  const auto content = project.content();
  if (!content) return tl::unexpected(content.error());
  std::map<std::string, Text> texts;
  std::vector<Row> rows;
  for (const Dated<Decision>& decision : content->decisions) {
    const Decision& said = decision.record;
    if (said.consensus.empty()) continue;
    auto text = texts.find(said.document);
    if (text == texts.end()) {
      auto document = project.document(said.document);
      if (!document) return tl::unexpected(document.error());
      text = texts.emplace(said.document, std::move(document->text)).first;
    }
    rows.push_back({decision, text->second.to_code_points(said.span), std::string(text->second[said.span])});
  }
  return rows;
}

std::string to_csv(const std::vector<Row>& rows) {
  std::string csv = "document,start,end,code,quote,verdict,consensus,decided_by,at,reason\n";
  for (const Row& row : rows) {
    const Decision& said = row.decision.record;
    csv += csv_cell(said.document) + "," + std::to_string(row.place.begin.value) + "," + std::to_string(row.place.end.value) + "," +
           csv_cell(said.code) + "," + csv_cell(row.quote) + "," + std::string(name_of(said.verdict)) + "," + csv_cell(said.consensus) +
           "," + csv_cell(said.coder) + "," + row.decision.at + "," + csv_cell(said.reason) + "\n";
  }
  return csv;
}

MessageKey name_for_people(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted: return msg::settle_accepted;
    case Verdict::rejected: return msg::settle_rejected;
    case Verdict::changed: return msg::settle_changed;
  }
  return {};
}

std::string to_text(const std::vector<Row>& rows, UserLanguage language) {
  const auto words = [&](MessageKey key) { return in_words({key, {}}, language); };
  if (rows.empty()) return words(msg::settle_nothing_decided) + "\n";
  Table table;
  for (const MessageKey key : {msg::settle_column_document, msg::settle_column_code, msg::settle_column_quote, msg::settle_column_verdict,
                               msg::settle_column_consensus, msg::settle_column_who, msg::settle_column_at, msg::settle_column_reason}) {
    table.columns.push_back({words(key), Align::left});
  }
  for (const Row& row : rows) {
    const Decision& said = row.decision.record;
    table.rows.push_back({said.document, said.code, row.quote, words(name_for_people(said.verdict)), said.consensus, said.coder,
                          row.decision.at, said.reason});
  }
  return to_text(table, output_width());
}

}  // namespace

Result<ExitStatus> show_decisions(const Project& project, std::string_view format, UserLanguage language) {
  const auto rows = rows_of(project);
  if (!rows) return tl::unexpected(rows.error());
  print(format == "csv" ? to_csv(*rows) : to_text(*rows, language));
  return ExitStatus::success;
}

}  // namespace codeboom
