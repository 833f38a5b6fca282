#include <algorithm>

#include "corpus/joined.h"
#include "message_keys/agreement.h"
#include "message_keys/report_comparison.h"
#include "message_keys/settle.h"
#include "reports/agreement_formats.h"
#include "reports/disagreement_formats.h"
#include "reports/kinds/comparison_parts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

constexpr std::size_t most_in_full = 10;

std::uint64_t settled_of(const DisagreementReport& found, const SettledAs& settled,
                         std::optional<DisagreementKind> kind = {}) {
  return static_cast<std::uint64_t>(
      std::count_if(found.disagreements.begin(), found.disagreements.end(), [&](const auto& one) {
        return (!kind || one.what.kind == *kind) &&
               is_settled(one.what, settled.documents[one.what.document]);
      }));
}

ReportTable kinds_table(const CodersCompared& compared, const DisagreementReport& found,
                        UserLanguage language) {
  ReportTable table{"kinds",
                    words(msg::comparison_kinds_caption, language,
                          {{"n", whole(found.found())}, {"settled", whole(compared.settled.size())}}),
                    {column("kind", msg::comparison_kind, ColumnKind::text, language),
                     column("n", msg::comparison_number, ColumnKind::count, language)},
                    {},
                    ""};
  ReportTable::Row total{
      {text_cell(words(msg::comparison_total, language)), count_cell(found.found())}, 1, RowKind::total};
  for (std::size_t i = 0; i < compared.settled.size(); ++i) {
    const SettledAs& one = compared.settled[i];
    table.columns.push_back({"settled_" + std::to_string(i + 1),
                             words(msg::comparison_settled_by, language, {{"coder", one.consensus}}),
                             ColumnKind::count});
    total.cells.push_back(count_cell(settled_of(found, one)));
  }
  for (std::size_t i = 0; i < disagreement_kinds.size(); ++i) {
    ReportTable::Row row{
        {text_cell(in_words(name_for_people(disagreement_kinds[i]), language)), count_cell(found.kinds[i])}};
    for (const SettledAs& one : compared.settled)
      row.cells.push_back(count_cell(settled_of(found, one, disagreement_kinds[i])));
    table.rows.push_back(std::move(row));
  }
  table.rows.push_back(std::move(total));
  return table;
}

// The pairs that differ; of two coders and of every level.
ReportTable pairs_table(const CodersCompared& compared, const DisagreementReport& found,
                        UserLanguage language) {
  const auto gave = [&](const std::string& letter) {
    return words(msg::comparison_gave, language, {{"letter", letter}});
  };
  ReportTable table{"pairs",
                    words(msg::comparison_pairs_caption, language),
                    {column("coders", msg::comparison_pair, ColumnKind::text, language),
                     column("level", msg::agreeing_level, ColumnKind::count, language),
                     {"a", gave("a"), ColumnKind::text},
                     {"b", gave("b"), ColumnKind::text},
                     column("times", msg::disagreeing_times, ColumnKind::count, language)},
                    {},
                    ""};
  for (const Confused& one : found.confused) {
    const auto& coders = compared.work.coders;
    const std::string pair = names_of({coders[one.coders[0]], coders[one.coders[1]]}, language);
    for (const CodePair& codes : one.pairs) {
      if (codes.first == codes.second) continue;
      table.rows.push_back(
          {{text_cell(pair), count_cell(static_cast<std::uint64_t>(one.level)),
            text_cell(code_in_words(codes.first, compared.codebook, language)),
            text_cell(code_in_words(codes.second, compared.codebook, language)), count_cell(codes.times)}});
    }
  }
  return table;
}

// The context with what this side coded marked. White space becomes one space: a quote is read as a sentence,
// not as the page it was on.
Quote quote_of(const Disagreement& what, const Side& side, const LinedUp& work) {
  const Document& document = work.documents[what.document].document;
  Quote quote;
  for (const ContextPiece& piece : context_with(side, context_of(what, work), document.text)) {
    const std::size_t begin = quote.text.size();
    for (const char c : piece.text) {
      const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (white && (quote.text.empty() || quote.text.back() == ' ')) continue;
      quote.text += white ? ' ' : c;
    }
    if (piece.coded && quote.text.size() > begin) quote.marks.emplace_back(begin, quote.text.size());
  }
  quote.document = document.metadata.id;
  quote.title = document.metadata.title;
  quote.place = document.text.to_code_points(Span{side.spans.front().begin, side.spans.back().end});
  return quote;
}

void add_in_full(std::size_t number, const ReportedDisagreement& one, const CodersCompared& compared,
                 UserLanguage language, std::vector<ReportElement>& elements) {
  const Disagreement& what = one.what;
  const std::string kind = in_words(name_for_people(what.kind), language);
  elements.push_back(Heading{4,
                             words(msg::disagreeing_heading, language,
                                   {{"number", whole(number)},
                                    {"document", compared.work.documents[what.document].document.metadata.id},
                                    {"kind", kind}}),
                             "verschil-" + std::to_string(number)});
  const auto effect = one.effect.overall.value();
  elements.push_back(Prose{effect ? words(msg::disagreeing_effect, language, {{"effect", *effect}})
                                  : words(msg::disagreeing_no_effect, language),
                           Tone::small});
  for (std::size_t i = 0; i < what.sides.size(); ++i) {
    const Side& side = what.sides[i];
    const std::string& coder = compared.work.coders[what.coders[i]];
    const std::string code = code_in_words(side.code, compared.codebook, language);
    elements.push_back(
        Prose{words(msg::comparison_side, language,
                    {{"letter", std::string(i == 0 ? "a" : "b")}, {"coder", coder}, {"code", code}})});
    if (!side.code || side.spans.empty()) continue;
    Quote quote = quote_of(what, side, compared.work);
    quote.coder = coder;
    elements.push_back(std::move(quote));
  }
}

void add_settled(const CodersCompared& compared, const DisagreementReport& found, UserLanguage language,
                 std::vector<ReportElement>& elements) {
  for (const SettledAs& one : compared.settled) {
    elements.push_back(Prose{words(msg::comparison_settled, language,
                                   {{"coder", one.consensus},
                                    {"settled", whole(settled_of(found, one))},
                                    {"n", whole(found.found())}})});
  }
  if (compared.settled.empty()) elements.push_back(Prose{words(msg::comparison_none_settled, language)});
}

}  // namespace

std::vector<ReportElement> disagreements_of(const CodersCompared& compared, const DisagreementReport& found,
                                            UserLanguage language) {
  std::vector<ReportElement> elements{
      Heading{2, words(msg::comparison_disagreements, language), "verschillen"}};
  for (const Message& message : about(found, compared.codebook)) {
    if (message.key != msg::disagreeing_compared) elements.push_back(Prose{in_words(message, language)});
  }
  if (found.found() == 0) return elements;
  elements.push_back(
      Prose{words(msg::comparison_a_and_b, language, {{"coders", joined(compared.work.coders, ", ")}}),
            Tone::note});
  add_settled(compared, found, language, elements);
  elements.push_back(kinds_table(compared, found, language));
  if (ReportTable pairs = pairs_table(compared, found, language); !pairs.rows.empty()) {
    elements.push_back(Heading{3, words(msg::disagreeing_pairs, language), "paren"});
    elements.push_back(std::move(pairs));
  }
  const std::size_t shown = std::min(most_in_full, found.disagreements.size());
  elements.push_back(
      Heading{3, words(msg::comparison_most_effect, language, {{"n", whole(shown)}}), "effect"});
  for (std::size_t i = 0; i < shown; ++i)
    add_in_full(i + 1, found.disagreements[i], compared, language, elements);
  return elements;
}

}  // namespace codeboom
