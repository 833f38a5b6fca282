// Merging project files: what is recognised, told and refused.
#include "corpus/merge_documents.h"
#include "corpus/project_schema.h"
#include "tests/corpus/merge_fixture.h"

namespace codeboom::test {
namespace {

struct Files {
  Folder folder;
  std::string here = folder / "hier", there = folder / "daar";
  Project a = taken(Project::create(here)), b = taken(Project::create(there));
  Files() {
    for (Project* project : {&a, &b})
      change(*project, [&] { taken(project->add_coder({"anna", CoderKind::person})); });
  }
  Result<MergeReport> merged(SameTitle same_title = SameTitle::refuse) {
    auto transaction = taken(a.begin());
    const OtherProject other{"daar", &b};
    auto report = merge(a, "hier", {&other, 1}, same_title, now);
    if (report) taken(transaction.commit());
    return report;
  }
};

Document titled(const std::string& id, const std::string& title, const std::string& text) {
  Document result = document(id, text);
  result.metadata.title = title;
  return result;
}

std::string words(const Message& message) { return in_words(message, UserLanguage::nl); }

}  // namespace

TEST_CASE("the same text under another id is the same document, with this project's name and description") {
  Files files;
  Document here = titled("vb-01", "Eerste", "Een tekst.\nTwee regels.");
  here.metadata.sector = {"mbo"};
  Document there = titled("les-9", "Anders", "Een tekst.\nTwee regels.");
  change(files.a, [&] { taken(files.a.add_document(here)); });
  change(files.b, [&] {
    taken(files.b.add_document(there));
    taken(files.b.add_coding(coding(there, 0, 3, "a", "anna")));
    taken(files.b.add_memo({"anna", "les-9", "a", Span{{0}, {3}}, "Mooi."}, now));
  });
  const MergeReport report = taken(files.merged());
  CHECK(report.documents == BeforeAfter{1, 1});
  REQUIRE(report.recognised.size() == 1);
  CHECK(words(report.recognised[0]) == "les-9 in daar is dezelfde tekst als vb-01 en heet hier zo.");
  REQUIRE(report.differences.size() == 1);
  CHECK(words(report.differences[0]) ==
        "daar geeft van één document andere kenmerken (vb-01); die van hier blijven staan.");
  CHECK(taken(files.a.documents()) == std::vector{here.metadata});
  CHECK(taken(files.a.codings("anna", "vb-01")).size() == 1);
  CHECK(taken(files.a.memos())[0].document == "vb-01");
  CHECK(taken(files.a.check()).empty());
}

TEST_CASE("a text that stands in a file under two ids is one document here, and its codings come together") {
  Files files;
  const Document een = document("een", "Een tekst."), twee = document("twee", "Een tekst.");
  change(files.b, [&] {
    taken(files.b.add_document(een)), taken(files.b.add_document(twee));
    taken(files.b.add_coding(coding(een, 0, 3, "a", "anna"))),
        taken(files.b.add_coding(coding(twee, 4, 9, "b", "anna")));
    taken(files.b.add_coding(coding(twee, 0, 3, "a", "anna")));
  });
  SECTION("new here") {
    CHECK(taken(files.merged()).documents == BeforeAfter{0, 1});
    CHECK(taken(files.a.codings("", "een")).size() == 2);
  }
  SECTION("here under one of them") {
    change(files.a, [&] { taken(files.a.add_document(twee)); });
    CHECK(taken(files.merged()).recognised.size() == 1);
    CHECK(taken(files.a.codings("", "twee")).size() == 2);
  }
  SECTION("here under both: each coding stays with its own") {
    change(files.a, [&] { taken(files.a.add_document(twee)), taken(files.a.add_document(een)); });
    CHECK(taken(files.merged()).recognised.empty());
    CHECK(taken(files.a.codings("", "twee")).size() == 2);
    CHECK(taken(files.a.codings("", "een")).size() == 1);
  }
  CHECK_FALSE(taken(files.merged()).changed());
}

TEST_CASE(
    "one id or title with two texts is refused with the first line that differs, and nothing is stored") {
  Files files;
  change(files.a, [&] { taken(files.a.add_document(titled("vb-01", "Lezen", "Kop\nEen regel.\nSlot"))); });
  const auto before = said_by(files.a);
  SECTION("the same id") {
    change(files.b, [&] {
      taken(files.b.add_document(titled("vb-01", "Schrijven", "Kop\nEen andere regel.\nSlot")));
    });
    const auto refused = files.merged();
    CHECK(error_of(refused) == "conflict merge.texts_differ");
    CHECK(words(refused.error().message)
              .find("Document vb-01 heeft in hier een andere tekst dan in daar: regel 2 is in het eerste "
                    "“Een regel.” en in "
                    "het tweede “Een andere regel.”.") != std::string::npos);
    CHECK(error_of(files.merged(SameTitle::keep_both)) == "conflict merge.texts_differ");
  }
  SECTION("the same title") {
    change(files.b, [&] { taken(files.b.add_document(titled("vb-77", "Lezen", "Kop\nEen regel."))); });
    const auto refused = files.merged();
    CHECK(error_of(refused) == "conflict merge.texts_differ");
    CHECK(words(refused.error().message)
              .find("(als vb-77): regel 3, “Slot”, staat alleen in het eerste; zijn het twee") !=
          std::string::npos);
    CHECK(said_by(files.a) == before);
    CHECK(taken(files.merged(SameTitle::keep_both)).documents == BeforeAfter{1, 2});
    return;
  }
  SECTION("many of them: five are shown, the others counted") {
    change(files.b, [&] { taken(files.b.add_document(document("vb-01", "Kort"))); });
    for (int i = 2; i < 10; ++i) {
      change(files.a, [&] {
        taken(files.a.add_document(document("vb-0" + std::to_string(i), "Zo " + std::to_string(i))));
      });
      change(files.b, [&] {
        taken(files.b.add_document(document("vb-0" + std::to_string(i), "Dus " + std::to_string(i))));
      });
    }
    const auto refused = files.merged();
    REQUIRE_FALSE(refused.has_value());
    const std::string told = words(refused.error().message);
    CHECK(told.find("van 9 documenten") != std::string::npos);
    CHECK(told.find("vb-05") != std::string::npos);
    CHECK(told.find("vb-06") == std::string::npos);
    CHECK(told.find("En nog 4.") != std::string::npos);
    return;
  }
  CHECK(said_by(files.a) == before);
}

TEST_CASE("two texts with one title that stand side by side in a file are two documents") {
  Files files;
  change(files.a, [&] {
    taken(files.a.add_document(titled("een", "Lezen", "Een.")));
    taken(files.a.add_document(titled("twee", "Lezen", "Twee.")));
  });
  change(files.b, [&] { taken(files.b.add_document(titled("twee", "Lezen", "Twee."))); });
  CHECK(taken(files.merged()).differences.empty());
}

TEST_CASE("the first line that differs, also at the end of a text and far into a long line") {
  CHECK(first_differing_line("a\nb", "a\nc") == DifferingLine{2, "b", "c", false, false});
  CHECK(first_differing_line("a", "a\nc") == DifferingLine{2, "", "c", true, false});
  CHECK(first_differing_line("a\n", "a") == DifferingLine{2, "", "", false, true});
  CHECK(first_differing_line("", "x") == DifferingLine{1, "", "x", false, false});
  std::string one, other;
  for (int i = 0; i < 300; ++i) one += "é", other += i == 200 ? "è" : "é";
  const DifferingLine line = first_differing_line(one, other);
  CHECK(line.first != line.second);
  CHECK(line.first.size() < 120);
  CHECK(line.second.find("è") != std::string::npos);
  CHECK(Text::from_utf8(line.first).has_value());
}

TEST_CASE("a coder who coded a document differently in two files is told, and both codings stay") {
  Files files;
  const Document text = document("vb-01", "Een tekst.");
  for (Project* project : {&files.a, &files.b}) {
    change(*project, [&] {
      taken(project->add_document(text));
      taken(project->add_coding(coding(text, 0, 3, "a", "anna")));
    });
  }
  change(files.b, [&] { taken(files.b.add_coding(coding(text, 4, 9, "b", "anna"))); });
  SECTION("more of the same is no difference") { CHECK(taken(files.merged()).differences.empty()); }
  SECTION("each something else") {
    change(files.a, [&] { taken(files.a.add_coding(coding(text, 4, 9, "c", "anna"))); });
    const MergeReport report = taken(files.merged());
    REQUIRE(report.differences.size() == 1);
    CHECK(words(report.differences[0]) ==
          "anna codeerde vb-01 in hier anders dan in daar: één codering staat alleen in het eerste, één "
          "alleen in het tweede; "
          "alles is bewaard.");
    CHECK(taken(files.a.codings()).size() == 3);
  }
}

TEST_CASE(
    "the same coding under two codebook versions stands under the later one, and undo gives the earlier one "
    "back") {
  Files files;
  const Document text = document("vb-01", "Een tekst.");
  Coding made = coding(text, 0, 3, "a", "anna");
  made.codebook = "lob 1.9";
  change(files.a, [&] { taken(files.a.add_document(text)), taken(files.a.add_coding(made)); });
  Coding again = made;
  again.codebook = "lob 1.10";
  again.score = 4.5;
  again.evidence = {{{{0}, {3}}, "a#1", 2.25}};
  change(files.b, [&] { taken(files.b.add_document(text)), taken(files.b.add_coding(again)); });
  const MergeReport report = taken(files.merged());
  CHECK(report.origins_changed == 1);
  REQUIRE(report.differences.size() == 1);
  CHECK(words(report.differences[0]) ==
        "Eén codering van anna is volgens daar gemaakt met “lob 1.10” en volgens hier met “lob 1.9”; het "
        "eerste staat er nu.");
  CHECK(taken(files.a.codings()) == std::vector{again});
  change(files.a, [&] { CHECK(taken(undo_merge(files.a, now)) == std::vector<std::string>{"daar"}); });
  CHECK(taken(files.a.codings()) == std::vector{made});
}

TEST_CASE(
    "decisions are in the order of time, whichever file they came from, and different verdicts are told") {
  Files files;
  const Document text = document("vb-01", "Een tekst.");
  const Decision yes{"vb-01", {{0}, {3}}, "a", Verdict::accepted, "anna", ""},
      no{"vb-01", {{0}, {3}}, "a", Verdict::rejected, "anna", "nee"};
  change(files.a, [&] {
    taken(files.a.add_document(text)), taken(files.a.add_decision(yes, "2026-11-02T10:00:00Z"));
  });
  change(files.b,
         [&] { taken(files.b.add_document(text)), taken(files.b.add_decision(no, "2026-11-01T10:00:00Z")); });
  const MergeReport report = taken(files.merged());
  CHECK(taken(files.a.decisions()) == std::vector{no, yes});
  REQUIRE(report.differences.size() == 1);
  CHECK(words(report.differences[0]) ==
        "vb-01, a: anna aanvaardde het voorstel (hier), anna verwierp het (daar); beide zijn bewaard, het "
        "laatste besluit telt.");
}

TEST_CASE("a codebook version with two contents and a name that is a person and a machine are refused") {
  Files files;
  CodebookVersion other = codebook();
  SECTION("codebook") {
    other.yaml = "id: lob\nversion: twee\n";
    change(files.a, [&] { taken(files.a.add_codebook(codebook())); });
    change(files.b, [&] { taken(files.b.add_codebook(other)); });
    CHECK(error_of(files.merged()) == "conflict merge.codebook_differs");
  }
  SECTION("coder") {
    change(files.a, [&] { taken(files.a.add_coder({"x", CoderKind::machine})); });
    change(files.b, [&] { taken(files.b.add_coder({"x", CoderKind::person})); });
    CHECK(error_of(files.merged()) == "conflict merge.coder_differs");
  }
}

TEST_CASE(
    "a codebook that joins leaves the last one the last, and what the machine made is counted and left "
    "behind") {
  Files files;
  CodebookVersion other = codebook();
  other.version = "9.0";
  change(files.a, [&] { taken(files.a.add_codebook(codebook())); });
  change(files.b, [&] {
    taken(files.b.add_codebook(other));
    taken(files.b.start_run({0, "lob 9.0", "p", "l", now, ""}));
    taken(files.b.add_coder({"machine", CoderKind::machine}));
  });
  const MergeReport report = taken(files.merged());
  CHECK(report.codebooks == BeforeAfter{1, 2});
  CHECK(taken(files.a.codebooks()).back() == codebook());
  CHECK_FALSE(taken(files.a.latest_run()).has_value());
  CHECK(taken(files.a.coders()).size() == 1);
  REQUIRE(report.left_behind.size() == 1);
  CHECK(words(report.left_behind[0]) ==
        "daar: één ronde van de machine en geen geleerd model; codeboom code en codeboom learn maken ze hier "
        "opnieuw.");
}

TEST_CASE("a merge that was worked on since is not undone, and one that never was cannot be") {
  Files files;
  change(files.a, [&] { CHECK(error_of(undo_merge(files.a, now)) == "not_found merge.nothing_to_undo"); });
  const Document text = document("vb-01", "Een tekst.");
  change(files.b, [&] { taken(files.b.add_document(text)); });
  taken(files.merged());
  change(files.a, [&] { taken(files.a.record({now, "anna", "import codings", "", ""})); });
  change(files.a, [&] { CHECK(error_of(undo_merge(files.a, now)) == "conflict merge.worked_on"); });
}

TEST_CASE("a project that is read only is never written, also when it is of an older version") {
  const Folder folder;
  const std::string path = folder / project_file;
  {
    SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, project_migrations().first(1));
    database.exec("INSERT INTO coder (name, kind) VALUES ('anna', 'person')");
  }
  const std::string bytes = bytes_of(path);
  {
    Project project = taken(Project::open_read_only(path));
    CHECK(taken(project.coders()).front().name == "anna");
    CHECK(taken(project.content()).samples == 0);
  }
  CHECK(bytes_of(path) == bytes);
  CHECK(folder.names().size() == 1);
  taken(Project::open(path));
  Project project = taken(Project::open_read_only(path));
  CHECK(error_of(project.begin()) == "unavailable project.read_only");
  CHECK(error_of(Project::open_read_only(folder / "weg")) == "not_found project.not_found");
  folder.write("tekst.txt", std::string(1000, 'x'));
  CHECK(error_of(Project::open_read_only(folder / "tekst.txt")) == "bad_input project.not_a_project");
}

}  // namespace codeboom::test
