// Shared by the tests of settling: a project with two coders, lined up and compared.
#pragma once

#include "codebook/settling.h"
#include "tests/compare/miniature.h"
#include "tests/corpus/project_fixture.h"

namespace codeboom::compare_test {

// Two coders who code sentences, halves of them and pairs of them at random.
inline std::vector<CoderWork> at_random(std::uint32_t seed, const std::vector<Document>& documents) {
  test::Dice dice(seed);
  const char* const codes[] = {"a", "a.x", "a.y", "b"};
  const Said places[] = {{"d1", "Wij lopen mee.", ""},  {"d1", "lopen mee.", ""},   {"d1", "Zij vragen veel.", ""},
                         {"d1", "Zij vragen veel. Het gaat goed.", ""}, {"d1", "Het gaat", ""}, {"d2", "De klas praat.", ""},
                         {"d2", "Een docent luistert.", ""}, {"d2", "klas praat. Een docent", ""}};
  std::vector<CoderWork> work;
  for (const char* const coder : {"anna", "bert"}) {
    std::map<std::pair<std::string, std::string>, Said> said;  // each once
    for (int i = 0; i < 7; ++i) {
      Said one = places[dice.below(std::size(places))];
      one.code = codes[dice.below(4)];
      said[{one.document + one.quote, one.code}] = one;
    }
    std::vector<Said> all;
    for (const auto& [key, one] : said) all.push_back(one);
    work.push_back(work_of(coder, all, documents));
  }
  return work;
}

class ProjectOfTwo {
 public:
  using MadeOf = std::vector<CoderWork> (*)(const std::vector<Document>&);
  explicit ProjectOfTwo(MadeOf made) : ProjectOfTwo(made(three_documents())) {}
  explicit ProjectOfTwo(std::uint32_t seed) : ProjectOfTwo(at_random(seed, three_documents())) {}

  Result<SettleOutcome> settle(const Settling& settling) {
    auto transaction = valid(project.begin());
    auto outcome = codeboom::settle(project, work, codebook, {0, 1}, pair, settling);
    if (outcome) REQUIRE(transaction.commit());
    return outcome;
  }

  // The key of the error, or "no error".
  std::string undo() {
    auto transaction = valid(project.begin());
    const auto undone = undo_settling(project, "t", "anna");
    if (!undone) return std::string(name_of(undone.error().message.key));
    REQUIRE(transaction.commit());
    return "no error";
  }

  // A coder's codings without the coder.
  std::vector<std::tuple<std::string, Span, std::string, std::string>> placed(const std::string& coder) const {
    std::vector<std::tuple<std::string, Span, std::string, std::string>> result;
    for (const Coding& one : valid(project.codings(coder))) {
      const bool compared = std::any_of(work.documents.begin(), work.documents.end(),
                                        [&](const LinedUpDocument& document) { return document.document.metadata.id == one.document; });
      if (compared) result.emplace_back(one.document, one.span, one.code, one.quote);
    }
    return result;
  }

  static std::vector<Coding> codings_in(std::vector<Coding> codings, const std::string& coder) {
    std::erase_if(codings, [&](const Coding& one) { return one.coder != coder; });
    return codings;
  }

 private:
  explicit ProjectOfTwo(const std::vector<CoderWork>& coders)
      : project(valid(Project::create(folder / test::project_file))), codebook(four_codes()),
        work(line_up(three_documents(), coders, codebook, Silence::did_not_read)), pair(compare(work, codebook, 0, 1)) {
    auto transaction = valid(project.begin());
    for (const Document& document : three_documents()) valid(project.add_document(document));
    for (const CoderWork& one : coders) {
      valid(project.add_coder({one.coder, CoderKind::person}));
      for (const Coding& coding : one.codings) valid(project.add_coding(coding));
    }
    REQUIRE(transaction.commit());
  }

  Folder folder;

 public:
  Project project;
  Codebook codebook;
  LinedUp work;
  PairOfCoders pair;
};

}  // namespace codeboom::compare_test
