// Creating and opening project files, also files that are none.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "corpus/project_database.h"
#include "corpus/project_schema.h"
#include "tests/corpus/project_fixture.h"

namespace codeboom::test {
namespace {

// Tests also run as root, for whom no file is read-only.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : user_(geteuid()) {
    if (user_ == 0) REQUIRE(seteuid(65534) == 0);
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;
  ~WithoutPrivileges() { static_cast<void>(seteuid(user_)); }

 private:
  uid_t user_;
};

void store_a_document(Project& project) {
  change(project, [&] { taken(project.add_document(document("een", "Eén tekst."))); });
}

}  // namespace

TEST_CASE("a new project is empty and opens again") {
  const Folder folder;
  {
    const Project project = taken(Project::create(folder / project_file));
    CHECK(taken(project.documents()).empty());
    CHECK(taken(project.check()).empty());
  }
  const Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.documents()).empty());
  CHECK(taken(project.codebooks()).empty());
  CHECK(taken(project.coders()).empty());
  CHECK(taken(project.codings()).empty());
  CHECK_FALSE(taken(project.latest_run()).has_value());
  CHECK(taken(project.decisions()).empty());
  CHECK(taken(project.memos()).empty());
  CHECK(taken(project.events()).empty());
}

TEST_CASE("after closing there is one file") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  const std::string mode = GENERATE("DELETE", "WAL");  // the second as another program may have left it
  tamper(folder / project_file, "PRAGMA journal_mode = " + mode);
  {
    Project project = taken(Project::open(folder / project_file));
    store_a_document(project);
  }
  CHECK(folder.names() == std::vector<std::string>{"project.codeboom"});
}

TEST_CASE("a project never overwrites a file") {
  const Folder folder;
  write_bytes(folder / project_file, "mijn aantekeningen");
  CHECK(error_of(Project::create(folder / project_file)) == "conflict project.exists");
  CHECK(bytes_of(folder / project_file) == "mijn aantekeningen");
  std::filesystem::create_symlink(folder / "nergens", folder / "wijzer");
  CHECK(error_of(Project::create(folder / "wijzer")) == "conflict project.exists");
  CHECK(error_of(Project::create(folder / "map/weg/project")) == "unavailable project.refused");
  CHECK(folder.names() == std::vector<std::string>{"project.codeboom", "wijzer"});
}

TEST_CASE("of programs that create the same project at the same time one succeeds") {
  const Folder folder;
  std::vector<pid_t> programs;
  for (int i = 0; i < 6; ++i) {
    programs.push_back(fork());
    REQUIRE(programs.back() >= 0);
    if (programs.back() != 0) continue;
    const auto created = Project::create(folder / project_file);
    _exit(created ? 0 : error_of(created) == "conflict project.exists" ? 1 : 2);
  }
  int succeeded = 0, refused = 0;
  for (const pid_t program : programs) {
    int status = 0;
    REQUIRE(waitpid(program, &status, 0) == program);
    REQUIRE(WIFEXITED(status));
    succeeded += WEXITSTATUS(status) == 0;
    refused += WEXITSTATUS(status) == 1;
  }
  CHECK(succeeded == 1);
  CHECK(refused == 5);
  CHECK(folder.names() == std::vector<std::string>{"project.codeboom"});
}

TEST_CASE("a project may have a name that means something else to SQLite") {
  const Folder folder;
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder.path);
  const std::string name = GENERATE(":memory:", "file:a?mode=memory", "a'b;--", "naam met spaties é");
  {
    Project project = taken(Project::create(name));
    store_a_document(project);
  }
  CHECK(taken(taken(Project::open(name)).documents()).size() == 1);
  CHECK(folder.names() == std::vector<std::string>{name});
  std::filesystem::current_path(here);
}

TEST_CASE("what is not a project is refused and says why") {
  const Folder folder;
  const std::string path = folder / project_file;
  const auto refused = [&](const std::string& bytes) {
    write_bytes(path, bytes);
    const std::string error = error_of(Project::open(path));
    CHECK(bytes_of(path) == bytes);
    return error;
  };
  CHECK(error_of(Project::open(path)) == "not_found project.not_found");
  CHECK(error_of(Project::open(folder / "map/weg")) == "not_found project.not_found");
  CHECK(error_of(Project::open(folder.path)) == "bad_input project.not_a_file");
  CHECK(error_of(Project::open("/dev/null")) == "bad_input project.not_a_file");
  CHECK(refused("") == "bad_input project.empty");
  CHECK(refused("x") == "bad_input project.not_a_project");
  CHECK(refused("SQLite format 3") == "bad_input project.not_a_project");
  Dice dice(1);
  for (const std::size_t size : {99u, 100u, 511u, 512u, 513u, 4096u, 70'000u}) {
    std::string bytes;
    while (bytes.size() < size) bytes += static_cast<char>(dice.below(256));
    CHECK(refused(bytes) == "bad_input project.not_a_project");
  }
}

TEST_CASE("the database of another program is left alone") {
  const Folder folder;
  {
    SQLite::Database database(folder / project_file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA user_version = 1; CREATE TABLE document (a)");
  }
  const std::string before = bytes_of(folder / project_file);
  CHECK(error_of(Project::open(folder / project_file)) == "bad_input project.other_application");
  CHECK(bytes_of(folder / project_file) == before);
}

TEST_CASE("a file of a newer program is refused, with both versions") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  tamper(folder / project_file, "PRAGMA user_version = 7");
  const auto project = Project::open(folder / project_file);
  REQUIRE(error_of(project) == "bad_input project.newer");
  const MessageArguments expected = {{"file", folder / project_file},
                                     {"version", std::int64_t{7}},
                                     {"known", static_cast<std::int64_t>(project_migrations().size())}};
  CHECK(project.error().message.arguments == expected);
  for (const char* const version : {"0", "-1"}) {
    tamper(folder / project_file, std::string("PRAGMA user_version = ") + version);
    CHECK(error_of(Project::open(folder / project_file)) == "bad_input project.damaged");
  }
}

TEST_CASE("a file that was cut off is refused") {
  const Folder folder;
  {
    Project project = taken(Project::create(folder / project_file));
    store_a_document(project);
  }
  const std::string whole = bytes_of(folder / project_file);
  for (const std::size_t size :
       {std::size_t{100}, std::size_t{5000}, whole.size() / 2, whole.size() - 20'000}) {
    write_bytes(folder / project_file, whole.substr(0, size));
    const std::string error = error_of(Project::open(folder / project_file));
    CHECK((error == "bad_input project.damaged" || error == "bad_input project.not_a_project"));
  }
}

TEST_CASE("a read-only project can be read and says why it is not written") {
  const Folder folder;
  {
    Project project = taken(Project::create(folder / project_file));
    store_a_document(project);
  }
  REQUIRE(chmod(folder.path.c_str(), 0755) == 0);
  REQUIRE(chmod((folder / project_file).c_str(), 0444) == 0);
  const WithoutPrivileges without_privileges;
  Project project = taken(Project::open(folder / project_file));
  CHECK(taken(project.documents()).size() == 1);
  CHECK(taken(project.check()).empty());
  CHECK(error_of(project.begin()) == "unavailable project.read_only");
}

TEST_CASE("a project that may not be read, or lies in a folder that may not be written, says so") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  REQUIRE(chmod((folder / project_file).c_str(), 0) == 0);
  REQUIRE(chmod(folder.path.c_str(), 0555) == 0);
  {
    const WithoutPrivileges without_privileges;
    CHECK(error_of(Project::open(folder / project_file)) == "unavailable project.refused");
    CHECK(error_of(Project::create(folder / "nieuw")) == "unavailable project.refused");
  }
  REQUIRE(chmod(folder.path.c_str(), 0755) == 0);
  CHECK(folder.names() == std::vector<std::string>{"project.codeboom"});
}

TEST_CASE("a project that another program holds is unavailable, not damaged") {
  const Folder folder;
  taken(Project::create(folder / project_file));
  SECTION("it writes: reading goes on, writing waits in vain") {
    Project writer = taken(Project::open(folder / project_file));
    const auto writing = taken(writer.begin());
    Project other = taken(Project::open(folder / project_file));
    CHECK(taken(other.documents()).empty());
    CHECK(error_of(other.begin()) == "unavailable project.busy");
  }
  SECTION("it reads while we store: the act waits and can be stored later") {
    Project project = taken(Project::open(folder / project_file));
    auto transaction = taken(project.begin());
    taken(project.add_document(document("een", "Tekst.")));
    {
      SQLite::Database reader(folder / project_file, SQLite::OPEN_READONLY);
      reader.exec("BEGIN");
      CHECK(reader.execAndGet("SELECT count(*) FROM document").getInt() == 0);
      CHECK(error_of(transaction.commit()) == "unavailable project.busy");
    }
    taken(transaction.commit());
    CHECK(taken(taken(Project::open(folder / project_file)).documents()).size() == 1);
  }
  SECTION("it holds the file for itself") {
    SQLite::Database holder(folder / project_file, SQLite::OPEN_READWRITE);
    holder.exec("BEGIN EXCLUSIVE");
    CHECK(error_of(Project::open(folder / project_file)) == "unavailable project.busy");
  }
}

TEST_CASE("what SQLite reports becomes our kind of error") {
  struct Case {
    int code;
    std::string error;
  };
  for (const Case& c : {Case{5, "unavailable project.busy"},           // SQLITE_BUSY
                        Case{5 | 1 << 8, "unavailable project.busy"},  // SQLITE_BUSY_RECOVERY
                        Case{8, "unavailable project.read_only"},      // SQLITE_READONLY
                        Case{13, "unavailable project.disk_full"},     // SQLITE_FULL
                        Case{10, "unavailable project.refused"},       // SQLITE_IOERR
                        Case{14, "unavailable project.refused"},       // SQLITE_CANTOPEN
                        Case{26, "bad_input project.not_a_project"},   // SQLITE_NOTADB
                        Case{18, "bad_input project.too_large"},       // SQLITE_TOOBIG
                        Case{11, "bad_input project.damaged"},         // SQLITE_CORRUPT
                        Case{1, "bad_input project.damaged"},          // SQLITE_ERROR: no such table
                        Case{19, "bad_input project.damaged"}}) {      // SQLITE_CONSTRAINT
    const Error error = codeboom::error_of(SQLite::Exception("reason", c.code), "p");
    CHECK(error_name(error.kind, error.message.key) == c.error);
  }
}

}  // namespace codeboom::test
