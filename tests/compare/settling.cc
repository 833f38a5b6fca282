// Settling: what a decision makes of a disagreement, and what a project keeps of it.
#include "codebook/settling.h"

#include "tests/compare/project_of_two.h"

using namespace codeboom;
using namespace codeboom::compare_test;

namespace {

Disagreement different(DisagreementKind kind, Side first, Side second) { return {0, {0, 1}, kind, {std::move(first), std::move(second)}}; }
Span span(std::uint32_t begin, std::uint32_t end) { return {{begin}, {end}}; }

// Everything that a project says but its history.
struct Content {
  std::vector<Coder> coders;
  std::vector<Coding> codings;
  std::vector<Decision> decisions;
  friend bool operator==(const Content&, const Content&) = default;
};
Content content_of(const Project& project) {
  return {valid(project.coders()), valid(project.codings()), valid(project.decisions())};
}

std::vector<Decided> all_as(const PairOfCoders& pair, Settle how) {
  std::vector<Decided> decided;
  for (std::size_t i = 0; i < pair.disagreements.size(); ++i) decided.push_back({i, {how, {}, "besproken"}, static_cast<int>(i) + 2});
  return decided;
}

}  // namespace

TEST_CASE("what stands after each decision, and what every coding on the table becomes") {
  using enum Verdict;
  const Disagreement other = different(DisagreementKind::other_code, {ax, {span(0, 8)}}, {b, {span(4, 10)}});
  const Disagreement boundary = different(DisagreementKind::boundary, {b, {span(0, 10)}}, {b, {span(0, 4), span(6, 12)}});
  const Disagreement missed = different(DisagreementKind::missed, {ax, {span(2, 4)}}, {});
  const PlacedCode x{ax, span(0, 8)}, other_b{b, span(4, 10)}, whole{b, span(0, 10)}, one{b, span(0, 4)}, two{b, span(6, 12)},
      both{b, span(0, 12)}, left{ax, span(2, 4)};
  struct Row {
    const Disagreement& disagreement;
    Settlement settlement;
    Resolution expected;
  };
  const Row rows[] = {
      {other, {Settle::first}, {{x, accepted}, {other_b, rejected}}},
      {other, {Settle::second}, {{x, rejected}, {other_b, accepted}}},
      {other, {Settle::both}, {{x, accepted}, {other_b, accepted}}},
      {other, {Settle::neither}, {{x, rejected}, {other_b, rejected}}},
      {other, {Settle::other, ay}, {{x, changed}, {other_b, changed}, {{ay, span(0, 10)}, accepted}}},
      {boundary, {Settle::first}, {{whole, accepted}, {one, changed}, {two, changed}}},
      {boundary, {Settle::both}, {{whole, changed}, {one, changed}, {two, changed}, {both, accepted}}},
      {boundary, {Settle::neither}, {{whole, rejected}, {one, rejected}, {two, rejected}}},
      {missed, {Settle::first}, {{left, accepted}}},
      {missed, {Settle::second}, {{left, rejected}}},
      {missed, {Settle::other, b}, {{left, changed}, {{b, span(2, 4)}, accepted}}},
      {missed, {Settle::other, ax}, {{left, accepted}}},
  };
  for (const Row& row : rows) CHECK(resolution_of(row.disagreement, row.settlement) == row.expected);
}

TEST_CASE("a decision is understood in Dutch and English, in any case") {
  CHECK(settle_named("A") == Settle::first);
  CHECK(settle_named(" b ") == Settle::second);
  CHECK(settle_named("Beide") == Settle::both);
  CHECK(settle_named("neither") == Settle::neither);
  CHECK(settle_named("ANDERS") == Settle::other);
  CHECK_FALSE(settle_named("c"));
  CHECK_FALSE(settle_named(""));
  for (const Settle how : {Settle::first, Settle::second, Settle::both, Settle::neither, Settle::other}) {
    CHECK(settle_named(name_of(how)) == how);
  }
}

TEST_CASE("everything settled as a, with what was agreed, makes the consensus equal to a; b likewise; nobody's codings change") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    INFO(seed);
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      ProjectOfTwo two(seed);
      const Content before = content_of(two.project);
      const auto outcome = valid(two.settle({"samen", "carla", "t", all_as(two.pair, side == 0 ? Settle::first : Settle::second), true}));
      CHECK(outcome.left == 0);
      CHECK(two.placed("samen") == two.placed(side == 0 ? "anna" : "bert"));
      for (const char* const coder : {"anna", "bert"}) CHECK(valid(two.project.codings(coder)) == two.codings_in(before.codings, coder));
      CHECK(valid(two.project.coders()).back() == Coder{"carla", CoderKind::person});
      for (const Decision& decision : valid(two.project.decisions())) {
        CHECK(decision.coder == "carla");
        CHECK(decision.reason == "besproken");
        CHECK(decision.consensus == "samen");
      }
    }
  }
}

TEST_CASE("settling twice changes nothing, and undoing takes away what was added") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    INFO(seed);
    ProjectOfTwo two(seed);
    const Content before = content_of(two.project);
    constexpr Settle ways[] = {Settle::first, Settle::second, Settle::both, Settle::neither};
    std::vector<Decided> decided = all_as(two.pair, Settle::first);
    for (std::size_t i = 0; i < decided.size(); ++i) decided[i].settlement.how = ways[(i + seed) % 4];
    const Settling settling{"consensus", "anna", "t", decided, true};
    const auto first = two.settle(settling);
    if (!first) {  // two disagreements may claim the same coding
      CHECK(name_of(first.error().message.key) == "settling.decided_otherwise");
      continue;
    }
    const Content after = content_of(two.project);
    const auto second = valid(two.settle(settling));
    CHECK_FALSE(second.changed());
    CHECK(second.known == decided.size());
    CHECK(content_of(two.project) == after);
    if (!first->changed()) continue;
    CHECK(two.undo() == "no error");
    CHECK(content_of(two.project) == before);
    CHECK(two.undo() == "settling.nothing_to_undo");
  }
}

TEST_CASE("acts are undone one by one, the last first, and not when something else was done since") {
  ProjectOfTwo two(annas_and_berts);
  REQUIRE(two.pair.disagreements.size() == 3);
  valid(two.settle({"consensus", "anna", "t", {{0, {Settle::first}, 2}}}));
  const Content one_act = content_of(two.project);
  valid(two.settle({"consensus", "anna", "t", {{1, {Settle::neither}, 3}}}));
  CHECK(two.undo() == "no error");
  CHECK(content_of(two.project) == one_act);
  {
    auto transaction = valid(two.project.begin());
    REQUIRE(two.project.record({"t", "", "add documents", "", ""}));
    REQUIRE(transaction.commit());
  }
  CHECK(two.undo() == "settling.something_since");
  CHECK(content_of(two.project) == one_act);
}

TEST_CASE("what was decided otherwise is refused, before or in the same act, and another consensus may") {
  ProjectOfTwo two(annas_and_berts);
  const auto refused = [&](const std::string& consensus, const std::vector<Decided>& decided) {
    const auto outcome = two.settle({consensus, "anna", "t", decided});
    return outcome ? std::string("no error") : std::string(name_of(outcome.error().message.key));
  };
  CHECK(refused("een", {{0, {Settle::first}, 2}, {0, {Settle::neither}, 3}}) == "settling.decided_otherwise");
  CHECK(refused("een", {{0, {Settle::neither}, 2}}) == "no error");
  CHECK(refused("een", {{0, {Settle::first}, 2}}) == "settling.decided_otherwise");
  CHECK(refused("een", {{0, {Settle::other, ay}, 2}}) == "settling.decided_otherwise");
  CHECK(refused("twee", {{0, {Settle::other, ay}, 2}}) == "no error");
  CHECK(refused("twee", {{0, {Settle::neither}, 2}}) == "settling.decided_otherwise");
  CHECK(refused("anna", {{1, {Settle::first}, 2}}) == "settling.no_consensus");
}

TEST_CASE("an act of settling is written into the history and read back") {
  const SettleEvent event{"samen", {"anna", "bert"}, {1, 2, 3, 4, 5}, 6, 7};
  CHECK(read_settle_event(to_json(event)) == event);
  CHECK(event.settled() == 15);
  CHECK_FALSE(read_settle_event("{}"));
  CHECK_FALSE(read_settle_event("niets"));
}
