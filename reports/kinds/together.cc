#include <algorithm>
#include <numeric>

#include "engine/count/co_occurrence.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/crosstab_parts.h"

namespace codeboom {
namespace {

constexpr std::size_t most_codes = 12;  // in the matrix
constexpr std::size_t most_pairs = 25;  // in a table
constexpr std::size_t many_documents = 2000;
constexpr std::uint32_t samples_of_few = 1000, samples_of_many = 200;

// A sentence of a document in the base.
struct SentenceOf {
  std::uint32_t document = 0, sentence = 0;
  friend auto operator<=>(const SentenceOf&, const SentenceOf&) = default;
};

struct Pair {
  std::uint32_t first = 0, second = 0;  // codes
  std::uint64_t both = 0;
};

template <class Place>
std::uint64_t shared(const std::vector<Place>& a, const std::vector<Place>& b) {
  std::uint64_t both = 0;
  for (auto first = a.begin(), second = b.begin(); first != a.end() && second != b.end();) {
    if (*first < *second) {
      ++first;
    } else if (*second < *first) {
      ++second;
    } else {
      ++both, ++first, ++second;
    }
  }
  return both;
}

// The pairs that occur together most, none above the other in the tree.
template <class Place>
std::vector<Pair> most_frequent_pairs(const std::vector<std::uint32_t>& codes,
                                      const std::vector<std::vector<Place>>& places) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    for (std::size_t j = i + 1; j < codes.size(); ++j) {
      const std::uint64_t both = shared(places[codes[i]], places[codes[j]]);
      if (both > 0) pairs.push_back({codes[i], codes[j], both});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.both > b.both; });
  if (pairs.size() > most_pairs) pairs.resize(most_pairs);
  return pairs;
}

class TogetherSection {
 public:
  TogetherSection(const Counted& counted, const Material& material, const ReportRequest& request)
      : counted_(counted), material_(material), request_(request), language_(request.language) {
    const int level = request.level.value_or(usual_tree_level);
    for (std::uint32_t code = 0; code < counted.codes.size(); ++code) {
      const CountedCode& one = counted.codes[code];
      if (!one.documents.empty() && (one.level == level || (one.leaf && one.level < level)))
        codes_.push_back(code);
    }
  }

  std::vector<ReportElement> make() {
    elements_.emplace_back(Heading{2, say(msg::together_heading), "samen"});
    if (codes_.size() < 2) {
      elements_.emplace_back(Prose{say(msg::together_too_few, {{"n", whole(codes_.size())}})});
      return std::move(elements_);
    }
    elements_.emplace_back(Prose{say(msg::together_how), Tone::small});
    elements_.emplace_back(Heading{3, say(msg::together_documents), "samen-in-document"});
    add_matrix();
    add_document_pairs();
    elements_.emplace_back(Heading{3, say(msg::together_sentences), "samen-in-zin"});
    add_sentence_pairs();
    return std::move(elements_);
  }

 private:
  std::string say(MessageKey key, MessageArguments arguments = {}) const {
    return words(key, language_, std::move(arguments));
  }
  const std::string& name(std::uint32_t code) const { return counted_.codes[code].name; }
  std::uint64_t documents() const { return counted_.documents.size(); }

  // The most frequent codes, in the order of the codebook.
  std::vector<std::uint32_t> in_matrix() const {
    std::vector<std::uint32_t> codes = codes_;
    std::stable_sort(codes.begin(), codes.end(), [&](std::uint32_t a, std::uint32_t b) {
      return counted_.codes[a].documents.size() > counted_.codes[b].documents.size();
    });
    if (codes.size() > most_codes) codes.resize(most_codes);
    std::sort(codes.begin(), codes.end());
    return codes;
  }

  void add_matrix() {
    const auto codes = in_matrix();
    HeatMap map;
    map.axis = say(msg::together_axis, {{"base", whole(documents())}});
    ReportTable table;
    table.key = "together";
    table.caption =
        say(msg::together_matrix_caption, {{"n", whole(codes.size())}, {"base", whole(documents())}});
    table.note = say(msg::together_matrix_note);
    table.columns = {column("element", msg::counts_element, ColumnKind::text, language_)};
    for (std::size_t i = 0; i < codes.size(); ++i) {
      map.rows.push_back(name(codes[i]));
      map.columns.push_back(name(codes[i]));
      table.columns.push_back({"element_" + std::to_string(i + 1), name(codes[i]), ColumnKind::count});
    }
    for (const std::uint32_t row : codes) {
      ReportTable::Row cells{{text_cell(name(row))}, 1, RowKind::plain};
      auto& values = map.values.emplace_back();
      for (const std::uint32_t other : codes) {
        const std::uint64_t both = shared(counted_.codes[row].documents, counted_.codes[other].documents);
        values.push_back(
            {static_cast<double>(both) / static_cast<double>(documents()), std::to_string(both), false});
        cells.cells.push_back(count_cell(both));
      }
      table.rows.push_back(std::move(cells));
    }
    Chart chart{
        say(msg::together_matrix),
        say(msg::together_matrix_described, {{"n", whole(codes.size())}, {"base", whole(documents())}}),
        std::move(map)};
    elements_.emplace_back(ReportChart{std::move(chart), table.key});
    elements_.emplace_back(std::move(table));
  }

  ReportTable frame(std::string key, std::string caption, MessageKey unit) const {
    ReportTable table;
    table.key = std::move(key);
    table.caption = std::move(caption);
    const auto add = [&](std::string_view name, MessageKey heading, ColumnKind kind) {
      table.columns.push_back(column(name, heading, kind, language_));
    };
    add("first", msg::together_first, ColumnKind::text);
    add("second", msg::together_second, ColumnKind::text);
    add("both", unit, ColumnKind::count);
    add("expected", msg::together_expected, ColumnKind::decimal);
    add("lift", msg::together_lift, ColumnKind::decimal);
    add("low", msg::counts_low, ColumnKind::decimal);
    add("high", msg::counts_high, ColumnKind::decimal);
    add("remark", msg::counts_remark, ColumnKind::text);
    return table;
  }

  void add_row(ReportTable& table, const Pair& pair, const CoOccurrence& found) const {
    const auto& interval = found.lift.interval;
    std::string remark = found.lift.value.value && !interval ? say(found.lift.gap) : std::string();
    if (interval && interval->low > 1) remark = say(msg::together_more_often);
    if (interval && interval->high < 1) remark = say(msg::together_less_often);
    table.rows.push_back(
        {{text_cell(name(pair.first)), text_cell(name(pair.second)), count_cell(pair.both),
          decimal_cell(found.expected, language_), decimal_cell(found.lift.value.value, language_),
          interval ? decimal_cell(interval->low, language_) : Cell{},
          interval ? decimal_cell(interval->high, language_) : Cell{}, text_cell(std::move(remark))}});
  }

  void add_document_pairs() {
    std::vector<std::vector<std::uint32_t>> places;
    for (const CountedCode& code : counted_.codes) places.push_back(code.documents);
    const auto pairs = most_frequent_pairs(codes_, places);
    if (pairs.empty()) {
      elements_.emplace_back(Prose{say(msg::together_never_in_document, {{"base", whole(documents())}})});
      return;
    }
    ReportTable table =
        frame("pairs_in_documents",
              say(msg::together_document_caption, {{"n", whole(pairs.size())}, {"base", whole(documents())}}),
              msg::together_both_documents);
    for (const Pair& pair : pairs) {
      add_row(table, pair,
              co_occurrence(
                  Together{pair.both, places[pair.first].size(), places[pair.second].size(), documents()}));
    }
    elements_.emplace_back(std::move(table));
  }

  // The code at the chosen level that a coding counts for.
  std::optional<std::uint32_t> at_level(std::uint32_t code) const {
    for (auto at = static_cast<std::int32_t>(code); at >= 0;
         at = counted_.codes[static_cast<std::size_t>(at)].parent) {
      if (std::binary_search(codes_.begin(), codes_.end(), static_cast<std::uint32_t>(at)))
        return static_cast<std::uint32_t>(at);
    }
    return std::nullopt;
  }

  // By code, the sentences that show it.
  std::vector<std::vector<SentenceOf>> sentences_by_code() const {
    std::vector<std::vector<SentenceOf>> places(counted_.codes.size());
    for (const CodedPlace& one : codings_of(material_, basis_of(material_))) {
      const auto code = at_level(one.code);
      if (!code) continue;
      for (std::uint32_t sentence = one.first_sentence; sentence < one.end_sentence; ++sentence)
        places[*code].push_back({one.document, sentence});
    }
    for (auto& list : places) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return places;
  }

  // One Together per document in the base.
  std::vector<Together> by_document(const std::vector<SentenceOf>& first,
                                    const std::vector<SentenceOf>& second) const {
    const auto base = base_of(material_, basis_of(material_));
    std::vector<std::uint32_t> place(material_.documents.size());
    std::vector<Together> together(base.size());
    for (std::uint32_t i = 0; i < base.size(); ++i) {
      place[base[i]] = i;
      together[i].of = material_.documents[base[i]].sentences;
    }
    for (const SentenceOf& one : first) {
      ++together[place[one.document]].first;
      if (std::binary_search(second.begin(), second.end(), one)) ++together[place[one.document]].both;
    }
    for (const SentenceOf& one : second) ++together[place[one.document]].second;
    return together;
  }

  void add_sentence_pairs() {
    const auto places = sentences_by_code();
    const auto pairs = most_frequent_pairs(codes_, places);
    std::uint64_t sentences = 0;
    for (const std::uint32_t document : base_of(material_, basis_of(material_)))
      sentences += material_.documents[document].sentences;
    if (pairs.empty()) {
      elements_.emplace_back(Prose{say(msg::together_never_in_sentence, {{"sentences", whole(sentences)}})});
      return;
    }
    const BootstrapOptions options{request_.seed,
                                   documents() < many_documents ? samples_of_few : samples_of_many, 0.95};
    ReportTable table = frame(
        "pairs_in_sentences",
        say(msg::together_sentence_caption,
            {{"n", whole(pairs.size())}, {"sentences", whole(sentences)}, {"base", whole(documents())}}),
        msg::together_both_sentences);
    table.note = say(msg::together_sentence_note, {{"samples", std::int64_t{options.replicates}}});
    for (const Pair& pair : pairs) {
      const auto together = by_document(places[pair.first], places[pair.second]);
      add_row(table, pair, co_occurrence(together, options));
    }
    elements_.emplace_back(std::move(table));
  }

  const Counted& counted_;
  const Material& material_;
  const ReportRequest& request_;
  const UserLanguage language_;
  std::vector<std::uint32_t> codes_;  // at the chosen level, ascending
  std::vector<ReportElement> elements_;
};

}  // namespace

std::vector<ReportElement> together_in(const Counted& counted, const Material& material,
                                       const ReportRequest& request) {
  return TogetherSection(counted, material, request).make();
}

}  // namespace codeboom
