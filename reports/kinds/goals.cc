#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"
#include "reports/kinds/quotes.h"

namespace codeboom {
namespace {

constexpr std::size_t most_words = 30;

std::vector<std::uint64_t> passages_by_code(const Material& material, Basis basis) {
  std::vector<std::uint64_t> passages(material.codebook.codes.size());
  for (const CodedPlace& one : codings_of(material, basis)) {
    for (auto code = static_cast<std::int32_t>(one.code); code >= 0; code = material.codebook.codes[static_cast<std::size_t>(code)].parent) {
      ++passages[static_cast<std::size_t>(code)];
    }
  }
  return passages;
}

}  // namespace

Report make_goals_report(const Material& material, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Basis basis = basis_of(material);
  const auto& codes = material.codebook.codes;
  const std::uint64_t base = base_of(material, basis).size();
  const auto found = documents_by_code(material, basis);
  const auto passages = passages_by_code(material, basis);
  Report report;
  report.kind = "goals";
  report.language = language;
  report.title = material.codebook.title;
  const auto add = [&](Prose prose) { report.elements.emplace_back(std::move(prose)); };

  std::size_t leaves = 0, pursued = 0;
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    if (!is_leaf(material.codebook, code)) continue;
    ++leaves;
    pursued += found[code].empty() ? 0 : 1;
  }
  add({words(msg::goals_lead, language,
             {{"pursued", with_capital(out_of(pursued, leaves, language))}, {"n", static_cast<std::int64_t>(pursued)},
              {"base", static_cast<std::int64_t>(base)}, {"documents", number_in_words(base, language)}}),
       Tone::lead});
  if (base > 0) add(whose_codings(material, request));

  TreeChart tree;
  tree.axis = words(msg::column_documents, language);
  ReportTable table;
  table.key = "goals";
  table.caption = words(msg::goals_caption, language, {{"base", static_cast<std::int64_t>(base)}});
  table.columns = {{"goal", words(msg::goals_goal, language)},
                   {"documents", words(msg::column_documents, language), ColumnKind::count},
                   {"share", words(msg::column_share, language), ColumnKind::share},
                   {"passages", words(msg::column_passages, language), ColumnKind::count}};
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    const std::uint64_t n = found[code].size();
    const Cell share = share_cell(n, base, language);
    tree.nodes.push_back({codes[code].name, codes[code].level, n, share.number});
    table.rows.push_back({{text_cell(codes[code].name), count_cell(n), share, count_cell(passages[code])}, codes[code].level});
  }
  report.elements.emplace_back(Heading{2, words(msg::goals_tree, language), "tree"});
  if (base > 0) report.elements.emplace_back(ReportChart{
      {table.caption, words(msg::goals_description, language, {{"base", static_cast<std::int64_t>(base)}}), std::move(tree)}, table.key});
  report.elements.emplace_back(std::move(table));

  QuotePicker quotes(material, basis, language, most_words);
  report.elements.emplace_back(Heading{2, words(msg::goals_words, language), "words"});
  if (codings_of(material, basis).empty()) add({words(msg::goals_none, language), Tone::plain});
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    if (found[code].empty()) continue;
    if (!is_leaf(material.codebook, code)) {
      report.elements.emplace_back(Heading{3, codes[code].name, codes[code].id});
      continue;
    }
    add({words(msg::goals_pursued, language, {{"goal", codes[code].name}, {"where", in_examples(found[code].size(), base, language)}}),
         Tone::plain});
    if (auto quote = quotes.pick(code, Passages::any)) report.elements.emplace_back(std::move(*quote));
  }
  report.made_with = made_with(material, request);
  return report;
}

}  // namespace codeboom
