#include <algorithm>
#include <filesystem>

#include "codebook/json_lines.h"
#include "codebook/learning.h"
#include "corpus/quick_hash.h"
#include "corpus/text_file.h"
#include "engine/language/words.h"
#include "message_keys/codebook.h"

namespace codeboom {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

// A definition says one thing a sentence; what is included is a list of forms, each as short as a coder's own note.
std::vector<std::string_view> pieces(std::string_view text, std::string_view ends) {
  std::vector<std::string_view> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(ends), text.size());
    const std::string_view piece = trimmed(text.substr(0, end));
    if (!piece.empty()) result.push_back(piece);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

Result<std::vector<std::uint32_t>> read_codes(std::string_view cell, const std::string& source, int line,
                                              const Codebook& codebook) {
  std::vector<std::uint32_t> codes;
  if (trimmed(cell) == "-") return codes;
  for (const std::string_view part : split(cell, ',')) {
    const auto place = find_code(codebook, trimmed(part));
    if (!place) {
      return wrong_line(msg::gold_unknown_code, source, line,
                        {{"code", std::string(part)}, {"codebook", codebook.id_and_version()}});
    }
    codes.push_back(*place);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

// What a model depends on that is not in the files: how features are made and numbers fitted.
constexpr std::string_view way_of_learning = "22";

std::vector<std::string> files_to_learn_from(const Codebook& codebook, const std::string& path) {
  std::vector<std::string> files;
  for (const std::string& name : codebook.learn_from) files.push_back((std::filesystem::path(path).parent_path() / name).string());
  return files;
}

}  // namespace

Result<std::string> learning_fingerprint(const Codebook& codebook, const std::string& path) {
  std::string all = std::string(way_of_learning) + "\n" + std::string(lexicon_version()) + "\n" + content_hash(codebook.yaml);
  for (const std::string& file : files_to_learn_from(codebook, path)) {
    const auto hash = quick_hash_of_file(file);
    if (!hash) return tl::unexpected(hash.error());
    all += "\n" + *hash;
  }
  return content_hash(all);
}

Result<LearningMaterial> learning_material(const Codebook& codebook, const std::string& path) {
  auto fingerprint = learning_fingerprint(codebook, path);
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  LearningMaterial material{own_sentences(codebook), std::move(*fingerprint)};
  for (const std::string& file : files_to_learn_from(codebook, path)) {  // one after the other: they need no room together
    const auto utf8 = read_text_file(file);
    if (!utf8) return tl::unexpected(utf8.error());
    const auto text = Text::from_utf8(*utf8);
    if (!text) return tl::unexpected(text.error());
    auto sentences = read_learning_sentences(text->utf8(), file, codebook);
    if (!sentences) return tl::unexpected(sentences.error());
    material.sentences.insert(material.sentences.end(), std::make_move_iterator(sentences->begin()),
                              std::make_move_iterator(sentences->end()));
  }
  return material;
}

Result<std::vector<LearningSentence>> read_learning_sentences(std::string_view utf8, const std::string& source,
                                                              const Codebook& codebook) {
  std::vector<LearningSentence> sentences;
  const auto use = [&](std::string_view text, int line) -> Result<void> {
    if (text.front() == '#') return {};
    const auto cells = split(text, '\t');
    if (cells.size() < 2 || trimmed(cells[1]).empty()) return wrong_line(msg::learning_too_few_cells, source, line);
    auto codes = read_codes(cells[0], source, line, codebook);
    if (!codes) return tl::unexpected(codes.error());
    const std::string_view document = cells.size() > 2 ? trimmed(cells[2]) : std::string_view();
    sentences.push_back({std::move(*codes), std::string(trimmed(cells[1])), document.empty() ? source : std::string(document),
                         document.empty() ? std::string() : source + " " + std::string(document), source, false});
    return {};
  };
  if (auto read = for_each_line(utf8, use); !read) return tl::unexpected(read.error());
  return sentences;
}

std::vector<LearningSentence> own_sentences(const Codebook& codebook) {
  std::vector<LearningSentence> sentences;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    const Code& entry = codebook.codes[code];
    sentences.push_back({{code}, entry.name, codebook.id, {}, {}, true});
    for (const std::string_view piece : pieces(entry.definition, ".")) sentences.push_back({{code}, std::string(piece), codebook.id, {}, {}, true});
    for (const std::string_view piece : pieces(entry.include, ".;,")) sentences.push_back({{code}, std::string(piece), codebook.id, {}, {}, true});
    for (std::size_t i = 0; i < entry.positive.size(); ++i) {  // first examples together, second ones together
      sentences.push_back({{code}, entry.positive[i], codebook.id + " " + std::to_string(i + 1), {}, {}, true});
    }
  }
  return sentences;
}

}  // namespace codeboom
