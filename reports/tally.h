// Codings counted as the HvA study counts them: each document once per code, rolled up the tree over distinct documents.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/project.h"

namespace codeboom {

struct TallyRow {
  std::string code, name;
  std::string parent;  // empty at the top
  int level = 1;
  bool leaf = true;
  std::vector<std::string> documents;  // in the order of the corpus, each once, those of the codes below included
  std::uint64_t mentions = 0;          // codings of this code and of those below it
  std::optional<bool> trusted;         // of a machine's tally: may its number be trusted; empty when not known
  std::uint64_t n() const { return documents.size(); }
};

struct Tally {
  std::vector<TallyRow> rows;  // depth first, as in the codebook; codes without documents included
  std::uint64_t documents = 0;  // the base of every share: documents in the corpus
  std::uint64_t coded_documents = 0;  // those with at least one coding
  std::uint64_t mentions = 0;
  std::string coder;     // whose codings; the machine's are never mixed with people's
  std::string codebook;  // "id version"
};

// n / documents; empty when there are no documents.
std::optional<double> share(const Tally& tally, const TallyRow& row);

// Adds codings up one at a time; memory grows with codes x documents, not with codings.
class TallyCounter {
 public:
  // `documents`: ids in the order of the corpus. `codes`: depth first.
  TallyCounter(std::vector<std::string> documents, std::vector<CodebookVersion::Code> codes);

  // By place in `codes` and in `documents`.
  void add(std::uint32_t code, std::uint32_t document, std::uint64_t mentions = 1);
  // By name; returns false when the code or the document is unknown.
  bool add(std::string_view code, std::string_view document, std::uint64_t mentions = 1);

  Tally tally() const;

 private:
  std::vector<std::string> documents_;
  std::vector<CodebookVersion::Code> codes_;
  std::vector<std::int32_t> parents_;
  std::map<std::string, std::uint32_t, std::less<>> code_places_, document_places_;
  std::vector<std::map<std::uint32_t, std::uint64_t>> mentions_;  // by code: document -> mentions
};

// Does any row say whether it may be trusted, or that it may not?
bool knows_trust(const Tally& tally);
bool distrusts_any(const Tally& tally);

// Which rows a user asked for: a level (1 = top), or the leaves only.
struct TallyView {
  std::optional<int> level;
  bool leaves_only = false;
  bool hide_empty = false;
};
std::vector<TallyRow> rows_in_view(const Tally& tally, const TallyView& view);

// A tally crossed with a metadata field: the share of documents per value that show the code. A document with several
// values counts in each of their columns.
enum class MetadataField { sector, thema, regio, jaar, soort, vorm };
std::optional<MetadataField> metadata_field_named(std::string_view name);
std::string_view name_of(MetadataField field);
std::vector<std::string> values_of(const Metadata& metadata, MetadataField field);  // empty: the document has none

struct CrossedTally {
  MetadataField field = MetadataField::sector;
  struct Column {
    std::string value;  // empty: documents without a value
    std::uint64_t documents = 0;
  };
  std::vector<Column> columns;  // sector in the order vmbo, havo/vwo, mbo, ho; others sorted; the empty value last
  struct Row {
    TallyRow total;
    std::vector<std::uint64_t> n;  // by column
  };
  std::vector<Row> rows;
  Tally tally;  // without rows
};
CrossedTally cross(const Tally& tally, const std::vector<Metadata>& documents, MetadataField field);

}  // namespace codeboom
