// Samples: as many as asked, by share, evenly divided, repeatable, kept; and a coder's share as a file of its
// own.
#include "corpus/sample.h"

#include <map>
#include <set>

#include "corpus/blind_copy.h"
#include "corpus/project_schema.h"
#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

std::vector<Stratum> strata(const std::vector<std::size_t>& sizes) {
  std::vector<Stratum> result;
  for (std::size_t part = 0; part < sizes.size(); ++part) {
    result.push_back({std::string(1, static_cast<char>('a' + part)), {}});
    for (std::size_t i = 0; i < sizes[part]; ++i)
      result[part].documents.push_back(result[part].name + std::to_string(100 + i));
  }
  return result;
}

std::size_t drawn_of(const Sample& sample, std::size_t part) {
  return static_cast<std::size_t>(std::count_if(sample.drawn.begin(), sample.drawn.end(),
                                                [&](const auto& drawn) { return drawn.part == part; }));
}

std::size_t coded_twice(const Sample& sample) {
  return static_cast<std::size_t>(
      std::count_if(sample.drawn.begin(), sample.drawn.end(),
                    [&](const auto& drawn) { return coders_of(sample, drawn.document).size() == 2; }));
}

}  // namespace

TEST_CASE("strata get their share of the sample, the largest remainders first") {
  // 65 of 100 documents, 52, 33 and 15: 33.8, 21.45 and 9.75, so 33 + 21 + 9 and one more for 33.8 and 9.75.
  const Sample sample = taken(draw_sample(strata({52, 33, 15}), {7, 65, 13, {"anna", "bert"}}));
  CHECK(drawn_of(sample, 0) == 34);
  CHECK(drawn_of(sample, 1) == 21);
  CHECK(drawn_of(sample, 2) == 10);
  CHECK(sample.parts == std::vector<Sample::Part>{{"a", 52}, {"b", 33}, {"c", 15}});
  CHECK(coded_twice(sample) == 13);
  CHECK(sample.assigned[0].size() == 39);
  CHECK(sample.assigned[1].size() == 39);
}

TEST_CASE("any request is met exactly: each document once or twice, coders and pairs even, strata by share") {
  Dice dice(11);
  for (int round = 0; round < 300; ++round) {
    INFO(round);
    std::vector<std::size_t> sizes;
    std::size_t all = 0;
    for (std::uint32_t i = 1 + dice.below(5); i > 0; --i)
      sizes.push_back(dice.below(30)), all += sizes.back();
    if (all == 0) continue;
    SampleRequest request{dice.below(1000), 1 + dice.below(static_cast<std::uint32_t>(all)), 0, {}};
    for (std::uint32_t i = 0; i < 2 + dice.below(4); ++i) request.coders.push_back("c" + std::to_string(i));
    request.overlap = dice.below(static_cast<std::uint32_t>(request.size) + 1);
    const Sample sample = taken(draw_sample(strata(sizes), request));
    REQUIRE(sample.drawn.size() == request.size);
    CHECK(coded_twice(sample) == request.overlap);
    std::set<std::string> drawn;
    for (const auto& each : sample.drawn) drawn.insert(each.document);
    CHECK(drawn.size() == request.size);
    std::size_t work = 0, least = all * 2, most = 0;
    std::set<std::string> assigned;
    for (const auto& documents : sample.assigned) {
      work += documents.size();
      least = std::min(least, documents.size());
      most = std::max(most, documents.size());
      CHECK(std::set<std::string>(documents.begin(), documents.end()).size() == documents.size());
      assigned.insert(documents.begin(), documents.end());
    }
    CHECK(assigned == drawn);
    CHECK(work == request.size + request.overlap);
    CHECK(most - least <= (request.size - request.overlap >= request.coders.size() ? 1 : 2));
    std::map<std::vector<std::size_t>, std::size_t> pairs;
    for (std::size_t a = 0; a < request.coders.size(); ++a) {
      for (std::size_t b = a + 1; b < request.coders.size(); ++b) pairs[{a, b}] = 0;
    }
    for (const auto& each : sample.drawn) {
      if (const auto coders = coders_of(sample, each.document); coders.size() == 2) ++pairs[coders];
    }
    std::size_t fewest = all, most_together = 0;
    for (const auto& [pair, count] : pairs)
      fewest = std::min(fewest, count), most_together = std::max(most_together, count);
    CHECK(most_together - fewest <= 1);
    for (std::size_t part = 0; part < sizes.size(); ++part) {
      const double share = static_cast<double>(request.size * sizes[part]) / static_cast<double>(all);
      CHECK(std::abs(static_cast<double>(drawn_of(sample, part)) - share) < 1);
    }
  }
}

TEST_CASE(
    "a sample repeats with its seed, whatever the order of documents and strata, and another seed gives "
    "another") {
  auto population = strata({20, 10});
  const SampleRequest request{7, 12, 4, {"anna", "bert", "carla"}};
  const Sample sample = taken(draw_sample(population, request));
  std::reverse(population.begin(), population.end());
  for (Stratum& stratum : population) std::reverse(stratum.documents.begin(), stratum.documents.end());
  CHECK(taken(draw_sample(population, request)) == sample);
  SampleRequest other = request;
  other.seed = 8;
  CHECK(taken(draw_sample(population, other)).drawn != sample.drawn);
  // Computed apart, from the definition of std::mt19937_64 in the C++ standard: the same on every machine.
  const Sample one = taken(draw_sample(strata({5}), {7, 2, 0, {"anna"}}));
  CHECK(one.assigned == std::vector<std::vector<std::string>>{{"a101", "a103"}});
}

TEST_CASE("every document has the same chance to be drawn, and to be coded twice") {
  std::map<std::string, int> drawn, twice;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const Sample sample = taken(draw_sample(strata({6, 4}), {seed, 5, 2, {"anna", "bert"}}));
    for (const auto& each : sample.drawn) {
      ++drawn[each.document];
      if (coders_of(sample, each.document).size() == 2) ++twice[each.document];
    }
  }
  // Expected 2000 each; five standard deviations are 158. Of the strata's three and two one each is coded
  // twice: 667 and 1000.
  for (const auto& [document, count] : drawn) CHECK(std::abs(count - 2000) < 158);
  for (const auto& [document, count] : twice)
    CHECK(std::abs(count - (document[0] == 'a' ? 667 : 1000)) < 137);
  CHECK(drawn.size() == 10);
}

TEST_CASE("what cannot be drawn is refused with what to do") {
  const auto refused = [](std::vector<std::size_t> sizes, const SampleRequest& request) {
    return error_of(draw_sample(strata(sizes), request));
  };
  CHECK(refused({10}, {1, 11, 0, {"anna"}}) == "usage sample.too_large");
  CHECK(refused({}, {1, 1, 0, {"anna"}}) == "usage sample.too_large");
  CHECK(refused({10}, {1, 0, 0, {"anna"}}) == "usage sample.nothing");
  CHECK(refused({10}, {1, 5, 6, {"anna", "bert"}}) == "usage sample.overlap_too_large");
  CHECK(refused({10}, {1, 5, 1, {"anna"}}) == "usage sample.alone");
  CHECK(refused({10}, {1, 5, 1, {}}) == "usage sample.nobody");
  CHECK(refused({10}, {1, 5, 1, {"anna", "bert", "anna"}}) == "usage sample.coder_twice");
}

TEST_CASE("samples come out of the project as they went in, and the file forbids to change them") {
  const Folder folder;
  RecordedSample recorded{0, "2026-11-27T10:00:00Z", {7, 3, 1, {"anna", "bert"}}, "sector", "jaar=2020", 2,
                          {}};
  {
    Project project = taken(Project::create(folder / project_file));
    for (const auto& stratum : strata({4, 3})) {
      for (const auto& id : stratum.documents)
        change(project, [&] { taken(project.add_document(document(id, "Tekst " + id))); });
    }
    recorded.sample = taken(draw_sample(strata({4, 3}), recorded.request));
    change(project, [&] {
      CHECK(taken(project.add_sample(recorded)).number == 1);
      recorded.number = taken(project.add_sample(recorded)).number;
    });
    CHECK(recorded.number == 2);
    CHECK(taken(project.check()).empty());
  }
  CHECK(taken(taken(Project::open(folder / project_file)).samples()).back() == recorded);
  SQLite::Database database(folder / project_file, SQLite::OPEN_READWRITE);
  for (const char* const sql :
       {"UPDATE draw SET seed = 8", "DELETE FROM draw", "UPDATE drawn SET stratum = 0", "DELETE FROM drawn",
        "DELETE FROM assigned", "UPDATE assigned SET position = position + 9"}) {
    INFO(sql);
    CHECK(database.tryExec(sql) == 19);  // SQLITE_CONSTRAINT
  }
}

TEST_CASE("a project of version 2 is opened with all it had, and can keep samples from then on") {
  const Folder folder;
  {
    SQLite::Database database(folder / project_file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(database, project_migrations().first(2));
    database.exec(
        "INSERT INTO coder (name, kind) VALUES ('anna', 'person');"
        "INSERT INTO event (at, who, what, before, after) VALUES ('t', 'anna', 'new project', '', '')");
  }
  Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.coders()) == std::vector<Coder>{{"anna", CoderKind::person}});
  CHECK(taken(project.events()).size() == 1);
  CHECK(taken(project.samples()).empty());
  CHECK(taken(project.check()).empty());
  change(project, [&] {
    taken(project.add_document(document("a", "Tekst")));
    taken(project.add_sample(
        {0, "t", {1, 1, 0, {"anna"}}, "", "", 0, taken(draw_sample({{"", {"a"}}}, {1, 1, 0, {"anna"}}))}));
  });
  CHECK(taken(project.samples()).size() == 1);
}

TEST_CASE(
    "a coder's file has their documents in the order given and their own work, nothing of others or the "
    "machine") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  const Document een = document("een", "Eén tekst."), twee = document("twee", "Nog een."),
                 drie = document("drie", "De derde.");
  change(project, [&] {
    for (const Document* each : {&een, &twee, &drie}) taken(project.add_document(*each));
    taken(project.add_codebook(codebook()));
    for (const char* const name : {"anna", "bert"}) taken(project.add_coder({name, CoderKind::person}));
    taken(project.add_coder({"machine", CoderKind::machine}));
    taken(project.add_coding(coding(twee, 0, 3, "a", "anna")));
    taken(project.add_coding(coding(een, 0, 4, "a", "anna")));
    taken(project.add_coding(coding(twee, 0, 3, "a.b", "bert")));
    taken(project.add_memo({"anna", "twee", "a", {}, "van mij"}, "t"));
    taken(project.add_memo({"bert", "twee", "a", {}, "van bert"}, "t"));
    const MachineRun run = taken(project.start_run({0, "lob 1.0", "p", "l", "t", ""}));
    taken(project.add_suggestions(run, "twee", {{{{{0}, {3}}, 0, 3, 0, 0, 0, 0}}, {}}));
    taken(project.add_decision({"twee", {{0}, {3}}, "a", Verdict::accepted, "bert", ""}, "t"));
  });
  taken(write_blind_copy(project, {"anna", {"drie", "twee"}, 1}, folder / "anna"));
  {
    const Project copy = taken(Project::open(folder / "anna"));
    const ProjectContent content = taken(copy.content());
    REQUIRE(content.documents.size() == 2);
    CHECK(content.documents[0].metadata.id == "drie");
    CHECK(content.documents[1].metadata.id == "twee");
    CHECK(content.coders == std::vector<Coder>{{"anna", CoderKind::person}});
    CHECK(content.codebooks == std::vector{codebook()});
    CHECK(content.codings == std::vector{coding(twee, 0, 3, "a", "anna")});
    CHECK(content.memos.size() == 1);
    CHECK(content.decisions.empty());
    CHECK(content.machine_runs == 0);
    CHECK(taken(copy.check()).empty());
  }
  const std::string bytes = bytes_of(folder / "anna");
  CHECK(bytes.find("bert") == std::string::npos);
  CHECK(error_of(write_blind_copy(project, {"anna", {"drie"}, 1}, folder / "anna")) ==
        "conflict project.exists");
  CHECK(bytes_of(folder / "anna") == bytes);
  taken(write_blind_copy(project, {"anna", {"drie", "twee"}, 1}, folder / "weer"));
  CHECK(bytes_of(folder / "weer") == bytes);
  CHECK(error_of(write_blind_copy(project, {"anna", {"weg"}, 1}, folder / "mis")) ==
        "not_found project.document_not_found");
  CHECK(folder.names() == std::vector<std::string>{"anna", "project.codeboom", "weer"});
}

}  // namespace codeboom::test
