// Documents in the project file: stored once, read back as they were.
#include "tests/corpus/project_fixture.h"

#include "message_keys/corpus.h"

namespace codeboom::test {
namespace {

void check_same(const Document& stored, const Document& original) {
  CHECK(stored.metadata == original.metadata);
  CHECK(stored.source == original.source);
  CHECK(stored.text == original.text);
  CHECK(stored.blocks == original.blocks);
  CHECK(stored.notes.empty());
}

Document random_document(Dice& dice, const std::string& id) {
  Document result = document(id, dice.word(400));
  Metadata& metadata = result.metadata;
  metadata.title = dice.word();
  for (auto* const values : {&metadata.sector, &metadata.thema}) {
    for (std::uint32_t i = dice.below(4); i > 0; --i) values->push_back(dice.word());
  }
  metadata.regio = dice.word();
  if (dice.below(2) == 0) metadata.jaar = static_cast<int>(dice.below(5000)) - 1000;
  metadata.soort = dice.word();
  metadata.vorm = dice.word();
  result.source = dice.word();
  const std::uint32_t length = result.text.code_points();
  for (std::uint32_t at = dice.below(5); at + 1 < length;) {
    const std::uint32_t end = std::min(length, at + 1 + dice.below(40));
    result.blocks.push_back({static_cast<BlockKind>(dice.below(8)), static_cast<int>(dice.below(7)),
                             taken(result.text.to_bytes(CodePointSpan{{at}, {end}}))});
    at = end + dice.below(3);
  }
  return result;
}

}  // namespace

TEST_CASE("documents come out as they went in, in the order added") {
  const Folder folder;
  Dice dice(2);
  std::vector<Document> originals;
  for (int i = 0; i < 60; ++i) originals.push_back(random_document(dice, "nr " + std::to_string(100 - i)));
  {
    Project project = taken(Project::create(folder / project_file));
    change(project, [&] {
      for (const Document& original : originals)
        CHECK(taken(project.add_document(original)) == Added::stored);
    });
  }
  const Project project = taken(Project::open(folder / project_file));
  const auto metadata = taken(project.documents());
  REQUIRE(metadata.size() == originals.size());
  for (std::size_t i = 0; i < originals.size(); ++i) {
    CHECK(metadata[i] == originals[i].metadata);
    check_same(taken(project.document(originals[i].metadata.id)), originals[i]);
  }
  std::size_t next = 0;
  taken(project.for_each_document([&](const Document& stored) -> Result<void> {
    check_same(stored, originals.at(next++));
    return {};
  }));
  CHECK(next == originals.size());
}

TEST_CASE("the same id with another text is a conflict and changes nothing") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  const Document original = document("een", "Zoals het was.");
  Document other = document("een", "Zoals het werd.");
  other.metadata.title = "Nieuw";
  change(project, [&] {
    taken(project.add_document(original));
    CHECK(error_of(project.add_document(other)) == "conflict project.text_differs");
  });
  check_same(taken(project.document("een")), original);
}

TEST_CASE("the same text again brings all but the text up to date") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  Document current = document("een", "Kop\nTekst.");
  current.metadata.sector = {"mbo", "ho"};
  change(project, [&] { taken(project.add_document(current)); });
  const std::vector<void (*)(Document&)> changes = {
      [](Document& document) { document.metadata.title = "Een betere titel"; },
      [](Document& document) { document.metadata.sector = {"vmbo"}; },
      [](Document& document) {
        document.metadata.thema = {"b", "a"};
      },
      [](Document& document) { document.metadata.regio = "Fryslân"; },
      [](Document& document) { document.metadata.jaar = 2024; },
      [](Document& document) { document.metadata.jaar.reset(); },
      [](Document& document) { document.metadata.soort = "project"; },
      [](Document& document) { document.metadata.vorm = "gesprek"; },
      [](Document& document) { document.source = "map/een.md"; },
      [](Document& document) {
        document.blocks = {{BlockKind::heading, 1, {{0}, {3}}}};
      }};
  for (const auto change_one : changes) {
    change_one(current);
    change(project, [&] { CHECK(taken(project.add_document(current)) == Added::already_there); });
    check_same(taken(project.document("een")), current);
    CHECK(taken(project.documents()) == std::vector{current.metadata});
  }
}

TEST_CASE("adding all documents again leaves the file as it is, byte for byte") {
  const Folder folder;
  Dice dice(3);
  std::vector<Document> documents;
  for (int i = 0; i < 20; ++i) documents.push_back(random_document(dice, std::to_string(i)));
  Project project = taken(Project::create(folder / project_file));
  const auto add_all = [&](Added expected) {
    change(project, [&] {
      for (const Document& document : documents) CHECK(taken(project.add_document(document)) == expected);
    });
    return bytes_of(folder / project_file);
  };
  const std::string first = add_all(Added::stored);
  CHECK(add_all(Added::already_there) == first);
}

TEST_CASE("blocks that do not lie in order in the text are refused") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  const std::vector<std::vector<Block>> wrong = {
      {{BlockKind::paragraph, 0, {{0}, {99}}}},                                         // beyond the end
      {{BlockKind::paragraph, 0, {{3}, {3}}}},                                          // empty
      {{BlockKind::paragraph, 0, {{4}, {2}}}},                                          // swapped
      {{BlockKind::paragraph, 0, {{0}, {2}}}},                                          // inside a character
      {{BlockKind::paragraph, 0, {{0}, {5}}}, {BlockKind::paragraph, 0, {{4}, {7}}}},   // overlap
      {{BlockKind::paragraph, 0, {{5}, {7}}}, {BlockKind::paragraph, 0, {{0}, {3}}}}};  // not in order
  const auto transaction = taken(project.begin());
  for (const auto& blocks : wrong) {
    Document document = test::document("een", "eën tekst");
    document.blocks = blocks;
    CHECK(error_of(project.add_document(document)) == "bad_input project.blocks_wrong");
  }
  CHECK(taken(project.documents()).empty());
}

TEST_CASE("an unknown document is not found") {
  const Folder folder;
  const Project project = taken(Project::create(folder / project_file));
  const auto missing = project.document("weg");
  REQUIRE(error_of(missing) == "not_found project.document_not_found");
  CHECK(in_words(missing.error().message, UserLanguage::nl) ==
        "Document weg staat niet in het project; voeg het eerst toe.");
}

TEST_CASE("going through the documents stops at the first error") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] {
    for (const char* const id : {"a", "b", "c"}) taken(project.add_document(document(id, id)));
  });
  std::string seen;
  const auto result = project.for_each_document([&](const Document& document) -> Result<void> {
    seen += document.metadata.id;
    if (seen == "ab") return fail(ErrorKind::conflict, msg::project_exists, {});
    return {};
  });
  CHECK(error_of(result) == "conflict project.exists");
  CHECK(seen == "ab");
}

TEST_CASE("while going through the documents the project can be read and written") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] {
    for (const char* const id : {"a", "b", "c"}) taken(project.add_document(document(id, id)));
  });
  int inner = 0;
  taken(project.for_each_document([&](const Document& outer) -> Result<void> {
    CHECK(taken(project.document("b")).metadata.id == "b");
    change(project, [&] { taken(project.add_document(document("kopie van " + outer.metadata.id, "k"))); });
    return project.for_each_document([&](const Document&) -> Result<void> {
      ++inner;
      return {};
    });
  }));
  CHECK(inner == 4 + 5 + 6);
  CHECK(taken(project.documents()).size() == 6);
}

TEST_CASE("without commit nothing stays") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] { taken(project.add_document(document("een", "een"))); });
  const std::string before = bytes_of(folder / project_file);
  {
    auto transaction = taken(project.begin());
    const auto moved = std::move(transaction);
    taken(project.add_document(document("twee", "twee")));
    CHECK(taken(project.documents()).size() == 2);
  }
  CHECK(taken(project.documents()).size() == 1);
  CHECK(bytes_of(folder / project_file) == before);
  change(project, [&] { CHECK(taken(project.add_document(document("twee", "anders"))) == Added::stored); });
}

}  // namespace codeboom::test
