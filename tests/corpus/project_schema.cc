// Migrations: a file of an older program becomes one of this program, wholly or not at all.
#include "corpus/project_schema.h"

#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

constexpr const char* first =
    "CREATE TABLE parent (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
    "CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (number)) STRICT;";
// Makes a table anew that another refers to: only possible while references are not kept.
constexpr const char* second =
    "CREATE TABLE renewed (number INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER) STRICT;"
    "INSERT INTO renewed SELECT number, upper(name), 1 FROM parent;"
    "DROP TABLE parent;"
    "ALTER TABLE renewed RENAME TO parent;";
constexpr const char* third = "UPDATE parent SET age = age + 41;";
constexpr const char* failing = "UPDATE parent SET age = 0; INSERT INTO nowhere VALUES (1);";
constexpr const char* dangling = "UPDATE parent SET age = 0; INSERT INTO child VALUES (99);";

void run(const std::string& path, const std::vector<const char*>& migrations) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA foreign_keys = ON");
  migrate(database, migrations);
  CHECK(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

std::string state(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  std::string result = database.execAndGet("PRAGMA user_version").getString();
  SQLite::Statement row(database, "SELECT * FROM parent JOIN child ON parent = number");
  while (row.executeStep()) {
    for (int i = 0; i < row.getColumnCount(); ++i) result += "," + row.getColumn(i).getString();
  }
  return result;
}

}  // namespace

TEST_CASE("a file of version 1 becomes version 2 and 3 with its rows") {
  const Folder folder;
  const std::string path = folder / project_file;
  run(path, {first});
  tamper(path, "INSERT INTO parent VALUES (7, 'anna'); INSERT INTO child VALUES (7)");
  REQUIRE(state(path) == "1,7,anna,7");

  SECTION("one version at a time") {
    run(path, {first, second});
    CHECK(state(path) == "2,7,ANNA,1,7");
    run(path, {first, second, third});
  }
  SECTION("two versions at once") { run(path, {first, second, third}); }
  SECTION("once only") {
    run(path, {first, second, third});
    run(path, {first, second, third});
  }
  CHECK(state(path) == "3,7,ANNA,42,7");
  CHECK(folder.names().size() == 1);
}

TEST_CASE("a migration that fails leaves the file as it was") {
  const Folder folder;
  const std::string path = folder / project_file;
  run(path, {first});
  tamper(path, "INSERT INTO parent VALUES (7, 'anna'); INSERT INTO child VALUES (7)");
  const std::string before = bytes_of(path);
  for (const char* const last : {failing, dangling}) {
    CHECK_THROWS_AS(run(path, {first, second, last}), SQLite::Exception);
    CHECK(bytes_of(path) == before);
  }
  run(path, {first, second});
  CHECK(state(path) == "2,7,ANNA,1,7");
}

TEST_CASE("a project of version 3 keeps its coders and decisions, and can then have a consensus") {
  const Folder folder;
  const std::string path = folder / project_file;
  const auto all = project_migrations();
  run(path, {all.begin(), all.begin() + 3});
  tamper(path,
         "INSERT INTO document (number, id, title, regio, soort, vorm, source, blocks) VALUES (4, 'een', '', '', '', '', '', x'');"
         "INSERT INTO document_text VALUES (4, 3, '" + content_hash("Ja.") + "', 'Ja.');"
         "INSERT INTO coder VALUES (2, 'anna', 'person'), (5, 'machine', 'machine');"
         "INSERT INTO coding (document, begin_byte, end_byte, coder, code, quote, flags, codebook) VALUES (4, 0, 2, 2, 'a', 'Ja', 0, '');"
         "INSERT INTO decision VALUES (9, 4, 0, 2, 'a', 'rejected', 2, 'nee', '2025-05-01T10:00:00Z');"
         "INSERT INTO memo (coder, code, text, at) VALUES (2, 'a', 'hm', '')");
  Project project = taken(Project::open(path));
  CHECK(taken(project.check()).empty());
  CHECK(taken(project.coders()) == std::vector<Coder>{{"anna", CoderKind::person}, {"machine", CoderKind::machine}});
  const Decision old{"een", {{0}, {2}}, "a", Verdict::rejected, "anna", "nee"};
  CHECK(taken(project.decisions()) == std::vector<Decision>{old});
  CHECK(taken(project.codings("anna")).size() == 1);
  Decision settled = old;
  settled.consensus = "samen";
  change(project, [&] {
    taken(project.add_coder({"samen", CoderKind::consensus}));
    taken(project.add_decision(settled, "2026-11-27T10:00:00Z"));
    CHECK(error_of(project.add_coder({"samen", CoderKind::person})) == "conflict project.coder_differs");
  });
  CHECK(taken(project.decisions()) == std::vector<Decision>{old, settled});
  CHECK(taken(project.check()).empty());
}

TEST_CASE("a project that a later program migrated is refused by this one") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  std::vector<const char*> later(project_migrations().begin(), project_migrations().end());
  later.push_back("ALTER TABLE document ADD COLUMN note TEXT");
  run(folder / project_file, later);
  CHECK(error_of(Project::open(folder / project_file)) == "bad_input project.newer");
}

}  // namespace codeboom::test
