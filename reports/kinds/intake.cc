#include <algorithm>

#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"
#include "reports/kinds/quotes.h"

namespace codeboom {
namespace {

constexpr std::size_t most_words = 25;

class Intake {
 public:
  Intake(const Material& material, const ReportRequest& request)
      : material_(material),
        codebook_(material.codebook),
        request_(request),
        basis_(basis_of(material)),
        base_(base_of(material, basis_)),
        found_(documents_by_code(material, basis_)) {}

  Report make(IntakePart part) {
    const bool guide = part == IntakePart::guide;
    report_.kind = "intake";
    report_.language = request_.language;
    report_.title = words(guide ? msg::intake_title_guide : msg::intake_title_documents, {{"codebook", codebook_.title}});
    prose(guide ? msg::intake_lead_guide : msg::intake_lead_documents, {}, Tone::lead);
    if (guide) add_guide();
    add_completeness(guide);
    if (!guide) {
      for (std::size_t i = 0; i < base_.size(); ++i) add_document(base_[i], std::to_string(i + 1));
    }
    report_.made_with = made_with(material_, request_);
    return std::move(report_);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments) const { return in_words({key, std::move(arguments)}, request_.language); }
  void prose(MessageKey key, MessageArguments arguments, Tone tone = Tone::plain) {
    report_.elements.emplace_back(Prose{words(key, std::move(arguments)), tone});
  }

  std::string question(const Code& code) const {
    return code.question.empty() ? words(msg::intake_question, {{"name", code.name}}) : code.question;
  }

  std::string explanation(const Code& code) const {
    std::string text = code.definition;
    if (!code.include.empty()) text += (text.empty() ? "" : " ") + code.include;
    if (!code.positive.empty()) text += (text.empty() ? "" : " ") + words(msg::intake_answer, {{"answer", code.positive.front()}});
    return text;
  }

  void add_guide() {
    report_.elements.emplace_back(Heading{2, words(msg::intake_questions, {}), "questions"});
    List list;
    list.style = ListStyle::numbers;
    const auto close = [&] {
      if (!list.items.empty()) report_.elements.emplace_back(std::exchange(list, List{ListStyle::numbers, {}}));
    };
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      const Code& one = codebook_.codes[code];
      if (is_leaf(codebook_, code)) {
        list.items.push_back({question(one), explanation(one)});
        continue;
      }
      close();
      report_.elements.emplace_back(Heading{std::min(one.level + 2, 6), one.name, one.id});
      if (!one.question.empty()) report_.elements.emplace_back(Prose{one.question, Tone::plain});
    }
    close();
  }

  std::vector<std::uint32_t> leaves_of(std::uint32_t code) const {
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t leaf = code; leaf < codebook_.codes.size() && is_within(codebook_, leaf, code); ++leaf) {
      if (is_leaf(codebook_, leaf)) leaves.push_back(leaf);
    }
    return leaves;
  }

  bool tells(std::uint32_t document, std::uint32_t code) const {
    return std::binary_search(found_[code].begin(), found_[code].end(), document);
  }

  std::size_t told(std::uint32_t document, const std::vector<std::uint32_t>& leaves) const {
    return static_cast<std::size_t>(std::count_if(leaves.begin(), leaves.end(), [&](std::uint32_t leaf) { return tells(document, leaf); }));
  }

  void add_completeness(bool with_heading) {
    if (with_heading || base_.size() > 1) report_.elements.emplace_back(Heading{2, words(msg::intake_completeness, {}), "completeness"});
    if (base_.empty()) return prose(msg::intake_no_documents, {});
    report_.elements.emplace_back(whose_codings(material_, request_));
    if (basis_ == Basis::machine) prose(msg::intake_by_machine, {}, Tone::note);
    add_documents_table();
    add_topics_table();
  }

  void add_documents_table() {
    std::vector<std::uint32_t> topics, all;
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      if (codebook_.codes[code].parent < 0) topics.push_back(code);
      if (is_leaf(codebook_, code)) all.push_back(code);
    }
    ReportTable table;
    table.key = "completeness";
    table.caption = words(msg::intake_documents_caption, {{"base", static_cast<std::int64_t>(base_.size())}});
    table.columns = {{"document", words(msg::intake_document, {})}};
    for (const std::uint32_t topic : topics) table.columns.push_back({codebook_.codes[topic].id, codebook_.codes[topic].name, ColumnKind::count});
    for (ReportTable::Column& column : table.columns) std::replace(column.key.begin(), column.key.end(), '-', '_');
    table.columns.push_back({"parts", words(msg::intake_complete, {}), ColumnKind::count});
    table.columns.push_back({"share", words(msg::column_share, {}), ColumnKind::share});
    for (const std::uint32_t document : base_) {
      ReportTable::Row row{{text_cell(material_.documents[document].metadata.id)}};
      for (const std::uint32_t topic : topics) {
        const auto leaves = leaves_of(topic);
        // A topic of which only the whole was found is there, too.
        row.cells.push_back(count_cell(std::max<std::size_t>(told(document, leaves), tells(document, topic) ? 1 : 0)));
      }
      const std::size_t n = told(document, all);
      row.cells.push_back(count_cell(n));
      row.cells.push_back(share_cell(n, all.size(), request_.language));
      table.rows.push_back(std::move(row));
    }
    if (base_.size() > 1) {
      ReportTable::Row row{{text_cell(words(msg::intake_all_documents, {}))}};
      row.kind = RowKind::total;
      for (const std::uint32_t topic : topics) row.cells.push_back(count_cell(found_[topic].size()));
      row.cells.resize(table.columns.size());
      table.rows.push_back(std::move(row));
    }
    table.note = words(msg::intake_documents_note, {});
    report_.elements.emplace_back(std::move(table));
  }

  void add_topics_table() {
    if (base_.size() < 2) return;
    ReportTable table;
    table.key = "topics";
    table.caption = words(msg::intake_topics_caption, {{"base", static_cast<std::int64_t>(base_.size())}});
    table.columns = {{"topic", words(msg::intake_topic, {})},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"share", words(msg::column_share, {}), ColumnKind::share}};
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      const std::size_t n = found_[code].size();
      table.rows.push_back({{text_cell(codebook_.codes[code].name), count_cell(n), share_cell(n, base_.size(), request_.language)},
                            codebook_.codes[code].level});
    }
    report_.elements.emplace_back(std::move(table));
  }

  void add_document(std::uint32_t document, const std::string& number) {
    const Metadata& metadata = material_.documents[document].metadata;
    report_.elements.emplace_back(Heading{2, first_words(metadata.title, 20), "document-" + number});
    ReportTable table;
    table.key = "document_" + number;
    table.caption = words(msg::intake_gives_caption, {{"document", metadata.id}});
    table.columns = {{"topic", words(msg::intake_topic, {})},
                     {"quote", words(msg::intake_quote, {})},
                     {"place", words(msg::column_place, {})}};
    List missing;
    missing.style = ListStyle::tick_boxes;
    std::vector<std::uint32_t> all;
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      if (!is_leaf(codebook_, code)) continue;
      all.push_back(code);
      if (tells(document, code)) {
        const CodedPlace& best = first_of(document, code);
        table.rows.push_back({{text_cell(codebook_.codes[code].name), text_cell("“" + excerpt(best, most_words).text + "”"),
                               text_cell(place_in_words(material_, best))}});
      } else {
        missing.items.push_back({question(codebook_.codes[code]), codebook_.codes[code].definition});
      }
    }
    prose(msg::intake_gives, {{"given", out_of(told(document, all), all.size(), request_.language)}});
    if (!table.rows.empty()) report_.elements.emplace_back(std::move(table));
    report_.elements.emplace_back(Heading{3, words(msg::intake_missing, {}), "document-" + number + "-missing"});
    if (missing.items.empty()) return prose(msg::intake_nothing_missing, {});
    report_.elements.emplace_back(std::move(missing));
  }

  // Where it is told first. Requires: tells(document, code).
  const CodedPlace& first_of(std::uint32_t document, std::uint32_t code) const {
    const auto& codings = codings_of(material_, basis_);
    return *std::find_if(codings.begin(), codings.end(), [&](const CodedPlace& one) { return one.document == document && one.code == code; });
  }

  const Material& material_;
  const Codebook& codebook_;
  const ReportRequest& request_;
  Basis basis_;
  std::vector<std::uint32_t> base_;
  std::vector<std::vector<std::uint32_t>> found_;
  Report report_;
};

}  // namespace

Report make_intake_report(const Material& material, IntakePart part, const ReportRequest& request) {
  return Intake(material, request).make(part);
}

}  // namespace codeboom
