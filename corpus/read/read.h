// From a file to a Document: one reader per format, chosen by the file's extension.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/files.h"

namespace codeboom {

// .txt .md .markdown .html .htm, in any case.
bool is_readable_format(std::string_view path);

// The documents that `inputs` name: files as given, folders searched recursively for readable formats in byte order of
// their paths, hidden files and folders left out. Each path once.
// Errors: not_found for an input that does not exist, or when nothing readable is found.
Result<std::vector<std::string>> find_documents(const std::vector<std::string>& inputs);

// Errors: those of read_file, decode and Text::from_utf8, each naming the file; bad_input for broken front matter.
Result<Document> read_document(const std::string& path, std::uint64_t limit = default_size_limit);

// The readers themselves; `utf8` is the whole file in UTF-8, `source` names it in messages.
Result<Document> read_txt(std::string_view utf8, const std::string& source);
Result<Document> read_markdown(std::string_view utf8, const std::string& source);
Result<Document> read_html(std::string_view utf8, const std::string& source);

// Blocks of text that carries no markup: blank lines separate; bullets and numbered items, short lines that look like a
// heading (numbered, "## ", or alone between blank lines without a full stop), question lines and the answers after them.
std::vector<Block> plain_blocks(const Text& text, Span within);

}  // namespace codeboom
