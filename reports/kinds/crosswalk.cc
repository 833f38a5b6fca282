#include <algorithm>
#include <set>

#include "corpus/joined.h"
#include "message_keys/report_texts.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"

namespace codeboom {
namespace {

constexpr double hardly_share = 0.1;

class CrosswalkReport {
 public:
  CrosswalkReport(const Material& material, const LoadedCrosswalk& loaded, const ReportRequest& request)
      : material_(material),
        loaded_(loaded),
        request_(request),
        basis_(basis_of(material)),
        base_(base_of(material, basis_).size()),
        found_(documents_by_code(material, basis_)) {}

  Report make() {
    report_.kind = "crosswalk";
    report_.title = loaded_.crosswalk.title;
    report_.language = request_.language;
    std::int64_t leaves = 0;
    for (std::uint32_t code = 0; code < material_.codebook.codes.size(); ++code) leaves += is_leaf(material_.codebook, code) ? 1 : 0;
    prose(msg::crosswalk_report_lead,
          {{"leaves", leaves}, {"from", material_.codebook.title}, {"n", static_cast<std::int64_t>(loaded_.targets.size())},
           {"targets", number_in_words(loaded_.targets.size(), request_.language)}},
          Tone::lead);
    if (base_ > 0) report_.elements.emplace_back(whose_codings(material_, request_));
    add_unknown();
    for (std::size_t place = 0; place < loaded_.targets.size(); ++place) add_target(place);
    prose(msg::crosswalk_report_how, {}, Tone::small);
    report_.made_with = made_with(material_, request_);
    report_.made_with.push_back(
        {words(msg::crosswalk_report_made, {}), loaded_.crosswalk.title + " (" + loaded_.crosswalk.id_and_version() + ")"});
    return std::move(report_);
  }

 private:
  // What is linked with one code of a target and those below it.
  struct Part {
    std::set<std::uint32_t> elements;   // leaves of the material's codebook
    std::set<std::uint32_t> documents;
    std::vector<std::string> names;     // of the codes that links begin in, in the order of the file
  };

  std::string words(MessageKey key, MessageArguments arguments) const { return in_words({key, std::move(arguments)}, request_.language); }
  void prose(MessageKey key, MessageArguments arguments, Tone tone = Tone::plain) {
    report_.elements.emplace_back(Prose{words(key, std::move(arguments)), tone});
  }
  void heading(int level, std::string text, std::string anchor) {
    report_.elements.emplace_back(Heading{level, std::move(text), std::move(anchor)});
  }
  std::optional<std::uint32_t> own(const std::string& id) const { return find_code(material_.codebook, id); }
  const std::string& name(std::uint32_t code) const { return material_.codebook.codes[code].name; }

  // The project may have another version of the codebook than the crosswalk was made for.
  void add_unknown() {
    std::set<std::string> unknown;
    for (const CrosswalkTarget& target : loaded_.crosswalk.targets) {
      for (const CrosswalkLink& link : target.links) {
        if (!own(link.from)) unknown.insert(link.from);
      }
      for (const CrosswalkGap& gap : target.without) {
        if (!own(gap.code)) unknown.insert(gap.code);
      }
    }
    if (unknown.empty()) return;
    prose(msg::crosswalk_report_unknown,
          {{"n", static_cast<std::int64_t>(unknown.size())},
           {"codebook", material_.codebook.id_and_version()},
           {"codes", joined(unknown, ", ")}},
          Tone::note);
  }

  std::vector<Part> parts_of(const Codebook& codebook, const CrosswalkTarget& target) const {
    std::vector<Part> parts(codebook.codes.size());
    for (const CrosswalkLink& link : target.links) {
      const auto from = own(link.from);
      const auto to = find_code(codebook, link.to);
      if (!from || !to) continue;
      for (auto at = static_cast<std::int32_t>(*to); at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
        Part& part = parts[static_cast<std::size_t>(at)];
        part.documents.insert(found_[*from].begin(), found_[*from].end());
        for (std::uint32_t leaf = *from; leaf < found_.size() && is_within(material_.codebook, leaf, *from); ++leaf) {
          if (is_leaf(material_.codebook, leaf)) part.elements.insert(leaf);
        }
        if (std::find(part.names.begin(), part.names.end(), name(*from)) == part.names.end()) part.names.push_back(name(*from));
      }
    }
    return parts;
  }

  void add_target(std::size_t place) {
    const CrosswalkTarget& target = loaded_.crosswalk.targets[place];
    const Codebook& codebook = loaded_.targets[place];
    const std::vector<Part> parts = parts_of(codebook, target);
    std::set<std::uint32_t> linked;
    for (const Part& part : parts) linked.insert(part.elements.begin(), part.elements.end());
    std::set<std::uint32_t> without;
    for (const CrosswalkGap& gap : target.without) {
      const auto code = own(gap.code);
      if (!code) continue;
      for (std::uint32_t leaf = *code; leaf < found_.size() && is_within(material_.codebook, leaf, *code); ++leaf) {
        if (is_leaf(material_.codebook, leaf)) without.insert(leaf);
      }
    }
    heading(2, codebook.title, codebook.id);
    prose(msg::crosswalk_report_target, {{"linked", with_capital(elements_of(linked.size(), std::max<std::size_t>(1, linked.size() + without.size()), request_.language))},
                                         {"n", static_cast<std::int64_t>(linked.size())},
                                         {"without", static_cast<std::int64_t>(without.size())},
                                         {"words", number_in_words(without.size(), request_.language)}});
    add_coverage(codebook, parts);
    add_hardly(codebook, parts);
    add_gaps(codebook, target);
    add_links(codebook, target);
  }

  std::string key(const char* what, const Codebook& codebook) const {
    std::string text = std::string(what) + "_" + codebook.id;
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
  }

  MessageArguments target_arguments(const Codebook& codebook) const {
    return {{"target", codebook.title}, {"base", static_cast<std::int64_t>(base_)}};
  }

  void add_coverage(const Codebook& codebook, const std::vector<Part>& parts) {
    ReportTable table;
    table.key = key("coverage", codebook);
    table.caption = words(msg::crosswalk_report_coverage_caption, target_arguments(codebook));
    table.columns = {{"part", words(msg::crosswalk_report_part, {})},
                     {"linked", words(msg::crosswalk_report_linked, {}), ColumnKind::count},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"share", words(msg::column_share, {}), ColumnKind::share}};
    BarChart bars;
    bars.axis = words(msg::crosswalk_report_axis, {});
    for (std::size_t code = 0; code < parts.size(); ++code) {
      const std::size_t n = parts[code].documents.size();
      const int level = codebook.codes[code].level;
      table.rows.push_back({{text_cell(codebook.codes[code].name), count_cell(parts[code].elements.size()), count_cell(n),
                             share_cell(n, base_, request_.language)},
                            level});
      if (base_ > 0) {
        bars.bars.push_back({codebook.codes[code].name, static_cast<double>(n) / static_cast<double>(base_), {}, {},
                             words(msg::crosswalk_report_n_of,
                                   {{"n", static_cast<std::int64_t>(n)}, {"base", static_cast<std::int64_t>(base_)}}),
                             level});
      }
    }
    if (base_ > 0) {
      report_.elements.emplace_back(ReportChart{
          {table.caption, words(msg::crosswalk_report_chart_description, target_arguments(codebook)), std::move(bars)}, table.key});
    }
    report_.elements.emplace_back(std::move(table));
  }

  void add_hardly(const Codebook& codebook, const std::vector<Part>& parts) {
    heading(3, words(msg::crosswalk_report_hardly, {}), codebook.id + "-hardly");
    if (base_ == 0) return prose(msg::crosswalk_report_hardly_no_base, {});
    List list;
    for (std::uint32_t code = 0; code < parts.size(); ++code) {
      const Part& part = parts[code];
      if (!is_leaf(codebook, code)) continue;
      if (part.elements.empty()) {
        list.items.push_back({codebook.codes[code].name, words(msg::crosswalk_report_hardly_unlinked, {})});
      } else if (static_cast<double>(part.documents.size()) < hardly_share * static_cast<double>(base_)) {
        std::vector<std::string> names;
        for (const std::string& one : part.names) names.push_back("“" + one + "”");
        list.items.push_back({codebook.codes[code].name,
                              words(msg::crosswalk_report_hardly_count,
                                    {{"where", in_examples(part.documents.size(), base_, request_.language)},
                                     {"elements", list_in_words(names, request_.language)}})});
      }
    }
    if (list.items.empty()) return prose(msg::crosswalk_report_hardly_none, {});
    prose(msg::crosswalk_report_hardly_what, {});
    report_.elements.emplace_back(std::move(list));
  }

  void add_gaps(const Codebook& codebook, const CrosswalkTarget& target) {
    heading(3, words(msg::crosswalk_report_gaps, {}), codebook.id + "-lacks");
    ReportTable table;
    table.key = key("lacks", codebook);
    table.caption = words(msg::crosswalk_report_gaps_caption, target_arguments(codebook));
    table.columns = {{"element", words(msg::column_element, {})},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"reason", words(msg::column_reason, {})}};
    for (const CrosswalkGap& gap : target.without) {
      if (const auto code = own(gap.code)) {
        table.rows.push_back({{text_cell(name(*code)), count_cell(found_[*code].size()), text_cell(gap.reason)}});
      }
    }
    if (table.rows.empty()) return prose(msg::crosswalk_report_gaps_none, {});
    report_.elements.emplace_back(std::move(table));
  }

  void add_links(const Codebook& codebook, const CrosswalkTarget& target) {
    ReportTable table;
    table.key = key("links", codebook);
    table.caption = words(msg::crosswalk_report_links_caption, target_arguments(codebook));
    table.columns = {{"part", words(msg::crosswalk_report_part, {})},
                     {"element", words(msg::column_element, {})},
                     {"documents", words(msg::column_documents, {}), ColumnKind::count},
                     {"reason", words(msg::column_reason, {})}};
    for (const Code& to : codebook.codes) {
      for (const CrosswalkLink& link : target.links) {
        const auto from = own(link.from);
        if (link.to != to.id || !from) continue;
        table.rows.push_back({{text_cell(to.name), text_cell(name(*from)), count_cell(found_[*from].size()), text_cell(link.reason)}});
      }
    }
    if (table.rows.empty()) return;
    heading(3, words(msg::crosswalk_report_links, {}), codebook.id + "-links");
    report_.elements.emplace_back(std::move(table));
  }

  const Material& material_;
  const LoadedCrosswalk& loaded_;
  const ReportRequest& request_;
  Basis basis_;
  std::size_t base_;
  std::vector<std::vector<std::uint32_t>> found_;
  Report report_;
};

}  // namespace

Report make_crosswalk_report(const Material& material, const LoadedCrosswalk& loaded, const ReportRequest& request) {
  return CrosswalkReport(material, loaded, request).make();
}

}  // namespace codeboom
