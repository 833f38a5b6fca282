#include "corpus/read/read.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "corpus/encoding.h"
#include "corpus/read/html.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

using Reader = Result<Document> (*)(std::string_view utf8, const std::string& source);
struct Format {
  std::string_view extension;
  Reader reader;
};
constexpr std::array<Format, 5> formats = {{{".txt", read_txt},
                                            {".md", read_markdown},
                                            {".markdown", read_markdown},
                                            {".html", read_html},
                                            {".htm", read_html}}};

std::string readable_formats() {
  std::string names;
  for (const Format& format : formats) names += (names.empty() ? "" : ", ") + std::string(format.extension);
  return names;
}

// Null when the extension is none of ours.
Reader reader_for(std::string_view path) {
  if (path == "-") return read_txt;
  std::string extension = fs::path(path).extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [&](const Format& format) { return format.extension == extension; });
  return found == formats.end() ? nullptr : found->reader;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

tl::unexpected<Error> cannot_search(const std::string& folder, const std::error_code& error) {
  const char* reason = error == std::errc::permission_denied ? "permission" : "other";
  return fail(ErrorKind::unavailable, msg::file_cannot_read,
              {{"file", folder}, {"reason", reason}, {"system", error.message()}});
}

Result<std::vector<std::string>> documents_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unknown;  // a link to nothing is no document
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (reader_for(entry->path().native()) != nullptr && entry->is_regular_file(unknown)) {
      paths.push_back(entry->path().string());
    }
  }
  if (error) return cannot_search(folder, error);
  std::sort(paths.begin(), paths.end());
  return paths;
}

// A page may say that it is Windows-1252 (or Latin-1, which browsers read as the same) where its bytes alone
// do not tell.
Result<Decoded> decoded(const std::string& bytes, const std::string& path, Reader reader) {
  auto result = decode(bytes, path);
  if (result || reader != read_html) return result;
  const std::string charset = declared_charset(bytes);
  const bool western = charset == "windows-1252" || charset == "iso-8859-1" || charset == "latin1";
  return western ? decode_windows_1252(bytes, path) : result;
}

}  // namespace

bool is_readable_format(std::string_view path) { return reader_for(path) != nullptr; }

Result<std::vector<std::string>> find_documents(const std::vector<std::string>& inputs) {
  std::vector<std::string> found;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(fs::path(path).lexically_normal().string()).second) found.push_back(path);
  };
  for (const std::string& input : inputs) {
    std::error_code error;
    const fs::file_status status =
        input == "-" ? fs::file_status(fs::file_type::regular) : fs::status(input, error);
    if (status.type() == fs::file_type::not_found) {
      return fail(ErrorKind::not_found, msg::file_missing, {{"file", input}});
    }
    if (!fs::is_directory(status)) {
      add(input);
      continue;
    }
    const auto inside = documents_in(input);
    if (!inside) return tl::unexpected(inside.error());
    for (const std::string& path : *inside) add(path);
  }
  if (found.empty()) {
    std::string names;
    for (const std::string& input : inputs) names += (names.empty() ? "" : ", ") + input;
    return fail(ErrorKind::not_found, msg::read_nothing_found,
                {{"input", names}, {"formats", readable_formats()}});
  }
  return found;
}

Result<Document> read_document(const std::string& path, std::uint64_t limit) {
  const Reader reader = reader_for(path);
  if (reader == nullptr) {
    return fail(ErrorKind::bad_input, msg::read_unknown_format,
                {{"file", path}, {"formats", readable_formats()}});
  }
  const auto bytes = read_file(path, limit);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto text = decoded(*bytes, path, reader);
  if (!text) return tl::unexpected(text.error());
  auto document = reader(text->utf8, path);
  if (document && text->encoding != Encoding::utf8) {
    document->notes.insert(
        document->notes.begin(),
        {msg::encoding_recognised, {{"file", path}, {"encoding", std::string(name_of(text->encoding))}}});
  }
  return document;
}

}  // namespace codeboom
