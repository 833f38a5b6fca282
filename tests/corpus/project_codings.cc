// Coders and people's codings in the project file.
#include <algorithm>
#include <limits>
#include <tuple>

#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

const Document& first() {
  static const Document result = document("z-eerst", "Ëén docent helpt 😀 elke leerling.");
  return result;
}
const Document& second() {
  static const Document result = document("a-later", "Tweede tekst.");
  return result;
}

Project project_with_documents(const Folder& folder) {
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] {
    taken(project.add_document(first()));
    taken(project.add_document(second()));
    for (const char* const name : {"bea", "anna"}) taken(project.add_coder({name, CoderKind::person}));
    taken(project.add_coder({"machine", CoderKind::machine}));
  });
  return project;
}

Coding random_coding(Dice& dice) {
  const Document& document = dice.below(3) == 0 ? second() : first();
  const auto random_span = [&] {
    const std::uint32_t length = document.text.code_points();
    const std::uint32_t begin = dice.below(length + 1);
    return taken(document.text.to_bytes(CodePointSpan{{begin}, {begin + dice.below(length - begin + 1)}}));
  };
  const Span span = random_span();
  Coding coding = test::coding(document, span.begin.value, span.end.value, dice.word(2),
                               dice.below(2) == 0 ? "anna" : "bea");
  if (dice.below(2) == 0) coding.score = dice.below(100) / 8.0;
  for (std::uint32_t i = dice.below(3); i > 0; --i) coding.evidence.push_back({random_span(), dice.word()});
  coding.flags = static_cast<Flags>(dice.below(64));
  coding.codebook = dice.below(2) == 0 ? "lob 1.0" : "";
  return coding;
}

auto identity(const Coding& coding) {
  return std::tuple(coding.document != first().metadata.id, coding.span, coding.coder, coding.code);
}
bool in_order(const Coding& a, const Coding& b) { return identity(a) < identity(b); }

// What codings() promises for these: each identity once, the first that was added.
std::vector<Coding> expected_of(std::vector<Coding> codings) {
  std::stable_sort(codings.begin(), codings.end(), in_order);
  const auto is_same = [](const Coding& a, const Coding& b) { return identity(a) == identity(b); };
  codings.erase(std::unique(codings.begin(), codings.end(), is_same), codings.end());
  return codings;
}

}  // namespace

TEST_CASE("codings come out as they went in, by document, span, coder and code") {
  const Folder folder;
  Dice dice(4);
  std::vector<Coding> added;
  for (int i = 0; i < 400; ++i) added.push_back(random_coding(dice));
  const std::vector<Coding> expected = expected_of(added);
  {
    Project project = project_with_documents(folder);
    std::size_t stored = 0;
    change(project, [&] {
      for (const Coding& coding : added) stored += taken(project.add_coding(coding)) == Added::stored;
    });
    CHECK(stored == expected.size());
  }
  const Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.codings()) == expected);

  for (const std::string coder : {"", "anna", "bea", "niemand"}) {
    for (const std::string document : {"", "z-eerst", "a-later", "nergens"}) {
      std::vector<Coding> chosen;
      std::copy_if(expected.begin(), expected.end(), std::back_inserter(chosen), [&](const Coding& coding) {
        return (coder.empty() || coding.coder == coder) && (document.empty() || coding.document == document);
      });
      CHECK(taken(project.codings(coder, document)) == chosen);
    }
  }
}

TEST_CASE("merging the same codings twice adds nothing and changes no byte") {
  const Folder folder;
  Dice dice(5);
  Project project = project_with_documents(folder);
  std::vector<Coding> codings;
  for (int i = 0; i < 100; ++i) codings.push_back(random_coding(dice));
  const auto merge = [&] {
    std::size_t stored = 0;
    change(project, [&] {
      for (const Coding& coding : codings) stored += taken(project.add_coding(coding)) == Added::stored;
    });
    return stored;
  };
  CHECK(merge() > 50);
  const std::string before = bytes_of(folder / project_file);
  CHECK(merge() == 0);
  CHECK(bytes_of(folder / project_file) == before);
}

TEST_CASE("a coding that cannot be right is refused") {
  const Folder folder;
  Project project = project_with_documents(folder);
  const Coding right = coding(first(), 6, 12, "code", "anna");
  REQUIRE(right.quote == "docent");
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  struct Case {
    std::string error;
    Coding coding;
  };
  std::vector<Case> cases(10, {"bad_input project.outside_text", right});
  cases[0].coding.span = {{0}, {1}};        // to inside a character
  cases[1].coding.span = {{12}, {6}};       // swapped
  cases[2].coding.span = {{6}, {9999}};     // beyond the end
  cases[3].coding.span = {{last}, {last}};  // far beyond the end
  cases[4].coding.evidence = {{{{30}, {99}}, "code#1"}};
  cases[5] = {"bad_input project.quote_differs", right};
  cases[5].coding.quote = "Docent";
  cases[6] = {"bad_input project.quote_differs", right};
  cases[6].coding.quote = "";
  cases[7] = {"not_found project.document_not_found", right};
  cases[7].coding.document = "weg";
  cases[8] = {"not_found project.coder_not_found", right};
  cases[8].coding.coder = "onbekend";
  cases[9].coding.span = {{1}, {6}};  // from inside a character
  change(project, [&] {
    for (const Case& c : cases) CHECK(error_of(project.add_coding(c.coding)) == c.error);
    taken(project.add_coding(right));
  });
  CHECK(taken(project.codings()) == std::vector{right});
}

TEST_CASE("a wrong quote is shown beside the text, with positions in characters") {
  const Folder folder;
  Project project = project_with_documents(folder);
  const auto transaction = taken(project.begin());
  Coding wrong = coding(first(), 6, 12, "a.b", "anna");
  wrong.quote = std::string(79, 'x') + "ë";
  const auto result = project.add_coding(wrong);
  REQUIRE_FALSE(result.has_value());
  CHECK(in_words(result.error().message, UserLanguage::en) ==
        "The quote of coder anna for code a.b is not right: characters 4 to 10 of document z-eerst are "
        "‘docent’ "
        "and not ‘" +
            std::string(79, 'x') + "…’; is this the same text?");
}

TEST_CASE("a coding of nothing, of all, and at the very end is a coding") {
  const Folder folder;
  Project project = project_with_documents(folder);
  const std::uint32_t end = first().text.whole().end.value;
  change(project, [&] {
    for (const Coding& c : {coding(first(), 0, 0, "c", "anna"), coding(first(), 0, end, "c", "anna"),
                            coding(first(), end, end, "c", "anna")}) {
      CHECK(taken(project.add_coding(c)) == Added::stored);
    }
  });
  CHECK(taken(project.codings()).size() == 3);
}

TEST_CASE("a coding of a document that was given up is refused") {
  const Folder folder;
  Project project = project_with_documents(folder);
  const Document given_up = document("weg", "Een tekst die niet blijft.");
  {
    const auto transaction = taken(project.begin());
    taken(project.add_document(given_up));
    taken(project.add_coding(coding(given_up, 0, 3, "c", "anna")));
  }
  const Document other = document("ander", "Heel andere tekst.");
  change(project, [&] {
    CHECK(error_of(project.add_coding(coding(given_up, 0, 3, "c", "anna"))) ==
          "not_found project.document_not_found");
    taken(project.add_document(other));  // gets the number that the other had
    taken(project.add_coding(coding(other, 0, 4, "c", "anna")));
  });
}

TEST_CASE("coders keep their order and their kind") {
  const Folder folder;
  Project project = project_with_documents(folder);
  change(project, [&] {
    CHECK(taken(project.add_coder({"anna", CoderKind::person})) == Added::already_there);
    CHECK(error_of(project.add_coder({"anna", CoderKind::machine})) == "conflict project.coder_differs");
    CHECK(error_of(project.add_coder({"machine", CoderKind::person})) == "conflict project.coder_differs");
  });
  CHECK(taken(project.coders()) == std::vector<Coder>{{"bea", CoderKind::person},
                                                      {"anna", CoderKind::person},
                                                      {"machine", CoderKind::machine}});
}

}  // namespace codeboom::test
