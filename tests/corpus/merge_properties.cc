// Merging project files, on random histories: nothing is lost or invented, and neither order nor repetition
// matters.
#include "tests/corpus/merge_fixture.h"

namespace codeboom::test {
namespace {

constexpr std::uint32_t histories = 25;

struct Three {
  explicit Three(std::uint32_t seed) {
    RandomHistories random(seed);
    for (const auto* const name : {"a", "b", "c"}) random.write(folder / name);
  }
  std::string a() const { return folder / "a"; }
  std::string b() const { return folder / "b"; }
  std::string c() const { return folder / "c"; }
  std::string copy_of(const std::string& path) const {
    return copied(path, path + "-copy" + std::to_string(++copies));
  }
  Folder folder;
  mutable int copies = 0;
};

bool is_coding(const std::string& line) { return line.starts_with("coding "); }
// Which coding it is, without where it came from.
std::string identity(const std::string& line) {
  return is_coding(line) ? line.substr(0, line.find(" under ")) : line;
}
std::set<std::string> identities(const std::vector<std::string>& lines) {
  std::set<std::string> result;
  for (const std::string& line : lines) result.insert(identity(line));
  return result;
}

}  // namespace

TEST_CASE("merging at once, one by one, in any order and from any side says the same") {
  for (std::uint32_t seed = 0; seed < histories; ++seed) {
    INFO(seed);
    const Three three(seed);
    const std::string at_once = three.copy_of(three.a());
    merge_files(at_once, {three.b(), three.c()});
    const auto said = said_in(at_once);
    const std::string swapped = three.copy_of(three.a());
    merge_files(swapped, {three.c(), three.b()});
    CHECK(said_in(swapped) == said);
    const std::string one_by_one = three.copy_of(three.a());
    merge_files(one_by_one, {three.c()});
    merge_files(one_by_one, {three.b()});
    CHECK(said_in(one_by_one) == said);
    const std::string from_elsewhere = three.copy_of(three.c());
    merge_files(from_elsewhere, {three.a()});
    merge_files(from_elsewhere, {three.b()});
    CHECK(said_in(from_elsewhere) == said);
    const std::string nested = three.copy_of(three.b()), outer = three.copy_of(three.a());
    merge_files(nested, {three.c()});
    merge_files(outer, {nested});
    CHECK(said_in(outer) == said);
    CHECK(taken(taken(Project::open(at_once)).check()).empty());
  }
}

TEST_CASE(
    "in one merge the order of the files does not matter for what documents are called and how they are "
    "described") {
  for (std::uint32_t seed = 0; seed < histories; ++seed) {
    INFO(seed);
    const Three three(seed);
    const std::string one = three.copy_of(three.a()), other = three.copy_of(three.a());
    merge_files(one, {three.b(), three.c()});
    merge_files(other, {three.c(), three.b()});
    CHECK(bytes_of(one) == bytes_of(other));
  }
}

TEST_CASE("merging again changes nothing, not one byte") {
  for (std::uint32_t seed = 0; seed < histories; ++seed) {
    INFO(seed);
    const Three three(seed);
    const std::string merged = three.copy_of(three.a());
    merge_files(merged, {three.b(), three.c()});
    const std::string bytes = bytes_of(merged);
    const MergeReport again = merge_files(merged, {three.b(), three.c(), three.b()});
    CHECK_FALSE(again.changed());
    CHECK(again.codings.before == again.codings.after);
    CHECK_FALSE(merge_files(merged, {three.a()}).changed());
    const std::string itself = three.copy_of(merged);
    CHECK_FALSE(merge_files(merged, {itself}).changed());
    CHECK(bytes_of(merged) == bytes);
  }
}

TEST_CASE(
    "a merge loses nothing, invents nothing, counts what it did and leaves the other files as they were") {
  for (std::uint32_t seed = 0; seed < histories; ++seed) {
    INFO(seed);
    const Three three(seed);
    const std::string bytes_b = bytes_of(three.b()), bytes_c = bytes_of(three.c());
    const auto said_a = said_in(three.a());
    std::set<std::string> expected;
    for (const std::string& path : {three.a(), three.b(), three.c()})
      expected.merge(identities(said_in(path)));
    const std::string merged = three.copy_of(three.a());
    const MergeReport report = merge_files(merged, {three.b(), three.c()});
    const auto said = said_in(merged);
    CHECK(identities(said) == expected);
    CHECK(report.codings.before == std::count_if(said_a.begin(), said_a.end(), is_coding));
    CHECK(report.codings.after == std::count_if(said.begin(), said.end(), is_coding));
    BeforeAfter sum;
    for (const auto& each : report.per_code)
      sum.before += each.codings.before, sum.after += each.codings.after;
    CHECK(sum == report.codings);
    const Project project = taken(Project::open(merged));
    CHECK(report.documents.after == static_cast<std::int64_t>(taken(project.documents()).size()));
    CHECK(report.decisions.after == static_cast<std::int64_t>(taken(project.decisions()).size()));
    CHECK(report.memos.after == static_cast<std::int64_t>(taken(project.memos()).size()));
    CHECK(report.codebooks.after == static_cast<std::int64_t>(taken(project.codebooks()).size()));
    CHECK(report.coders.after == static_cast<std::int64_t>(taken(project.coders()).size()));
    // Every origin is one that a file has.
    std::set<std::string> lines;
    for (const std::string& path : {three.a(), three.b(), three.c()}) {
      for (const std::string& line : said_in(path)) lines.insert(line);
    }
    for (const std::string& line : said) CHECK(lines.contains(line));
    CHECK(bytes_of(three.b()) == bytes_b);
    CHECK(bytes_of(three.c()) == bytes_c);
  }
}

TEST_CASE("undoing merges, the last first, gives back what was said before each") {
  for (std::uint32_t seed = 0; seed < histories; ++seed) {
    INFO(seed);
    const Three three(seed);
    const std::string merged = three.copy_of(three.a());
    std::vector<std::vector<std::string>> before;
    for (const std::string& other : {three.b(), three.c()}) {
      before.push_back(said_in(merged));
      if (!merge_files(merged, {other}).changed()) before.pop_back();
    }
    const auto both = said_in(merged);
    for (; !before.empty(); before.pop_back()) {
      Project project = taken(Project::open(merged));
      auto transaction = taken(project.begin());
      CHECK(taken(undo_merge(project, now)).size() == 1);
      taken(transaction.commit());
      CHECK(said_by(project) == before.back());
      CHECK(taken(project.check()).empty());
    }
    merge_files(merged, {three.b(), three.c()});
    CHECK(said_in(merged) == both);
  }
}

TEST_CASE("versions are in the order of their numbers") {
  CHECK(natural_less("lob 1.9", "lob 1.10"));
  CHECK_FALSE(natural_less("lob 1.10", "lob 1.9"));
  CHECK(natural_less("lob 1", "lob 1.0"));
  CHECK(natural_less("", "a"));
  CHECK(natural_less("a 01", "a 1"));
  CHECK_FALSE(natural_less("a 1", "a 01"));
  CHECK_FALSE(natural_less("lob 1.9", "lob 1.9"));
}

}  // namespace codeboom::test
