#include "tests/compare/miniature.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

LinedUp lined_up(Silence silence = Silence::did_not_read) {
  const auto documents = three_documents();
  return line_up(documents, annas_and_berts(documents), four_codes(), silence);
}

Patterns patterns(const std::vector<YesNo>& documents, std::size_t document, std::uint32_t code) {
  return patterns_of(documents[document], code);
}

}  // namespace

TEST_CASE("only documents that two coders coded are compared, and the others say why not") {
  const LinedUp work = lined_up();
  REQUIRE(work.documents.size() == 2);
  CHECK(work.documents[0].document.metadata.id == "d1");
  CHECK(work.documents[0].sentences.size() == 3);
  REQUIRE(work.documents_left_out.size() == 1);
  CHECK(work.documents_left_out[0] == DocumentLeftOut{LeftOut::one_coder, "d3", "anna", 1, 19, 1});
}

TEST_CASE("who is said to have seen a document coded it, and so does everyone when all read everything") {
  const auto documents = three_documents();
  auto work = annas_and_berts(documents);
  work[1].seen.insert("d3");
  CHECK(line_up(documents, work, four_codes(), Silence::did_not_read).documents.size() == 3);
  const LinedUp all = lined_up(Silence::found_nothing);
  REQUIRE(all.documents.size() == 3);
  CHECK(all.documents[2].coders[1]->empty());
}

TEST_CASE("documents: a code is in it or not, and a branch is in it when a code below it is") {
  const auto said = yes_no(lined_up(), four_codes(), UnitKind::document);
  REQUIRE(said.size() == 2);
  CHECK(said[0].coders == 3);
  CHECK(patterns(said, 0, ax) == Patterns{{3, 1}});
  CHECK(patterns(said, 0, b) == Patterns{{2, 1}});
  CHECK(patterns(said, 1, ax) == Patterns{{2, 1}});
  CHECK(patterns(said, 1, a) == Patterns{{2, 1}});
  CHECK(patterns(said, 1, b) == Patterns{{1, 1}});
  CHECK(patterns(said, 1, ay) == Patterns{{0, 1}});
}

TEST_CASE("sentences: a coding counts in each sentence that it covers") {
  const auto said = yes_no(lined_up(), four_codes(), UnitKind::sentence);
  CHECK(patterns(said, 0, ax) == Patterns{{0, 2}, {3, 1}});
  CHECK(patterns(said, 0, ay) == Patterns{{0, 1}, {1, 1}, {3, 1}});
  CHECK(patterns(said, 0, a) == Patterns{{1, 1}, {3, 2}});  // the third sentence: a.y by Anna only
  CHECK(patterns(said, 0, b) == Patterns{{0, 2}, {2, 1}});
  CHECK(patterns(said, 1, b) == Patterns{{0, 1}, {1, 1}});
}

TEST_CASE("a coding that covers no sentence counts in the one that holds most of it") {
  const std::vector<Span> sentences = {{{0}, {30}}, {{30}, {60}}, {{60}, {70}}};
  CHECK(sentences_of({{20}, {40}}, sentences) == std::vector<std::uint32_t>{0});  // ten bytes of each
  CHECK(sentences_of({{25}, {40}}, sentences) == std::vector<std::uint32_t>{1});
  CHECK(sentences_of({{0}, {60}}, sentences) == std::vector<std::uint32_t>{0, 1});
  CHECK(sentences_of({{55}, {70}}, sentences) == std::vector<std::uint32_t>{2});
  CHECK(sentences_of({{80}, {90}}, sentences).empty());
}

TEST_CASE("at a level a code stands for its ancestor, a leaf above it for itself, and a code above it for nothing") {
  const Codebook book = four_codes();
  CHECK(deepest_level(book) == 2);
  CHECK(at_depth(book, ay, 1) == a);
  CHECK(at_depth(book, ay, 2) == ay);
  CHECK(at_depth(book, b, 2) == b);
  CHECK_FALSE(at_depth(book, a, 2).has_value());
  CHECK(codes_at(book, 2) == std::vector<std::uint32_t>{ax, ay, b});
  CHECK(codes_at(book, 2, a) == std::vector<std::uint32_t>{ax, ay});
}

TEST_CASE("rolling up makes codings of two codes of a branch on one place one, and counts what lies above") {
  const auto documents = three_documents();
  const std::vector<CoderWork> work = {work_of("anna", {{"d1", "Wij", "a.x"}, {"d1", "Wij", "a.y"}, {"d1", "Zij", "a"}}, documents),
                                       work_of("bert", {{"d1", "Wij", "b"}}, documents)};
  const LinedUp lined = line_up(documents, work, four_codes(), Silence::did_not_read);
  const RolledUp top = rolled_up(lined, four_codes(), 1);
  CHECK(top.above == 0);
  CHECK(*top.work.documents[0].coders[0] == std::vector<PlacedCode>{{a, {{0}, {3}}}, {a, {{15}, {18}}}});
  CHECK(rolled_up(lined, four_codes(), 2).above == 1);
}

TEST_CASE("units of sets hold every code of a coder, and nothing for a coder who did not code the document") {
  const auto documents = three_documents();
  auto work = annas_and_berts(documents);
  work.push_back(work_of("cor", {{"d2", "De klas praat.", "b"}, {"d2", "De klas", "a.x"}}, documents));
  const auto sets = sets_of_units(line_up(documents, work, four_codes(), Silence::did_not_read), four_codes(), UnitKind::document, 2);
  REQUIRE(sets.size() == 2);
  CHECK(*sets[0].coders[0] == std::vector<std::uint32_t>{ax, ay});
  CHECK(*sets[0].coders[1] == std::vector<std::uint32_t>{ax, ay, b});
  CHECK_FALSE(sets[0].coders[2].has_value());
  CHECK(*sets[1].coders[2] == std::vector<std::uint32_t>{ax, b});
}

TEST_CASE("sets as given keep codes at every level") {
  const auto documents = three_documents();
  const std::vector<CoderWork> work = {work_of("anna", {{"d1", "Wij", "a"}, {"d1", "Zij", "a.y"}}, documents),
                                       work_of("bert", {{"d1", "Wij", "b"}}, documents)};
  const LinedUp lined = line_up(documents, work, four_codes(), Silence::did_not_read);
  CHECK(*sets_as_given(lined, four_codes(), UnitKind::document)[0].coders[0] == std::vector<std::uint32_t>{a, ay});
  CHECK(*sets_as_given(lined, four_codes(), UnitKind::document, a)[0].coders[1] == std::vector<std::uint32_t>{});
  CHECK(*sets_of_units(lined, four_codes(), UnitKind::document, 2)[0].coders[0] == std::vector<std::uint32_t>{ay});
}

TEST_CASE("the order of the coders changes nothing but the order of what they said") {
  const auto documents = three_documents();
  auto work = annas_and_berts(documents);
  std::swap(work[0], work[1]);
  const auto one = yes_no(lined_up(), four_codes(), UnitKind::sentence);
  const auto other = yes_no(line_up(documents, work, four_codes(), Silence::did_not_read), four_codes(), UnitKind::sentence);
  const auto turned = [](std::uint64_t yes) { return (yes & 1) << 1 | (yes & 2) >> 1; };
  for (std::size_t document = 0; document < one.size(); ++document) {
    for (const auto& [code, found] : one[document].codes) {
      for (const Pattern& pattern : found) {
        const Patterns there = patterns(other, document, code);
        CHECK(std::find(there.begin(), there.end(), Pattern{turned(pattern.yes), pattern.units}) != there.end());
      }
    }
  }
}

TEST_CASE("what files say that cannot be compared is left out with its line") {
  const auto documents = three_documents();
  const std::string file =
      "{\"document\":\"d1\",\"start\":0,\"end\":3,\"code\":\"a.x\",\"coder\":\"anna\",\"quote\":\"Wij\"}\n"
      "{\"document\":\"d1\",\"start\":0,\"end\":3,\"code\":\"a.z\",\"coder\":\"anna\",\"quote\":\"Wij\"}\n"
      "{\"document\":\"d9\",\"start\":0,\"end\":3,\"code\":\"a.x\",\"coder\":\"anna\",\"quote\":\"Wij\"}\n"
      "{\"document\":\"d2\",\"start\":0,\"end\":3,\"code\":\"a.x\",\"coder\":\"anna\",\"quote\":\"Vis\"}\n"
      "{\"document\":\"d2\",\"start\":0,\"end\":900,\"code\":\"a.x\",\"coder\":\"anna\"}\n"
      "{\"document\":\"d3\",\"coder\":\"anna\",\"seen\":true}\n"
      "{\"document\":\"d1\",\"start\":5,\"end\":8,\"code\":\"a.x\",\"coder\":\"bert\",\"quote\":\"Wij\"}\n"
      "{\"document\":\"d3\",\"start\":0,\"end\":7,\"code\":\"b\",\"coder\":\"bert\",\"quote\":\"Niemand\"}\n";
  const auto work = work_in_files({{"c.jsonl", valid(read_codings(file, "c.jsonl"))}}, documents, four_codes());
  REQUIRE(work.size() == 2);
  CHECK(work[0].seen == std::set<std::string>{"d1", "d2", "d3"});
  CHECK(work[0].misfits.at("d2").size() == 2);
  CHECK(work[1].moved == 1);
  const LinedUp lined = line_up(documents, work, four_codes(), Silence::did_not_read);
  REQUIRE(lined.codings_left_out.size() == 2);
  CHECK(lined.codings_left_out[0].why == LeftOut::unknown_code);
  CHECK(in_words(lined.codings_left_out[0].messages[0], UserLanguage::nl) ==
        "c.jsonl, regel 2: de code “a.z” staat niet in codeboek vier 1; verbeter de code of kies het codeboek waarmee gecodeerd is.");
  CHECK(lined.codings_left_out[1].why == LeftOut::unknown_document);
  CHECK(lined.documents.size() == 2);  // d1 and d3
  REQUIRE(lined.documents_left_out.size() == 1);
  CHECK(lined.documents_left_out[0] == DocumentLeftOut{LeftOut::other_text, "d2", "anna", 2, 35, 2});
}

TEST_CASE("a code that only another version of the codebook has is told apart from one that none has") {
  const auto documents = three_documents();
  const std::vector<CoderWork> work = {work_of("anna", {{"d1", "Wij", "oud"}, {"d1", "Wij", "fout"}, {"d1", "Wij", "b"}}, documents),
                                       work_of("bert", {{"d1", "Wij", "b"}}, documents)};
  const LinedUp lined = line_up(documents, work, four_codes(), Silence::did_not_read, {"oud"});
  REQUIRE(lined.codings_left_out.size() == 2);
  CHECK(lined.codings_left_out[0].why == LeftOut::other_version);
  CHECK(lined.codings_left_out[1].why == LeftOut::unknown_code);
  CHECK(lined.documents[0].coders[0]->size() == 1);
}
