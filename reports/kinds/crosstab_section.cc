#include <algorithm>
#include <cmath>

#include "engine/count/difference.h"
#include "engine/count/share.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/crosstab_parts.h"

namespace codeboom {
namespace {

constexpr std::size_t most_rows = 40;  // of the heat map
constexpr double significant = 0.05;

class Section {
 public:
  Section(const Counted& counted, const Crossing& crossing, const ReportRequest& request)
      : counted_(counted), crossing_(crossing), language_(request.language) {
    for (std::uint32_t code = 0; code < counted.codes.size(); ++code) {
      if (counted.codes[code].level <= request.level.value_or(usual_tree_level)) codes_.push_back(code);
    }
  }

  std::vector<ReportElement> make() {
    elements_.emplace_back(
        Heading{2, say(msg::crosstab_section, {{"field", crossing_.name}}), "per-" + crossing_.key});
    elements_.emplace_back(Prose{say(msg::crosstab_base, base())});
    if (groups_in(crossing_) == 0) return std::move(elements_);
    ReportTable shares = shares_table();
    if (ReportChart map = heat_map(shares.key); !std::get<HeatMap>(map.chart.drawing).rows.empty())
      elements_.emplace_back(std::move(map));
    elements_.emplace_back(std::move(shares));
    elements_.emplace_back(counts_table());
    add_tests();
    elements_.emplace_back(Heading{3, say(msg::crosstab_cells), "cellen-" + crossing_.key});
    elements_.emplace_back(cells_table());
    return std::move(elements_);
  }

 private:
  std::string say(MessageKey key, MessageArguments arguments = {}) const {
    return words(key, language_, std::move(arguments));
  }

  MessageArguments base() const {
    std::uint64_t unknown = 0;
    for (const Crossing::Column& one : crossing_.columns) unknown += one.known ? 0 : one.documents;
    return {{"field", crossing_.name},
            {"base", whole(counted_.documents.size())},
            {"groups", whole(groups_in(crossing_))},
            {"unknown", whole(unknown)},
            {"joined", whole(crossing_.joined)},
            {"overlapping", std::string(crossing_.overlapping ? "yes" : "no")}};
  }

  ReportTable frame(const std::string& suffix, MessageKey caption) const {
    ReportTable table;
    table.key = "crosstab_" + crossing_.key + suffix;
    table.caption = say(caption, base());
    table.columns = {column("element", msg::counts_element, ColumnKind::text, language_)};
    return table;
  }

  void add_columns(ReportTable& table, ColumnKind kind) const {
    std::size_t number = 0;
    for (const Crossing::Column& one : crossing_.columns) {
      const MessageArguments arguments{{"value", one.value}, {"n", whole(one.documents)}};
      table.columns.push_back(
          {"value_" + std::to_string(++number), say(msg::crosstab_column, arguments), kind});
    }
    table.columns.push_back({"all", say(msg::crosstab_all, {{"n", whole(counted_.documents.size())}}), kind});
  }

  static bool small(std::uint64_t documents) { return documents < small_base; }

  // "42% (21–67)", with * when it rests on few documents.
  Cell share_of(std::uint64_t n, std::uint64_t of) const {
    const Estimate share = wilson_share({n, of, {}});
    if (!share.value.value || !share.interval) return {};
    return {say(msg::crosstab_share, {{"share", *share.value.value},
                                      {"low", std::int64_t{std::lround(share.interval->low * 100)}},
                                      {"high", std::int64_t{std::lround(share.interval->high * 100)}},
                                      {"small", std::string(small(of) ? "yes" : "no")}}),
            share.value.value};
  }

  ReportTable shares_table() const {
    ReportTable table = frame("_shares", msg::crosstab_shares_caption);
    add_columns(table, ColumnKind::share);
    table.note = say(msg::crosstab_shares_note, {{"small", whole(small_base)}});
    for (const std::uint32_t code : codes_) {
      ReportTable::Row row{
          {text_cell(counted_.codes[code].name)}, counted_.codes[code].level, RowKind::plain};
      for (std::size_t i = 0; i < crossing_.columns.size(); ++i)
        row.cells.push_back(share_of(crossing_.n[code][i], crossing_.columns[i].documents));
      row.cells.push_back(share_of(counted_.codes[code].documents.size(), counted_.documents.size()));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  ReportTable counts_table() const {
    ReportTable table = frame("_counts", msg::crosstab_counts_caption);
    add_columns(table, ColumnKind::count);
    for (const std::uint32_t code : codes_) {
      ReportTable::Row row{
          {text_cell(counted_.codes[code].name)}, counted_.codes[code].level, RowKind::plain};
      for (const std::uint64_t n : crossing_.n[code]) row.cells.push_back(count_cell(n));
      row.cells.push_back(count_cell(counted_.codes[code].documents.size()));
      table.rows.push_back(std::move(row));
    }
    ReportTable::Row total{{text_cell(say(msg::crosstab_documents_row))}, 1, RowKind::total};
    for (const Crossing::Column& one : crossing_.columns) total.cells.push_back(count_cell(one.documents));
    total.cells.push_back(count_cell(counted_.documents.size()));
    table.rows.push_back(std::move(total));
    return table;
  }

  ReportTable cells_table() const {
    ReportTable table = frame("_cells", msg::crosstab_cells_caption);
    const auto add = [&](std::string_view key, MessageKey heading, ColumnKind kind) {
      table.columns.push_back(column(key, heading, kind, language_));
    };
    table.columns.push_back({"value", crossing_.name, ColumnKind::text});
    add("n", msg::counts_documents, ColumnKind::count);
    add("of", msg::crosstab_of, ColumnKind::count);
    add("column_share", msg::crosstab_column_share, ColumnKind::share);
    add("low", msg::counts_low, ColumnKind::share);
    add("high", msg::counts_high, ColumnKind::share);
    add("row_share", msg::crosstab_row_share, ColumnKind::share);
    add("overall_share", msg::crosstab_overall_share, ColumnKind::share);
    add("small", msg::crosstab_small, ColumnKind::text);
    table.note = say(msg::crosstab_cells_note, base());
    for (const std::uint32_t code : codes_) {
      const std::uint64_t row_total = counted_.codes[code].documents.size();
      for (std::size_t i = 0; i < crossing_.columns.size(); ++i) {
        const std::uint64_t n = crossing_.n[code][i], of = crossing_.columns[i].documents;
        const Estimate share = wilson_share({n, of, {}});
        table.rows.push_back(
            {{text_cell(counted_.codes[code].name), text_cell(crossing_.columns[i].value), count_cell(n),
              count_cell(of), share_cell(share.value.value, language_),
              share.interval ? share_cell(share.interval->low, language_) : Cell{},
              share.interval ? share_cell(share.interval->high, language_) : Cell{},
              share_cell(n, row_total, language_), share_cell(n, counted_.documents.size(), language_),
              text_cell(small(of) ? say(msg::crosstab_is_small) : std::string())},
             counted_.codes[code].level,
             RowKind::plain});
      }
    }
    return table;
  }

  ReportChart heat_map(const std::string& table) const {
    HeatMap map;
    for (const Crossing::Column& one : crossing_.columns) {
      map.columns.push_back(say(msg::crosstab_column, {{"value", one.value}, {"n", whole(one.documents)}}));
    }
    for (const std::uint32_t code : codes_) {
      if (map.rows.size() == most_rows || counted_.codes[code].documents.empty()) continue;
      map.rows.push_back(counted_.codes[code].name);
      auto& row = map.values.emplace_back();
      for (std::size_t i = 0; i < crossing_.columns.size(); ++i) {
        const std::uint64_t n = crossing_.n[code][i], of = crossing_.columns[i].documents;
        const Cell cell = share_cell(n, of, language_);
        row.push_back({cell.number, cell.text, small(of)});
      }
    }
    map.axis = say(msg::crosstab_axis);
    MessageArguments arguments = base();
    arguments.emplace_back("small", whole(small_base));
    return {{say(msg::crosstab_map, base()), say(msg::crosstab_map_described, arguments), std::move(map)},
            table};
  }

  static MessageKey name_of_test(DifferenceTest test) {
    return test == DifferenceTest::chi_square ? msg::crosstab_chi_square : msg::crosstab_fisher;
  }

  std::string p_in_words(double p) const {
    return p < 0.001 ? say(msg::crosstab_p_small) : say(msg::crosstab_p, {{"p", p}});
  }

  void add_tests() {
    elements_.emplace_back(Heading{3, say(msg::crosstab_tests), "toets-" + crossing_.key});
    std::vector<Difference> found;
    std::vector<Statistic> p;
    for (const std::uint32_t code : codes_) {
      std::vector<Group> groups;
      for (std::size_t i = 0; i < crossing_.columns.size(); ++i) {
        if (crossing_.columns[i].known)
          groups.push_back({crossing_.n[code][i], crossing_.columns[i].documents});
      }
      found.push_back(
          difference(groups, crossing_.overlapping ? Membership::overlapping : Membership::separate));
      p.push_back(found.back().p);
    }
    const auto tests =
        std::count_if(p.begin(), p.end(), [](const Statistic& one) { return one.value.has_value(); });
    if (tests == 0) {
      std::vector<Message> why;
      if (!p.empty()) why.push_back({same_gap(p) ? p.front().gap : msg::crosstab_many_reasons, {}});
      elements_.emplace_back(Prose{say(msg::crosstab_no_test, {{"why", std::move(why)}})});
      return;
    }
    add_tests_table(found, holm(p), static_cast<std::uint64_t>(tests));
  }

  static bool same_gap(const std::vector<Statistic>& p) {
    return std::all_of(p.begin(), p.end(), [&](const Statistic& one) { return one.gap == p.front().gap; });
  }

  void add_tests_table(const std::vector<Difference>& found, const std::vector<Statistic>& corrected,
                       std::uint64_t tests) {
    ReportTable table = frame("_tests", msg::crosstab_tests_caption);
    table.columns.push_back(column("test", msg::crosstab_test, ColumnKind::text, language_));
    table.columns.push_back(column("p", msg::crosstab_p_heading, ColumnKind::decimal, language_));
    table.columns.push_back(column("p_holm", msg::crosstab_p_holm, ColumnKind::decimal, language_));
    table.columns.push_back(column("conclusion", msg::crosstab_conclusion, ColumnKind::text, language_));
    std::uint64_t different = 0;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      const CountedCode& code = counted_.codes[codes_[i]];
      ReportTable::Row row{{text_cell(code.name)}, code.level, RowKind::plain};
      if (found[i].p.value && corrected[i].value) {
        const bool differs = *corrected[i].value < significant;
        different += differs;
        row.cells.push_back(text_cell(say(name_of_test(found[i].test))));
        row.cells.push_back({p_in_words(*found[i].p.value), found[i].p.value});
        row.cells.push_back({p_in_words(*corrected[i].value), corrected[i].value});
        row.cells.push_back(text_cell(say(differs ? msg::crosstab_differs : msg::crosstab_no_difference)));
      } else {
        row.cells.insert(row.cells.end(), 3, Cell{});
        row.cells.push_back(text_cell(say(found[i].p.gap)));
      }
      table.rows.push_back(std::move(row));
    }
    elements_.emplace_back(Prose{say(msg::crosstab_tests_lead, {{"tests", whole(tests)},
                                                                {"rows", whole(codes_.size())},
                                                                {"different", whole(different)},
                                                                {"field", crossing_.name}})});
    elements_.emplace_back(std::move(table));
  }

  const Counted& counted_;
  const Crossing& crossing_;
  const UserLanguage language_;
  std::vector<std::uint32_t> codes_;  // shown, depth first
  std::vector<ReportElement> elements_;
};

}  // namespace

std::vector<ReportElement> section_of(const Counted& counted, const Crossing& crossing,
                                      const ReportRequest& request) {
  return Section(counted, crossing, request).make();
}

}  // namespace codeboom
