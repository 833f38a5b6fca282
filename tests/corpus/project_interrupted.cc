// A program that is killed, or whose disk is full, leaves a sound project with every committed act and
// nothing else.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

// Runs `work` in a process of its own, which tells by a byte that it came somewhere, and kills it when it has
// told so often enough.
class Child {
 public:
  template <class Work>
  explicit Child(const Work& work) {
    REQUIRE(pipe(pipe_) == 0);
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ != 0) return;
    work([this] { static_cast<void>(write(pipe_[1], "x", 1)); });
    _exit(0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    close(pipe_[0]);
    close(pipe_[1]);
  }

  void kill_after(int steps) {
    close(pipe_[1]);
    pipe_[1] = -1;
    char byte = 0;
    for (int i = 0; i < steps; ++i) REQUIRE(read(pipe_[0], &byte, 1) == 1);
    REQUIRE(kill(process_, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(process_, &status, 0) == process_);
    REQUIRE(WIFSIGNALED(status));
  }

 private:
  int pipe_[2] = {-1, -1};
  pid_t process_ = 0;
};

Document large_document(int number, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += "Zin " + std::to_string(text.size()) + " van een lang document. ";
  return document("nr " + std::to_string(number), text);
}

}  // namespace

TEST_CASE("a program killed between and in its acts leaves whole acts") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  std::size_t before = 0;
  for (const int steps : {1, 2, 3, 5, 8, 13, 21}) {
    Child child([&](const auto& tell) {
      Project project = std::move(*Project::open(folder / project_file));
      for (int i = static_cast<int>(before);; ++i) {
        auto transaction = project.begin();
        static_cast<void>(project.add_document(large_document(i, 20'000)));
        static_cast<void>(project.record({"t", "anna", "add documents", "", ""}));
        static_cast<void>(transaction->commit());
        tell();
      }
    });
    child.kill_after(steps);
    const Project project = taken(Project::open(folder / project_file));
    const std::size_t documents = taken(project.documents()).size();
    CHECK(documents >= before + static_cast<std::size_t>(steps));
    CHECK(taken(project.events()).size() == documents);
    CHECK(taken(project.check()).empty());
    before = documents;
  }
  {
    // Killed before its journal said anything, SQLite has nothing to undo and leaves that file to the next act.
    Project project = taken(Project::open(folder / project_file));
    change(project, [&] { taken(project.add_document(document("last", "Tekst."))); });
  }
  CHECK(folder.names() == std::vector<std::string>{"project.codeboom"});
}

TEST_CASE("an act that was being written when the program was killed is undone at the next opening") {
  const Folder folder;
  {
    Project project = taken(Project::create(folder / project_file));
    change(project, [&] { taken(project.add_document(document("een", "Tekst."))); });
  }
  const auto size = std::filesystem::file_size(folder / project_file);
  constexpr std::size_t more_than_the_cache = 80'000'000;
  Child child([&](const auto& tell) {
    Project project = std::move(*Project::open(folder / project_file));
    auto transaction = project.begin();
    Document document = large_document(0, 2'000'000);
    for (std::size_t stored = 0; stored < more_than_the_cache; stored += document.text.utf8().size()) {
      document.metadata.id += "'";
      if (!project.add_document(document)) _exit(1);
    }
    tell();
    pause();
  });
  child.kill_after(1);
  REQUIRE(folder.names().size() == 2);  // the journal, with which SQLite undoes it
  const auto half_written = std::filesystem::file_size(folder / project_file);
  REQUIRE(half_written > 2 * size);
  CHECK(error_of(Project::open_read_only(folder / project_file)) == "unavailable merge.unfinished_act");
  CHECK(std::filesystem::file_size(folder / project_file) == half_written);
  CHECK(folder.names().size() == 2);

  const Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.documents()).size() == 1);
  CHECK(taken(project.check()).empty());
  CHECK(std::filesystem::file_size(folder / project_file) == size);
  CHECK(folder.names().size() == 1);
}

TEST_CASE("when the disk takes no more, nothing of the act is stored and the next act works") {
  const Folder folder;
  Project project = taken(Project::create(folder / project_file));
  change(project, [&] { taken(project.add_document(document("een", "Tekst."))); });
  const auto size = std::filesystem::file_size(folder / project_file);
  const Document stored = taken(project.document("een"));

  rlimit limit{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
  const rlimit small{size + 100'000, limit.rlim_max};
  const auto signal_before = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  std::string error;
  {
    auto transaction = taken(project.begin());
    const auto added = project.add_document(large_document(2, 500'000));
    error = added ? error_of(transaction.commit()) : error_of(added);
  }
  REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
  std::signal(SIGXFSZ, signal_before);

  CHECK(error == "unavailable project.refused");
  CHECK(taken(project.documents()).size() == 1);
  CHECK(taken(project.document("een")).text.utf8() == stored.text.utf8());
  CHECK(std::filesystem::file_size(folder / project_file) == size);  // not its bytes: SQLite leaves pages that hold nothing as they are
  CHECK(taken(project.check()).empty());
  change(project, [&] { taken(project.add_document(large_document(2, 500'000))); });
  CHECK(taken(project.documents()).size() == 2);
  CHECK(taken(project.check()).empty());
}

}  // namespace codeboom::test
