// Shared by the tests of the project file: a folder that goes, short ways to make values, and SQL behind its
// back.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/project.h"
#include "tests/catch.h"
#include "tests/corpus/folder.h"

namespace codeboom::test {

inline const std::string project_file = "project.codeboom";

// The value; an error fails the test with its sentence.
template <class T>
T taken(Result<T> result) {
  INFO((result ? "" : in_words(result.error().message, UserLanguage::en)));
  REQUIRE(result.has_value());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// "kind key", so that a wrong error is readable in a failed test.
inline std::string error_name(ErrorKind kind, MessageKey key) {
  constexpr const char* kinds[] = {"usage", "bad_input", "not_found", "unavailable", "conflict"};
  return std::string(kinds[static_cast<int>(kind)]).append(" ").append(name_of(key));
}
template <class T>
std::string error_of(const Result<T>& result) {
  return result ? "no error" : error_name(result.error().kind, result.error().message.key);
}

inline Document document(const std::string& id, const std::string& text) {
  Document result;
  result.metadata.id = id;
  result.metadata.title = id;
  result.source = id + ".txt";
  result.text = taken(Text::from_utf8(text));
  return result;
}

inline Coding coding(const Document& document, std::uint32_t begin, std::uint32_t end,
                     const std::string& code, const std::string& coder) {
  const Span span{{begin}, {end}};
  return {.document = document.metadata.id,
          .span = span,
          .code = code,
          .coder = coder,
          .quote = std::string(document.text[span]),
          .score = {},
          .chance = {},
          .evidence = {},
          .flags = 0,
          .codebook = {},
          .program = {},
          .lexicon = {}};
}

inline CodebookVersion codebook() {
  return {"lob",           "1.0", "Loopbaan", "id: lob\n", {{"a", "", "Alles"}, {"a.b", "a", "Beeld"}},
          {"a#1", "a.b#1"}};
}

// Makes the change and stores it.
template <class Change>
void change(Project& project, const Change& make) {
  auto transaction = taken(project.begin());
  make();
  taken(transaction.commit());
}

// SQL as another program would run it: without references being kept, and past the triggers, which stand
// there again afterwards.
inline void tamper(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  std::vector<std::string> triggers;
  std::string drop;
  {
    SQLite::Statement trigger(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (trigger.executeStep()) {
      drop += "DROP TRIGGER " + trigger.getColumn(0).getString() + ";";
      triggers.push_back(trigger.getColumn(1).getString());
    }
  }
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;" + drop + sql);
  for (const std::string& trigger : triggers) database.exec(trigger);
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// The same numbers on every machine, which the distributions of the standard library do not promise.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }
  std::string word(std::uint32_t longest = 12) {
    static const char* const letters[] = {"a", "e", "n", "s", "ë", "€", "😀", " ", "'", "\"", "\n", "ij"};
    std::string word;
    for (std::uint32_t i = below(longest + 1); i > 0; --i) word += letters[below(std::size(letters))];
    return word;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace codeboom::test
