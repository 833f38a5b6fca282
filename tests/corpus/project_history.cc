// Decisions, memos and events in the project file.
#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

constexpr const char* now = "2025-05-01T10:00:00Z";

Project project_with_document(const Folder& folder) {
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] {
    taken(project.add_document(document("een", "Ëen tekst.")));
    taken(project.add_coder({"anna", CoderKind::person}));
    taken(project.add_coder({"samen", CoderKind::consensus}));
  });
  return project;
}

}  // namespace

TEST_CASE("decisions come out as they went in, in the order made") {
  const Folder folder;
  const std::vector<Decision> decisions = {{"een", {{5}, {10}}, "b", Verdict::rejected, "anna", "te vaag"},
                                           {"een", {{0}, {2}}, "a", Verdict::accepted, "anna", ""},
                                           {"een", {{0}, {2}}, "a", Verdict::changed, "anna", "toch 'a.b'"},
                                           {"een", {{0}, {2}}, "a", Verdict::changed, "anna", "toch 'a.b'"},
                                           {"een", {{0}, {2}}, "a", Verdict::accepted, "anna", "besproken", "samen"}};
  {
    Project project = project_with_document(folder);
    change(project, [&] {
      for (const Decision& decision : decisions) taken(project.add_decision(decision, now));
      Decision wrong = decisions[0];
      wrong.document = "weg";
      CHECK(error_of(project.add_decision(wrong, now)) == "not_found project.document_not_found");
      wrong = decisions[0];
      wrong.coder = "onbekend";
      CHECK(error_of(project.add_decision(wrong, now)) == "not_found project.coder_not_found");
      wrong = decisions[0];
      wrong.consensus = "onbekend";
      CHECK(error_of(project.add_decision(wrong, now)) == "not_found project.coder_not_found");
      for (const Span span : {Span{{0}, {99}}, Span{{0}, {1}}, Span{{5}, {4}}}) {
        wrong = decisions[0];
        wrong.span = span;
        CHECK(error_of(project.add_decision(wrong, now)) == "bad_input project.outside_text");
      }
    });
  }
  CHECK(taken(taken(Project::open(folder / project_file)).decisions()) == decisions);
  tamper(folder / project_file, "UPDATE decision SET end_byte = 99 WHERE number = 2");
  CHECK(error_of(taken(Project::open(folder / project_file)).decisions()) == "bad_input project.damaged");
}

TEST_CASE("memos come out as they went in, about a segment, a document, a code or the project") {
  const Folder folder;
  const std::vector<Memo> memos = {{"anna", "een", "a", Span{{0}, {2}}, "Mooi citaat."},
                                   {"anna", "een", "", Span{{0}, {0}}, "Hier begint het."},
                                   {"anna", "een", "", {}, "Lang document."},
                                   {"anna", "", "a.b", {}, "Definitie?"},
                                   {"anna", "", "", {}, ""}};
  {
    Project project = project_with_document(folder);
    change(project, [&] {
      for (const Memo& memo : memos) taken(project.add_memo(memo, now));
      Memo wrong = memos[0];
      wrong.document = "weg";
      CHECK(error_of(project.add_memo(wrong, now)) == "not_found project.document_not_found");
      wrong.document = "";
      CHECK(error_of(project.add_memo(wrong, now)) == "bad_input project.outside_text");
      wrong = memos[0];
      wrong.coder = "onbekend";
      CHECK(error_of(project.add_memo(wrong, now)) == "not_found project.coder_not_found");
      wrong = memos[0];
      wrong.span = {{0}, {99}};
      CHECK(error_of(project.add_memo(wrong, now)) == "bad_input project.outside_text");
    });
  }
  CHECK(taken(taken(Project::open(folder / project_file)).memos()) == memos);
}

TEST_CASE("events come out as they went in, in the order recorded") {
  const Folder folder;
  std::vector<Event> events;
  for (int i = 0; i < 30; ++i) {
    events.push_back(
        {now, "wie " + std::to_string(i % 3), "add documents", i % 2 == 0 ? "" : "{\"n\":1}", "{}"});
  }
  {
    Project project = project_with_document(folder);
    for (const Event& event : events) {
      change(project, [&] { taken(project.record(event)); });
    }
  }
  CHECK(taken(taken(Project::open(folder / project_file)).events()) == events);
}

TEST_CASE("the file itself forbids to change a text, a codebook version or an event") {
  const Folder folder;
  {
    Project project = project_with_document(folder);
    change(project, [&] {
      taken(project.add_codebook(codebook()));
      taken(project.record({now, "anna", "add documents", "", "{}"}));
    });
  }
  SQLite::Database database(folder / project_file, SQLite::OPEN_READWRITE);
  for (const char* const sql :
       {"UPDATE document_text SET text = 'anders'", "UPDATE document_text SET sha256 = ''",
        "UPDATE document SET id = 'anders'", "UPDATE codebook SET yaml = ''", "UPDATE code SET name = ''",
        "UPDATE rule SET id = ''", "UPDATE event SET who = 'iemand anders'", "DELETE FROM event",
        "REPLACE INTO event VALUES (1, '', '', '', '', '')", "DELETE FROM document_text"}) {
    INFO(sql);
    CHECK(database.tryExec(sql) == 19);  // SQLITE_CONSTRAINT
  }
  CHECK(database.tryExec("UPDATE document SET title = 'anders'") == 0);
  CHECK(database.tryExec("PRAGMA foreign_keys = ON; DELETE FROM document") == 0);
  CHECK(database.execAndGet("SELECT count(*) FROM document_text").getInt() == 0);
}

}  // namespace codeboom::test
