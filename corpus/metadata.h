// Metadata of documents: the fields, their spellings, and the table that adds them to documents.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace codeboom {

// Sets the field that `name` names (id, title/titel, sector, thema/theme, regio/region, jaar/year, soort, vorm; case
// ignored); several values are separated by ';' (sector also by ','). Returns false when no field has that name.
// Errors: bad_input for a year that is none or a sector that does not exist, naming the value and what is allowed.
Result<bool> set_field(Metadata& metadata, std::string_view name, std::string_view value);

// YAML front matter between two lines `---` at the very start. Empty result when there is none.
struct FrontMatter {
  Metadata metadata;
  std::size_t end_byte = 0;  // where the text begins
  std::vector<Message> notes;  // unknown fields
};
Result<FrontMatter> read_front_matter(std::string_view utf8, const std::string& source);

// A table (tab, comma or semicolon separated, quotes as in RFC 4180; first line names the fields, one of them id).
struct MetadataTable {
  std::map<std::string, Metadata> by_id;
  std::vector<Message> notes;  // columns that name no field
};
Result<MetadataTable> read_metadata_table(std::string_view utf8, const std::string& source);

// Fields that the table gives replace those of the document.
void apply(const MetadataTable& table, Document& document);

}  // namespace codeboom
