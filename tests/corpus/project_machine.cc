// Codebook versions, machine runs and their suggestions in the project file.
#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

Suggestions random_suggestions(Dice& dice, std::uint32_t text_bytes) {
  Suggestions result;
  for (std::uint32_t i = dice.below(30); i > 0; --i) {
    const std::uint32_t begin = dice.below(text_bytes);
    const auto evidence = static_cast<std::uint32_t>(result.evidence.size());
    result.evidence.push_back({{{begin}, {text_bytes}}, dice.below(2), static_cast<float>(dice.below(20)) / 4});
    result.suggestions.push_back({{{begin}, {begin + dice.below(text_bytes - begin)}},
                                  dice.below(2),
                                  static_cast<float>(dice.below(20)) / 4,
                                  static_cast<float>(dice.below(4)) / 4,
                                  static_cast<Flags>(dice.below(8)),
                                  evidence,
                                  evidence + 1});
  }
  return result;
}

MachineRun new_run() { return {0, "lob 1.0", "codeboom 0.1", "lexicon 3", "2025-05-01T10:00:00Z", ""}; }

}  // namespace

TEST_CASE("codebooks come out as they went in, in the order added") {
  const Folder folder;
  CodebookVersion later = codebook();
  later.version = "0.9";
  later.codes = {{"z", "", "é 'aanhaling'"}, {"a", "z", ""}};
  later.rules.clear();
  for (int i = 0; i < 500; ++i) later.rules.push_back("z#" + std::to_string(i));
  CodebookVersion bare;
  bare.id = "kaal";
  {
    Project project = taken(Project::create(folder / project_file));
    change(project, [&] {
      for (const auto& added : {codebook(), later, bare})
        CHECK(taken(project.add_codebook(added)) == Added::stored);
    });
  }
  const Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.codebooks()) == std::vector{codebook(), later, bare});
  CHECK(taken(project.codebook("lob 0.9")) == later);
  CHECK(taken(project.codebook("kaal ")) == bare);
  CHECK(error_of(project.codebook("lob 2")) == "not_found project.codebook_not_found");
  CHECK(error_of(project.codebook("lob")) == "not_found project.codebook_not_found");
}

TEST_CASE("a codebook version has one content") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  std::vector<CodebookVersion> others(6, codebook());
  others[0].title = "Anders";
  others[1].yaml += "\n";
  others[2].codes.pop_back();
  others[3].codes[1].name = "Anders";
  others[4].rules[0] = "a#2";
  others[5].id = "lob 1.0", others[5].version = "";  // reads as another codebook, is called almost the same
  change(project, [&] {
    taken(project.add_codebook(codebook()));
    CHECK(taken(project.add_codebook(codebook())) == Added::already_there);
    for (int i = 0; i < 5; ++i) {
      CHECK(error_of(project.add_codebook(others[static_cast<std::size_t>(i)])) ==
            "conflict project.codebook_differs");
    }
    CHECK(taken(project.add_codebook(others[5])) == Added::stored);
  });
  CHECK(taken(project.codebooks()).size() == 2);
}

TEST_CASE("suggestions come out as they went in, run by run") {
  const Folder folder;
  Dice dice(6);
  const Document coded = document("een", "Zij kiest zelf een opleiding."), empty = document("twee", "Niets.");
  std::vector<Suggestions> originals;
  for (int i = 0; i < 20; ++i) originals.push_back(random_suggestions(dice, coded.text.whole().end.value));
  std::vector<MachineRun> runs;
  {
    Project project = taken(Project::create(folder / project_file));
    change(project, [&] {
      taken(project.add_document(coded));
      taken(project.add_document(empty));
      taken(project.add_codebook(codebook()));
    });
    for (const Suggestions& original : originals) {
      change(project, [&] {
        runs.push_back(taken(project.start_run(new_run())));
        taken(project.add_suggestions(runs.back(), "een", original));
      });
      CHECK(taken(project.latest_run())->id == runs.back().id);
    }
  }
  const Project project = taken(Project::open(folder / project_file));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    CHECK(taken(project.suggestions(runs[i], "een")) == originals[i]);
    CHECK(taken(project.suggestions(runs[i], "twee")) == Suggestions{});
    CHECK((i == 0 || runs[i].id > runs[i - 1].id));
  }
  const MachineRun latest = taken(project.latest_run()).value();
  CHECK(latest.codebook == "lob 1.0");
  CHECK(latest.program == "codeboom 0.1");
  CHECK(latest.lexicon == "lexicon 3");
  CHECK(latest.at == "2025-05-01T10:00:00Z");
  CHECK(taken(project.check()).empty());
}

TEST_CASE("a machine run needs its codebook, its documents, and codes each once") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] {
    taken(project.add_document(document("een", "Tekst.")));
    CHECK(error_of(project.start_run(new_run())) == "not_found project.codebook_not_found");
    taken(project.add_codebook(codebook()));
    MachineRun run = taken(project.start_run(new_run()));
    CHECK(error_of(project.add_suggestions(run, "weg", {})) == "not_found project.document_not_found");
    taken(project.add_suggestions(run, "een", {}));
    CHECK(error_of(project.add_suggestions(run, "een", {})) == "conflict project.suggestions_there");
    run.id = 99;
    CHECK(error_of(project.add_suggestions(run, "een", {})) == "not_found project.run_not_found");
  });
  CHECK(taken(project.latest_run())->id == 1);
}

TEST_CASE("suggestions that were damaged are an error, never positions outside the text") {
  const Folder folder;
  Suggestions right;
  right.suggestions = {{{{0}, {6}}, 0, 3, 0, 0, 0}};
  MachineRun run;
  {
    Project project = taken(Project::create(folder / project_file));
    change(project, [&] {
      taken(project.add_document(document("een", "Tekst.")));
      taken(project.add_codebook(codebook()));
      run = taken(project.start_run(new_run()));
      taken(project.add_suggestions(run, "een", right));
    });
  }
  Suggestions beyond = right;
  beyond.suggestions[0].span = {{0}, {7}};
  const std::string packed = pack(beyond);
  std::string hexadecimal;
  for (const char byte : packed) {
    hexadecimal += "0123456789ABCDEF"[static_cast<unsigned char>(byte) >> 4];
    hexadecimal += "0123456789ABCDEF"[static_cast<unsigned char>(byte) & 15];
  }
  tamper(folder / project_file, "UPDATE suggestions SET packed = x'" + hexadecimal + "'");
  CHECK(error_of(taken(Project::open(folder / project_file)).suggestions(run, "een")) ==
        "bad_input project.damaged");
  tamper(folder / project_file, "UPDATE suggestions SET packed = x'00FF'");
  CHECK(error_of(taken(Project::open(folder / project_file)).suggestions(run, "een")) ==
        "bad_input coding.not_packed");
}

}  // namespace codeboom::test
