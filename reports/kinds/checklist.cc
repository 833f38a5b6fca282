#include <algorithm>

#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"
#include "reports/kinds/quotes.h"

namespace codeboom {
namespace {

constexpr std::size_t most_words = 25, examples_per_question = 2;
constexpr int deepest_heading = 6;
constexpr std::string_view effective_lob = "zeven-elementen";  // the framework that stands beside the questions

class Checklist {
 public:
  Checklist(const Material& material, const LoadedCrosswalk* crosswalk, const ReportRequest& request)
      : material_(material),
        codebook_(material.codebook),
        request_(request),
        basis_(basis_of(material)),
        base_(base_of(material, basis_).size()),
        found_(documents_by_code(material, basis_)),
        by_people_(material, Basis::people, request.language, most_words),
        by_machine_(material, Basis::machine, request.language, most_words),
        beside_(codebook_.codes.size()) {
    if (crosswalk != nullptr) read_links(*crosswalk);
  }

  Report make(const LobActivities* activities) {
    report_.kind = "checklist";
    report_.language = request_.language;
    const std::string condition = condition_in_words(request_.condition, request_.language);
    report_.title = words(msg::checklist_title,
                          {{"codebook", codebook_.title}, {"what", condition.empty() ? std::string("none") : condition}});
    prose(msg::checklist_lead, {{"beside", framework_.empty() ? std::string("none") : framework_}}, Tone::lead);
    if (base_ > 0) report_.elements.emplace_back(whose_codings(material_, request_));
    const bool flat = std::all_of(codebook_.codes.begin(), codebook_.codes.end(), [](const Code& code) { return code.parent < 0; });
    if (flat) report_.elements.emplace_back(Heading{2, words(msg::checklist_questions, {}), "questions"});
    add_below(-1);
    if (activities != nullptr) add_activities(*activities);
    add_overview();
    report_.made_with = made_with(material_, request_);
    if (!framework_.empty()) report_.made_with.push_back({words(msg::crosswalk_report_made, {}), crosswalk_});
    return std::move(report_);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments) const { return in_words({key, std::move(arguments)}, request_.language); }
  void prose(MessageKey key, MessageArguments arguments, Tone tone = Tone::plain) {
    report_.elements.emplace_back(Prose{words(key, std::move(arguments)), tone});
  }

  void read_links(const LoadedCrosswalk& crosswalk) {
    for (std::size_t place = 0; place < crosswalk.targets.size(); ++place) {
      const Codebook& target = crosswalk.targets[place];
      if (target.id != effective_lob) continue;
      framework_ = target.title;
      crosswalk_ = crosswalk.crosswalk.title + " (" + crosswalk.crosswalk.id_and_version() + ")";
      for (const Code& to : target.codes) {
        for (const CrosswalkLink& link : crosswalk.crosswalk.targets[place].links) {
          const auto from = find_code(codebook_, link.from);
          if (link.to != to.id || !from) continue;
          for (std::uint32_t code = *from; code < beside_.size() && is_within(codebook_, code, *from); ++code) {
            auto& names = beside_[code];
            if (std::find(names.begin(), names.end(), to.name) == names.end()) names.push_back(to.name);
          }
        }
      }
    }
  }

  // The leaves right below a code as questions, what was found most first; then what has codes below it, each under its heading.
  void add_below(std::int32_t parent) {
    std::vector<std::uint32_t> leaves, branches;
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      if (codebook_.codes[code].parent == parent) (is_leaf(codebook_, code) ? leaves : branches).push_back(code);
    }
    std::stable_sort(leaves.begin(), leaves.end(), [&](std::uint32_t a, std::uint32_t b) { return found_[a].size() > found_[b].size(); });
    List list;
    list.style = ListStyle::tick_boxes;
    for (const std::uint32_t leaf : leaves) list.items.push_back({question(codebook_.codes[leaf]), detail(leaf)});
    if (!list.items.empty()) report_.elements.emplace_back(std::move(list));
    for (const std::uint32_t branch : branches) {
      const Code& code = codebook_.codes[branch];
      report_.elements.emplace_back(Heading{std::min(code.level + 1, deepest_heading), code.name, code.id});
      add_below(static_cast<std::int32_t>(branch));
    }
  }

  std::string question(const Code& code) const {
    return code.question.empty() ? words(msg::checklist_question, {{"name", code.name}}) : code.question;
  }

  std::string detail(std::uint32_t leaf) {
    std::vector<std::string> parts;
    if (!beside_[leaf].empty()) {
      parts.push_back(words(msg::checklist_beside, {{"elements", list_in_words(beside_[leaf], request_.language)}}));
    }
    if (!found_[leaf].empty()) parts.push_back(words(msg::checklist_seen, {{"where", in_examples(found_[leaf].size(), base_, request_.language)}}));
    std::vector<std::string> examples;
    for (QuotePicker* picker : {&by_people_, &by_machine_}) {
      while (examples.size() < examples_per_question) {
        const auto quote = picker->pick(leaf, Passages::done);
        if (!quote) break;
        examples.push_back(example(*quote));
      }
      if (!examples.empty()) break;  // the machine's only where people have none
    }
    if (!examples.empty()) {
      parts.push_back(words(msg::checklist_examples, {{"n", static_cast<std::int64_t>(examples.size())},
                                                      {"examples", list_in_words(examples, request_.language)}}));
    }
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : " ") + part;
    return text;
  }

  std::string example(const Quote& quote) const {
    std::string source = quote.document;
    if (!quote.title.empty()) source += ", " + quote.title;
    if (!quote.remark.empty()) source += "; " + quote.remark;
    return "“" + quote.text + "” (" + source + ")";
  }

  // activity x year x preparation x reflection x parents, in documents.
  void add_activities(const LobActivities& lob) {
    const Codebook& activities = lob.activities.codebook;
    const Codebook& features = lob.features.codebook;
    const Basis basis = basis_of(lob.activities), feature_basis = basis_of(lob.features);
    const auto base = static_cast<std::int64_t>(base_of(lob.activities, basis).size());
    report_.elements.emplace_back(Heading{2, words(msg::checklist_activities, {}), "lob-activiteiten"});
    prose(msg::checklist_activities_how, {});
    if (base > 0) report_.elements.emplace_back(whose_codings(lob.activities, request_));
    if (base > 0 && feature_basis != basis) report_.elements.emplace_back(whose_codings(lob.features, request_));
    ReportTable table;
    table.key = "lob_activities";
    table.caption = words(msg::checklist_activities_caption, {{"base", base}});
    table.columns = {{"activity", words(msg::checklist_activity, {})}, {"documents", words(msg::column_documents, {}), ColumnKind::count}};
    std::vector<std::uint32_t> columns;
    for (std::uint32_t code = 0; code < features.codes.size(); ++code) {
      if (!is_leaf(features, code)) continue;
      columns.push_back(code);
      std::string key = features.codes[code].id;
      std::replace_if(key.begin(), key.end(), [](char c) { return c == '.' || c == '-'; }, '_');
      table.columns.push_back({key, features.codes[code].name, ColumnKind::count});
    }
    const auto found = documents_by_code(lob.activities, basis);
    const auto together = activities_with_features(lob);
    for (std::uint32_t code = 0; code < activities.codes.size(); ++code) {
      ReportTable::Row row{{text_cell(activities.codes[code].name)}, activities.codes[code].level};
      if (is_leaf(activities, code)) {
        row.cells.push_back(found[code].empty() ? Cell{} : count_cell(found[code].size()));
        for (const std::uint32_t feature : columns) {
          const std::uint64_t n = together[code][feature];
          row.cells.push_back(n == 0 ? Cell{} : count_cell(n));
        }
      } else {
        row.kind = RowKind::section;
        row.cells.resize(table.columns.size());
      }
      table.rows.push_back(std::move(row));
    }
    table.note = words(msg::checklist_activities_note, {});
    report_.elements.emplace_back(std::move(table));
  }

  void add_overview() {
    report_.elements.emplace_back(Heading{2, words(msg::checklist_overview, {}), "overview"});
    ReportTable table;
    table.key = "elements";
    table.caption = words(msg::checklist_overview_caption, {{"base", static_cast<std::int64_t>(base_)}});
    table.columns = {{"element", words(msg::column_element, {})},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"share", words(msg::column_share, {}), ColumnKind::share}};
    if (!framework_.empty()) table.columns.push_back({"linked", framework_});
    for (std::uint32_t code = 0; code < codebook_.codes.size(); ++code) {
      const bool leaf = is_leaf(codebook_, code);
      ReportTable::Row row{{text_cell(codebook_.codes[code].name), count_cell(found_[code].size()),
                            share_cell(found_[code].size(), base_, request_.language)},
                           codebook_.codes[code].level};
      if (!framework_.empty()) row.cells.push_back(leaf ? text_cell(list_in_words(beside_[code], request_.language)) : Cell{});
      table.rows.push_back(std::move(row));
    }
    report_.elements.emplace_back(std::move(table));
  }

  const Material& material_;
  const Codebook& codebook_;
  const ReportRequest& request_;
  Basis basis_;
  std::size_t base_;
  std::vector<std::vector<std::uint32_t>> found_;
  QuotePicker by_people_, by_machine_;
  std::vector<std::vector<std::string>> beside_;  // by code: names in the framework
  std::string framework_, crosswalk_;             // its title, empty: none; and what says so
  Report report_;
};

}  // namespace

std::vector<std::vector<std::uint64_t>> activities_with_features(const LobActivities& lob) {
  const auto& activities = codings_of(lob.activities, basis_of(lob.activities));
  const auto& features = codings_of(lob.features, basis_of(lob.features));
  const std::size_t codes = lob.features.codebook.codes.size();
  std::vector<std::vector<std::uint64_t>> documents(lob.activities.codebook.codes.size(), std::vector<std::uint64_t>(codes));
  std::vector<std::vector<std::uint32_t>> last(documents.size(), std::vector<std::uint32_t>(codes, ~0u));  // document counted last
  auto first = features.begin();
  for (const CodedPlace& activity : activities) {
    while (first != features.end() && first->document < activity.document) ++first;
    for (auto feature = first; feature != features.end() && feature->document == activity.document; ++feature) {
      const bool together = feature->block == activity.block || feature->first_sentence == activity.end_sentence;
      if (!together || last[activity.code][feature->code] == activity.document) continue;
      last[activity.code][feature->code] = activity.document;
      ++documents[activity.code][feature->code];
    }
  }
  return documents;
}

Report make_checklist_report(const Material& material, const LoadedCrosswalk* crosswalk, const LobActivities* activities,
                             const ReportRequest& request) {
  return Checklist(material, crosswalk, request).make(activities);
}

}  // namespace codeboom
