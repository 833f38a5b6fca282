// Project::check() finds what makes a number indefensible; a hostile file never does more than be refused.
#include <algorithm>

#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

void create_project(const std::string& path) {
  Document first = document("een", "Zij kiest zelf een opleiding."),
           second = document("twee", "Iets anders.");
  first.blocks = {{BlockKind::paragraph, 0, first.text.whole()}};
  Coding coded = coding(first, 0, 9, "a.b", "anna");
  coded.codebook = "lob 1.0";
  Coding found = coding(second, 0, 4, "a", "anna");
  found.evidence = {{{{0}, {4}}, "a#1"}};
  Suggestions suggestions;
  suggestions.suggestions = {{{{0}, {9}}, 1, 3, 0, 0, 0, 1}};
  suggestions.evidence = {{{{4}, {9}}, 1}};
  Project project = taken(Project::create(path));
  change(project, [&] {
    taken(project.add_document(first));
    taken(project.add_document(second));
    taken(project.add_codebook(codebook()));
    taken(project.add_coder({"anna", CoderKind::person}));
    taken(project.add_coding(coded));
    taken(project.add_coding(found));
    const MachineRun run = taken(project.start_run({0, "lob 1.0", "p", "l", "t", ""}));
    taken(project.add_suggestions(run, "een", suggestions));
    taken(project.add_decision({"een", {{0}, {9}}, "a", Verdict::accepted, "anna", ""}, "t"));
    taken(project.add_memo({"anna", "twee", "", Span{{0}, {4}}, "memo"}, "t"));
    for (const char* const what : {"add documents", "import codings", "machine run"}) {
      taken(project.record({"t", "anna", what, "", ""}));
    }
  });
}

std::string findings(const std::string& path) {
  std::string keys;
  for (const Message& message : taken(taken(Project::open(path)).check())) {
    INFO(in_words(message, UserLanguage::nl));
    CHECK(in_words(message, UserLanguage::nl).find('{') == std::string::npos);
    keys += std::string(keys.empty() ? "" : " ").append(name_of(message.key));
  }
  return keys;
}

// Calls everything that reads; only that it comes back is tested.
void read_all(const Project& project) {
  static_cast<void>(project.documents());
  static_cast<void>(project.for_each_document([](const Document&) -> Result<void> { return {}; }));
  static_cast<void>(project.codebooks());
  static_cast<void>(project.coders());
  static_cast<void>(project.codings());
  const auto run = project.latest_run();
  if (run && *run) static_cast<void>(project.suggestions(**run, "een"));
  static_cast<void>(project.decisions());
  static_cast<void>(project.memos());
  static_cast<void>(project.events());
  static_cast<void>(project.check());
}

}  // namespace

TEST_CASE("check finds nothing in a sound project") {
  const Folder folder;
  create_project(folder / project_file);
  CHECK(findings(folder / project_file).empty());
  tamper(folder / project_file, "");
  CHECK(findings(folder / project_file).empty());
}

TEST_CASE("check finds what was changed behind our back") {
  struct Case {
    const char *sql, *expected;
  };
  const Case c = GENERATE(values<Case>({
      {"UPDATE document_text SET text = 'Zij koos! zelf een opleiding.' WHERE document = 1",
       "project.check_text project.quote_differs"},
      {"UPDATE document_text SET text = replace(text, 'opleiding', 'studie...')", "project.check_text"},
      {"UPDATE document_text SET sha256 = 'x' WHERE document = 2", "project.check_text"},
      {"UPDATE document_text SET bytes = 12345 WHERE document = 2", "project.check_text"},
      {"UPDATE document_text SET text = CAST(x'FF' AS TEXT), bytes = 1 WHERE document = 2",
       "project.check_text project.outside_text project.outside_text"},
      {"DELETE FROM document_text WHERE document = 2",
       "project.check_text project.outside_text project.outside_text"},
      {"UPDATE document SET blocks = x'00' WHERE number = 1", "project.blocks_wrong"},
      {"UPDATE document SET blocks = x'020000000000000099000000' WHERE number = 1", "project.blocks_wrong"},
      {"UPDATE document SET blocks = x'080000000000000009000000' WHERE number = 1", "project.blocks_wrong"},
      {"UPDATE coding SET quote = 'Zij koos' WHERE number = 1", "project.quote_differs"},
      {"UPDATE coding SET begin_byte = 1, end_byte = 10 WHERE number = 1", "project.quote_differs"},
      {"UPDATE coding SET end_byte = 99 WHERE number = 1", "project.outside_text"},
      {"UPDATE coding SET begin_byte = -5 WHERE number = 1", "project.check_file project.outside_text"},
      {"UPDATE coding SET end_byte = 9223372036854775807 WHERE number = 1", "project.outside_text"},
      {"UPDATE coding_evidence SET end_byte = 99", "project.outside_text"},
      {"UPDATE coding SET coder = 9 WHERE number = 1", "project.check_reference"},
      {"DELETE FROM document WHERE number = 2",
       "project.check_reference project.check_reference project.check_reference"},
      {"UPDATE coding SET codebook = 'lob 2.0' WHERE number = 1", "project.check_code_unknown"},
      {"UPDATE coding SET code = 'z' WHERE number = 1", "project.check_code_unknown"},
      {"UPDATE code SET parent = 'z' WHERE position = 1", "project.check_parent_unknown"},
      {"DELETE FROM rule WHERE position = 1", "project.check_suggestions"},
      {"DELETE FROM code WHERE position = 1", "project.check_code_unknown project.check_suggestions"},
      {"UPDATE suggestions SET packed = x''", "project.check_suggestions"},
      {"UPDATE decision SET end_byte = 99", "project.outside_text"},
      {"UPDATE memo SET begin_byte = 99, end_byte = 99", "project.outside_text"},
      {"DELETE FROM event WHERE number = 2", "project.check_events"},
      {"DELETE FROM event WHERE number = 3", "project.check_events"},
      {"UPDATE event SET number = 9 WHERE number = 1", "project.check_events"},
      {"CREATE TRIGGER mine AFTER INSERT ON coding BEGIN DELETE FROM memo; END", "project.check_schema"},
      {"DROP TABLE memo", "project.check_schema project.damaged"},
  }));
  const Folder folder;
  create_project(folder / project_file);
  tamper(folder / project_file, c.sql);
  INFO(c.sql);
  CHECK(findings(folder / project_file) == c.expected);
}

TEST_CASE("check finds that a protection was taken away") {
  const Folder folder;
  create_project(folder / project_file);
  {
    SQLite::Database database(folder / project_file, SQLite::OPEN_READWRITE);
    database.exec("DROP TRIGGER document_text_never_changes");
  }
  CHECK(findings(folder / project_file) == "project.check_schema");
}

TEST_CASE("codings whose quote is not the text are never handed out") {
  const Folder folder;
  create_project(folder / project_file);
  tamper(folder / project_file, "UPDATE document_text SET text = upper(text) WHERE document = 1");
  const Project project = taken(Project::open(folder / project_file));
  CHECK(error_of(project.codings()) == "bad_input project.quote_differs");
  CHECK(taken(project.codings({}, "twee")).size() == 1);
}

TEST_CASE("a text that is no longer in form C is damage, not another text") {
  const Folder folder;
  create_project(folder / project_file);
  tamper(folder / project_file, "UPDATE document_text SET text = 'e' || char(0x308) WHERE document = 2");
  CHECK(error_of(taken(Project::open(folder / project_file)).document("twee")) ==
        "bad_input project.damaged");
}

TEST_CASE("when a file fails halfway an act, nothing of the act can be committed") {
  const Folder folder;
  create_project(folder / project_file);
  tamper(folder / project_file, "DROP TABLE document_value");
  Project project = taken(Project::open(folder / project_file));
  Document with_sector = document("drie", "Drie.");
  with_sector.metadata.sector = {"mbo"};
  {
    auto transaction = taken(project.begin());
    CHECK(error_of(project.add_document(with_sector)) == "bad_input project.damaged");
    CHECK(error_of(project.record({"t", "anna", "add documents", "", ""})) == "unavailable project.undone");
    CHECK(error_of(transaction.commit()) == "unavailable project.undone");
  }
  CHECK(error_of(project.document("drie")) == "not_found project.document_not_found");
  CHECK(taken(project.events()).size() == 3);
  change(project, [&] { taken(project.record({"t", "anna", "undo", "", ""})); });
}

TEST_CASE("a file with random damage is refused or read, and never crashes the program") {
  const Folder folder;
  create_project(folder / project_file);
  const std::string sound = bytes_of(folder / project_file);
  constexpr std::size_t page_size = 16384;
  std::vector<std::size_t> tables, rows;  // bytes where something stands: on the first page, after it
  for (std::size_t i = 0; i < sound.size(); ++i) {
    if (sound[i] != '\0') (i < page_size ? tables : rows).push_back(i);
  }
  Dice dice(7);
  int refused = 0, opened = 0;
  for (int i = 0; i < 150; ++i) {
    const auto& places = i % 4 == 0 ? tables : rows;
    std::string bytes = sound;
    for (std::uint32_t n = 1 + dice.below(8); n > 0; --n) {
      const std::size_t place = places[dice.below(static_cast<std::uint32_t>(places.size()))];
      bytes[place] = static_cast<char>(dice.below(256));
    }
    write_bytes(folder / "hostile", bytes);
    const auto project = Project::open(folder / "hostile");
    project ? ++opened : ++refused;
    if (project) read_all(*project);
  }
  CHECK(refused > 0);
  CHECK(opened > 0);
}

}  // namespace codeboom::test
