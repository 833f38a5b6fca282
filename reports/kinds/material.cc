#include "reports/kinds/material.h"

#include <algorithm>
#include <map>

#include "codebook/documents_seen.h"
#include "codebook/units.h"
#include "engine/language/tokens.h"

namespace codeboom {
namespace {

bool before(const CodedPlace& a, const CodedPlace& b) {
  const auto key = [](const CodedPlace& one) { return std::tuple(one.place.begin.value, one.place.end.value, one.code, one.coder); };
  return key(a) < key(b);
}

std::vector<Span> sentence_spans(const Document& document) {
  std::vector<Span> spans;
  for (const Sentence& sentence : tokenise(document.text, document.blocks).sentences) spans.push_back(sentence.span);
  return spans;
}

// A coding in the document that was added last, of which these are the sentences.
CodedPlace placed(const Material& material, const Document& document, const std::vector<Span>& sentences, Span span, std::uint32_t code) {
  CodedPlace one;
  one.document = static_cast<std::uint32_t>(material.documents.size() - 1);
  one.code = code;
  one.place = document.text.to_code_points(span);
  one.quote = document.text[span];
  const auto after = std::upper_bound(document.blocks.begin(), document.blocks.end(), span.begin,
                                      [](ByteOffset at, const Block& block) { return at < block.span.begin; });
  one.block = after == document.blocks.begin() ? 0 : static_cast<std::uint32_t>(after - document.blocks.begin() - 1);
  const auto touched = sentences_of(span, sentences);
  if (touched.empty()) return one;
  one.first_sentence = touched.front();
  one.end_sentence = touched.back() + 1;
  const std::string_view text = document.text[Span{sentences[touched.front()].begin, sentences[touched.back()].end}];
  if (text != one.quote) one.sentences = text;
  return one;
}

void add_suggestions(Material& material, const Document& document, const std::vector<Span>& sentences, const Suggestions& suggestions) {
  const std::size_t first = material.by_machine.size();
  for (const Suggestion& suggestion : suggestions.suggestions) {
    CodedPlace one = placed(material, document, sentences, suggestion.span, suggestion.label);
    one.flags = suggestion.flags;
    if (suggestion.chance > 0) one.chance = suggestion.chance;
    material.by_machine.push_back(std::move(one));
  }
  std::stable_sort(material.by_machine.begin() + static_cast<std::ptrdiff_t>(first), material.by_machine.end(), before);
}

class Reader {
 public:
  Reader(const Project& project, const MaterialRequest& request) : project_(project), request_(request) {}

  Result<Material> read() {
    const auto record = project_.codebook(request_.codebook);
    if (!record) return tl::unexpected(record.error());
    auto codebook = from_record(*record);
    if (!codebook) return tl::unexpected(codebook.error());
    material_.codebook = std::move(*codebook);
    material_.people = request_.people;
    if (auto ready = prepare(); !ready) return tl::unexpected(ready.error());
    const auto use = [&](const Document& document) { return add(document); };
    if (auto read = project_.for_each_document(use); !read) return tl::unexpected(read.error());
    return std::move(material_);
  }

 private:
  Result<void> prepare() {
    for (const std::string& name : request_.people) {
      auto seen = documents_seen(project_, {name, CoderKind::person});
      if (!seen) return tl::unexpected(seen.error());
      seen_.push_back(*seen);
      seen_by_people_.merge(*seen);
    }
    material_.consensus = request_.consensus;
    if (!request_.consensus.empty()) {
      auto settled = documents_seen(project_, {request_.consensus, CoderKind::consensus});
      if (!settled) return tl::unexpected(settled.error());
      seen_by_people_.insert(settled->begin(), settled->end());
      seen_by_consensus_ = std::move(*settled);
    }
    const auto run = project_.latest_run();
    if (!run) return tl::unexpected(run.error());
    if (*run && (*run)->codebook == request_.codebook) {
      material_.run = **run;
      const auto in_run = project_.documents_of(**run);
      if (!in_run) return tl::unexpected(in_run.error());
      in_run_.insert(in_run->begin(), in_run->end());
    }
    auto samples = project_.samples();
    if (!samples) return tl::unexpected(samples.error());
    material_.samples = std::move(*samples);
    auto versions = project_.codebooks();
    if (!versions) return tl::unexpected(versions.error());
    for (CodebookVersion& version : *versions) {
      if (version.id == material_.codebook.id) material_.versions.push_back(std::move(version));
    }
    return {};
  }

  Result<void> add(const Document& document) {
    ++material_.in_project;
    if (request_.in_view && !request_.in_view(document.metadata)) return {};
    sentences_ = sentence_spans(document);
    const std::string& id = document.metadata.id;
    material_.documents.push_back({document.metadata, static_cast<std::uint32_t>(sentences_.size()), seen_by_people_.contains(id),
                                   in_run_.contains(id)});
    for (std::uint32_t coder = 0; coder < seen_.size(); ++coder) {
      if (seen_[coder].contains(id)) material_.documents.back().coders.push_back(coder);
    }
    if (auto added = add_people(document); !added) return added;
    return material_.documents.back().by_machine ? add_machine(document) : Result<void>();
  }

  Result<void> add_people(const Document& document) {
    if (!material_.documents.back().by_people) return {};
    const bool settled = seen_by_consensus_.contains(document.metadata.id);
    for (const std::uint32_t coder : material_.documents.back().coders) {
      if (auto added = add_codings(request_.people[coder], coder, document, material_.each_person); !added) return added;
    }
    sort_last(material_.each_person);
    if (settled) {
      ++material_.settled;
      const auto after_people = static_cast<std::uint32_t>(request_.people.size());
      if (auto added = add_codings(request_.consensus, after_people, document, material_.by_people); !added) return added;
      sort_last(material_.by_people);
    } else {
      const auto begin = first_of_last(material_.each_person);
      material_.by_people.insert(material_.by_people.end(), begin, material_.each_person.end());
    }
    return {};
  }

  Result<void> add_codings(const std::string& name, std::uint32_t coder, const Document& document, std::vector<CodedPlace>& places) {
    const auto codings = project_.codings(name, document.metadata.id);
    if (!codings) return tl::unexpected(codings.error());
    for (const Coding& coding : *codings) {
      if (const auto code = find_code(material_.codebook, coding.code)) {
        CodedPlace one = placed(material_, document, sentences_, coding.span, *code);
        one.coder = coder;
        one.flags = coding.flags;
        places.push_back(std::move(one));
      } else {
        ++material_.other_codes;
      }
    }
    return {};
  }

  // The places of the document at hand, which is the last one.
  std::vector<CodedPlace>::iterator first_of_last(std::vector<CodedPlace>& places) const {
    const auto last = static_cast<std::uint32_t>(material_.documents.size() - 1);
    return std::find_if(places.rbegin(), places.rend(), [&](const CodedPlace& one) { return one.document != last; }).base();
  }
  void sort_last(std::vector<CodedPlace>& places) const { std::stable_sort(first_of_last(places), places.end(), before); }

  Result<void> add_machine(const Document& document) {
    const auto suggestions = project_.suggestions(*material_.run, document.metadata.id);
    if (!suggestions) return tl::unexpected(suggestions.error());
    add_suggestions(material_, document, sentences_, *suggestions);
    return {};
  }

  const Project& project_;
  const MaterialRequest& request_;
  Material material_;
  std::set<std::string> seen_by_people_, seen_by_consensus_, in_run_;
  std::vector<std::set<std::string>> seen_;  // by each of the people
  std::vector<Span> sentences_;  // of the document at hand
};

}  // namespace

Result<Material> read_material(const Project& project, const MaterialRequest& request) { return Reader(project, request).read(); }

void add_suggested(Material& material, const Document& document, const Suggestions& suggestions) {
  const std::vector<Span> sentences = sentence_spans(document);
  material.documents.push_back({document.metadata, static_cast<std::uint32_t>(sentences.size()), false, true});
  add_suggestions(material, document, sentences, suggestions);
}

const std::string& coder_of(const Material& material, const CodedPlace& coding) {
  return coding.coder < material.people.size() ? material.people[coding.coder] : material.consensus;
}

Basis basis_of(const Material& material) {
  return material.people.empty() && material.consensus.empty() ? Basis::machine : Basis::people;
}

const std::vector<CodedPlace>& codings_of(const Material& material, Basis basis) {
  return basis == Basis::people ? material.by_people : material.by_machine;
}

std::vector<std::uint32_t> base_of(const Material& material, Basis basis) {
  std::vector<std::uint32_t> base;
  for (std::uint32_t i = 0; i < material.documents.size(); ++i) {
    const MaterialDocument& document = material.documents[i];
    if (basis == Basis::people ? document.by_people : document.by_machine) base.push_back(i);
  }
  return base;
}

std::vector<std::vector<std::uint32_t>> documents_by_code(const Material& material, Basis basis) {
  const auto& codes = material.codebook.codes;
  std::vector<std::vector<std::uint32_t>> documents(codes.size());
  for (const CodedPlace& one : codings_of(material, basis)) {
    for (auto code = static_cast<std::int32_t>(one.code); code >= 0; code = codes[static_cast<std::size_t>(code)].parent) {
      auto& list = documents[static_cast<std::size_t>(code)];
      if (list.empty() || list.back() != one.document) list.push_back(one.document);
    }
  }
  return documents;
}

}  // namespace codeboom
