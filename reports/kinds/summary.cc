#include <algorithm>
#include <set>
#include <utility>

#include "codebook/units.h"
#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"
#include "reports/kinds/quotes.h"
#include "reports/kinds/summary_parts.h"

namespace codeboom {
namespace {

constexpr std::size_t highlights_alone = 10, highlights_beside_others = 6, highlights_of_document = 5;
constexpr std::size_t most_words = 30, most_not_done = 2, most_differences = 2;

class Summary {
 public:
  Summary(const SummaryScope& scope, const ReportRequest& request)
      : scope_(scope),
        material_(scope.material),
        codebook_(material_.codebook),
        request_(request),
        basis_(basis_of(material_)),
        quotes_(material_, basis_, request.language, most_words) {
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) leaves_ += is_leaf(codebook_, code) ? 1 : 0;
  }

  Report make() {
    report_.kind = "summary";
    report_.language = request_.language;
    report_.title = title();
    const std::vector<SummaryPart> parts = summary_parts(scope_, request_);
    const bool alone = parts.size() == 1 && parts.front().name.empty();
    if (const auto left_out = documents_without(request_, material_); !alone && left_out > 0) {
      prose(msg::summary_without_value, {{"n", static_cast<std::int64_t>(left_out)}}, Tone::note);
    }
    const bool some = std::any_of(parts.begin(), parts.end(), [](const SummaryPart& part) { return !part.documents.empty(); });
    if (some && !scope_.document) report_.elements.emplace_back(whose_codings(material_, request_));
    for (std::size_t i = 0; i < parts.size(); ++i) add_part(parts[i], alone ? "" : std::to_string(i + 1));
    const bool compared = std::any_of(parts.begin(), parts.end(), [](const SummaryPart& part) { return part.compared; });
    if (some) {
      prose(msg::summary_how,
            {{"of", std::string(scope_.document ? "document" : compared ? "compared" : "all")},
             {"least", std::int64_t{least_documents_to_compare}}},
            Tone::small);
    }
    report_.made_with = made_with(material_, request_);
    return std::move(report_);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments) const { return in_words({key, std::move(arguments)}, request_.language); }
  void prose(MessageKey key, MessageArguments arguments, Tone tone = Tone::plain) {
    report_.elements.emplace_back(Prose{words(key, std::move(arguments)), tone});
  }
  void say(std::string text) { report_.elements.emplace_back(Prose{std::move(text), Tone::plain}); }

  std::string title() const {
    if (scope_.document) {
      const Metadata& metadata = material_.documents[*scope_.document].metadata;
      return words(msg::summary_title_document, {{"title", first_words(metadata.title, 20)}});
    }
    const std::string condition = condition_in_words(request_.condition, request_.language);
    return condition.empty() ? words(msg::summary_title_all, {{"n", static_cast<std::int64_t>(material_.documents.size())},
                                                             {"words", number_in_words(material_.documents.size(), request_.language)}})
                             : words(msg::summary_title, {{"what", condition}});
  }

  void add_part(const SummaryPart& part, const std::string& number) {
    level_ = number.empty() ? 2 : 3;
    prefix_ = number.empty() ? std::string() : "part-" + number + "-";
    if (!number.empty()) report_.elements.emplace_back(Heading{2, with_capital(part.name), "part-" + number});
    if (part.documents.empty()) return prose(msg::summary_nothing_coded, {});
    if (part.documents.size() == 1) return add_document(part, number);
    const auto top = most_found(part);
    prose(msg::summary_lead,
          {{"documents", number_in_words(part.documents.size(), request_.language)},
           {"found", with_capital(out_of_all(leaves_found(part)))},
           {"n", static_cast<std::int64_t>(leaves_found(part))},
           {"codebook", codebook_.title},
           {"top", static_cast<std::int64_t>(top.size())},
           {"names", quoted_names(top)},
           {"where", top.empty() ? std::string() : in_examples(part.all[top.front()], part.documents.size(), request_.language)}},
          Tone::lead);
    add_highlights(part, number.empty() ? highlights_alone : highlights_beside_others);
    add_not_done(part);
    add_differences(part);
    add_table(part, number);
  }

  std::string out_of_all(std::size_t found) const { return elements_of(found, leaves_, request_.language); }

  std::size_t leaves_found(const SummaryPart& part) const {
    std::size_t found = 0;
    for (std::uint32_t code = 0; code < part.all.size(); ++code) found += is_leaf(codebook_, code) && part.all[code] > 0 ? 1 : 0;
    return found;
  }

  // The leaves found most; none when there are more than three of them, as then they say little.
  std::vector<std::uint32_t> most_found(const SummaryPart& part) const {
    std::uint64_t most = 1;
    std::vector<std::uint32_t> top;
    for (std::uint32_t code = 0; code < part.all.size(); ++code) {
      if (!is_leaf(codebook_, code) || part.all[code] < most) continue;
      if (part.all[code] > most) top.clear();
      most = part.all[code];
      top.push_back(code);
    }
    return top.size() > 3 ? std::vector<std::uint32_t>() : top;
  }

  std::string quoted_names(const std::vector<std::uint32_t>& codes) const {
    std::vector<std::string> names;
    for (const std::uint32_t code : codes) names.push_back("“" + codebook_.codes[code].name + "”");
    return list_in_words(names, request_.language);
  }

  // What is done, and in how many documents.
  std::string statement(std::uint32_t code, std::string count) const {
    if (count.empty()) count = "none";
    const Code& one = codebook_.codes[code];
    if (one.statement.empty()) return words(msg::summary_named, {{"name", one.name}, {"count", count}});
    return words(msg::summary_statement, {{"statement", with_capital(one.statement)}, {"count", count}});
  }

  // Only what can be shown is said: a leaf of which every passage was quoted already is left to the table.
  void add_highlights(const SummaryPart& part, std::size_t budget) {
    std::int32_t open = -1;
    for (const std::uint32_t code : highlights(codebook_, part, budget)) {
      auto quote = quotes_.pick(code, Passages::done, &part.documents);
      if (!quote) continue;
      const std::uint32_t top = top_of(codebook_, code);
      const bool first = open != static_cast<std::int32_t>(top);
      if (first) open_category(part, top, code);
      open = static_cast<std::int32_t>(top);
      say(highlight(part, code, first));
      report_.elements.emplace_back(std::move(*quote));
    }
  }

  void open_category(const SummaryPart& part, std::uint32_t top, std::uint32_t first_leaf) {
    const Code& category = codebook_.codes[top];
    report_.elements.emplace_back(Heading{level_, category.name, prefix_ + category.id});
    if (top == first_leaf || part.documents.size() == 1) return;
    const std::string where = in_examples(part.all[top], part.documents.size(), request_.language);
    say(category.statement.empty() ? words(msg::summary_category_named, {{"where", where}})
                                   : words(msg::summary_category, {{"statement", with_capital(category.statement)}, {"where", where}}));
  }

  std::string highlight(const SummaryPart& part, std::uint32_t code, bool first) const {
    const std::uint64_t documents = part.documents.size();
    if (documents == 1) return statement(code, "");
    const std::uint64_t n = part.done[code];
    std::string text = statement(code, first ? in_examples(n, documents, request_.language) : out_of(n, documents, request_.language));
    if (const std::uint64_t others = part.all[code] - part.done[code]; others > 0) {
      text += " " + words(msg::summary_also_not_done,
                          {{"n", static_cast<std::int64_t>(others)}, {"words", number_in_words(others, request_.language)}});
    }
    return text;
  }

  // Found, but nowhere as something that is done.
  void add_not_done(const SummaryPart& part) {
    std::vector<std::uint32_t> only;
    for (std::uint32_t code = 0; code < part.all.size(); ++code) {
      if (is_leaf(codebook_, code) && part.all[code] > 0 && part.done[code] == 0) only.push_back(code);
    }
    std::stable_sort(only.begin(), only.end(), [&](std::uint32_t a, std::uint32_t b) { return part.all[a] > part.all[b]; });
    if (only.empty()) return;
    if (only.size() > most_not_done) only.resize(most_not_done);
    bool open = false;
    for (const std::uint32_t code : only) {
      auto quote = quotes_.pick(code, Passages::not_done, &part.documents);
      if (!quote) continue;
      if (!std::exchange(open, true)) {
        report_.elements.emplace_back(Heading{level_, words(msg::summary_not_done, {}), prefix_ + "not-done"});
      }
      const std::string where = in_examples(part.all[code], part.documents.size(), request_.language);
      say(part.documents.size() == 1 ? words(msg::summary_not_done_here, {{"name", codebook_.codes[code].name}})
                                     : words(msg::summary_not_done_what, {{"name", codebook_.codes[code].name}, {"where", where}}));
      report_.elements.emplace_back(std::move(*quote));
    }
  }

  void add_differences(const SummaryPart& part) {
    if (!part.compared) return;
    report_.elements.emplace_back(Heading{level_, words(msg::summary_differences, {}), prefix_ + "differences"});
    const std::size_t here = part.documents.size();
    if (std::min<std::uint64_t>(here, part.elsewhere_documents) < least_documents_to_compare) {
      return prose(msg::summary_too_few, {{"here", number_in_words(here, request_.language)},
                                          {"elsewhere", number_in_words(part.elsewhere_documents, request_.language)},
                                          {"least", number_in_words(least_documents_to_compare, request_.language)}});
    }
    const auto level = level_of_parts();
    auto [more, less] = differences(part, codes_at(codebook_, level));
    if (more.empty() && less.empty()) {
      return prose(msg::summary_no_difference, {{"elsewhere", number_in_words(part.elsewhere_documents, request_.language)}});
    }
    for (auto* list : {&more, &less}) {
      if (list->size() > most_differences) list->resize(most_differences);
      for (const std::uint32_t code : *list) add_difference(part, code, list == &more ? msg::summary_more : msg::summary_less);
    }
  }

  void add_difference(const SummaryPart& part, std::uint32_t code, MessageKey key) {
    prose(key, {{"name", codebook_.codes[code].name},
                {"here", out_of(part.all[code], part.documents.size(), request_.language)},
                {"elsewhere", out_of(part.elsewhere[code], part.elsewhere_documents, request_.language)}});
    if (auto found = quotes_.pick(code, Passages::any, &part.documents)) {
      report_.elements.emplace_back(std::move(*found));
    } else if (scope_.elsewhere == nullptr) {
      quote_elsewhere(quotes_, code);
    } else {
      QuotePicker other(*scope_.elsewhere, basis_, request_.language, most_words);
      quote_elsewhere(other, code);
    }
  }

  void quote_elsewhere(QuotePicker& picker, std::uint32_t code) {
    auto found = picker.pick(code, Passages::any);
    if (!found) return;
    found->remark = words(msg::summary_elsewhere, {{"remark", found->remark.empty() ? std::string("none") : found->remark}});
    report_.elements.emplace_back(std::move(*found));
  }

  int level_of_parts() const { return std::min(request_.level.value_or(2), deepest_level(codebook_)); }

  void add_table(const SummaryPart& part, const std::string& number) {
    ReportTable table;
    table.key = number.empty() ? "elements" : "elements_" + number;
    const auto base = static_cast<std::int64_t>(part.documents.size());
    table.caption = words(msg::summary_table, {{"base", base}, {"what", part.name.empty() ? std::string("none") : part.name}});
    table.columns = {{"element", words(msg::column_element, {})},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"share", words(msg::column_share, {}), ColumnKind::share},
                     {"place", words(msg::summary_place, {})}};
    for (const std::uint32_t code : codes_at(codebook_, level_of_parts())) {
      if (part.all[code] == 0) continue;
      table.rows.push_back({{text_cell(codebook_.codes[code].name), count_cell(part.all[code]),
                             share_cell(part.all[code], part.documents.size(), request_.language), text_cell(first_place(part, code))}});
    }
    if (!table.rows.empty()) report_.elements.emplace_back(std::move(table));
  }

  std::string first_place(const SummaryPart& part, std::uint32_t code) const {
    for (const CodedPlace& coding : codings_of(material_, basis_)) {
      if (is_within(codebook_, coding.code, code) && std::binary_search(part.documents.begin(), part.documents.end(), coding.document)) {
        return place_in_words(material_, coding);
      }
    }
    return {};
  }

  void add_document(const SummaryPart& part, const std::string& number) {
    const Metadata& metadata = material_.documents[part.documents.front()].metadata;
    report_.elements.emplace_back(Prose{facts_of(metadata, request_.language), Tone::small});
    std::int64_t passages = 0;
    std::set<std::string> coders;
    for (const CodedPlace& coding : codings_of(material_, basis_)) {
      if (coding.document != part.documents.front()) continue;
      ++passages;
      if (basis_ == Basis::people) coders.insert(coder_of(material_, coding));
    }
    if (scope_.document && basis_ == Basis::machine) prose(msg::summary_suggested, {}, Tone::note);
    if (scope_.document && !coders.empty()) {
      prose(msg::summary_coded_by, {{"coders", list_in_words({coders.begin(), coders.end()}, request_.language)}});
    }
    const std::size_t found = leaves_found(part);
    prose(msg::summary_lead_document,
          {{"found", out_of_all(found)},
           {"n", static_cast<std::int64_t>(found)},
           {"codebook", codebook_.title},
           {"passages", passages},
           {"words", number_in_words(static_cast<std::uint64_t>(passages), request_.language)}},
          Tone::lead);
    add_highlights(part, highlights_of_document);
    add_not_done(part);
    ReportTable table;
    table.key = number.empty() ? "elements" : "elements_" + number;
    table.caption = words(msg::summary_table_document, {{"document", metadata.id}});
    table.columns = {{"element", words(msg::column_element, {})},
                     {"passages", words(msg::column_passages, {}), ColumnKind::count},
                     {"place", words(msg::summary_place, {})}};
    for (std::uint32_t code = 0; code < part.all.size(); ++code) {
      if (!is_leaf(codebook_, code) || part.all[code] == 0) continue;
      std::uint64_t n = 0;
      for (const CodedPlace& coding : codings_of(material_, basis_)) {
        n += coding.document == part.documents.front() && coding.code == code ? 1 : 0;
      }
      table.rows.push_back({{text_cell(codebook_.codes[code].name), count_cell(n), text_cell(first_place(part, code))}});
    }
    if (!table.rows.empty()) report_.elements.emplace_back(std::move(table));
  }

  const SummaryScope& scope_;
  const Material& material_;
  const Codebook& codebook_;
  const ReportRequest& request_;
  Basis basis_;
  QuotePicker quotes_;
  std::size_t leaves_ = 0;
  int level_ = 2;
  std::string prefix_;
  Report report_;
};

}  // namespace

Report make_summary_report(const SummaryScope& scope, const ReportRequest& request) { return Summary(scope, request).make(); }

}  // namespace codeboom
