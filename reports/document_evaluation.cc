#include "reports/document_evaluation.h"

#include <algorithm>
#include <map>

#include "message_keys/engine.h"

namespace codeboom {
namespace {

std::uint32_t shared_bytes(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin.value, b.begin.value), end = std::min(a.end.value, b.end.value);
  return end > begin ? end - begin : 0;
}

std::uint32_t length(Span span) { return span.end.value - span.begin.value; }

// The segments of one code, sorted; those that touch or overlap made one.
std::vector<Span> united(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> result;
  for (const Span span : spans) {
    if (!result.empty() && span.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, span.end);
    } else {
      result.push_back(span);
    }
  }
  return result;
}

using ByCode = std::map<std::uint32_t, std::vector<Span>>;

template <class Project>
ByCode by_code(const std::vector<PlacedCode>& codings, Project project) {
  ByCode result;
  for (const PlacedCode& coding : codings) {
    for (const std::uint32_t code : project(coding.code)) result[code].push_back(coding.span);
  }
  return result;
}

const std::vector<Span>& spans_of(const ByCode& codes, std::uint32_t code) {
  static const std::vector<Span> nothing;
  const auto found = codes.find(code);
  return found == codes.end() ? nothing : found->second;
}

void add_overlap(Overlap& overlap, const std::vector<Span>& first, const std::vector<Span>& second) {
  const auto meets = [](Span span, const std::vector<Span>& others) {
    return std::any_of(others.begin(), others.end(), [&](Span other) { return shared_bytes(span, other) > 0; });
  };
  for (const Span span : first) ++overlap.first, overlap.first_confirmed += meets(span, second) ? 1 : 0;
  for (const Span span : second) ++overlap.second, overlap.second_found += meets(span, first) ? 1 : 0;
  const std::vector<Span> ours = united(first), theirs = united(second);
  for (const Span span : ours) overlap.bytes_first += length(span);
  for (const Span span : theirs) overlap.bytes_second += length(span);
  for (const Span a : ours) {
    for (const Span b : theirs) overlap.bytes_both += shared_bytes(a, b);
  }
}

bool covered(const std::vector<Span>& codings, Span sentence) {
  return std::any_of(codings.begin(), codings.end(), [&](Span coding) { return covers(coding, sentence); });
}

// What the two coders did with a set of codes, document by document, so that documents can be drawn.
struct CodeCounts {
  std::vector<TwoCoders> documents, sentences;  // by document
  Overlap segments;
};

class Counter {
 public:
  Counter(const std::vector<ComparedDocument>& documents, std::size_t codes) : documents_(documents), counts_(codes) {
    for (CodeCounts& counts : counts_) {
      counts.documents.resize(documents.size());
      counts.sentences.resize(documents.size());
    }
  }

  // `place_of` a projected code in the table of counts, or nothing when it is not counted here.
  template <class Project, class PlaceOf>
  void run(Project project, PlaceOf place_of) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      const ByCode first = by_code(documents_[i].first, project), second = by_code(documents_[i].second, project);
      std::map<std::uint32_t, bool> either;
      for (const auto& [code, spans] : first) either[code] = true;
      for (const auto& [code, spans] : second) either[code] = true;
      for (const auto& [code, seen] : either) {
        const std::optional<std::size_t> place = place_of(code);
        if (place) add(counts_[*place], i, spans_of(first, code), spans_of(second, code));
      }
    }
    for (CodeCounts& counts : counts_) fill_neither(counts);
  }

  std::vector<CodeCounts> take() { return std::move(counts_); }

 private:
  void add(CodeCounts& counts, std::size_t document, const std::vector<Span>& first, const std::vector<Span>& second) {
    counts.documents[document].add(!first.empty(), !second.empty());
    for (const Span sentence : documents_[document].sentences) {
      counts.sentences[document].add(covered(first, sentence), covered(second, sentence));
    }
    add_overlap(counts.segments, first, second);
  }
  void fill_neither(CodeCounts& counts) {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (counts.documents[i].units() > 0) continue;
      counts.documents[i].neither = 1;
      counts.sentences[i].neither = documents_[i].sentences.size();
    }
  }

  const std::vector<ComparedDocument>& documents_;
  std::vector<CodeCounts> counts_;
};

TwoCoders weighted(const std::vector<TwoCoders>& by_document, ClusterCounts counts) {
  TwoCoders sum;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const TwoCoders& one = by_document[i];
    sum += {one.both * counts[i], one.only_first * counts[i], one.only_second * counts[i], one.neither * counts[i]};
  }
  return sum;
}

using Measures = std::vector<std::function<Statistic(ClusterCounts)>>;

void add_measures(Measures& measures, const std::vector<TwoCoders>& by_document) {
  measures.push_back([&](ClusterCounts counts) { return precision(weighted(by_document, counts)); });
  measures.push_back([&](ClusterCounts counts) { return recall(weighted(by_document, counts)); });
  measures.push_back([&](ClusterCounts counts) { return f1(weighted(by_document, counts)); });
  measures.push_back([&](ClusterCounts counts) { return cohen_kappa(weighted(by_document, counts)).kappa; });
}

std::vector<TwoCoders> pooled(const std::vector<CodeCounts>& codes, std::vector<TwoCoders> CodeCounts::*unit,
                              std::size_t documents) {
  std::vector<TwoCoders> sum(documents);
  for (const CodeCounts& counts : codes) {
    for (std::size_t i = 0; i < documents; ++i) sum[i] += (counts.*unit)[i];
  }
  return sum;
}

Statistic macro_f1(const std::vector<CodeCounts>& codes, ClusterCounts counts) {
  double sum = 0, defined_codes = 0;
  for (const CodeCounts& code : codes) {
    if (const auto value = f1(weighted(code.documents, counts)).value) sum += *value, ++defined_codes;
  }
  return ratio(sum, defined_codes, msg::measure_neither);
}

Agreement agreement_of(const std::vector<TwoCoders>& by_document, const std::vector<std::optional<Interval>>& intervals,
                       std::size_t first_interval) {
  const std::vector<std::uint32_t> once(by_document.size(), 1);
  const TwoCoders counts = weighted(by_document, once);
  const auto interval = [&](std::size_t i) {
    return first_interval + i < intervals.size() ? intervals[first_interval + i] : std::nullopt;
  };
  return {counts,
          {precision(counts), interval(0)},
          {recall(counts), interval(1)},
          {f1(counts), interval(2)},
          {cohen_kappa(counts).kappa, interval(3)}};
}

void add(Overlap& sum, const Overlap& one) {
  sum.first += one.first;
  sum.first_confirmed += one.first_confirmed;
  sum.second += one.second;
  sum.second_found += one.second_found;
  sum.bytes_first += one.bytes_first;
  sum.bytes_second += one.bytes_second;
  sum.bytes_both += one.bytes_both;
}

DocumentLevel evaluate_level(const Codebook& codebook, const std::vector<ComparedDocument>& documents, TreeLevel level,
                             const BootstrapOptions& options) {
  std::map<std::uint32_t, std::size_t> places;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (at_level(codebook, code, level) == code) places.emplace(code, places.size());
  }
  Counter counter(documents, places.size());
  counter.run(
      [&](std::uint32_t code) {
        const auto there = at_level(codebook, code, level);
        return there ? std::vector{*there} : std::vector<std::uint32_t>{};
      },
      [&](std::uint32_t code) { return std::optional(places.at(code)); });
  const std::vector<CodeCounts> codes = counter.take();
  const auto of_documents = pooled(codes, &CodeCounts::documents, documents.size());
  const auto of_sentences = pooled(codes, &CodeCounts::sentences, documents.size());
  Measures measures;
  add_measures(measures, of_documents);
  add_measures(measures, of_sentences);
  measures.push_back([&](ClusterCounts counts) { return macro_f1(codes, counts); });
  const auto intervals = bootstrap(documents.size(), measures, options);
  DocumentLevel result;
  result.level = level;
  result.codes = places.size();
  result.documents = agreement_of(of_documents, intervals, 0);
  result.sentences = agreement_of(of_sentences, intervals, 4);
  result.macro_f1 = {macro_f1(codes, std::vector<std::uint32_t>(documents.size(), 1)), intervals.back()};
  for (const CodeCounts& counts : codes) add(result.segments, counts.segments);
  return result;
}

std::vector<DocumentCode> evaluate_codes(const Codebook& codebook, const std::vector<ComparedDocument>& documents,
                                         const BootstrapOptions& options) {
  Counter counter(documents, codebook.codes.size());
  counter.run(
      [&](std::uint32_t code) {  // a code counts for itself and for all above it
        std::vector<std::uint32_t> line;
        for (auto at = static_cast<std::int32_t>(code); at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
          line.push_back(static_cast<std::uint32_t>(at));
        }
        return line;
      },
      [](std::uint32_t code) { return std::optional<std::size_t>(code); });
  const std::vector<CodeCounts> codes = counter.take();
  std::vector<DocumentCode> result;
  for (std::uint32_t code = 0; code < codes.size(); ++code) {
    Measures measures;
    add_measures(measures, codes[code].documents);
    const Agreement plain = agreement_of(codes[code].documents, {}, 0);
    if (plain.counts.first() + plain.counts.second() == 0) continue;
    const auto intervals = bootstrap(documents.size(), measures, options);
    result.push_back({code, agreement_of(codes[code].documents, intervals, 0),
                      agreement_of(codes[code].sentences, {}, 0), codes[code].segments});
  }
  return result;
}

}  // namespace

Statistic Overlap::confirmed() const {
  return ratio(static_cast<double>(first_confirmed), static_cast<double>(first), msg::measure_never_given);
}
Statistic Overlap::found() const {
  return ratio(static_cast<double>(second_found), static_cast<double>(second), msg::measure_never_present);
}
Statistic Overlap::dice() const {
  return ratio(2 * static_cast<double>(bytes_both), static_cast<double>(bytes_first + bytes_second), msg::measure_neither);
}

DocumentEvaluation evaluate_documents(const Codebook& codebook, const std::vector<ComparedDocument>& documents,
                                      const BootstrapOptions& options) {
  DocumentEvaluation result;
  result.documents = documents.size();
  for (const TreeLevel level : tree_levels) result.levels.push_back(evaluate_level(codebook, documents, level, options));
  result.codes = evaluate_codes(codebook, documents, options);
  return result;
}

}  // namespace codeboom
