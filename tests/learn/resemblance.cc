#include "engine/learn/resemblance.h"

#include <cmath>

#include "tests/catch.h"

using namespace codeboom;

namespace {

Example example(const std::vector<std::string>& lemmas, std::vector<std::uint32_t> columns = {}) {
  Example result;
  for (const std::string& lemma : lemmas) result.words.push_back(feature_id(FeatureKind::lemma, lemma));
  result.columns = std::move(columns);
  return result;
}

// Each word in two of four examples, so that all count alike.
LinearModel model() {
  const std::vector<Example> examples = {example({"appel", "peer"}, {0}), example({"peer", "fiets"}, {1}),
                                         example({"fiets", "trein"}, {1}), example({"trein", "appel"}, {0})};
  return train(examples, 2, {});
}

}  // namespace

TEST_CASE("a text resembles a label as much as the nearest of its pieces: the cosine of their words") {
  const LinearModel linear = model();
  const std::vector<Example> said = {example({"appel", "peer"}, {0}), example({"appel"}, {0}), example({"trein"}, {1}),
                                     example({"zeppelin"}, {1}), example({"fiets"})};
  const CodebookPieces pieces = pieces_of(linear, said);
  CHECK(pieces.columns.size() == 3);  // without the unknown word, and what belongs to no column
  Resemblance resemblance(linear, pieces);
  auto to = resemblance.to(example({"appel", "peer"}), 2);
  CHECK(to[0] == Approx(1));
  CHECK(to[1] == 0);
  to = resemblance.to(example({"appel", "trein", "zeppelin"}), 2);
  CHECK(to[0] == Approx(1 / std::sqrt(2)));
  CHECK(to[1] == Approx(1 / std::sqrt(2)));
  to = resemblance.to(example({"zeppelin"}), 2);
  CHECK(to[0] == 0);
  CHECK(to[1] == 0);
}
