#include "codebook/learning.h"

#include <cmath>

#include "codebook/machine.h"
#include "codebook/ranking.h"
#include "message_keys/codebook.h"
#include "tests/match/fixture.h"

using namespace codeboom;
using namespace codeboom::match_test;

namespace {

const std::string yaml =
    "format: codeboom-codebook/1\nid: p\nversion: \"1\"\ncodes:\n"
    "  - id: fruit\n    name: Fruit\n    codes:\n"
    "      - id: fruit.appel\n        name: Appels\n        rules: ['appel ^3']\n"
    "      - id: fruit.peer\n        name: Peren\n        rules: ['peer ^3']\n"
    "  - id: rijden\n    name: Rijden\n    definition: Met een wagen onderweg zijn.\n    rules: ['auto ^3']\n";

Codebook codebook() { return valid(parse_codebook(yaml, "p")); }

std::vector<LearningSentence> sentences() {
  const Codebook book = codebook();
  std::string lines = "# een opmerking\n";
  const std::vector<std::string> places = {"in de tuin", "op tafel", "bij oma", "in de kist", "aan de boom", "op school"};
  for (const char* document : {"d1", "d2", "d3", "d4", "d5", "d6"}) {
    for (const std::string& place : places) {
      lines += "fruit.appel\tDe goudreinet ligt " + place + ".\t" + document + "\n";
      lines += "fruit.peer\tEen conference hangt " + place + ".\t" + document + "\n";
      lines += "rijden\tDe bestelwagen staat " + place + ".\t" + document + "\n";
      lines += "-\tHet regende " + place + ".\t" + document + "\n";
    }
  }
  return valid(read_learning_sentences(lines, "p.tsv", book));
}

LearnedModel learned() {
  return valid(learn(codebook(), sentences(), {}, [](std::uint32_t, std::uint32_t) {}));
}

}  // namespace

TEST_CASE("learning sentences are read with their codes and groups; what cannot be is told with its line") {
  const auto all = sentences();
  REQUIRE(all.size() == 144);
  CHECK(all[0].codes == std::vector<std::uint32_t>{1});
  CHECK(all[0].group == "d1");
  CHECK(all[0].document == "p.tsv d1");
  CHECK(all[3].codes.empty());
  const auto loose = valid(read_learning_sentences("fruit.peer, rijden\tEen zin.\n", "p.tsv", codebook()));
  CHECK(loose[0].codes == std::vector<std::uint32_t>{2, 3});
  CHECK(loose[0].group == "p.tsv");
  CHECK(loose[0].document.empty());
  const struct {
    const char* lines;
    MessageKey key;
  } wrong[] = {{"fruit.kers\tEen zin.\n", msg::gold_unknown_code},
               {"fruit.peer\n", msg::learning_too_few_cells},
               {"fruit.peer\t  \n", msg::learning_too_few_cells}};
  for (const auto& [lines, key] : wrong) {
    const auto read = read_learning_sentences("# kop\n" + std::string(lines), "p.tsv", codebook());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.key == key);
    CHECK(argument_of(read.error(), "line") == "2");
  }
}

TEST_CASE("a codebook teaches its names, what it includes and its examples") {
  const auto book = valid(parse_codebook(
      "format: codeboom-codebook/1\nid: p\nversion: \"1\"\ncodes:\n  - id: a\n    name: Naam\n    definition: Eerst dit. Dan dat.\n"
      "    include: Apps, vlogs; posters.\n    examples: {positive: [Een app.]}\n", "p"));
  std::vector<std::string> texts;
  for (const LearningSentence& sentence : own_sentences(book)) texts.push_back(sentence.text);
  CHECK(texts == std::vector<std::string>{"Naam", "Eerst dit", "Dan dat", "Apps", "vlogs", "posters", "Een app."});
}

TEST_CASE("learning refuses when there is too little, and says what there is and what it takes") {
  auto few = sentences();
  few.resize(20);
  const auto model = learn(codebook(), few, {}, [](std::uint32_t, std::uint32_t) {});
  REQUIRE_FALSE(model.has_value());
  CHECK(model.error().message.key == msg::learning_too_little);
  CHECK(argument_of(model.error(), "sentences") == "15");
  CHECK(argument_of(model.error(), "wanted") == "100");
}

TEST_CASE("learning twice gives the same bytes, and a model comes back from its bytes as it was") {
  const LearnedModel model = learned();
  const std::string bytes = model_bytes(model);
  CHECK(model_bytes(learned()) == bytes);
  const LearnedModel back = valid(read_model(bytes, {}, "p.model"));
  CHECK(model_bytes(back) == bytes);
  CHECK(back.part.model == model.part.model);
  CHECK(model.part.stacking_alone.columns == 0);  // no sentence stands alone
  REQUIRE(model.part.stacking_in_documents.columns == model.codes.size());
  CHECK(back.part.stacking_in_documents == model.part.stacking_in_documents);
  const std::string shifted = "x" + bytes;  // where numbers cannot be used as they lie
  CHECK(valid(read_model(std::string_view(shifted).substr(1), {}, "p.model")).part.model == model.part.model);
  CHECK(back.records == model.records);
  CHECK(back.sentences == 144);
  CHECK(back.without_code == 36);
  CHECK(back.groups == 6);
}

TEST_CASE("bytes that are no model, or were cut or added to, are refused") {
  const std::string bytes = model_bytes(learned());
  for (const std::string& wrong : {std::string(), std::string("codeboom-model/6\n{}\n"), bytes.substr(0, bytes.size() / 2),
                                   bytes + "x", "x" + bytes, std::string("codeboom-model/1\n") + bytes.substr(17)}) {
    const auto model = read_model(wrong, {}, "p.model");
    REQUIRE_FALSE(model.has_value());
    CHECK(model.error().message.key == msg::learning_not_a_model);
  }
  // Fewer weights than there should be.
  for (const std::string name : {"shown_roots", "shown_labels", "offsets_alone"}) {
    std::string fewer = bytes;
    const std::size_t place = fewer.find("\"" + name + "\":[");
    REQUIRE(place != std::string::npos);
    fewer.replace(fewer.find('[', place), 1, "[],\"more\":[");
    CHECK_FALSE(read_model(fewer, {}, "p.model").has_value());
  }
  // A number that points beside what there is.
  LearnedModel outside = learned();
  outside.part.pieces = {std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{1}, std::vector<std::uint32_t>{0}, std::vector<float>{1}};
  CHECK(read_model(model_bytes(outside), {}, "p.model").has_value());
  outside.part.pieces.rows = std::vector<std::uint32_t>{1'000'000};
  CHECK_FALSE(read_model(model_bytes(outside), {}, "p.model").has_value());
  // What labels say of each other, of one label too few.
  for (const auto stacking : {&LearnedPart::stacking_alone, &LearnedPart::stacking_in_documents}) {
    LearnedModel narrow = learned();
    narrow.part.*stacking = {1, {0}};
    CHECK_FALSE(read_model(model_bytes(narrow), {}, "p.model").has_value());
  }
}

TEST_CASE("what was learned widens the rules: a word that no rule knows gets its code, with the word that weighed") {
  const Codebook book = codebook();
  const auto coder = valid(make_machine_coder(book, std::make_shared<LearnedModel>(learned())));
  Ranker ranker(book, coder);
  const Text text = valid(Text::from_utf8("Een goudreinet op straat."));
  const auto ranked = ranker.rank(text, 3);
  REQUIRE_FALSE(ranked.empty());
  CHECK(book.codes[ranked[0].code].id == "fruit.appel");
  CHECK(ranked[0].given);
  CHECK_FALSE(ranked[0].chance.has_value());  // in cross-validation all was right, so nothing shows how often it is wrong
  bool shown = false;
  for (const Evidence& evidence : ranked[0].evidence) {
    shown = shown || (evidence.rule == words_rule && text[evidence.span] == "goudreinet" && evidence.weight > 0);
  }
  CHECK(shown);
  for (const RankedSuggestion& one : ranked) CHECK(book.codes[one.code].id != "fruit");  // leaves are known: no parent beside them
}

TEST_CASE("a word speaks once, however often one sentence says it") {
  const Codebook book = codebook();
  const auto coder = valid(make_machine_coder(book, std::make_shared<LearnedModel>(learned())));
  Ranker ranker(book, coder);
  const auto of_times = [&](int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "goudreinet ";
    return ranker.rank(valid(Text::from_utf8(text)), 1).front();
  };
  const RankedSuggestion twice = of_times(2), often = of_times(5000);
  CHECK(often.score == twice.score);
  CHECK(of_times(1).score > 0);
  const auto shown = [](const RankedSuggestion& one) {
    return std::count_if(one.evidence.begin(), one.evidence.end(), [](const Evidence& evidence) { return evidence.rule == words_rule; });
  };
  CHECK(shown(often) == 1);
  CHECK(often.evidence.front().span.begin == ByteOffset{});
}

TEST_CASE("a label that was learned from fewer sentences is forgiven part of its rarity where a sentence stands alone") {
  auto more = sentences();
  for (int i = 0; i < 75; ++i) more.push_back({{1}, "Een goudreinet van boom " + std::to_string(i) + ".", "loose", "", "", false});
  const LearnedModel model = valid(learn(codebook(), more, {}, [](std::uint32_t, std::uint32_t) {}));
  REQUIRE(model.codes == std::vector<std::string>{"fruit.appel", "fruit.peer", "rijden"});
  const auto& offsets = model.part.offsets_alone;
  CHECK(offsets[1] == offsets[2]);
  // 112 and 37 sentences, one added to each count: three times as many.
  const float share = (offsets[1] - offsets[0]) / (model.part.points * std::log(112.0F / 37.0F));
  CHECK_THAT(share, Catch::Matchers::WithinAbs(0.05, 0.005));
}

TEST_CASE("sentences alone teach what labels say of each other, and a model keeps it") {
  auto alone = sentences();
  for (LearningSentence& sentence : alone) sentence.document.clear();
  const LearnedModel model = valid(learn(codebook(), alone, {}, [](std::uint32_t, std::uint32_t) {}));
  REQUIRE(model.part.stacking_alone.columns == model.codes.size());
  CHECK(model.part.stacking_alone.weights.size() == model.codes.size() * model.codes.size());
  CHECK(model.part.stacking_in_documents.columns == 0);
  const std::string bytes = model_bytes(model);
  const LearnedModel back = valid(read_model(bytes, {}, "p.model"));
  CHECK(back.part.stacking_alone == model.part.stacking_alone);
  CHECK(model_bytes(back) == bytes);
}

TEST_CASE("what cannot be divided for cross-validation is learned all the same, and its file is read again") {
  auto one_group = sentences();
  for (LearningSentence& sentence : one_group) sentence.group = "all", sentence.document.clear();
  const LearnedModel model = valid(learn(codebook(), one_group, {}, [](std::uint32_t, std::uint32_t) {}));
  CHECK(model.groups == 1);
  CHECK(model.part.offsets_alone == std::vector<float>(3, 0));
  const std::string bytes = model_bytes(model);
  const auto back = std::make_shared<LearnedModel>(valid(read_model(bytes, {}, "p.model")));
  const Codebook book = codebook();
  const auto coder = valid(make_machine_coder(book, back));
  Ranker ranker(book, coder);
  const auto ranked = ranker.rank(valid(Text::from_utf8("Een goudreinet op straat.")), 3);
  REQUIRE_FALSE(ranked.empty());
  CHECK(book.codes[ranked[0].code].id == "fruit.appel");
}

TEST_CASE("a model for another codebook is refused by name") {
  auto model = std::make_shared<LearnedModel>(learned());
  const auto other = valid(parse_codebook("format: codeboom-codebook/1\nid: q\nversion: \"1\"\ncodes:\n  - id: a\n    name: A\n", "q"));
  const auto coder = make_machine_coder(other, model);
  REQUIRE_FALSE(coder.has_value());
  CHECK(coder.error().message.key == msg::learning_other_codebook);
}

TEST_CASE("a code that cross-validation hardly saw, or got wrong, is not to be trusted") {
  LearnedModel model;
  model.records = {{"good", {20, 20, 15}}, {"rare", {9, 9, 9}}, {"bad", {20, 20, 9}}, {"never", {20, 0, 0}}};
  CHECK(is_trusted(model, "good") == true);
  CHECK(is_trusted(model, "rare") == false);
  CHECK(is_trusted(model, "bad") == false);
  CHECK(is_trusted(model, "never") == false);
  CHECK_FALSE(is_trusted(model, "unknown").has_value());
}
