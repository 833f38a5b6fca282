// Builds the lexicon: build_lexicon WORD_LIST HUNSPELL_DIC HUNSPELL_AFF TABLES_FOLDER OUTPUT
#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "engine/language/build/links.h"
#include "engine/language/build/sources.h"
#include "engine/language/build/verbs.h"
#include "engine/language/build/write_lexicon.h"

namespace {

using namespace codeboom;

// Raised by hand when a rule of the builder or of words.cc changes what comes out.
constexpr int rules_version = 1;

std::ifstream open(const std::string& path) {
  std::ifstream input(path, std::ios::binary);
  if (!input) throw std::runtime_error("cannot open " + path);
  return input;
}

Table table(const std::string& folder, const std::string& name) {
  std::ifstream input = open(folder + "/" + name);
  return read_table(input);
}

Vocabulary collect(const std::string& list_path, const std::string& dictionary_path,
                   const std::string& affix_path, const std::string& folder) {
  Vocabulary words;
  std::ifstream list = open(list_path), dictionary = open(dictionary_path), affixes = open(affix_path);
  const VerbTables verbs{.strong = table(folder, "strong_verbs.tsv"),
                         .present = table(folder, "present_forms.tsv"),
                         .loan = table(folder, "loan_verbs.tsv"),
                         .particles = table(folder, "particles.tsv"),
                         .inseparable = table(folder, "inseparable_prefixes.tsv"),
                         .rare = table(folder, "rare_verbs.tsv")};
  add_hunspell(words, read_hunspell(affixes, dictionary));
  add_word_list(words, list);
  add_particles(words, verbs.particles);
  add_own_words(words, table(folder, "words.tsv"));
  add_irregular_forms(words, table(folder, "irregular_forms.tsv"));
  add_compound_parts(words, table(folder, "compound_parts.tsv"));
  add_abbreviations(words, table(folder, "abbreviations.tsv"));
  add_comparatives(words);
  add_verbs(words, verbs);
  add_function_words(words, table(folder, "function_words.tsv"));
  link_unexplained(words);
  settle_links(words);
  return words;
}

std::string fingerprint(const std::vector<std::byte>& bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const std::byte byte : bytes) hash = (hash ^ static_cast<std::uint64_t>(byte)) * 0x100000001B3;
  std::string digits(16, '0');
  for (char& digit : digits) {
    digit = "0123456789abcdef"[hash >> 60];
    hash <<= 4;
  }
  return digits.substr(0, 12);
}

void build(char** arguments) {
  const Vocabulary words = collect(arguments[1], arguments[2], arguments[3], arguments[4]);
  std::vector<std::byte> file = lay_out(words, "");
  mark_whole_parts(file, words);
  const std::string version = "nl-" + std::to_string(rules_version) + "-" + fingerprint(file);
  auto* header = reinterpret_cast<LexiconHeader*>(file.data());
  version.copy(header->version.data(), header->version.size() - 1);
  std::ofstream output(arguments[5], std::ios::binary);
  output.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
  output.close();
  if (!output) throw std::runtime_error(std::string("cannot write ") + arguments[5]);
  std::cout << "lexicon " << version << ": " << words.size() << " words, " << file.size() << " bytes\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::cerr << "usage: build_lexicon WORD_LIST HUNSPELL_DIC HUNSPELL_AFF TABLES_FOLDER OUTPUT\n";
    return 2;
  }
  try {
    build(arguments);
  } catch (const std::exception& error) {
    std::cerr << "build_lexicon: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
